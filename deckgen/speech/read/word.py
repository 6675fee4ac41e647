"""Word documents: paragraphs as they are read aloud, with their heading levels and their automatic numbers.

Headers, footers, comments, notes, text boxes, hidden and deleted text are left out, which is told; insertions are kept.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx

from deckgen.archive import SPEECH, ArchiveError, safe_copy
from deckgen.diagnostics import Findings, Span, listed
from deckgen.speech.read.lists import Lists
from deckgen.speech.read.package import has_macros, put_in_order
from deckgen.speech.read.styles import WordStyles, common_look, qn
from deckgen.speech.read.text import CONTROL, INDENT, ordinary
from deckgen.speech.read.words import INNER, WordReader, has_text
from deckgen.speech.source import Paragraph, Speech

PARAGRAPH, TABLE, ROW, CELL = (qn(name) for name in ("w:p", "w:tbl", "w:tr", "w:tc"))


def read_word(path: str, data: bytes, findings: Findings) -> Speech | None:
    """The paragraphs; None with a finding when it is no Word document."""
    try:
        document, macros = opened(data)
        reader = BodyReader(document)
        if macros:
            reader.words.left_out.add("macros")
        lines = tuple(reader.lines())
    except ArchiveError as error:
        too_large = error.kind == "too-large"
        findings.error(Span(path), "speech/unpacks-too-large" if too_large else "speech/not-word")
        return None
    except Exception:  # whatever python-docx, zipfile and lxml raise about a damaged file
        findings.error(Span(path), "speech/not-word")
        return None
    if reader.tables:
        findings.warn(Span(path, reader.tables[0]), "speech/table", count=len(reader.tables))
    left_out = reader.words.named()
    if left_out:
        findings.warn(Span(path), "speech/left-out", what=listed(left_out))
    return Speech(path, lines)


def opened(data: bytes) -> tuple[Any, bool]:
    """(the document, read from a copy without pictures, whether it holds macros, which are not read); raise `ArchiveError` when it would unpack to far more than a speech."""
    package = put_in_order(safe_copy(data, SPEECH, lambda name: True))
    return docx.Document(io.BytesIO(package)), has_macros(data)


class BodyReader:
    """Walks the body once, counting paragraphs as the reader of the document would."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.styles = WordStyles(document.styles.element)
        self.lists = Lists(document, self.styles)
        self.words = WordReader()
        looks = [(self.styles.look(p), sum(len(t.text or "") for t in p.iter(qn("w:t")))) for p in within(self.body, PARAGRAPH)]
        self.body_look = common_look(looks)
        self.count = 0
        self.tables: list[int] = []
        if any(map(has_text, margins(document))):
            self.words.left_out.add("headers")

    def lines(self) -> Iterator[Paragraph]:
        carried = ""  # of a paragraph whose end was deleted: it goes on in the next
        for element in within(self.body, PARAGRAPH, TABLE):
            if element.tag == TABLE:
                self.tables.append(self.count + 1)
                yield from self.table(element)
                continue
            self.count += 1
            text = carried + self.words.words(element)
            carried = text if end_is_deleted(element) else ""
            if not carried:
                yield from self.paragraph(element, text)

    def paragraph(self, element: Any, text: str) -> Iterator[Paragraph]:
        """The paragraph; one line more for each soft break, each of them without indent."""
        if self.styles.in_contents(element):
            self.words.left_out.add("contents")
            return
        number = self.lists.number(element)  # an empty one counts as well
        if not text:
            return
        level = self.styles.level(element)
        bold = self.styles.look(element).stands_out(self.body_look)
        for piece in text.split("\n"):
            plain = cleaned(piece)
            if plain:
                yield Paragraph(number + plain, self.count, 1, level, bold)
                number = ""

    def table(self, table: Any) -> Iterator[Paragraph]:
        """A line a row, cells apart; a cell that spans columns or rows once."""
        for row in within(table, ROW):
            self.count += 1
            if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
                self.words.left_out.add("deleted")
                continue
            cells = [self.cell(cell) for cell in within(row, CELL) if not continues_above(cell)]
            text = "　".join(filter(None, cells))
            if text:
                yield Paragraph(text, self.count)

    def cell(self, cell: Any) -> str:
        """All words of a cell, those of tables in it as well."""
        words = []
        for element in within(cell, PARAGRAPH, TABLE):
            if element.tag == PARAGRAPH:
                words.append(" ".join(cleaned(self.words.words(element)).split()))
            else:
                words.extend(self.cell(inner) for row in within(element, ROW) for inner in within(row, CELL))
        return " ".join(filter(None, words))


def within(element: Any, *tags: str) -> Iterator[Any]:
    """The elements of these tags in order, also those inside content controls."""
    for child in element.iterchildren():
        if child.tag in tags:
            yield child
        elif child.tag in INNER:
            yield from within(child, *tags)


def cleaned(text: str) -> str:
    return ordinary(CONTROL.sub("", text)).replace("\t", " ").strip(INDENT)


END_DELETED = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"


def end_is_deleted(paragraph: Any) -> bool:
    return paragraph.find(END_DELETED) is not None


def continues_above(cell: Any) -> bool:
    """Whether it is the lower part of a cell that spans rows."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and (merge.get(qn("w:val")) or "continue") == "continue"


def margins(document: Any) -> Iterator[Any]:
    """The headers and footers."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/header", "/footer")):
            yield relation.target_part.element
