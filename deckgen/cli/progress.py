"""How far a long run has come: one line on a terminal that is wiped at the end; nothing where nobody watches."""

from __future__ import annotations

import os
import sys
import time
from _thread import allocate_lock, start_new_thread  # `threading` would be imported for nothing else
from collections.abc import Callable

from deckgen.cli.loudness import quiet

QUIET_SECONDS = 2  # no line for what is done at once
STEP = 0.5  # seconds between two lines of what only tells how long it has taken


class Progress:
    """Says what is going on, on standard error. The line is wiped by spaces: not every console knows an escape for that."""

    def __init__(self) -> None:
        self.watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not quiet()
        self.shown = 0  # columns of what stands there

    def say(self, text: str) -> None:
        if self.watched:
            from deckgen.cli.columns import columns, cut_to, width_of

            text = cut_to(text, width_of(sys.stderr) - 1)
            taken = columns(text)
            print(f"\r{text}{' ' * (self.shown - taken)}", end="", file=sys.stderr, flush=True)
            self.shown = taken

    def wipe(self) -> None:
        if self.shown:
            print(f"\r{' ' * self.shown}\r", end="", file=sys.stderr, flush=True)
            self.shown = 0


class Waiting:
    """While it lasts, what is done is said every half second, once it takes longer than anyone wants to wonder."""

    def __init__(self, words: Callable[[float], str]) -> None:
        self.words = words
        self.progress = Progress()

    def __enter__(self) -> Waiting:
        if self.progress.watched:
            self.ended, self.silent = allocate_lock(), allocate_lock()
            self.ended.acquire()
            self.silent.acquire()
            start_new_thread(self.watch, (time.monotonic(),))
        return self

    def watch(self, started: float) -> None:
        wait: float = QUIET_SECONDS
        try:
            while not self.ended.acquire(timeout=wait):
                self.progress.say(self.words(time.monotonic() - started))
                wait = STEP
        finally:
            self.silent.release()

    def __exit__(self, *error: object) -> None:
        if self.progress.watched:
            self.ended.release()
            self.silent.acquire()  # the last line is said
            self.progress.wipe()
