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


def reason(error: Exception) -> Fact:
    known = REASONS.get(getattr(error, "errno", None) or 0)
    return term(known) if known else str(getattr(error, "strerror", None) or error)
