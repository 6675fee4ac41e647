"""One process at a time: a lock that the system lets go of when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256

PATIENCE = 20.0  # seconds until a holder is given up on
BETWEEN = 0.05


class BusyError(Exception):
    """Somebody else has held the file for longer than `PATIENCE`."""


@contextlib.contextmanager
def alone(path: str, patience: float = PATIENCE) -> Iterator[None]:
    """While it lasts no other process is `alone` with this file on this machine; raise `BusyError` after `patience` seconds.

    Where the system has no place for locks (a full or missing folder for temporary files) nobody is kept waiting.
    """
    name = sha256(os.path.realpath(path).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    try:
        handle = os.open(os.path.join(tempfile.gettempdir(), f"deckgen-{name}.lock"), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        yield
        return
    try:
        wait_for(handle, patience)
        yield
    finally:
        os.close(handle)  # which lets go of the lock


def wait_for(handle: int, patience: float) -> None:
    ends = time.monotonic() + patience
    while not locked(handle):
        if time.monotonic() >= ends:
            raise BusyError
        time.sleep(BETWEEN)


def locked(handle: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
