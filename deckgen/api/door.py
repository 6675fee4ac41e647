"""`deckgen.build` and `deckgen.check`: the commands of these names for programs; they print nothing and end no process."""

from __future__ import annotations

import io
import os
from typing import BinaryIO

from msgspec import Struct, structs

from deckgen.api.given import Path, Source, given
from deckgen.checkup import findings_of
from deckgen.diagnostics import Finding, OutlineError, Span, term
from deckgen.messages.spoken import default_language
from deckgen.pipeline import compile_deck
from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.save import SaveError, path_in, save

__all__ = ["BuiltDeck", "Finding", "OutlineError", "Span", "build", "check"]

REFUSALS = {"edited": "pull/kept-edited", "foreign": "pull/kept-foreign", "newer": "pull/kept-newer"}
Output = Path | BinaryIO | None


class BuiltDeck(Struct, frozen=True):
    """A deck that was built, and what its author should know before presenting it."""

    path: str | None  # where it was written; None when it was not written to a path
    data: bytes | None  # the .pptx itself when no output was named
    slides: int
    findings: list[Finding]  # warnings, in the order of the outline
    unknown: tuple[str, ...]  # names of the figures on its slides that nobody knows yet (X)
    samples: tuple[str, ...]  # names of those whose values are samples


def build(
    source: Source,
    output: Output = None,
    *,
    theme: Path | None = None,
    figures: Source | None = None,
    final: bool = False,
    language: str | None = None,
    with_source: bool = True,
    force: bool = False,
) -> BuiltDeck:
    """Compile an outline to a .pptx: returned as bytes, or written to `output`.

    `source` and `figures` (a ledger instead of the outline's own) are each a path, YAML as a text of several lines, or a mapping
    as YAML would give it. `output` is a path (in a folder, the title names the file) or a file opened for writing bytes. A path is
    replaced once all is written: a deck that was there survives any failure. `theme` is a shipped name or the folder of a theme;
    `final` turns figures that are unknown or samples into errors; `language` (zh-CN, en-GB, en-US) replaces the outline's own;
    `force` replaces a deck at the path of `output` even if a person edited it, or another program made it; without `with_source` the deck does not say what it was built from, and `deckgen pull` cannot read edits back from it.

    Raises `OutlineError`, with every finding, when the outline cannot be built or a file cannot be read; `OSError` when the deck
    cannot be written; `TypeError` for an argument of another kind.
    """
    refuse_text_files(output)
    asked = given(source, theme, figures, final, language)
    try:
        built = compile_deck(asked.request)
    except OutlineError as error:
        error.findings[:] = asked.placed(error.findings)
        raise
    path, data = delivered(built.scene if with_source else structs.replace(built.scene, origin=None), output, force)
    return BuiltDeck(path, data, len(built.scene.slides), asked.placed(built.findings), built.unknown, built.samples)


def check(
    source: Source,
    *,
    theme: Path | None = None,
    figures: Source | None = None,
    final: bool = False,
    language: str | None = None,
) -> list[Finding]:
    """All that can be said of an outline, errors as well as warnings, in its order; nothing is written.

    The path of a finished deck (.pptx, whoever made it) is checked as one. A file that cannot be read is a finding. Raises
    `TypeError` for an argument of another kind, and `OutlineError` for a mapping or text that no file could hold (a lone surrogate,
    a number of thousands of digits, nesting without end).
    """
    asked = given(source, theme, figures, final, language)
    return asked.placed(findings_of(asked.request))


def refuse_text_files(output: object) -> None:
    if isinstance(output, io.TextIOBase):
        raise TypeError("output is a file opened for text; open it with mode 'wb'")
    if not (output is None or isinstance(output, str | os.PathLike) or callable(getattr(output, "write", None))):
        raise TypeError(f"output is a path or a file opened for writing bytes, not {type(output).__name__}")


def delivered(scene: Scene, output: Output, force: bool) -> tuple[str | None, bytes | None]:
    """The path that was written, and the bytes where no output was named."""
    if isinstance(output, str | os.PathLike):
        path = os.fspath(output)
        path = path_in(path, scene.properties.title) if os.path.isdir(path) else path
        if os.path.exists(path) and not force:
            refuse_edited(path, scene)
        save(scene, path)
        return path, None
    buffer = io.BytesIO()
    write_pptx(scene, buffer)
    if output is None:
        return None, buffer.getvalue()
    write_all(output, buffer.getbuffer())
    return None, None


def refuse_edited(path: str, scene: Scene) -> None:
    """Raise `SaveError` for a deck that would be lost: one that a person edited, or that is not ours."""
    from deckgen.pull.guard import standing

    found = standing(path, default_language(), scene)
    if found.kind != "free":
        raise SaveError(term(REFUSALS[found.kind], path=path))


def write_all(file: BinaryIO, data: memoryview) -> None:
    """An unbuffered file may take less than it is given (`io.RawIOBase.write`); what it does not count is taken whole."""
    while data:
        taken = file.write(data)
        data = data[taken:] if isinstance(taken, int) and taken > 0 else data[len(data) :]
