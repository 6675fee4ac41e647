"""Parts and slides, each of the kind that the form of its paragraphs asks for."""
