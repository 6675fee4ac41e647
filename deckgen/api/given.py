"""What a program hands in, as a request to the pipeline: paths stay paths, texts and mappings become files in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from msgspec import Struct, structs

from deckgen.api.mapping import Places, refuse_unwritable, yaml_of
from deckgen.diagnostics import Finding, Span
from deckgen.files import Folder, Memory, Overlay
from deckgen.pipeline import Request

Path = str | os.PathLike[str]
Source = Path | Mapping[str, object]

THEME_OPTION = "--theme"  # how the pipeline calls the place of a theme that was asked for


class Given(Struct, frozen=True):
    request: Request
    places: Mapping[str, Places]  # of the mappings, by the path of the file they became

    def placed(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings at places that the program knows: keys and indexes of its mappings, its own argument."""
        return [structs.replace(finding, span=self.place(finding.span)) for finding in findings]

    def place(self, span: Span) -> Span:
        if span.path in self.places:
            return Span(self.places[span.path].key_at(span))
        return Span("theme") if span.path == THEME_OPTION else span


def given(source: Source, theme: Path | None, figures: Source | None, final: bool, language: str | None) -> Given:
    """Raises `TypeError` for an argument of a kind that it cannot have."""
    if not isinstance(final, bool):
        raise TypeError(f"final is True or False, not {type(final).__name__}")
    if not isinstance(language, str | None):
        raise TypeError(f"language is a text such as 'en-GB', not {type(language).__name__}")
    texts: dict[str, str] = {}
    places: dict[str, Places] = {}

    def path_of(value: object, name: str) -> str:
        path = f"<{name}>"
        if isinstance(value, Mapping):
            texts[path] = yaml_of(value, name)
            places[path] = Places(name, path, texts[path])
            return path
        if isinstance(value, str) and "\n" in value:
            refuse_unwritable(value, name)
            texts[path] = value
            return path
        return as_path(value, name, "a path, YAML text of several lines or a mapping")

    request = Request(
        outline=path_of(source, "outline"),
        theme="" if theme is None else as_path(theme, "theme", "the name or the path of a theme"),
        figures="" if figures is None else path_of(figures, "ledger"),
        final=final,
        language=language or "",
    )
    files = Overlay(Memory(texts), Folder()) if texts else Folder()
    return Given(structs.replace(request, files=files), places)


def as_path(value: object, name: str, wanted: str) -> str:
    path = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(path, str):
        raise TypeError(f"the {name} is {wanted}, not {type(value).__name__}")
    return path
