"""What `deckgen build --for-sending` says of the deck that leaves the house."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.cli.language import say
from deckgen.diagnostics import listed
from deckgen.scene import Scene
from deckgen.write.sending import Dropped, for_sending


def sent(scene: Scene) -> tuple[Scene, list[str]]:
    """The scene without what is not for others, and the lines that say what that was."""
    bare, dropped = for_sending(scene)
    return bare, list(told(dropped))


def told(dropped: Dropped) -> Iterator[str]:
    """What was left out, all of it that was there; then what is still in the file without being seen."""
    what = []
    if dropped.notes:
        what.append(say("cli/dropped-notes", count=dropped.notes))
    if dropped.record:
        what.append(say("cli/dropped-record"))
    if dropped.marks:
        what.append(say("cli/dropped-marks", count=dropped.marks))
    if dropped.author:
        what.append(say("cli/dropped-author", author=dropped.author))
    yield say("cli/dropped", what=listed(what))
    if dropped.hidden:
        yield say("cli/hidden-are-sent", count=dropped.hidden)
