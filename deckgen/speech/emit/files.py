"""Both files of a draft."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.speech.draft import Draft
from deckgen.speech.emit.comments import Comments
from deckgen.speech.emit.figures import figures_text
from deckgen.speech.emit.outline import OutlineWriter
from deckgen.speech.source import Speech
from deckgen.speech.words.texts import ShownSlide, WordChooser


class Emitted(Struct, frozen=True):
    """Both files, and which lines of the outline belong to which slide of the draft."""

    outline: str
    figures: str  # "" where the speech holds no quantity
    lines: Mapping[int, tuple[int, int]]
    shown: Mapping[int, ShownSlide]


class FileStyle(Struct, frozen=True):
    """What the files say about themselves."""

    schema: str  # path of the folder of schemas, relative to the files
    theme: str
    lang: str


def emit(speech: Speech, draft: Draft, chooser: WordChooser, style: FileStyle) -> Emitted:
    """The files of a draft."""
    comments = Comments(style.lang)
    writer = OutlineWriter(speech, draft, chooser, comments)
    outline = writer.text(schema_line(style, "outline"), style.theme)
    figures = figures_text(draft, chooser.ledger, comments)
    return Emitted(outline, f"{schema_line(style, 'figures')}\n{figures}" if figures else "", writer.lines, writer.shown)


def schema_line(style: FileStyle, name: str) -> str:
    """What tells an editor by which schema a file is checked."""
    return f"# yaml-language-server: $schema={style.schema}/{name}.schema.json"
