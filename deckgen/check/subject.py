"""What a check looks at: the outline and its ledger, the scene once there is one, and all texts as one script."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from deckgen import scene
from deckgen.amounts import unknown_cell
from deckgen.diagnostics import Span
from deckgen.figures import Figure, Ledger
from deckgen.kinds.texts import slide_texts
from deckgen.outline import Outline, Part, Row, Slide, Text
from deckgen.scene import ChartBox, Group, Item, Scene, TableBox, TextBox

MOST_SIZE = 400_000  # ST_TextFontSize, hundredths of a point
FOOTING = ("ftr", "sldNum", "dt")
NEAR = 4  # characters that are shown on either side of a mark
FIGURE = "\ufffc"  # stands in the script where a figure of the ledger is printed


class Subject:
    """One report under examination.

    `whole` is False when the outline was read with faults, so that only the good rest of it is here; `scene` is None when it
    could not be laid out without faults.
    """

    def __init__(self, outline: Outline, ledger: Ledger, used: tuple[str, ...], source: str) -> None:
        self.outline = outline
        self.ledger = ledger
        self.used = used
        self.source = source
        self.whole = True
        self.scene: Scene | None = None

    @cached_property
    def script(self) -> Script:
        return Script(self.outline, self.source)

    @property
    def slides(self) -> tuple[scene.PlacedSlide, ...]:
        return self.scene.slides if self.scene else ()

    @cached_property
    def shown(self) -> list[Shown]:
        """Every text that a slide shows, without footer, number and decoration."""
        return [shown(slide, box) for slide in self.slides for box in boxes_of(slide.items)]

    @cached_property
    def data(self) -> set[int]:
        """The identities of the texts that are data: cells and heads of tables, categories and series of charts."""
        found: set[int] = set()
        for slide in (slide for part in self.outline.parts for slide in part.slides):
            for name in ("rows", "columns", "categories", "series"):
                for entry in getattr(slide, name, ()):
                    texts = (
                        [entry]
                        if isinstance(entry, Text)
                        else entry.cells
                        if isinstance(entry, Row)
                        else [getattr(entry, "label", getattr(entry, "name", None))]
                    )
                    found.update(id(text) for text in texts)
        return found

    @cached_property
    def unknown_cells(self) -> list[tuple[str, Text]]:
        """The cells that say X without the ledger, each with the title of its slide."""
        slides = (slide for part in self.outline.parts for slide in part.slides)
        cells = ((slide.title.plain, cell) for slide in slides for cell in cells_of(slide))
        return [(title, cell) for title, cell in cells if unknown_cell(cell) and not any(run.figure for run in cell.runs)]

    @property
    def figures_used(self) -> list[Figure]:
        return [self.ledger.figures[name] for name in self.used]


def cells_of(slide: Slide) -> Iterator[Text]:
    """The cells of a table, the values of a chart."""
    for row in getattr(slide, "rows", ()):
        yield from row.cells
    for series in getattr(slide, "series", ()):
        yield from (quantity.text for quantity in series.values)


class Shown(NamedTuple):
    """One text of a slide with what several rules ask of it."""

    slide: scene.PlacedSlide
    box: TextBox
    characters: int
    smallest: int  # size of type, hundredths of a point
    height: int  # what the lines need, hundredths of a point


def shown(slide: scene.PlacedSlide, box: TextBox) -> Shown:
    """One walk for all rules: of 1 000 slides these are 20 000 boxes."""
    characters, smallest, height = 0, MOST_SIZE, 0
    for paragraph in box.paragraphs:
        height += paragraph.leading * len(paragraph.lines) + paragraph.space_before
        for line in paragraph.lines:
            for run in line:
                characters += len(run.text)
                if run.text and run.style.size < smallest:
                    smallest = run.style.size
    return Shown(slide, box, characters, smallest, height)


def boxes_of(items: tuple[Item, ...]) -> Iterator[TextBox]:
    for item in items:
        if isinstance(item, Group):
            yield from boxes_of(item.items)
        elif isinstance(item, TableBox):
            yield from item.boxes
        elif isinstance(item, ChartBox):
            from deckgen.plot import label_boxes

            yield from label_boxes(item)
        elif isinstance(item, TextBox) and not item.decorative and not (item.placeholder and item.placeholder.type in FOOTING):
            yield item


def line_text(line: tuple[scene.StyledRun, ...]) -> str:
    return line[0].text if len(line) == 1 else "".join(run.text for run in line)


class Script:
    """Every text of the report, slides and notes, a line each (a notes text has several), so that one search reads it all.

    Figures stand as FIGURE: what they print is the ledger's affair.
    """

    def __init__(self, outline: Outline, source: str) -> None:
        self.source = source  # the outline's file
        self.texts = [text for text in outline_texts(outline) if text.runs]
        bare = [bare_text(text) for text in self.texts]
        self.joined = "\n".join(bare)
        self.starts = starts_of(bare)
        self.followed: dict[tuple[int, str], tuple[int, int]] = {}  # by text and piece: the last place asked for, here and in the file

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Where each line of the outline's file begins."""
        return starts_of(self.source.split("\n"))

    def text_at(self, position: int) -> Text:
        return self.texts[bisect_right(self.starts, position) - 1]

    def before(self, position: int, most: int) -> str:
        """Up to `most` characters that stand before the position in the same line."""
        return self.joined[max(0, position - most) : position].rpartition("\n")[2]

    @cached_property
    def figures(self) -> dict[int, str]:
        """What each FIGURE prints, by its place in `joined`."""
        places = (match.start() for match in re.finditer(FIGURE, self.joined))
        return dict(zip(places, (run.text for text in self.texts for run in text.runs if run.figure), strict=False))

    def around(self, position: int) -> str:
        """A few characters on either side, within the line, its figures as they are printed."""
        start = max(0, position - NEAR)
        start = max(start, self.joined.rfind("\n", start, position) + 1)
        stop = position + NEAR + 1
        end = self.joined.find("\n", position, stop)
        stop = end if end >= 0 else stop
        return "".join(self.figures.get(at, char) for at, char in enumerate(self.joined[start:stop], start))

    def shown_before(self, position: int) -> str:
        """The character before the position as it is shown: of a figure the last that it prints."""
        return self.figures.get(position - 1, self.joined[position - 1 : position])[-1:] if position else ""

    def shown_after(self, position: int) -> str:
        """The character behind the one at the position as it is shown: of a figure the first that it prints."""
        return self.figures.get(position + 1, self.joined[position + 1 : position + 2])[:1]

    def span(self, start: int, end: int) -> Span:
        """Where the characters stand in the outline's file; the start of their text where marks or line breaks hide them."""
        number = bisect_right(self.starts, start) - 1
        span, piece = self.texts[number].source, self.joined[start:end]
        if not span.line:
            return span
        at = self.place_in_source(number, piece, start)
        if at < 0:
            return span
        line = bisect_right(self.line_starts, at)
        return Span(span.path, line, at - self.line_starts[line - 1] + 1)

    def place_in_source(self, number: int, piece: str, start: int) -> int:
        """Where the piece at `start` of a text stands in the outline's file, counted among its like; -1 where it does not.

        Searched on from the one before it: of a text of nothing but quotes there are a hundred thousand.
        """
        known, at = self.followed.get((number, piece), (-1, -1))
        if not 0 <= known <= start:
            known = self.starts[number]
            source = self.texts[number].source
            at = self.source.find(piece, self.line_starts[source.line - 1] + source.column - 1)
        for _ in range(self.joined.count(piece, known, start)):
            at = self.source.find(piece, at + len(piece)) if at >= 0 else -1
        self.followed[number, piece] = (start, at)
        return at


def starts_of(lines: Iterable[str]) -> Sequence[int]:
    """Where each line begins in the text that they are together; of 5 000 slides there are half a million."""
    return array("q", accumulate((len(line) + 1 for line in lines), initial=0))


def bare_text(text: Text) -> str:
    runs = text.runs
    if len(runs) == 1 and not runs[0].figure:
        return written(runs[0].text)
    return "".join(FIGURE if run.figure else written(run.text) for run in runs)


def written(text: str) -> str:
    """What the author wrote; the sign of a figure is no word of his."""
    return text.replace(FIGURE, "\ufffd") if FIGURE in text else text


def outline_texts(outline: Outline) -> Iterator[Text]:
    """Every text of the outline in the order of the deck."""
    yield from (outline.title, outline.kicker, outline.subtitle, outline.organization, outline.presenter, outline.date, outline.notes)
    for part in outline.parts:
        yield from part_texts(part)
    if outline.closing:
        yield from (outline.closing.title, outline.closing.text, outline.closing.notes)


def part_texts(part: Part) -> Iterator[Text]:
    yield from (part.title, part.motto, part.notes)
    for slide in part.slides:
        yield from slide_texts(slide)
