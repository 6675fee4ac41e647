"""Why the operating system refused, in both languages; its own words only where they are not known."""

from __future__ import annotations

import errno

from deckgen.diagnostics import Words

REASONS = {
    errno.ENOENT: Words("没有这个文件夹", "there is no such folder"),
    errno.EEXIST: Words("路径中间有一段是文件，不是文件夹", "part of the path is a file, not a folder"),
    errno.ENOTDIR: Words("路径中间有一段是文件，不是文件夹", "part of the path is a file, not a folder"),
    errno.EACCES: Words("没有权限", "no permission"),
    errno.EPERM: Words("没有权限", "no permission"),
    errno.EROFS: Words("磁盘是只读的", "the disk is read-only"),
    errno.EFBIG: Words("超过了允许的文件大小", "larger than files may be"),
    errno.EDQUOT: Words("超过了磁盘配额", "the disk quota is exceeded"),
    errno.ENOSPC: Words("磁盘已满", "the disk is full"),
    errno.ENAMETOOLONG: Words("文件名太长", "the name is too long"),
    errno.EIO: Words("磁盘读写出错", "the disk failed"),
}


def reason(error: Exception) -> Words:
    own = str(getattr(error, "strerror", None) or error)
    return REASONS.get(getattr(error, "errno", None) or 0, Words(own, own))
