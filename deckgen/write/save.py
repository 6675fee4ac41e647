"""A file on disk: written beside its target and renamed, so that an existing one survives any failure."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable
from typing import BinaryIO

from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx


class SaveError(Exception):
    """The file could not be written; both languages say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


def save(scene: Scene, path: str) -> None:
    """Write `scene` to `path`, whole or not at all; raise `SaveError` when it cannot be."""
    replace(path, lambda file: write_pptx(scene, file))


def replace(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a file that then takes the place of `path`; raise `SaveError` when it cannot be.

    The name of the file in the making depends on the process, so two builds do not disturb each other.
    """
    path = os.path.realpath(path) if os.path.islink(path) else path  # the file is replaced, the link stays
    folder = os.path.dirname(path)
    temporary = os.path.join(folder, f".deckgen-{os.getpid()}.tmp")
    try:
        os.makedirs(folder or ".", exist_ok=True)
        refuse_locked(path)
        with open(temporary, "xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise explained(path, error) from error
    finally:
        # Gone after a rename; left behind by a full disk or Ctrl-C.
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def refuse_locked(path: str) -> None:
    """PowerPoint holds an open file against writing on Windows; ask before the work is done."""
    if os.path.exists(path):
        with open(path, "r+b"):
            pass


def explained(path: str, error: OSError) -> SaveError:
    if isinstance(error, IsADirectoryError):
        return SaveError(f"{path} 是一个文件夹，请换一个文件名。", f"{path} is a folder; choose another name.")
    if isinstance(error, PermissionError):
        return SaveError(
            f"写不进 {path}：文件可能正在 PowerPoint 或 WPS 里打开，请先关闭它（也可能没有写权限）；原来的文件没有动。",
            f"Cannot write {path}: it may be open in PowerPoint or WPS, close it first (or you may lack permission); the old file is untouched.",
        )
    if error.errno == errno.ENOSPC:
        return SaveError(
            f"磁盘已满，没有写成 {path}；原来的文件没有动，请腾出空间再试。",
            f"The disk is full, {path} was not written; an old file is untouched, make room and try again.",
        )
    from deckgen.messages.reasons import reason

    why = reason(error)
    return SaveError(f"写不进 {path}：{why.zh}；请换一个位置或文件名。", f"Cannot write {path}: {why.en}; choose another place or name.")
