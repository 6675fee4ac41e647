"""`deckgen theme diff`: what is otherwise in a newer template: layouts and places added, gone, moved; faces, colours, page."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Term, term
from deckgen.geometry import px
from deckgen.style import SLOTS
from deckgen.template.facts import Facts, LayoutFact, PlaceFact
from deckgen.template.places import scope_of
from deckgen.template.report import pixels

MOVED = px(2)  # less is a rounding


def differences(old: Facts, new: Facts) -> Iterator[Term]:
    """One after the other, as words of the catalogs."""
    if (old.page.width, old.show.width) != (new.page.width, new.show.width):
        yield term("theme/diff-page", old=size(old), new=size(new))
    if len(old.masters) != len(new.masters):
        yield term("theme/diff-masters", old=len(old.masters), new=len(new.masters))
    yield from of_theme(old, new)
    before, after = by_name(old), by_name(new)
    yield from (term("theme/diff-layout-gone", name=name) for name in before if name not in after)
    yield from (term("theme/diff-layout-new", name=name) for name in after if name not in before)
    for name, layout in after.items():
        if name in before:
            yield from of_layout(before[name], layout)


def size(facts: Facts) -> str:
    return f"{facts.show.width / 12_700:.0f} × {facts.show.height / 12_700:.0f}"


def by_name(facts: Facts) -> dict[str, LayoutFact]:
    """Layouts by their names, those of further masters with the number of theirs."""
    found: dict[str, LayoutFact] = {}
    for layout in facts.layouts:
        name = layout.name if layout.master == 0 else f"{layout.name} ({layout.master + 1})"
        found.setdefault(name, layout)
    return found


def of_theme(old: Facts, new: Facts) -> Iterator[Term]:
    before, after = (scope_of(facts, facts.masters[0]) for facts in (old, new))
    for slot in SLOTS:
        if before.theme.scheme.get(slot) != after.theme.scheme.get(slot):
            yield term("theme/diff-color", slot=slot, old=before.theme.scheme.get(slot, "–"), new=after.theme.scheme.get(slot, "–"))
    for reference, face in after.theme.faces.items():
        if before.theme.faces.get(reference) != face:
            yield term("theme/diff-face", which=reference, old=before.theme.faces.get(reference) or "–", new=face or "–")


def of_layout(old: LayoutFact, new: LayoutFact) -> Iterator[Term]:
    before, after = ({key(place): place for place in layout.places} for layout in (old, new))
    for name in before:
        if name not in after:
            yield term("theme/diff-place-gone", layout=new.name, place=name)
    for name, place in after.items():
        if name not in before:
            yield term("theme/diff-place-new", layout=new.name, place=name)
        elif moved(before[name], place):
            yield term("theme/diff-place-moved", layout=new.name, place=name, old=at(before[name]), new=at(place))
    if len(old.own_art) != len(new.own_art):
        yield term("theme/diff-art", layout=new.name, old=len(old.own_art), new=len(new.own_art))


def key(place: PlaceFact) -> str:
    return f"{place.type}#{place.idx}"


def at(place: PlaceFact) -> str:
    return str(pixels(place.box)) if place.box else "–"


def moved(old: PlaceFact, new: PlaceFact) -> bool:
    if old.box is None or new.box is None:
        return old.box is not new.box
    pairs = ((old.box.x, new.box.x), (old.box.y, new.box.y), (old.box.width, new.box.width), (old.box.height, new.box.height))
    return any(abs(one - other) > MOVED for one, other in pairs)
