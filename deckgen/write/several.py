"""Text files that belong together on disk: all of them new, or all of them as they were."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from deckgen.write.save import explained, refuse_locked


class Change(Struct, frozen=True):
    """One file in the making, and where its forerunner waits until all is done."""

    path: str
    made: str
    kept: str


def replace_files(files: Mapping[str, str]) -> None:
    """Write every text to its path, or raise `SaveError` and leave all files as they were."""
    changes = [change_of(path) for path in files]
    try:
        for change, text in zip(changes, files.values(), strict=True):
            with explaining(change.path):
                make(change, text)
        exchange_all(changes)
    finally:
        for change in changes:
            with contextlib.suppress(OSError):
                os.unlink(change.made)  # gone after a rename; left behind by a full disk or Ctrl-C


def change_of(path: str) -> Change:
    """The names of files in the making depend on the process, so that two runs do not disturb each other."""
    path = os.path.realpath(path) if os.path.islink(path) else path  # the file is replaced, the link stays
    hidden = os.path.join(os.path.dirname(path), f".deckgen-{os.getpid()}-{os.path.basename(path)}")
    return Change(path, f"{hidden}.tmp", f"{hidden}.old")


@contextlib.contextmanager
def explaining(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise explained(path, error) from error


def make(change: Change, text: str) -> None:
    """The new file beside the old one, on disk."""
    os.makedirs(os.path.dirname(change.path) or ".", exist_ok=True)
    refuse_locked(change.path)
    with open(change.made, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):
        os.chmod(change.made, os.stat(change.path).st_mode)  # who may read the old file may read the new one


def exchange_all(changes: Sequence[Change]) -> None:
    """Rename all; when one of them fails, what was there before comes back."""
    begun: list[Change] = []
    try:
        for change in changes:
            begun.append(change)
            with explaining(change.path):
                exchange(change)
    except BaseException:  # Ctrl-C as well
        for change in begun:
            undo(change)
        raise
    for change in changes:
        with contextlib.suppress(OSError):
            os.unlink(change.kept)


def exchange(change: Change) -> None:
    if os.path.lexists(change.path):
        os.replace(change.path, change.kept)
    os.replace(change.made, change.path)


def undo(change: Change) -> None:
    """The old file back in its place; where there was none, the new one away again."""
    with contextlib.suppress(OSError):
        if os.path.lexists(change.kept):
            os.replace(change.kept, change.path)
        elif not os.path.lexists(change.made):
            os.unlink(change.path)
