"""A speech as it was read: its paragraphs, each with its place, and nothing else."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from deckgen.diagnostics import Span


class Paragraph(Struct, frozen=True, gc=False):
    """One paragraph without its indent. In a text file it is a line; in Word it is a paragraph, counted from 1."""

    text: str
    line: int
    column: int = 1  # of its first character
    level: int = 0  # of its heading style; 0 for none
    bold: bool = False  # all of it is bold, or set larger than the body
    columns: tuple[int, ...] = ()  # of every character, where marks between them were taken away

    def column_of(self, offset: int) -> int:
        """Where the character at `offset` stands in the file."""
        if self.columns and offset < len(self.columns):
            return self.columns[offset]
        return self.column + offset


class Speech(Struct, frozen=True, dict=True):
    """All paragraphs that are not empty, top to bottom; `dict` keeps the answer to `english`, which every sentence asks."""

    path: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""  # that the file says of itself, before its text

    def span(self, index: int, offset: int = 0) -> Span:
        """The place of a character of paragraph `index`."""
        paragraph = self.paragraphs[index]
        return Span(self.path, paragraph.line, paragraph.column_of(offset))

    @cached_property
    def english(self) -> bool:
        """Whether hanzi are the exception in it."""
        text = "".join(paragraph.text for paragraph in self.paragraphs)
        hanzi = sum("\u4e00" <= char <= "\u9fff" for char in text)
        return hanzi * 5 < sum(char.isascii() and char.isalpha() for char in text)


class Piece(Struct, frozen=True, gc=False):
    """A stretch of one paragraph: what a slide holds in its notes, or where a sentence stands."""

    paragraph: int  # its index in `Speech.paragraphs`
    start: int
    end: int

    def text(self, speech: Speech) -> str:
        return speech.paragraphs[self.paragraph].text[self.start : self.end]

    def part(self, start: int, end: int) -> Piece:
        """What stands between two offsets of its own text."""
        return Piece(self.paragraph, self.start + start, self.start + end)

    def behind(self, start: int) -> Piece:
        """What stands from an offset of its own text on."""
        return Piece(self.paragraph, self.start + start, self.end)

    def holds(self, paragraph: int, start: int, end: int) -> bool:
        """Whether a stretch of paragraph `line` lies in it."""
        return paragraph == self.paragraph and self.start <= start and end <= self.end


def whole(speech: Speech, index: int) -> Piece:
    """The whole of paragraph `index`."""
    return Piece(index, 0, len(speech.paragraphs[index].text))
