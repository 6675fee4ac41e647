"""Word documents: paragraphs as they are read aloud, with their heading styles and their automatic numbers.

Headers, footers, comments, footnotes and deleted text are left out; insertions are kept, as if all changes were accepted.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from deckgen.diagnostics import Findings, Span
from deckgen.speech.read.lists import Lists
from deckgen.speech.read.text import CONTROL, INDENT
from deckgen.speech.source import Line, Speech

HEADING = re.compile(r"(?:heading|标题|toc heading)\s*(\d)", re.I)
CONTENTS = re.compile(r"toc\s*\d|目录", re.I)
LARGER = 1.15  # a paragraph set so much larger than the body is a heading

TEXT, BREAKS, TAB = qn("w:t"), (qn("w:br"), qn("w:cr")), qn("w:tab")
LEFT_OUT = frozenset(
    map(
        qn,
        (
            "w:del",
            "w:moveFrom",
            "w:commentReference",
            "w:footnoteReference",
            "w:endnoteReference",
            "w:instrText",
            "w:pict",
            "w:drawing",
            "w:object",
        ),
    )
)
INNER = frozenset(map(qn, ("w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:r", "w:customXml")))


def read_word(path: str, data: bytes, findings: Findings) -> Speech | None:
    """The paragraphs; None with a finding when it is no Word document."""
    try:
        document = docx.Document(io.BytesIO(data))
    except Exception:  # python-docx raises whatever the zip, XML or package reader does
        findings.error(Span(path), "speech/not-word")
        return None
    reader = Reader(document)
    lines = list(reader.lines())
    if reader.tables:
        findings.warn(Span(path, reader.tables[0]), "speech/table", count=len(reader.tables))
    return Speech(path, tuple(lines))


class Reader:
    """Walks the body once, counting paragraphs as the reader of the document would."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.lists = Lists(document)
        self.body_size = common_size(document)
        self.count = 0
        self.tables: list[int] = []

    def lines(self) -> Iterator[Line]:
        for element in blocks(self.document.element.body):
            if element.tag == qn("w:p"):
                yield from self.paragraph(Paragraph(element, self.document))
            else:
                self.tables.append(self.count + 1)
                yield from self.table(element)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Line]:
        """The paragraph; one line more for each soft break, each of them without indent."""
        self.count += 1
        style = paragraph.style.name or "" if paragraph.style is not None else ""
        if CONTENTS.match(style):
            return
        number = self.lists.number(paragraph)
        text = CONTROL.sub("", words(paragraph._p))
        level = heading_level(paragraph, style)
        bold = all_bold(paragraph) or size_of(paragraph) > self.body_size * LARGER > 0
        for index, piece in enumerate(text.split("\n")):
            plain = piece.replace("\t", " ").strip(INDENT)
            if plain:
                yield Line(number + plain if not index else plain, self.count, 1, level, bold)

    def table(self, table: Any) -> Iterator[Line]:
        """A line a row, cells apart; a cell that spans columns or rows once."""
        for row in table.iter(qn("w:tr")):
            self.count += 1
            cells = [" ".join(words(p).split()) for cell in row.iterchildren(qn("w:tc")) for p in cell.iter(qn("w:p"))]
            text = "　".join(cell for cell in cells if cell)
            if text:
                yield Line(CONTROL.sub("", text), self.count)


def blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls."""
    for element in body.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in INNER:
            yield from blocks(element)


def words(element: Any) -> str:
    """What stands in a paragraph once all its changes are accepted."""
    found: list[str] = []
    for child in element.iterchildren():
        if child.tag in LEFT_OUT or (child.tag == qn("w:r") and child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is not None):
            continue
        if child.tag == TEXT:
            found.append(child.text or "")
        elif child.tag == TAB:
            found.append("\t")
        elif child.tag in BREAKS:
            found.append("\n")
        elif child.tag == qn("w:noBreakHyphen"):
            found.append("-")
        elif child.tag in INNER:
            found.append(words(child))
    return "".join(found)


def heading_level(paragraph: Paragraph, style: str) -> int:
    """1 for a title or 标题 1, … from its style or its outline level; 0 for body text."""
    match = HEADING.match(style)
    if match:
        return int(match[1])
    outline = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and (outline.get(qn("w:val")) or "9").isdigit():
        level = int(outline.get(qn("w:val")) or 9)
        return level + 1 if level < 9 else 0
    return 0


def all_bold(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold or heading_face(run) for run in runs)


def heading_face(run: Any) -> bool:
    """黑体 and 小标宋 are what official documents set headings in."""
    fonts = run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    face = (fonts.get(qn("w:eastAsia")) or "") if fonts is not None else ""
    return any(name in face for name in ("黑体", "小标宋", "SimHei")) and "雅黑" not in face


def size_of(paragraph: Paragraph) -> float:
    """The largest size of its runs in points; 0 where only the style says it."""
    sizes = [run.font.size.pt for run in paragraph.runs if run.font.size is not None and run.text.strip()]
    return max(sizes, default=0.0)


def common_size(document: Any) -> float:
    """The size that most characters have; 0 where no run says one."""
    counts: dict[float, int] = {}
    for paragraph in document.paragraphs:
        size = size_of(paragraph)
        counts[size] = counts.get(size, 0) + len(paragraph.text)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)
