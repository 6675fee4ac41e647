"""Everything that is checked, one rule a file; the docstring of a rule is its manual page (`deckgen explain`)."""
