"""What `deckgen build --keep DECK` does: build, put a person's edits of the old deck into the new one, tell what became of each."""

from __future__ import annotations

import os
from collections.abc import Iterator

from deckgen.cli.findings import UNUSABLE, complain, show, tell
from deckgen.cli.language import language, say
from deckgen.diagnostics import Findings
from deckgen.files import Folder, read_bytes
from deckgen.keep.deck import Kept, NotKeptError, keep
from deckgen.keep.shape import Rules
from deckgen.keep.slide import Edit
from deckgen.pull.guard import MOST_BYTES
from deckgen.pull.telling import MOST_TOLD, told_of
from deckgen.scene import Scene
from deckgen.write.save import is_same, replace_file

REFUSALS = {
    "foreign": "pull/not-foreign",
    "plain": "pull/not-plain",
    "newer": "pull/not-newer",
    "unreadable": "pull/not-unreadable",
    "theme": "keep/not-theme",
}
REASONS = {"conflict": "keep/why-conflict", "gone": "keep/why-gone", "unplaced": "keep/why-unplaced"}


def kept_deck(scene: Scene, path: str, rules: Rules, outline: str) -> Kept | int:
    """The new deck with what was edited in the one at `path`, or the exit code of a deck that cannot be asked."""
    findings = Findings()
    data = read_bytes(path, Folder(), MOST_BYTES, findings)
    if data is None:
        show(findings.all, "cli/nothing-built")
        return UNUSABLE
    try:
        return keep(scene, data, rules)
    except NotKeptError as refusal:
        complain(say(REFUSALS[refusal.why], path=path, outline=outline))
        return UNUSABLE


def write_kept(kept: Kept, path: str, old: str) -> None:
    """Put the deck in its place; the old one is kept beside where an edit of it gave way."""
    if kept.given_up and is_same(path, old):
        from deckgen.cli.copies import keep_copy

        tell(say("pull/kept-copy", copy=keep_copy(path)))
    replace_file(path, lambda file: file.write(kept.data))


def lines_of(kept: Kept) -> Iterator[str]:
    """What was kept, then what was not, and why."""
    done = [edit for edit in kept.edits if not edit.why]
    if not kept.edits:
        yield say("keep/no-edits")
    if done:
        yield say("keep/kept", count=len(done))
        yield from lines(done)
    for why, words in REASONS.items():
        left = [edit for edit in kept.edits if edit.why == why]
        if left:
            yield say(words, count=len(left))
            yield from lines(left)


def lines(edits: list[Edit]) -> Iterator[str]:
    for edit in edits[:MOST_TOLD]:
        yield f"  {told_of(edit.change, language())}"
    if len(edits) > MOST_TOLD:
        yield f"  {say('pull/more-edits', count=len(edits) - MOST_TOLD)}"


def is_in_place(path: str, old: str) -> bool:
    return os.path.exists(path) and is_same(path, old)
