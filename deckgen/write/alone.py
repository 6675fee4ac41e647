"""One run after the other, where two at once would lose what one of them wrote."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import importlib
import os
import tempfile
from collections.abc import Iterator

from deckgen import windows

BUSY = frozenset({errno.EACCES, errno.EDEADLK, 36})  # how Windows says that another run has it; 36 is its own EDEADLOCK


@contextlib.contextmanager
def alone_in(folder: str) -> Iterator[None]:
    """Hold the folder against other runs; wait for one that holds it. Where a drive knows no such lock, nobody waits."""
    with contextlib.ExitStack() as held:
        with contextlib.suppress(ImportError, OSError):  # a network drive without locks
            lock = lock_of_windows if windows.HERE else lock_of_unix
            handle = lock(folder or ".")
            held.callback(os.close, handle)  # which ends the lock
        yield


def lock_of_unix(folder: str) -> int:
    """The folder itself, open and locked."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        os.close(handle)
        raise
    return handle


def lock_of_windows(folder: str) -> int:
    """A file that stands for the folder, open and locked: Windows opens no folders, and ours is not to be littered.

    `msvcrt.locking` asks ten times, a second apart, and then gives up; who waits for a longer run asks again.
    """
    msvcrt = importlib.import_module("msvcrt")  # its functions are not known to the type checker elsewhere
    whole = os.path.normcase(os.path.realpath(folder)).encode(errors="surrogatepass")
    place = os.path.join(tempfile.gettempdir(), f"deckgen-{hashlib.sha256(whole).hexdigest()[:16]}.lock")
    handle = os.open(place, os.O_RDWR | os.O_CREAT)
    try:
        while not taken(msvcrt.locking, handle, msvcrt.LK_LOCK):
            pass
    except OSError:
        os.close(handle)
        raise
    return handle


def taken(locking: object, handle: int, mode: int) -> bool:
    """Whether the lock is ours now; False where another run has it."""
    assert callable(locking)
    try:
        locking(handle, mode, 1)
    except OSError as error:
        if error.errno not in BUSY:
            raise
        return False
    return True
