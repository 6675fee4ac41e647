"""`python -m deckgen` is the same command as `deckgen`."""

from deckgen.cli.main import main

main()
