"""A file on disk, a deck first of all: written beside its target and renamed, so that an existing deck survives any failure."""

from __future__ import annotations

import contextlib
import errno
import os
from _thread import get_ident  # `threading` would be imported for nothing else
from collections.abc import Callable
from typing import BinaryIO

from deckgen.files import NotAFileError, size_of_file
from deckgen.messages.spoken import default_language
from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx


class SaveError(OSError):
    """The file could not be written; both languages say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[SaveError], tuple[str, str]]:
        return SaveError, (self.zh, self.en)

    def __str__(self) -> str:
        return self.zh if default_language() == "zh" else self.en


FORBIDDEN = '\\/:*?"<>|\n\r\t'  # in file names on Windows
LONGEST_NAME = 200  # bytes; file systems take 255

# Programs that hold a file open, by the end of its name.
HOLDERS = {
    ".pptx": (" PowerPoint 或 WPS ", "PowerPoint or WPS"),
    ".xlsx": (" Excel 或 WPS ", "Excel or WPS"),
    ".csv": (" Excel 或 WPS ", "Excel or WPS"),
}
ANOTHER = ("别的程序", "another program")


def path_in(folder: str, title: str) -> str:
    """The file in a folder that is called after the title of its deck."""
    return os.path.join(folder, f"{file_name(title)}.pptx")


def file_name(title: str, longest: int = LONGEST_NAME) -> str:
    """The title as every system takes it in a name, of so many bytes at the most."""
    safe = "".join(" " if char in FORBIDDEN else char for char in title)
    return safe.encode()[:longest].decode(errors="ignore").strip(" .") or "deck"


def save(scene: Scene, path: str) -> None:
    """Write `scene` to `path`, whole or not at all; raise `SaveError` when it cannot be."""
    replace_file(path, lambda file: write_pptx(scene, file))


def replace_file(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Have `write` fill a new file and put it in the place of `path`, or raise `SaveError` and leave all as it was.

    The name of the file in the making depends on process and thread, so two builds do not disturb each other.
    """
    path = os.path.realpath(path) if os.path.islink(path) else path  # the file is replaced, the link stays
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f".deckgen-{os.getpid()}-{get_ident()}.tmp")
    try:
        os.makedirs(folder or ".", exist_ok=True)
        refuse_locked(path)
        with open(temporary, "xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            os.chmod(temporary, os.stat(path).st_mode)  # who may read the old file may read the new one
        os.replace(temporary, path)
    except OSError as error:
        raise explained(path, error) from error
    finally:
        # Gone after a rename; left behind by a full disk or Ctrl-C.
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def refuse_locked(path: str) -> None:
    """PowerPoint holds an open file against writing on Windows; ask before the work is done. A device is no file to replace."""
    if os.path.exists(path):
        size_of_file(path)
        with open(path, "r+b"):
            pass


def explained(path: str, error: OSError) -> SaveError:
    if isinstance(error, IsADirectoryError):
        return SaveError(f"{path} 是一个文件夹，请换一个文件名。", f"{path} is a folder; choose another name.")
    if isinstance(error, NotAFileError):
        return SaveError(
            f"{path} 是管道或设备，不是文件，请换一个文件名。", f"{path} is a pipe or a device, not a file; choose another name."
        )
    if isinstance(error, PermissionError):
        zh, en = HOLDERS.get(os.path.splitext(path)[1].lower(), ANOTHER)
        return SaveError(
            f"写不进 {path}：文件可能正在{zh}里打开，请先关闭它（也可能没有写权限）；原来的文件没有动。",
            f"Cannot write {path}: it may be open in {en}, close it first (or you may lack permission); the old file is untouched.",
        )
    if error.errno == errno.ENOSPC:
        return SaveError(
            f"磁盘已满，没有写成 {path}；原来的文件没有动，请腾出空间再试。",
            f"The disk is full, {path} was not written; an old file is untouched, make room and try again.",
        )
    from deckgen.messages.reasons import reason

    why = reason(error)
    return SaveError(f"写不进 {path}：{why.zh}；请换一个位置或文件名。", f"Cannot write {path}: {why.en}; choose another place or name.")
