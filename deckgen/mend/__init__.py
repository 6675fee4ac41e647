"""What is certain to be a slip of the keyboard, put right in the outline's own text."""
