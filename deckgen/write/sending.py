"""A deck that leaves the house: what is on its slides, and nothing of what was kept beside them."""

from __future__ import annotations

from msgspec import Struct, structs

from deckgen.diagnostics import NOWHERE
from deckgen.language import language_of
from deckgen.scene import NOTES_PAGE, Group, Item, Scene


class Dropped(Struct, frozen=True):
    """What was left out, and what is still there and may surprise."""

    notes: int  # slides that had notes
    record: bool  # what `pull` compares the deck with
    marks: int  # alternative texts that said of a figure that it is to come
    author: str  # that the properties named
    hidden: int  # slides that the show leaves out and the file holds


def for_sending(scene: Scene) -> tuple[Scene, Dropped]:
    """The scene without notes, record, remarks on unknown figures and personal properties; slides look the same.

    The X and its mark stay on the slide: an unknown figure is sent as one.
    """
    language = language_of(scene.properties.language)
    remark = language.bracketed("", language.furniture.pending.lower())  # as `Language.described` says it
    slides, marks = [], 0
    for slide in scene.slides:
        items, count = without_remarks(slide.items, remark)
        marks += count
        slides.append(structs.replace(slide, items=items, notes="", notes_source=NOWHERE, notes_page=NOTES_PAGE))
    dropped = Dropped(
        notes=sum(bool(slide.notes.strip()) for slide in scene.slides),
        record=scene.origin is not None,
        marks=marks,
        author=scene.properties.author,
        hidden=sum(slide.hidden for slide in scene.slides),
    )
    properties = structs.replace(scene.properties, author="")
    return structs.replace(scene, properties=properties, slides=tuple(slides), notes_page=NOTES_PAGE, origin=None), dropped


def without_remarks(items: tuple[Item, ...], remark: str) -> tuple[tuple[Item, ...], int]:
    """The items, their alternative texts without the remark, and how many had it."""
    made: list[Item] = []
    count = 0
    for item in items:
        alt = getattr(item, "alt", "")
        bare = alt.replace(remark, "")
        count += alt != bare
        changes: dict[str, object] = {} if alt == bare else {"alt": bare}
        if isinstance(item, Group):
            within, more = without_remarks(item.items, remark)
            count += more
            changes["items"] = within
        made.append(structs.replace(item, **changes) if changes else item)
    return tuple(made), count
