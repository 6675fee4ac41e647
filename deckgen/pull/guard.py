"""Whether a file may be overwritten: a deck that a person edited, or one that is not ours, may not."""

from __future__ import annotations

import datetime
import os
from typing import Literal

from msgspec import Struct

from deckgen.diagnostics import Finding, Span
from deckgen.pull.base import origin_of
from deckgen.scene import Scene

PACKAGES = (b"PK\3\4", b"PK\5\6", b"\xd0\xcf\x11\xe0")  # a zip, an empty one; a deck with a password, or of 2003
MOST_BYTES = 1024 * 1024 * 1024
MOST_COPIES = 1000


class Standing(Struct, frozen=True):
    """What stands at the place of a deck that is to be written, and in how many places it was edited.

    free: nothing, or a deck as we wrote it, whatever program saved it since · edited · foreign: another's, or one of ours without a
    record that was saved since · newer: of a version that this one cannot read.
    """

    kind: Literal["free", "edited", "foreign", "newer"]
    told: tuple[str, ...] = ()  # the edits in words, slide by slide
    count: int = 0


FREE = Standing("free")


def standing(path: str, lang: str, scene: Scene | None) -> Standing:
    """What stands at `path`. A deck that nobody touched is known from its directory; only another one is read.

    What was edited and is said by the outline now, of which `scene` is made, is no edit any more.
    """
    try:
        if not os.path.isfile(path) or not 0 < os.path.getsize(path) <= MOST_BYTES:
            return FREE
        with open(path, "rb") as file:
            if file.read(4) not in PACKAGES:  # no program opens it as a deck
                return FREE
            origin = origin_of(file, whole=False)
            if origin.kind in ("written", "plain"):
                return FREE
            if origin.snapshot is None:
                return Standing("newer" if origin.kind == "newer" else "foreign")
            file.seek(0)
            data = file.read()
    except OSError:  # whoever writes there says why it cannot be
        return FREE
    # Most decks are as they were written.
    from deckgen.pull.changes import changes
    from deckgen.pull.rebuilt import unsaid
    from deckgen.pull.telling import told
    from deckgen.pull.theirs import read_theirs

    deck = read_theirs(data)
    if not deck.readable:
        return Standing("foreign")
    found = changes(origin.snapshot, deck)
    if found and scene is not None:
        found = unsaid(found, scene, deck)
    return Standing("edited", tuple(told(found, lang)), len(found)) if found else FREE


def edited_since(path: str, lang: str, scene: Scene | None) -> Finding | None:
    """That the deck at `path` was edited after it was built, and the outline does not say so; None where it was not, or there is none."""
    found = standing(path, lang, scene)
    if found.kind != "edited":
        return None
    return Finding(Span(path), "pull/edited-since", {"count": str(found.count), "deck": path}, "warning")


def copy_name(path: str, day: datetime.date, word: str) -> str:
    """A name beside the old deck that nothing has yet: 报告（手改 2026-11-30）.pptx, then （手改 2026-11-30 2）."""
    stem, ending = os.path.splitext(path)
    for number in range(1, MOST_COPIES):
        again = f" {number}" if number > 1 else ""
        name = f"{stem}{word.format(day=f'{day.isoformat()}{again}')}{ending}"
        if not os.path.lexists(name):
            return name
    raise FileExistsError(path)
