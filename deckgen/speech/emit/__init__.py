"""The two files, as a person would write them."""
