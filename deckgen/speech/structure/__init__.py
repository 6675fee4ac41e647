"""What stands under what: head, headings, the tree they make, what a paragraph is for, claims that count."""
