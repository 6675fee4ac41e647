"""A table as a statistics office sends it, read against the ledger: which row and which column are which figure."""
