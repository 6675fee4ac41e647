"""Every quantity of a speech, what it counts, its name and its entry in the ledger."""
