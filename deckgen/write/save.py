"""A file on disk, a deck first of all: written beside its target and renamed, so that an existing deck survives any failure."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from _thread import get_ident  # `threading` would be imported for nothing else
from collections.abc import Callable, Iterable
from typing import BinaryIO

from deckgen import windows
from deckgen.diagnostics import Term, term
from deckgen.files import NotAFileError, size_of_file
from deckgen.messages import say_in
from deckgen.messages.spoken import default_language
from deckgen.scene import Scene
from deckgen.windows import FORBIDDEN, is_device, on_disk, path_problem
from deckgen.write.pptx.presentation import write_pptx


class SaveError(OSError):
    """The file could not be written; `what` says why and what to do."""

    def __init__(self, what: Term) -> None:
        super().__init__(what.name)
        self.what = what

    def __reduce__(self) -> tuple[type[SaveError], tuple[Term]]:
        return SaveError, (self.what,)

    def __str__(self) -> str:
        return say_in(default_language(), self.what.name, **dict(self.what.facts))


MOST_WRECKS = 1_000  # files of other runs in one folder that are stepped over
PATIENCE, PAUSE = 20, 0.05  # times, and seconds between them
LONGEST_NAME = 200  # bytes; file systems take 255

# Programs that hold a file open, by the end of its name.
HOLDERS = {".pptx": "save/powerpoint", ".xlsx": "save/excel", ".csv": "save/excel"}


def path_in(folder: str, title: str) -> str:
    """The file in a folder that is called after the title of its deck."""
    return os.path.join(folder, f"{file_name(title)}.pptx")


def file_name(title: str, longest: int = LONGEST_NAME) -> str:
    """The title as every system takes it in a name, of so many bytes at the most."""
    safe = "".join(" " if char in FORBIDDEN or not char.isprintable() else char for char in title)
    name = safe.encode(errors="ignore")[:longest].decode(errors="ignore").strip(" .") or "deck"
    stem, dot, rest = name.partition(".")
    return f"{stem.rstrip()}_{dot}{rest}" if is_device(name) else name


def save(scene: Scene, path: str) -> None:
    """Write `scene` to `path`, whole or not at all; raise `SaveError` when it cannot be."""
    replace_file(path, lambda file: write_pptx(scene, file))


def replace_file(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Have `write` fill a new file and put it in the place of `path`, or raise `SaveError` and leave all as it was."""
    if not os.path.basename(path):
        raise SaveError(term("save/no-name", path=path))
    refuse_name(path)
    temporary = ""
    try:
        path = os.path.realpath(path) if os.path.islink(path) else path  # the file is replaced, the link stays
        os.makedirs(on_disk(os.path.dirname(path) or "."), exist_ok=True)
        refuse_locked(path)
        temporary, file = new_file(os.path.dirname(path))
        with file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            os.chmod(temporary, os.stat(on_disk(path)).st_mode)  # who may read the old file may read the new one
        put_in_place(temporary, on_disk(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL or half a character in the path
        raise explained(path, error) from error
    finally:
        # Gone after a rename; left behind by a full disk or Ctrl-C.
        with contextlib.suppress(OSError):
            if temporary:
                os.unlink(temporary)


def refuse_name(path: str) -> None:
    """Raise `SaveError` for a name that Windows takes for a device, anywhere; on Windows for any path that it would not make."""
    if is_device(os.path.basename(path)):
        raise SaveError(term("save/device-name", path=path))
    problem = path_problem(path) if windows.HERE else ""
    if problem:
        raise SaveError(term(problem, path=path))


def put_in_place(made: str, path: str) -> None:
    """Rename; on Windows again for a second, since a scanner of viruses or an index holds what is new for a moment."""
    for _ in range(PATIENCE if windows.HERE else 0):
        try:
            os.replace(made, path)
            return
        except PermissionError:
            time.sleep(PAUSE)
    os.replace(made, path)


def new_file(folder: str, ending: str = "tmp") -> tuple[str, BinaryIO]:
    """A new file beside the one it is to replace, under a name that no other run, thread or wreck of a run has."""
    for number in range(MOST_WRECKS):
        path = on_disk(os.path.join(folder, f".deckgen-{os.getpid()}-{get_ident()}-{number}.{ending}"))
        try:
            return path, open(path, "xb")
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), folder)


def refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    """Raise `SaveError` when the output is one of the files that were read, by whatever name or link."""
    for name in inputs:
        if is_same(path, name):
            raise SaveError(term("save/is-input", path=path, input=name))


def is_same(path: str, other: str) -> bool:
    """Whether both are names of one file that is there."""
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def refuse_locked(path: str) -> None:
    """PowerPoint holds an open file against writing on Windows; ask before the work is done. A device is no file to replace."""
    if os.path.exists(on_disk(path)):
        size_of_file(path)
        with open(on_disk(path), "r+b"):
            pass


def explained(path: str, error: Exception) -> SaveError:
    if isinstance(error, SaveError):
        return error
    if not isinstance(error, OSError):
        return SaveError(term("save/no-path", path=path))
    if isinstance(error, IsADirectoryError):
        return SaveError(term("save/folder", path=path))
    if isinstance(error, NotAFileError):
        return SaveError(term("save/no-file", path=path))
    if isinstance(error, PermissionError):
        holder = HOLDERS.get(os.path.splitext(path)[1].lower(), "save/another-program")
        return SaveError(term("save/locked", path=path, holder=term(holder)))
    if error.errno == errno.ENOSPC:
        return SaveError(term("save/full", path=path))
    from deckgen.messages.reasons import reason

    return SaveError(term("save/refused", path=path, reason=reason(error)))
