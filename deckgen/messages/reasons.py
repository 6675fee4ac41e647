"""Why the operating system refused, in words of ours; its own only where they are not known."""

from __future__ import annotations

import errno

from deckgen.diagnostics import Fact, term

REASONS = {
    errno.ENOENT: "reason/no-folder",
    errno.EEXIST: "reason/file-in-path",
    errno.ENOTDIR: "reason/file-in-path",
    errno.EACCES: "reason/no-permission",
    errno.EPERM: "reason/no-permission",
    errno.EROFS: "reason/read-only",
    errno.EFBIG: "reason/too-large",
    errno.EDQUOT: "reason/quota",
    errno.ENOSPC: "reason/disk-full",
    errno.ENAMETOOLONG: "reason/name-too-long",
    errno.EIO: "reason/disk-failed",
}


# Windows says more exactly than `errno` what it means.
WINDOWS = {32: "reason/in-use", 33: "reason/in-use", 123: "reason/no-name", 206: "reason/name-too-long"}


def reason(error: Exception) -> Fact:
    of_windows = WINDOWS.get(getattr(error, "winerror", None) or 0)
    known = of_windows or REASONS.get(getattr(error, "errno", None) or 0)
    return term(known) if known else str(getattr(error, "strerror", None) or error)
