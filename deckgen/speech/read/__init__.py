"""Files of the office as lines of a speech: text, Markdown, Word."""
