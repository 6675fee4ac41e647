"""Sample slides that carry the design: what of a slide is art, and which of its texts are the places.

Two thirds of the Chinese templates that were read draw their design on slides, over layouts that are bare. A slide named for a role
becomes a layout: what repeats on other slides, fills the page or frames it stays; its largest words are the title; the rest goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.geometry import Box, px
from deckgen.inspect.package.xml import MC, A, Element, P, children, inner, number
from deckgen.inspect.resolve.colors import Rgba
from deckgen.inspect.resolve.fills import fill_element, read_fill
from deckgen.inspect.resolve.matrix import IDENTITY, placed
from deckgen.inspect.resolve.scope import Scope
from deckgen.inspect.shapes.shapes import KINDS, frame_of, leaves
from deckgen.inspect.values import PlaceholderKey
from deckgen.template.area import area as size_of
from deckgen.template.area import common, is_ground, overlaps
from deckgen.template.facts import Facts
from deckgen.template.grow import NewLayout, NewPlace
from deckgen.template.read import attribute as said
from deckgen.template.read import is_seen, parsed, text_of

DEFAULT_SIZE = 1800
MARGIN = px(48)
FEW_TEXTS = 5  # a slide with more is no cover and no divider
REPEATED = 2  # other slides on which art stands at the same place
NEAR = px(8)
HEAD, FOOT = 18, 92  # percent of the height of the page: what stands above and below frames a slide
ON_BAND = 60  # percent of a title that must lie on art for it to be the title's ground
CHARS = 2  # a text of fewer is a number or a mark


class Words(Struct, frozen=True):
    """A text of a sample slide: where it stands, how large and in which colour it is set."""

    position: int  # of its shape at the top of the tree
    box: Box
    text: str
    size: int  # hundredths of a point on our page
    rgb: str
    bold: bool
    align: str


class Drawn(Struct, frozen=True):
    """A shape at the top of a slide's tree."""

    position: int
    box: Box
    picture: bool
    wordy: bool  # whether it holds words and nothing else is seen of it


class Sample(Struct, frozen=True):
    """A sample slide as material for a layout."""

    part: str
    number: int
    words: tuple[Words, ...]
    shapes: tuple[Drawn, ...]


def read_sample(facts: Facts, number: int) -> Sample | None:
    """The slide of that number; None where it cannot be read."""
    part = facts.slides[number - 1]
    root = parsed(facts.package, part)
    if root is None:
        return None
    layout = facts.package.of(part).target("slideLayout")
    design = facts.designs.layout(layout)
    scope = design.scope(root, facts.package, part)
    words: list[Words] = []
    shapes: list[Drawn] = []
    tops = [child for child in children(root, P + "cSld", P + "spTree") if child.tag in KINDS or child.tag == MC + "AlternateContent"]
    for position, top in enumerate(tops):
        found = list(leaves(top, IDENTITY))
        boxes = []
        for element, matrix in found:
            mark = element.find(f"*/{P}nvPr/{P}ph")
            base = None if mark is None else scope.base(key_of(mark))
            frame = frame_of(element, base)
            if frame is None:
                continue
            box = scaled(facts, placed(frame, matrix).box(0, 0, frame.width, frame.height))
            text = text_of(element)
            if len(text) >= CHARS:
                words.append(words_of(element, position, box, text, facts, scope))
            if mark is None and is_seen(element):
                boxes.append((element, box))
        if boxes:
            box = around([box for _, box in boxes])
            bare = all(not has_look(element) for element, _ in boxes)
            shapes.append(Drawn(position, box, any(element.tag == P + "pic" for element, _ in boxes), bare))
    return Sample(part, number, tuple(words), tuple(shapes))


def key_of(mark: Element) -> PlaceholderKey:
    return PlaceholderKey(mark.get("type", "obj"), mark.get("idx", "0"))


def words_of(element: Element, position: int, box: Box, text: str, facts: Facts, scope: Scope) -> Words:
    runs = list(element.iter(A + "rPr"))
    sizes = [number(run.get("sz")) for run in runs if run.get("sz")] or [DEFAULT_SIZE]
    fills = [fill for run in runs if (fill := fill_element(run)) is not None]
    stops: tuple[Rgba, ...] = read_fill(fills[0], scope.colors).stops if fills else ()
    align = next((said(paragraph, "algn") for paragraph in element.iter(A + "pPr") if said(paragraph, "algn")), "")
    bold = any(run.get("b") in ("1", "true") for run in runs)
    return Words(position, box, text, round(max(sizes) * facts.scale), stops[0].rgb if stops else "", bold, align)


def has_look(element: Element) -> bool:
    """Whether more is seen of a shape than its words."""
    if element.tag != P + "sp":
        return True
    properties = element.find(P + "spPr")
    fill = fill_element(properties)
    edge = fill_element(inner(properties, A + "ln"))
    styled = element.find(P + "style") is not None and fill is None
    return styled or (fill is not None and fill.tag != A + "noFill") or (edge is not None and edge.tag != A + "noFill")


def scaled(facts: Facts, box: Box) -> Box:
    scale = facts.scale
    return Box(round(box.x * scale), round(box.y * scale), round(box.width * scale), round(box.height * scale))


def around(boxes: Sequence[Box]) -> Box:
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


# ---- which slide is for what


def guessed_slides(facts: Facts, samples: Sequence[Sample]) -> dict[str, int]:
    """Role → number of the slide: the first, the last, the one whose title stands where most do, the one that repeats with few words."""
    if not samples:
        return {}
    guess = {"cover": samples[0].number}
    inside = samples[1:-1]
    last = samples[-1]
    if len(samples) > 2 and len(last.words) <= FEW_TEXTS:
        guess["closing"] = last.number
    titled = [(sample, title) for sample in inside if len(sample.words) > 2 and (title := head_of(facts, sample))]
    if titled:
        like = {sample.number: sum(near(title.box, other.box) for _, other in titled) for sample, title in titled}
        guess["content"] = max(titled, key=lambda pair: (like[pair[0].number], -len(pair[0].shapes), -pair[0].number))[0].number
    few = [sample for sample in inside if 1 <= len(sample.words) <= FEW_TEXTS and not head_of(facts, sample)]
    if few and len(samples) > 5:
        guess["divider"] = few[0].number
    return guess


def head_of(facts: Facts, sample: Sample) -> Words | None:
    """The title of a content slide: the largest words at its top."""
    top = [words for words in sample.words if words.box.bottom * 100 <= (HEAD + 6) * facts.page.height]
    return max(top, key=lambda words: (words.size, words.box.width), default=None)


def near(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) <= NEAR and abs(one.y - other.y) <= NEAR


# ---- a slide as a layout


def layout_from(facts: Facts, sample: Sample, role: str, others: Sequence[Sample], name: str) -> NewLayout:
    """The layout that a slide amounts to in a role."""
    kept = kept_shapes(facts, sample, role, others)
    art = [shape.box for shape in sample.shapes if shape.position in kept and not is_ground(shape.box, facts.page)]
    places = content_places(facts, sample, art) if role == "content" else opening_places(facts, sample, art)
    return NewLayout(
        role, name, sample.part, tuple(places), frozenset(kept), "title" if role == "cover" else "secHead" if role == "divider" else ""
    )


def kept_shapes(facts: Facts, sample: Sample, role: str, others: Sequence[Sample]) -> set[int]:
    """What is art. On a cover all that is more than words; on a content slide what frames it, fills it, or repeats."""
    page = facts.page
    kept = set()
    for shape in sample.shapes:
        if shape.wordy:
            continue
        frames = shape.box.bottom * 100 <= HEAD * page.height or shape.box.y * 100 >= FOOT * page.height
        repeats = (
            sum(any(same(shape.box, other.box) for other in each.shapes) for each in others if each.number != sample.number) >= REPEATED
        )
        if role != "content" or frames or repeats or is_ground(shape.box, page):
            kept.add(shape.position)
    return kept


def same(one: Box, other: Box) -> bool:
    return near(one, other) and abs(one.width - other.width) <= NEAR and abs(one.height - other.height) <= NEAR


def content_places(facts: Facts, sample: Sample, art: Sequence[Box]) -> list[NewPlace]:
    page = facts.page
    head = head_of(facts, sample)
    if head is None:
        box = Box(MARGIN, px(36), page.width - 2 * MARGIN, px(64))
        return [NewPlace("title", 0, "标题", box, 3200, "", True, "l", "ctr")]
    box = widened(head.box, page, [each for each in art if not size_of(common(each, head.box)) * 2 > size_of(head.box)], head.align)
    size = min(max(head.size, 2400), 3600)
    height = max(box.height, px(60))
    y = max(px(8), box.y + (box.height - height) // 2)
    return [NewPlace("title", 0, "标题", Box(box.x, y, box.width, height), size, head.rgb, head.bold, head.align, "ctr")]


def opening_places(facts: Facts, sample: Sample, art: Sequence[Box]) -> list[NewPlace]:
    """The largest words are the title, those below it subtitle and foot; a title has room for two lines."""
    page = facts.page
    wordy = [words for words in sample.words if any(ord(char) > 0x2E80 or char.isalpha() for char in words.text)]
    if not wordy:
        box = Box(page.width // 8, page.height * 3 // 10, page.width * 3 // 4, px(150))
        return [NewPlace("ctrTitle", 0, "标题", box, 4800, "", True, "ctr", "b")]
    title = max(wordy, key=lambda words: (words.size * min(len(words.text), 6), words.box.width))
    size = min(max(title.size, 3600), 6600)
    box = widened(title.box, page, [each for each in art if not overlaps(each, title.box)], title.align)
    height = max(box.height, size * 12_700 // 100 * 5 // 2)
    y = max(px(24), min(box.y - (height - box.height) // 2, page.height - height))
    band = next((each for each in art if size_of(common(each, title.box)) * 100 >= ON_BAND * size_of(title.box)), None)
    if band and size_of(band) * 3 < size_of(page):  # its words are seen on that art alone
        inset = band.width // 12
        box, y, height = Box(band.x + inset, band.y, band.width - 2 * inset, band.height), band.y, band.height
    places = [NewPlace("ctrTitle", 0, "标题", Box(box.x, y, box.width, height), size, title.rgb, title.bold, title.align, "ctr")]
    top = y + height
    below = sorted(
        (words for words in wordy if words is not title and words.box.y >= title.box.y + title.box.height // 2),
        key=lambda words: words.box.y,
    )
    for (kind, idx, name), words in zip(
        (("subTitle", 1, "副标题"), ("body", 101, "落款")), (below[0], below[-1]) if len(below) > 1 else below, strict=False
    ):
        place = widened(words.box, page, [each for each in art if not overlaps(each, words.box)], words.align or title.align)
        start = max(place.y, top + px(4))
        if start + px(30) > page.height - px(8):
            continue
        room = Box(place.x, start, place.width, min(max(place.height, px(40)), page.height - px(8) - start))
        places.append(
            NewPlace(
                kind, idx, name, room, min(max(words.size, 1600), 2800), words.rgb or title.rgb, False, words.align or title.align, "ctr"
            )
        )
        top = room.bottom
    return places


def widened(box: Box, page: Box, obstacles: Sequence[Box], align: str) -> Box:
    """The box as wide as art and margins let it be, on the side or sides to which its text grows."""
    row = [each for each in obstacles if each.y < box.bottom and each.bottom > box.y]
    left = max([MARGIN, *(each.right + px(12) for each in row if each.right <= box.x + box.width // 4)])
    right = min([page.width - MARGIN, *(each.x - px(12) for each in row if each.x >= box.right - box.width // 4)])
    if align == "ctr":
        middle = box.x + box.width // 2
        half = min(middle - left, right - middle)
        return Box(middle - half, box.y, 2 * half, box.height) if half * 2 > box.width else box
    if align == "r":
        return Box(min(left, box.x), box.y, box.right - min(left, box.x), box.height)
    return Box(box.x, box.y, max(right, box.right) - box.x, box.height)
