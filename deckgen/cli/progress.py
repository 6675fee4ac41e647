"""How far a long run has come: one line on a terminal that is wiped at the end; nothing where nobody watches."""

from __future__ import annotations

import sys

QUIET_SECONDS = 2  # no line for what is done at once


class Progress:
    """Says what is going on, on standard error."""

    def __init__(self) -> None:
        self.watched = sys.stderr.isatty()
        self.shown = False

    def say(self, text: str) -> None:
        if self.watched:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
            self.shown = True

    def wipe(self) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self.shown = False
