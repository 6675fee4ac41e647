"""读屏顺序与看到的顺序不一致。

查什么：标题不在最前；页脚、日期、页码不在最后；先读下面的文字再读同一列上面的文字，或并排的同样大小的几块里先读右边的。
只报明显的颠倒；组合内部、竖排文字和装饰不查。
为什么：读屏软件和键盘 Tab 键按选择窗格从下到上的顺序走，顺序乱了听不懂；PowerPoint 的辅助功能检查给出警告。
怎么改：开始 → 排列 → 选择窗格（或审阅 → 检查辅助功能 → 阅读顺序），拖动到正确的顺序：先读的在最下面。

---
The order of reading is not the order of seeing.

Finds: a title that is not first; footer, date or number that is not last; text that is read before what stands above it in the same column, or of equal blocks in a row the right one before the left.
Only gross inversions are reported; inside groups, upright text and decoration are left alone.
Why: screen readers and the Tab key walk through the selection pane from the bottom up; PowerPoint's own checker warns of it.
Mend: Home → Arrange → Selection Pane, and drag into order; what is read first stands at the bottom.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import speaks
from deckgen.inspect.values import FinishedSlide, Shape

RULE = "a11y/reading-order"
SEVERITY: Severity = "warning"
ALIGNED = 0.6  # of the narrower (lower) of two boxes that must stand in one column (row)
ALIKE = 0.8  # two lengths of which the shorter is so much of the longer
BLOCK = 6  # a block takes at least so much of the slide's width: a sixth
MARK = 4  # characters of a numeral or a badge
MOST = 200  # shapes of a slide that are compared pair by pair


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        shapes = [shape for shape in slide.shapes if speaks(shape) and shape.parent < 0 and shape.box is not None]
        yield from astray_title(slide, shapes)
        yield from astray_footer(slide, shapes)
        yield from first_inversion(slide, [shape for shape in shapes if is_content(shape)][:MOST], deck.page)


def is_content(shape: Shape) -> bool:
    """Whether its place in the order matters: neither frame nor navigation nor a mark beside its text."""
    navigates = shape.link is not None and shape.link.internal
    is_mark = shape.kind == "shape" and len(shape.plain) <= MARK
    return not (shape.is_title or shape.is_footer or navigates or is_mark)


def astray_title(slide: FinishedSlide, shapes: list[Shape]) -> Iterator[Hit]:
    order = [shape.is_title for shape in shapes if shape.plain or not shape.is_title]
    if any(order) and not order[0]:
        title = next(shape for shape in shapes if shape.is_title and shape.plain)
        yield at(slide.number, title.name, what=term("a11y/title-not-first"))


def astray_footer(slide: FinishedSlide, shapes: list[Shape]) -> Iterator[Hit]:
    rest = [shape for shape in shapes if shape.is_footer or not shape.is_title]
    last = max((index for index, shape in enumerate(rest) if not shape.is_footer), default=-1)
    early = next((shape for shape in rest[: max(0, last)] if shape.is_footer), None)
    if early is not None:
        yield at(
            slide.number,
            early.name,
            what=term("a11y/footer-before-content"),
        )


def first_inversion(slide: FinishedSlide, shapes: list[Shape], page: Box) -> Iterator[Hit]:
    for index, later in enumerate(shapes):
        for earlier in shapes[:index]:
            if is_inverted(earlier, later, page):
                what = term("a11y/read-after", name=earlier.name)
                yield at(slide.number, later.name, what=what)
                return


def is_inverted(earlier: Shape, later: Shape, page: Box) -> bool:
    first, second = later.box, earlier.box  # as they should be read
    if first is None or second is None or is_upright(first) or is_upright(second):
        return False
    across = min(first.right, second.right) - max(first.x, second.x)
    if first.bottom <= second.y:
        return across >= ALIGNED * min(first.width, second.width)
    down = min(first.bottom, second.bottom) - max(first.y, second.y)
    # Panels are read first on whichever side they stand; of equal blocks in a row (cards, columns) the left one is.
    equal = alike(first.width, second.width) and alike(first.height, second.height)
    return equal and first.width * BLOCK >= page.width and first.right <= second.x and down >= ALIGNED * first.height


def alike(one: int, other: int) -> bool:
    return min(one, other) >= ALIKE * max(one, other)


def is_upright(box: Box) -> bool:
    """Columns of upright text are read from the right."""
    return box.height > 3 * box.width
