"""What a speech is made of below its paragraphs: sentences and clauses, numbers before them, phrases taken from them."""
