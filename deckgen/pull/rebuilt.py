"""A deck held against what would be built now: edits that the outline has taken in are no edits any more."""

from __future__ import annotations

from deckgen.pull.changes import Change, changes
from deckgen.pull.matching import matched_slides, own_words, squeezed
from deckgen.pull.theirs import TheirDeck
from deckgen.scene import Scene
from deckgen.snapshot import Origin, Snapshot
from deckgen.write.pptx.source import Recorder

# What an outline can say; the rest is how it looks.
SAID = ("words", "cell", "rows", "notes", "gone", "slide-gone", "slide-new", "slide-moved", "hidden", "shown", "emphasis")


def unsaid(edits: list[Change], scene: Scene, deck: TheirDeck) -> list[Change]:
    """Those of the edits that a deck of this scene would not have."""
    built = Rebuilt(scene, deck)
    return [edit for edit in edits if edit.kind not in SAID or not built.says(edit)]


class Rebuilt:
    """What would be built now beside a deck."""

    def __init__(self, scene: Scene, deck: TheirDeck) -> None:
        snapshot = snapshot_of(scene)
        self.left = {key(change) for change in changes(snapshot, deck) if change.kind in SAID and not alike(change)}
        self.texts = {
            pair.slide.number: squeezed("".join(own_words(pair.record)))
            for pair in matched_slides(snapshot, deck)
            if pair.slide is not None and pair.record is not None
        }

    def says(self, edit: Change) -> bool:
        """Whether the edit would be there: in its shape, or in others of the slide, since other words may be arranged otherwise."""
        if key(edit) not in self.left:
            return True
        text = self.texts.get(edit.slide, "")
        if edit.kind in ("words", "cell"):
            return all(squeezed(line) in text for line in edit.new.split("\n"))
        return edit.kind == "gone" and bool(edit.old) and squeezed(edit.old) not in text


def key(change: Change) -> tuple[str, int, str]:
    """What an edit is known by in two comparisons of one deck: where it stands there and what it says, or what is gone."""
    return change.kind, change.slide, squeezed(change.new or change.old) or squeezed(change.title)


def snapshot_of(scene: Scene) -> Snapshot:
    """What a deck of this scene would remember."""
    return Recorder(scene.origin or Origin("", scene.design.name, lambda line, column: "")).snapshot(scene, "")


def alike(change: Change) -> bool:
    """Whether nothing but breaks and spaces differs: a card whose number is known has no lines left free for it."""
    return change.kind in ("words", "cell") and squeezed(change.old) == squeezed(change.new)
