"""A speech read into an outline and a ledger: offline, by form and place, without any language model."""
