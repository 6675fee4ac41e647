"""文字与背景对比不够。

查什么：按 WCAG 2.1 计算文字与它下面颜色的对比度，小字低于 4.5:1，大字（18 磅起，加粗 14 磅起）低于 3:1。
背景取文字实际压着的东西：形状自身的填充、下层形状、版式和母版的装饰、幻灯片背景；渐变按最差的一端算；主题颜色、透明度、深浅变化都算在内。下面是图片、或表格样式未知时不作判断。
为什么：投影仪和强光下，浅色字会消失；PowerPoint 的辅助功能检查给出警告。
怎么改：把文字改深（或改浅），或换背景；优先用主题里对比足够的颜色。

---
Text and its background have too little contrast.

Finds: ratios after WCAG 2.1 under 4.5:1, or under 3:1 for large text (from 18 pt, bold from 14 pt).
The background is what the text really stands on: the shape's fill, shapes beneath, ornaments of layout and master, the slide's background; a gradient counts by its worse end; theme colours, transparency, tints and shades are resolved. Over pictures and in unknown table styles nothing is said.
Why: pale text vanishes on a projector; PowerPoint's own checker warns of it.
Mend: darken (or lighten) the text or change the background, preferably to colours of the theme.
"""

from collections.abc import Iterator

from msgspec import Struct

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.resolve.colors import over
from deckgen.inspect.resolve.fills import Fill
from deckgen.inspect.rules.ground import Grounds, Painter, grounds, lowest, painters
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import FinishedRun, FinishedSlide, FinishedText

RULE = "a11y/contrast"
SEVERITY: Severity = "warning"
LARGE, SMALL = 3.0, 4.5
LINES = 200  # of a text that are judged; the rest is below the slide


class Worst(Struct, frozen=True, order=True):
    """How pale a text is at its palest, and the two colours."""

    share: float  # of the ratio that is needed
    ratio: float
    needed: float
    color: str
    ground: str


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        stack = painters(slide)
        for order, shape in enumerate(slide.shapes):
            if shape.unseen or shape.decorative:
                continue
            pale = list(pale_texts(slide, stack, order))
            if pale:
                worst, text = min(pale, key=lambda pair: pair[0])
                yield at(
                    slide.number, shape.name, text=snippet(text), ratio=f"{worst.ratio:.2f}", needed=f"{worst.needed:g}",
                    color=worst.color, ground=worst.ground,
                )  # fmt: skip


def pale_texts(slide: FinishedSlide, stack: list[Painter], order: int) -> Iterator[tuple[Worst, str]]:
    """Of a shape's text, or of the cells of its table: how pale, and the words."""
    shape = slide.shapes[order]
    if shape.text is not None and not shape.text.warped:
        yield from pale_lines(slide, stack, order, shape.text)
    for cell in shape.table.cells if shape.table else ():
        if cell.text is None or cell.fill.unknown:
            continue
        if cell.fill.stops:
            yield from pale_runs(cell.text, cell.fill)
        else:
            # The table itself is unknown ground for others, but what lies under an unfilled cell is what lies under the table.
            yield from pale_lines(slide, [painter for painter in stack if painter.order != order], order, cell.text)


def pale_lines(slide: FinishedSlide, stack: list[Painter], order: int, text: FinishedText) -> Iterator[tuple[Worst, str]]:
    for line in text.lines[:LINES]:
        runs = [run for run in line.runs if run.text.strip() and run.fill.stops and not run.fill.unknown]
        under = grounds(slide, stack, order, line.box) if runs and line.box.width and line.box.height else None
        if under is not None:
            yield from ((low, run.text) for run in runs if (low := judged(run, under)))


def pale_runs(text: FinishedText, fill: Fill) -> Iterator[tuple[Worst, str]]:
    under = (frozenset(over(stop, "FFFFFF") for stop in fill.stops),)
    for run in text.runs:
        if run.fill.stops and not run.fill.unknown and (low := judged(run, under)):
            yield low, run.text


def judged(run: FinishedRun, under: Grounds) -> Worst | None:
    """The run against the kindest of the possible grounds, at the worst colour of that; None when it is legible."""
    needed = LARGE if run.large else SMALL
    ratio, color, ground = lowest(run, under)
    return Worst(ratio / needed, ratio, needed, color, ground) if ratio < needed else None
