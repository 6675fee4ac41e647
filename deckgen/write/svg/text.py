"""Lines of text, each at its place; nothing is wrapped again."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.geometry import EMU_PER_PT, Box, Emu
from deckgen.scene import Paragraph, StyledRun, TextBox
from deckgen.style import Face
from deckgen.write.pptx.xml import attribute, escape
from deckgen.write.svg.faces import families, pieces
from deckgen.write.svg.look import SlideLook, px

ANCHORS = {"l": "", "ctr": ' text-anchor="middle"', "r": ' text-anchor="end"'}
# With exact spacing LibreOffice sets the baseline a fifth of the type size above the foot of the line, whatever the face
# (measured: 0.200 em in 600 lines; its `SDRATTR_TEXT_USEFIXEDCELLHEIGHT`, which the import of a .pptx turns on).
DEPTH = 200
# From the foot of an upright column's line to the middle of its characters, in thousandths of an em.
COLUMN_MIDDLE = 615


def text_lines(box: TextBox, look: SlideLook) -> str:
    """All lines of a box."""
    left, top, right, bottom = box.margins
    inner = box.box.inset(left, top, right, bottom)
    place = column if box.vertical else row
    return "".join([place(paragraph, line, foot, inner, look) for paragraph, line, foot in placed(box, inner)])


def placed(box: TextBox, inner: Box) -> Iterator[tuple[Paragraph, tuple[StyledRun, ...], Emu]]:
    """Each line that holds text, with the distance of its foot from the head of the box."""
    room = inner.width if box.vertical else inner.height
    at = {"t": 0, "ctr": (room - box.ink_height) // 2, "b": room - box.ink_height}[box.anchor]
    for paragraph in box.paragraphs:
        at += paragraph.space_before * EMU_PER_PT // 100
        for line in paragraph.lines:
            at += paragraph.leading * EMU_PER_PT // 100
            if any(run.text and not run.text.isspace() for run in line):
                yield paragraph, line, at


def row(paragraph: Paragraph, line: tuple[StyledRun, ...], foot: Emu, inner: Box, look: SlideLook) -> str:
    """A line from left to right, its baseline above its foot."""
    x = {"l": inner.x, "ctr": inner.x + inner.width / 2, "r": inner.right}[paragraph.align] + overhang(paragraph, line)
    y = inner.y + foot - depth(line)
    return f'<text x="{px(x)}" y="{px(y)}"{ANCHORS[paragraph.align]}{spans(line, look)}</text>'


def overhang(paragraph: Paragraph, line: tuple[StyledRun, ...]) -> float:
    """How much further a line goes than it shows: browsers count the letter-spacing behind its last character, slides do not."""
    return {"l": 0, "ctr": 0.5, "r": 1}[paragraph.align] * trimmed(line)[-1].style.spacing * EMU_PER_PT / 100


def depth(line: tuple[StyledRun, ...]) -> Emu:
    """How far the baseline lies above the foot of the line."""
    return max(run.style.size for run in line) * DEPTH * EMU_PER_PT // 100_000


def column(paragraph: Paragraph, line: tuple[StyledRun, ...], foot: Emu, inner: Box, look: SlideLook) -> str:
    """An upright line, columns from right to left; Latin and digits lie on their side, as `eaVert` has them."""
    y = {"l": inner.y, "ctr": inner.y + inner.height / 2, "r": inner.bottom}[paragraph.align] + overhang(paragraph, line)
    size = max(run.style.size for run in line)
    x = inner.right - foot + size * COLUMN_MIDDLE * EMU_PER_PT // 100_000
    return f'<text x="{px(x)}" y="{px(y)}" writing-mode="tb"{ANCHORS[paragraph.align]}{spans(line, look)}</text>'


def spans(line: tuple[StyledRun, ...], look: SlideLook) -> str:
    """The rest of the opening tag, and the text: neighbours that look the same are one; the blanks at a line's end are left out."""
    stretches: list[list[str]] = []
    above = 0  # how far the stretch before stands above the line
    for run in trimmed(line):
        for piece, face in pieces(run.text, look.fonts[run.style.face], run.style.quotes):
            attributes = f"{look.type(run.style)}{family(face, run.style.face, look)}"
            height = run.style.raised * run.style.size
            if height != above:
                attributes += f' dy="{(above - height) / 7500:g}"'
                above = height
            if stretches and stretches[-1][0] == attributes and stretches[-1][2] == run.link:
                stretches[-1][1] += piece
            else:
                stretches.append([attributes, piece, run.link])
    if len(stretches) == 1 and not stretches[0][2]:
        return f"{stretches[0][0]}>{escape(stretches[0][1])}"
    return ">" + "".join([linked(f"<tspan{attributes}>{escape(text)}</tspan>", link) for attributes, text, link in stretches])


def linked(content: str, link: str) -> str:
    """The content as a link to an address or to a slide of the same page."""
    if not link:
        return content
    if link.startswith("#"):
        return f'<a href="#slide-{link[1:]}" data-slide="{link[1:]}">{content}</a>'
    return f'<a href="{attribute(link)}" target="_blank" rel="noopener noreferrer">{content}</a>'


def trimmed(line: tuple[StyledRun, ...]) -> list[StyledRun]:
    runs = [run for run in line if run.text]
    while runs and not runs[-1].text.rstrip():
        runs.pop()
    if runs and runs[-1].text[-1].isspace():
        last = runs[-1]
        runs[-1] = StyledRun(last.text.rstrip(), last.style, last.field, last.link)
    return runs


def family(face: str, role: Face, look: SlideLook) -> str:
    """The face, unless it is the body's, which the whole slide has."""
    return "" if face == look.fonts["body"].ea else f' font-family="{attribute(families(face, look.fonts[role].fallback))}"'
