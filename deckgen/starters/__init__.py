"""What `deckgen new` begins with: a folder a kind of report, each an outline and a ledger that build at once."""
