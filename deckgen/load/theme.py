"""Read a theme folder: what `theme.yaml` says over what its base has, down to the built-in one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

from yaml.nodes import MappingNode

from deckgen.base import BASE
from deckgen.diagnostics import Findings, Span, listed, near, term
from deckgen.files import PACKAGES, Files
from deckgen.geometry import Emu, px
from deckgen.load.nodes import Document, Fields, compose, root_fields
from deckgen.load.theme_fields import THEME
from deckgen.load.theme_reader import LEAST_ROOM, ThemeReader
from deckgen.theme import Theme

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# In a wheel the themes lie inside the package, in a checkout beside it.
THEME_FOLDERS = (os.path.join(PACKAGE, "themes"), os.path.join(os.path.dirname(PACKAGE), "themes"))
MAX_EXTENDS = 8
Templates = Callable[[Document, Files], Theme | None]


def theme_names() -> list[str]:
    """The shipped themes."""
    names: set[str] = set()
    for folder in THEME_FOLDERS:
        if os.path.isdir(folder):
            names.update(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, "theme.yaml")))
    return sorted(names)


def find_theme(name: str, beside: str, span: Span, files: Files, findings: Findings) -> str | None:
    """The path of a theme's file: a shipped name, a folder (also relative to the folder `beside`), or a template of PowerPoint."""
    if is_template(name):
        found = next((path for path in (os.path.join(beside, name), name) if files.exists(path)), None)
        if found is None:
            findings.error(span, "load/missing-template", name=name)
        return found
    folders = [os.path.join(folder, name) for folder in THEME_FOLDERS] if re.fullmatch(r"[\w-]+", name) else []
    folder = os.path.dirname(name) or "." if os.path.basename(name) == "theme.yaml" else name  # its file is as good
    folders += [os.path.join(beside, folder), folder]
    for folder in folders:
        path = os.path.join(folder, "theme.yaml")
        if files.exists(path):
            return path
    known = theme_names()
    findings.error(span, "load/unknown-theme", name=name, near=near(name, known), known=listed(known))
    return None


def is_template(name: str) -> bool:
    """Whether a theme is a presentation or a template of PowerPoint."""
    return name.lower().endswith(PACKAGES)


def load_theme(path: str, files: Files, findings: Findings, width: Emu = 0, templates: Templates | None = None) -> Theme | None:
    """The theme, on a page of its own or of this `width`; None with its faults in `findings`.

    `templates` reads a file that names a template of PowerPoint, whose page is its own.
    """
    own = Findings()
    theme = read_theme(path, files, own, (), templates)
    findings.all.extend(own.all)
    if theme is None or own.failed:
        return None
    if not width or theme.finish:
        return theme
    from deckgen.load.refit import with_width

    refitted = with_width(theme, width)
    if refitted.sheet.inner.width < px(LEAST_ROOM[0]):
        findings.error(Span(path), "theme/margins", width=LEAST_ROOM[0], height=LEAST_ROOM[1])
        return None
    return refitted


def read_theme(path: str, files: Files, findings: Findings, seen: tuple[str, ...], templates: Templates | None = None) -> Theme | None:
    """What the file says over what its base has; `seen` are the themes that extend it."""
    document = compose(path, files, findings)
    if templates and isinstance(document.root, MappingNode) and any(key.value == "template" for key, _ in document.root.value):
        return templates(document, files)
    head = None if document.root is None else root_fields(document, document.root, THEME, term("load/theme"))
    if head is None:
        return None
    head.require("name")
    base = base_of(head, path, files, findings, (*seen, os.path.abspath(path)))
    return ThemeReader(document, base, files).theme(head)


def base_of(head: Fields, path: str, files: Files, findings: Findings, seen: tuple[str, ...]) -> Theme:
    """The theme that this one extends; the built-in one where it names none, or none that can be read (which is noted)."""
    name = head.text("extends")
    span = head.span_of("extends")
    target = find_theme(name, os.path.dirname(path), span, files, findings) if name else None
    if target is None:
        return BASE
    if os.path.abspath(target) in seen or len(seen) > MAX_EXTENDS:
        findings.error(span, "theme/extends-itself", name=name, most=MAX_EXTENDS)
        return BASE
    return read_theme(target, files, findings, seen) or BASE
