"""The catalog in Chinese: a file for each prefix of ids, loaded when one of them is said."""
