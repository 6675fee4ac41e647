"""Where the files of a report are: on disk, in memory, or in memory over those on disk. It is handed in, so nothing else opens them."""

from __future__ import annotations

import errno
import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Mapping

from deckgen.diagnostics import Findings, Span
from deckgen.windows import on_disk

MEGABYTE = 1024 * 1024
PACKAGES = (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")  # presentations, shows and templates, with macros and without
# By stage: no such file, a folder, no file that can be read through, too large, anything else.
UNREADABLE = {
    "load": ("load/missing-file", "load/is-a-folder", "load/not-a-file", "load/too-large", "load/cannot-read"),
    "form": ("form/missing-file", "form/is-a-folder", "form/not-a-file", "form/too-large", "form/cannot-read"),
    "speech": ("speech/missing-file", "speech/is-a-folder", "speech/not-a-file", "speech/too-large", "speech/cannot-read"),
}


class NotAFileError(OSError):
    """A pipe, a socket or a device: it may wait for ever or never end."""


class TooLargeError(OSError):
    """The file is longer than what was asked for can be."""


class Files(ABC):
    """Files by path. Paths are as the author wrote them; equal are those that are equal once they are absolute."""

    def __init__(self, outside: bool = False) -> None:
        self.outside = outside  # whether an outline may name files that stand outside its folder
        self.looked_for: set[str] = set()  # absolute paths of all that was asked for, whether it was there or not

    def exists(self, path: str) -> bool:
        """Whether there is such a file; a folder is none."""
        self.note(path)
        return self.has(path)

    def read(self, path: str, limit: int) -> bytes:
        """All bytes of the file, `limit` of them at the most; raise an OSError when it cannot be had (ValueError: a NUL in its name)."""
        self.note(path)
        return self.content(path, limit)

    def note(self, path: str) -> None:
        self.looked_for.add(os.path.abspath(path))

    @abstractmethod
    def has(self, path: str) -> bool: ...

    @abstractmethod
    def content(self, path: str, limit: int) -> bytes: ...


class Folder(Files):
    """The files on disk, relative paths from the current folder."""

    def has(self, path: str) -> bool:
        return os.path.isfile(on_disk(path))

    def content(self, path: str, limit: int) -> bytes:
        size = size_of_file(path)
        if size > limit:
            raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        if not size:
            return b""  # those of /proc say so, too, and may wait for ever
        with open(on_disk(path), "rb") as file:
            return file.read(size)


class Memory(Files):
    """Files that are in memory only: path → content, text as UTF-8."""

    def __init__(self, contents: Mapping[str, bytes | str]) -> None:
        super().__init__()
        self.contents = {os.path.abspath(path): content for path, content in contents.items()}

    def has(self, path: str) -> bool:
        return os.path.abspath(path) in self.contents

    def content(self, path: str, limit: int) -> bytes:
        content = self.contents.get(os.path.abspath(path))
        if content is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        # Half of a surrogate pair is no character; whoever decodes the bytes says so at its place.
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        if len(data) > limit:
            raise TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), path)
        return data


class Overlay(Files):
    """The files of `upper`, and where it has none those of `lower`."""

    def __init__(self, upper: Files, lower: Files) -> None:
        super().__init__()
        self.upper = upper
        self.lower = lower

    def has(self, path: str) -> bool:
        return self.upper.has(path) or self.lower.has(path)

    def content(self, path: str, limit: int) -> bytes:
        return (self.upper if self.upper.has(path) else self.lower).content(path, limit)


def size_of_file(path: str) -> int:
    """The bytes of a file on disk; raise an OSError for what is none, before anything opens it."""
    status = os.stat(on_disk(path))
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    if not stat.S_ISREG(status.st_mode):
        raise NotAFileError(errno.EINVAL, os.strerror(errno.EINVAL), path)
    return status.st_size


def read_bytes(path: str, files: Files, limit: int, findings: Findings, stage: str = "load") -> bytes | None:
    """What is in the file; None when it cannot be had, with the reason in `findings` under a rule of this stage."""
    try:
        return files.read(path, limit)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        from deckgen.messages.reasons import reason

        findings.error(Span(path), unreadable_rule(error, stage), reason=reason(error), limit=f"{limit // MEGABYTE} MB")
        return None


def unreadable_rule(error: Exception, stage: str = "load") -> str:
    """The rule that says why a file could not be read."""
    kinds = (FileNotFoundError, IsADirectoryError, NotAFileError, TooLargeError)
    return UNREADABLE[stage][next((n for n, kind in enumerate(kinds) if isinstance(error, kind)), len(kinds))]
