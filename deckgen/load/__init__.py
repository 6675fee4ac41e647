"""Files in, values out: outline, ledger and theme, every fault found at its line and column."""
