"""Text set into its shape by the project's advance tables, as PowerPoint breaks it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import accumulate, pairwise

from msgspec import Struct, structs

from deckgen.geometry import EMU_PER_PT, Box
from deckgen.inspect.resolve.levels import Spacing
from deckgen.inspect.resolve.matrix import Matrix
from deckgen.inspect.shapes.latin import ADVANCES, CHARACTERS
from deckgen.inspect.values import FinishedLine, FinishedRun
from deckgen.measure import METRICS
from deckgen.measure.kinsoku import SPACES
from deckgen.measure.widths import FIRST_CHINESE, Advances
from deckgen.measure.wrap import spans

# What single spacing takes of the type size: 1.2 in LibreOffice, 1.12 to 1.27 in published probes of PowerPoint.
SINGLE = 1.2
HUNDRED_PERCENT = 100_000
# Faces whose Latin is set on half an em, as typewriters do; and those of the width of Times.
HALF_EM = ("宋体", "simsun", "新宋体", "nsimsun", "仿宋", "fangsong", "楷体", "kaiti", "黑体", "simhei", "隶书", "幼圆")
SERIF = ("garamond", "华文", "serif", "roman", "baskerville", "bodoni")
# How names begin → the face of `latin` with its advances, or with those nearest to it.
FACES = (
    ("calibri", "calibri"),
    ("carlito", "calibri"),
    ("candara", "calibri"),
    ("corbel", "calibri"),
    ("cambria", "cambria"),
    ("constantia", "cambria"),
    ("arial narrow", "arial narrow"),
    ("arial", "arial"),
    ("helvetica", "arial"),
    ("liberation sans", "arial"),
    ("segoe ui", "arial"),
    ("trebuchet", "arial"),
    ("franklin gothic", "arial"),
    ("microsoft sans", "arial"),
    ("times", "times"),
    ("liberation serif", "times"),
    ("georgia", "georgia"),
    ("tahoma", "tahoma"),
    ("verdana", "verdana"),
    ("lucida", "verdana"),
    ("century gothic", "century gothic"),
    ("century", "century"),
    ("palatino", "palatino"),
    ("book antiqua", "palatino"),
    ("bookman", "bookman"),
    ("courier", "courier"),
    ("consolas", "courier"),
)
LONGEST = 20_000  # characters of a paragraph that are set; nobody shows more on a slide
TAB = "\t"
QUOTES = {"\u201a": "\u2018", "\u201e": "\u201c", "\u2039": "(", "\u203a": ")"}  # as wide as these, to a few mem
# Scripts that the tables leave out, each letter in mem as its script is in the mean: Greek and Cyrillic as Liberation Sans (which has
# Arial's advances), Hebrew and joined Arabic as lines of Arial come out; points and vowel signs stand over their letters.
SCRIPTS = {
    chr(code): width
    for first, last, width in (
        (0x0391, 0x03A9, 677), (0x03B1, 0x03C9, 539), (0x0410, 0x042F, 726), (0x0430, 0x044F, 578),
        (0x0591, 0x05C7, 0), (0x05D0, 0x05EA, 520), (0x0621, 0x064A, 430), (0x064B, 0x065F, 0),
    )
    for code in range(first, last + 1)
}  # fmt: skip
TAB_WIDTH = 2000  # mem; a tab goes to the next stop, half an inch or two ems on in the mean


class ParagraphSetting(Struct, frozen=True, gc=False):
    """How a paragraph is set."""

    align: str
    leading: Spacing
    before: Spacing
    after: Spacing
    left: int
    first: int = 0  # of the first line, beside `left`


class TextFrame(Struct, frozen=True, gc=False):
    """The shape around a text, in its own coordinates."""

    width: int
    height: int
    insets: tuple[int, int, int, int]  # left, top, right, bottom
    anchor: str
    vertical: str  # horz, vert, vert270, eaVert …
    wraps: bool
    columns: int
    matrix: Matrix
    reduction: int = 0  # thousandths of a percent that autofit takes off percent spacing

    @property
    def upright(self) -> bool:
        """Whether lines run down the shape."""
        return self.vertical != "horz"


class UnplacedLine(Struct, frozen=True, gc=False):
    """A line before it has a place."""

    runs: tuple[FinishedRun, ...]
    width: int
    size: int  # EMU of its largest type
    pitch: int  # to the next baseline
    space: int  # before it
    align: str
    indent: int


Paragraphs = tuple[tuple[tuple[FinishedRun, ...], ParagraphSetting], ...]


def set_text(paragraphs: Paragraphs, frame: TextFrame) -> tuple[tuple[FinishedLine, ...], int, int]:
    """(lines with ink on the slide, EMU the ink takes across the lines, EMU of the highest line)."""
    rows = all_rows(paragraphs, frame)
    if not any(map(is_inked, rows)):
        return (), 0, 0
    total = sum(row.space + row.pitch for row in rows)
    highest = max(row.pitch for row in rows if is_inked(row))
    if frame.columns > 1:  # they share the lines; which stands where is not told
        return (), total // frame.columns, highest
    return tuple(placed_lines(rows, total, frame)), needed(rows, total, frame.anchor), highest


def needed(rows: list[UnplacedLine], total: int, anchor: str) -> int:
    """EMU across the lines that a shape must have to hold the ink: empty lines push it away from where the text is anchored."""
    ends = list(accumulate(row.space + row.pitch for row in rows))
    inked = [index for index, row in enumerate(rows) if is_inked(row)]
    first, last = inked[0], inked[-1]
    top = ends[first] - rows[first].pitch + half_surplus(rows[first])
    bottom = ends[last] - half_surplus(rows[last])
    match anchor:
        case "ctr":
            return 2 * max(total // 2 - top, bottom - total // 2)
        case "b":
            return total - half_surplus(rows[-1]) - top
    return bottom - half_surplus(rows[0])


def half_surplus(row: UnplacedLine) -> int:
    """Half of what a line has over its type stands above it, half below."""
    return max(0, row.pitch - row.size) // 2


def is_inked(row: UnplacedLine) -> bool:
    return any(run.text.strip() for run in row.runs)


def all_rows(paragraphs: Paragraphs, frame: TextFrame) -> list[UnplacedLine]:
    """Top to bottom; PowerPoint sets no space before the first paragraph."""
    rows: list[UnplacedLine] = []
    pending = 0
    for index, (runs, setting) in enumerate(paragraphs):
        flush = structs.replace(setting, first=0)
        lines = [row for at, part in enumerate(parted(runs)) for row in rows_of(part, flush if at else setting, frame)]
        space = max(pending, spacing(setting.before, lines[0].size)) if index else 0
        rows += [structs.replace(lines[0], space=space), *lines[1:]]
        pending = spacing(setting.after, lines[-1].size)
    return rows


def parted(runs: tuple[FinishedRun, ...]) -> list[list[FinishedRun]]:
    """The runs of each stretch between explicit breaks; a stretch without text keeps a run of its size."""
    parts: list[list[FinishedRun]] = [[]]
    for run in runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                parts.append([])
            if piece or not parts[-1]:
                parts[-1].append(run if piece == run.text else structs.replace(run, text=piece))
    return parts


def rows_of(runs: list[FinishedRun], setting: ParagraphSetting, frame: TextFrame) -> list[UnplacedLine]:
    """The lines of a stretch without breaks."""
    runs = pieces(runs, [0, LONGEST])[0] if sum(len(run.text) for run in runs) > LONGEST else runs
    text = "".join(run.text for run in runs)
    ends = list(accumulate((width for run in runs for width in advances(run)), initial=0))
    room = room_of(setting, frame)
    if not frame.wraps or ends[-1] <= room - setting.first or not text:
        return [row(runs, ends[-1], setting, frame)]
    lines = list(spans(text, room, [-setting.first, *ends[1:]], ends))
    parts = pieces(runs, [0, *(end for _, end in lines)])
    widths = [ends[begin + len(text[begin:end].rstrip(SPACES))] - ends[begin] for begin, end in lines]
    flush = structs.replace(setting, first=0)
    return [row(part, width, flush if at else setting, frame) for at, (part, width) in enumerate(zip(parts, widths, strict=True))]


def room_of(setting: ParagraphSetting, frame: TextFrame) -> int:
    left, top, right, bottom = frame.insets
    along = frame.height - top - bottom if frame.upright else frame.width - left - right
    return max(1, along // max(1, frame.columns) - setting.left)


def pieces(runs: list[FinishedRun], offsets: list[int]) -> list[list[FinishedRun]]:
    """The runs between each two neighbouring offsets of their text; of no text, the run that stands there."""
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    parts = []
    for begin, end in pairwise(offsets):
        part = []
        index = max(0, bisect_right(starts, begin) - 1)
        while index < len(runs) and starts[index] < end:
            piece = runs[index].text[max(0, begin - starts[index]) : end - starts[index]]
            if piece:
                part.append(runs[index] if piece == runs[index].text else structs.replace(runs[index], text=piece))
            index += 1
        parts.append(part or runs[:1])
    return parts


def row(runs: list[FinishedRun], width: int, setting: ParagraphSetting, frame: TextFrame) -> UnplacedLine:
    size = max(run.size for run in runs) * EMU_PER_PT // 100
    leading = setting.leading
    if not leading.exact:
        leading = Spacing(max(0, leading.value - frame.reduction), False)
    return UnplacedLine(tuple(runs), width, size, spacing(leading, size), 0, setting.align, setting.left + setting.first)


def spacing(distance: Spacing, size: int) -> int:
    """EMU of a distance beside type of `size` EMU."""
    if distance.exact:
        return distance.value * EMU_PER_PT // 100
    return round(size * SINGLE * distance.value / HUNDRED_PERCENT)


def placed_lines(rows: list[UnplacedLine], total: int, frame: TextFrame) -> Iterator[FinishedLine]:
    """The ink of every line that has some: as wide as its text, as high as its type."""
    left, top, right, bottom = frame.insets
    if frame.upright:
        along, across, first, edge = frame.height - top - bottom, frame.width - left - right, top, left
    else:
        along, across, first, edge = frame.width - left - right, frame.height - top - bottom, left, top
    at = {"ctr": (across - total) // 2, "b": across - total}.get(frame.anchor, 0)
    for line in rows:
        at += line.space
        if is_inked(line):
            begin = first + {"ctr": (along - line.width) // 2, "r": along - line.width}.get(line.align, line.indent)
            yield FinishedLine(on_slide(frame, begin, edge + at + (line.pitch - line.size) // 2, line.width, line.size), line.runs)
        at += line.pitch


def on_slide(frame: TextFrame, begin: int, top: int, width: int, size: int) -> Box:
    """A line's ink; upright lines run down, from right to left but for the turn to the left."""
    if not frame.upright:
        return frame.matrix.box(begin, top, width, size)
    if frame.vertical == "vert270":
        return frame.matrix.box(top, frame.height - begin - width, size, width)
    return frame.matrix.box(frame.width - top - size, begin, size, width)


def advances(run: FinishedRun) -> list[int]:
    """EMU of each character; PowerPoint adds nothing between scripts."""
    table = table_of(run.latin, run.bold, run.text.isascii() or all(char < FIRST_CHINESE for char in run.text))
    tracking = run.tracking * EMU_PER_PT // 100
    size = run.size * 2 // 3 if run.raised else run.size
    scale = size * EMU_PER_PT  # hundredths of a point of mem
    return [(TAB_WIDTH if char == TAB else table[char]) * scale // 100_000 + tracking for char in run.text]


@cache
def table_of(latin: str, bold: bool, wholly_latin: bool) -> Mapping[str, int]:
    """Advances nearest to a face, in mem; hanzi are an em in all of them. Quotes and dashes are the Latin face's only among Latin text."""
    name = latin.lower()
    if name.startswith(HALF_EM):
        return METRICS["song"].advances
    chinese = METRICS["sans-bold" if bold else "sans"].advances
    key = next((key for start, key in FACES if name.startswith(start)), "times" if any(word in name for word in SERIF) else "")
    if not key:
        return chinese
    own = dict(zip(CHARACTERS, ADVANCES[f"{key}-bold" if bold else key], strict=True))
    own |= {mark: own[like] for mark, like in QUOTES.items()} | SCRIPTS
    return Advances(chinese | {char: width for char, width in own.items() if wholly_latin or char < "\u2000"})
