"""The ledger as a table to read, a form to send round, and the form read back."""
