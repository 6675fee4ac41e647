"""What becomes of the texts of an outline: stretches of their values exchanged, gathered from all places that show them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from yaml.nodes import ScalarNode

from deckgen.pull.fields import Fields, Shown, squeezed
from deckgen.pull.scalars import differences
from deckgen.pull.segments import FIRST_TOKEN, Group

LAST_TOKEN = 0xF8FF
SHORTEST = 4  # characters of words that are looked for in other fields when their own has them no more


class Stretch(Struct, frozen=True, order=True):
    """Characters `start` to `end` of a value become `new`."""

    start: int
    end: int
    new: str


class Located(Struct, frozen=True):
    """The field that a group of words stands in now, and what of its value is exchanged."""

    field: str
    stretches: tuple[Stretch, ...]


def located(group: Group, name: str, within: str, fields: Fields) -> Located | None:
    """Where the words are written in the outline as it is now; None where they stand there no more."""
    found = placed(group, name, fields)
    if found is not None:
        return found
    if not isinstance(fields.at(name), ScalarNode | None) or len(squeezed(neutral(group.was))[0]) < SHORTEST:
        return None
    others = [other for field, _ in fields.texts(within) if field != name and (other := placed(group, field, fields)) is not None]
    return others[0] if len(others) == 1 else None


def placed(group: Group, name: str, fields: Fields) -> Located | None:
    shown = fields.shown(name)
    if shown is None:
        return None
    text, starts, ends = tokenized(shown)
    was, was_places = squeezed(neutral(group.was))
    now, now_places = squeezed(text)
    at = now.find(was)
    if at < 0 or not was:
        return None
    mapping = {place: now_places[at + number] for number, place in enumerate(was_places)}
    stretches = []
    for left, right, new in differences(group.was, group.now):
        stretch = stretch_of(left, right, new, group.was, mapping, starts, ends)
        if stretch is None:
            return None
        stretches.append(stretch)
    return Located(name, tuple(stretches))


def stretch_of(
    left: int, right: int, new: str, was: str, mapping: dict[int, int], starts: Sequence[int], ends: Sequence[int]
) -> Stretch | None:
    if any(is_token(char) for char in new):
        return None  # a figure that was moved within its text
    inside = [mapping[at] for at in range(left, right) if at in mapping]
    before = [mapping[at] for at in range(left) if at in mapping]
    after = [mapping[at] for at in range(right, len(was)) if at in mapping]
    words = escaped(new)
    if inside:
        return Stretch(starts[inside[0]], ends[inside[-1]], words)
    if left < right and before and after:
        return Stretch(ends[before[-1]], starts[after[0]], words)
    if before:
        return Stretch(ends[before[-1]], ends[before[-1]], words)
    return Stretch(starts[after[0]], starts[after[0]], words) if after else None


def escaped(words: str) -> str:
    """The words as an outline writes them: no mark of ours is read into them."""
    return words.replace("{", "{{").replace("}", "}}").replace("**", "\\*\\*")


def tokenized(shown: Shown) -> tuple[str, list[int], list[int]]:
    """The text with one character for each figure, and where each stands in the value."""
    text, starts, ends = "", list[int](), list[int]()
    at = 0
    for left, right, _ in (*shown.figures, (len(shown.text), len(shown.text), "")):
        text += shown.text[at:left]
        starts += shown.starts[at:left]
        ends += shown.ends[at:left]
        if left < right:
            text += chr(FIRST_TOKEN)
            starts.append(shown.starts[left])
            ends.append(shown.ends[left])
        at = right
    return text, starts, ends


def neutral(text: str) -> str:
    """The text with one and the same character for every figure."""
    return "".join(chr(FIRST_TOKEN) if is_token(char) else char for char in text)


def is_token(char: str) -> bool:
    return FIRST_TOKEN <= ord(char) <= LAST_TOKEN


class Wanted:
    """The stretches of every field that is to be exchanged."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.stretches: dict[str, dict[Stretch, None]] = {}

    def add(self, found: Located) -> bool:
        """Whether it agrees with what other places of the same text want."""
        known = self.stretches.setdefault(found.field, {})
        fresh = [stretch for stretch in found.stretches if stretch not in known]
        if any(overlap(one, other) for one in fresh for other in known):
            return False
        known.update(dict.fromkeys(fresh))
        return True

    def values(self) -> dict[str, str]:
        """The new value of every field that changes."""
        found = {}
        for name, stretches in self.stretches.items():
            node = self.fields.node(name)
            if isinstance(node, ScalarNode) and stretches:
                found[name] = exchanged(node.value, list(stretches))
        return found


def overlap(one: Stretch, other: Stretch) -> bool:
    if one.start == one.end or other.start == other.end:
        return one.start == other.start if one.start == one.end and other.start == other.end else inside(one, other) or inside(other, one)
    return one.start < other.end and other.start < one.end


def inside(point: Stretch, other: Stretch) -> bool:
    return point.start == point.end and other.start < point.start < other.end


def exchanged(value: str, stretches: Sequence[Stretch]) -> str:
    pieces, done = [], 0
    for stretch in sorted(stretches):
        pieces += [value[done : stretch.start], stretch.new]
        done = stretch.end
    return "".join([*pieces, value[done:]])
