"""Edits in words, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.messages import say_in
from deckgen.pull.changes import Change, Kind

WORDING: dict[Kind, str] = {
    "words": "pull/edit-words",
    "breaks": "pull/edit-breaks",
    "emphasis": "pull/edit-emphasis",
    "cell": "pull/edit-cell",
    "rows": "pull/edit-rows",
    "notes": "pull/edit-notes",
    "box": "pull/edit-box",
    "look": "pull/edit-look",
    "fill": "pull/edit-fill",
    "line": "pull/edit-line",
    "picture": "pull/edit-picture",
    "chart": "pull/edit-chart",
    "gone": "pull/edit-gone",
    "new": "pull/edit-new",
    "moving": "pull/edit-moving",
    "hidden": "pull/edit-hidden",
    "shown": "pull/edit-shown",
    "slide-gone": "pull/edit-slide-gone",
    "slide-new": "pull/edit-slide-new",
    "slide-moved": "pull/edit-slide-moved",
    "remark": "pull/edit-remark",
    "order": "pull/edit-order",
    "section": "pull/edit-section",
    "ground": "pull/edit-ground",
}
LONGEST = 40  # characters of a text that are quoted
MOST_TOLD = 40  # edits that are named one by one


def told(found: Sequence[Change], lang: str) -> Iterator[str]:
    """A line for each edit, and how many more there are."""
    for change in found[:MOST_TOLD]:
        yield told_of(change, lang)
    if len(found) > MOST_TOLD:
        yield say_in(lang, "pull/more-edits", count=len(found) - MOST_TOLD)


def told_of(change: Change, lang: str) -> str:
    old, new = parted(change.old, change.new) if change.kind in ("words", "cell", "breaks") else (change.old, change.new)
    facts = {"shape": change.shape, "old": quoted(old), "new": quoted(new), "was": change.was}
    if not (change.slide or change.was):  # of the deck as a whole
        return say_in(lang, WORDING[change.kind], **facts)
    return say_in(
        lang, "pull/on-slide" if change.slide else "pull/off-slide", slide=change.slide, was=change.was, title=quoted(change.title),
        what=say_in(lang, WORDING[change.kind], **facts),
    )  # fmt: skip


def parted(old: str, new: str) -> tuple[str, str]:
    """Two texts from a little before where they begin to differ."""
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same]:
        same += 1
    start = max(0, same - 6)
    return (f"…{old[start:]}", f"…{new[start:]}") if start else (old, new)


def quoted(text: str) -> str:
    words = " / ".join(text.split("\n"))
    return f"{words[:LONGEST]}…" if len(words) > LONGEST else words
