"""One run after the other, where two at once would lose what one of them wrote."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def alone_in(folder: str) -> Iterator[None]:
    """Hold the folder against other runs; wait for one that holds it. Where a system knows no such lock, nobody waits."""
    with contextlib.ExitStack() as held:
        with contextlib.suppress(ImportError, OSError):  # Windows; a network drive without locks
            import fcntl

            handle = os.open(folder or ".", os.O_RDONLY)
            held.callback(os.close, handle)  # which ends the lock
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
