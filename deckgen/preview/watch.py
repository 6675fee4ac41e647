"""Tells when a file of the report changed: the operating system wakes us, the files' own stamps decide.

Stamps make every way of saving the same (written in place, written beside and renamed, taken away for a moment), keep neighbours
in the folder out of it, and work on network drives and in folders that were replaced, which wake nobody: there the pulse does.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from threading import Event, Thread

from msgspec import Struct

STEP = 15  # ms without a change after which a burst of changes is over
BURST = 60  # ms a burst may last
PULSE_MS = 100  # between looks when nothing woke us
POLL = 0.1  # seconds, the same where the system offers no more watches
PATIENCE = 0.25  # seconds that a file may be gone or empty while an editor saves it
NAP = 0.01


class Stamp(Struct, frozen=True, gc=False):
    """What changes when a file is saved; all 0 for one that is not there."""

    inode: int = 0
    size: int = 0
    changed: int = 0


GONE = Stamp()
Stamps = dict[str, Stamp]


def stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return GONE
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns)


def stamps(paths: Iterable[str]) -> Stamps:
    return {path: stamp(path) for path in paths}


def settled(old: Stamps, stop: Event) -> Stamps:
    """The stamps of the same files, once none is missing or empty that was neither; at the latest after `PATIENCE`."""
    until = time.monotonic() + PATIENCE
    while True:
        new = stamps(old)
        away = any(old[path].size and not new[path].size for path in old)
        if not away or stop.is_set() or time.monotonic() > until:
            return new
        time.sleep(NAP)


class Watch:
    """Calls `changed` from a thread of its own whenever one of the followed files is not what it was."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.changed = changed
        self.known: Stamps = {}
        self.stop = Event()
        self.turn = Event()  # ends the present wait
        self.thread = Thread(target=self.run, name="deckgen-watch", daemon=True)

    def start(self) -> None:
        self.thread.start()

    def close(self) -> None:
        self.stop.set()
        self.turn.set()

    def follow(self, known: Stamps) -> None:
        """Follow these files from now on; their stamps are from before they were read, so that no change is missed."""
        moved = folders(known) != folders(self.known)
        self.known = known
        if moved:
            self.turn.set()

    def run(self) -> None:
        while True:
            self.turn.clear()
            if self.stop.is_set():
                return
            for _ in wake_ups(folders(self.known), self.turn):
                self.check()

    def check(self) -> None:
        """Tell of a change if there is one."""
        known = self.known
        if stamps(known) == known:
            return
        new = settled(known, self.stop)
        if self.known is known:  # else `follow` brought newer ones meanwhile
            self.known = new
        if new != known and not self.stop.is_set():
            self.changed()


def folders(paths: Iterable[str]) -> frozenset[str]:
    """The folders of the files that are there to be watched."""
    return frozenset(folder for folder in map(os.path.dirname, paths) if os.path.isdir(folder))


def wake_ups(watched: frozenset[str], turn: Event) -> Iterator[object]:
    """Something after every change in these folders and at every pulse, until `turn` is set."""
    from watchfiles import watch

    try:
        yield from watch(
            *watched,
            watch_filter=None,
            debounce=BURST,
            step=STEP,
            stop_event=turn,
            rust_timeout=PULSE_MS,
            yield_on_timeout=True,
            recursive=False,
            raise_interrupt=False,
        )
    except (OSError, RuntimeError):  # no watches left, or a folder that went away this moment
        while not turn.wait(POLL):
            yield None
