"""Text files that belong together on disk: all of them new, or all of them as they were."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from deckgen.windows import on_disk
from deckgen.write.save import explained, new_file, put_in_place, refuse_locked, refuse_name


class Change(Struct, frozen=True):
    """One file in the making ("" for one that is taken away), and where its forerunner is kept until all is done."""

    path: str
    made: str
    kept: str


def replace_files(files: Mapping[str, str | bytes | None]) -> None:
    """Write every text (UTF-8) or content to its path, take away the file of None, or raise `SaveError` and leave all files as they were."""
    changes: list[Change] = []
    try:
        for path, text in files.items():
            with explaining(path):
                changes.append(change_of(os.path.realpath(path) if os.path.islink(path) else path, text))
        exchange_all(changes)
    finally:
        for change in changes:
            for left in (change.made, change.kept):
                with contextlib.suppress(OSError):
                    if left:
                        os.unlink(left)  # gone after a rename; left behind by a full disk or Ctrl-C


def change_of(path: str, text: str | bytes | None) -> Change:
    """The new file beside the old one, on disk, and the old one under a second name."""
    refuse_name(path)
    folder = os.path.dirname(path)
    os.makedirs(on_disk(folder or "."), exist_ok=True)
    refuse_locked(path)
    made = kept = ""
    try:
        if text is not None:
            made, file = new_file(folder)
            with file:
                file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
        if os.path.exists(path):
            kept = keep(path, folder)
            with contextlib.suppress(OSError):
                os.chmod(made or kept, os.stat(path).st_mode)  # who may read the old file may read the new one
    except BaseException:
        for left in filter(None, (made, kept)):
            os.unlink(left)
        raise
    return Change(path, made, kept)


def keep(path: str, folder: str) -> str:
    """The file under a second name, so that at no moment there is none under its own: a link, or a copy where there are no links."""
    kept, file = new_file(folder, "old")
    with file:
        try:
            os.unlink(kept)
            os.link(path, kept)
        except OSError:
            shutil.copy2(path, kept)
    return kept


@contextlib.contextmanager
def explaining(path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise explained(path, error) from error


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


def exchange(change: Change) -> None:
    if change.made:
        put_in_place(change.made, on_disk(change.path))
    elif os.path.lexists(change.path):
        os.unlink(change.path)


def undo(change: Change) -> None:
    """The old file back in its place; where there was none, the new one away again."""
    with contextlib.suppress(OSError):
        if change.kept:
            os.replace(change.kept, change.path)
        elif change.made and not os.path.lexists(change.made):
            os.unlink(change.path)
