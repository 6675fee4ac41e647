"""The one folder that an agent may see: what leads out of it, links among them, is refused before anything opens it."""

from __future__ import annotations

import errno
import os

from deckgen.diagnostics import Term, term
from deckgen.files import Folder
from deckgen.load.theme import THEME_FOLDERS


class RefusedError(Exception):
    """What an agent asked for cannot be done; `what` says why."""

    def __init__(self, what: Term) -> None:
        super().__init__(what.name)
        self.what = what


class Room:
    """A folder by its real path. Paths that an agent names are relative to it, or absolute and inside."""

    def __init__(self, root: str) -> None:
        self.root = os.path.realpath(root)

    def path(self, named: str) -> str:
        """The same path relative to the room; raise `RefusedError` where it leads out, over a link even if that stays inside."""
        if not named or "\0" in named:
            raise RefusedError(term("agent/no-path"))
        whole = os.path.normpath(os.path.join(self.root, named))
        # A file that Windows would open as a device (CON, LPT1.yaml) is what `files` refuses: no regular file.
        if not within(whole, self.root):
            raise RefusedError(term("agent/outside", path=named))
        if os.path.normcase(os.path.realpath(whole)) != os.path.normcase(whole):
            raise RefusedError(term("agent/link", path=named))
        return os.path.relpath(whole, self.root)

    def allows(self, path: str) -> bool:
        """Whether a file may be read: one of the room that is no link, or one of a shipped theme."""
        real = os.path.realpath(path)
        if any(within(real, os.path.realpath(folder)) for folder in THEME_FOLDERS):
            return True
        whole = os.path.normpath(os.path.join(self.root, path))
        return within(real, self.root) and os.path.normcase(real) == os.path.normcase(whole)


class RoomFiles(Folder):
    """The files of a room. What lies outside is not there; and where its name was resolved before, it is not read either."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room

    def has(self, path: str) -> bool:
        return self.room.allows(path) and super().has(path)

    def content(self, path: str, limit: int) -> bytes:
        if not self.room.allows(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return super().content(path, limit)


def within(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, or is it; both are absolute."""
    try:
        return os.path.commonpath([os.path.normcase(path), os.path.normcase(folder)]) == os.path.normcase(folder)
    except ValueError:  # another drive
        return False
