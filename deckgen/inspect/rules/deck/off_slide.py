"""内容跑到幻灯片外面。

查什么：文字有一部分落在幻灯片外，表格、图表、图片超出边缘，或整个对象都在幻灯片外。没有文字的装饰形状可以出血，不报。
为什么：放映和打印时看不见；藏在外面的旧内容还会随文件流传出去。
怎么改：移回画面内；不要的删掉；表格太长就拆成两页。

---
Something leaves the slide.

Finds: text partly outside the slide, tables, charts and pictures over its edge, and objects wholly outside. Shapes without text may bleed.
Why: nobody sees it in a show or in print; and what is parked outside travels with the file.
Mend: move it back, delete what is not needed, split a table over two slides.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, Term, term
from deckgen.geometry import Box
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.ground import share
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import is_empty_placeholder
from deckgen.inspect.values import Shape

RULE = "deck/off-slide"
SEVERITY: Severity = "warning"
EDGE = 100  # ink may reach a hundredth of the slide's width over its edge: side bearings, tables of other faces
OUTSIDE = term("deck/wholly-outside")
TEXT = term("deck/text-outside")
PART = term("deck/partly-outside")
# What has to be seen whole, and how much of it: pictures may bleed a little.
SEEN = {"table": 0.99, "chart": 0.99, "diagram": 0.99, "object": 0.99, "picture": 0.8, "media": 0.8}


def check(deck: FinishedDeck) -> Iterator[Hit]:
    page = deck.page
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.hidden or shape.box is None or shape.kind == "group" or is_empty_placeholder(shape):
                continue
            what = outside(shape, shape.box, page)
            if what is not None:
                yield at(slide.number, shape.name, what=what)


def outside(shape: Shape, box: Box, page: Box) -> Term | None:
    if shape.beside:
        return None if shape.is_title else OUTSIDE  # a title off the slide is how PowerPoint hides it from sight only
    slack = page.width // EDGE
    for line in shape.text.lines if shape.text and not shape.text.warped and shape.text.autofit != "diagram" else ():
        ink = line.box
        if ink.x < -slack or ink.y < -slack or ink.right > page.right + slack or ink.bottom > page.bottom + slack:
            return TEXT
    least = SEEN.get(shape.kind)
    if least is not None and not shape.decorative and box.width and box.height and share(page, box) < least:
        return PART
    return None
