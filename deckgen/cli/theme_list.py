"""The themes that somebody may choose from: the shipped ones, folders with a theme.yaml, templates of PowerPoint beside the outline."""

from __future__ import annotations

import base64
import html
import os
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Findings, OutlineError, Span
from deckgen.files import Folder
from deckgen.load.theme import find_theme, is_template, load_theme, theme_names

MOST = 20  # of each kind that are offered
FOLDERS = ("", "themes")  # within the folder of an outline
TEMPLATES = (".potx", ".potm")  # a .pptx is a deck, unless a theme.yaml names it
PICTURED = ("section", "figures", "objectives")  # kinds that show what a theme is like
WIDTH = 480  # pixels of a drawing on the page


class Offered(Struct, frozen=True):
    """A theme; `name` is what an outline says behind `theme:`, `path` where it is from here."""

    name: str
    label: str
    path: str
    source: Literal["shipped", "folder", "template"]
    faults: tuple[Finding, ...] = ()


def offered(folder: str) -> list[Offered]:
    """All themes for an outline in this folder, the shipped ones first."""
    return [*shipped(), *own_folders(folder), *templates(folder)]


def shipped() -> Iterator[Offered]:
    for name in theme_names():
        files, findings = Folder(), Findings()
        path = find_theme(name, ".", Span(name), files, findings) or ""
        theme = load_theme(path, files, findings) if path else None
        yield Offered(name, theme.label if theme else name, path, "shipped", tuple(findings.all))


def own_folders(folder: str) -> Iterator[Offered]:
    """Folders with a theme.yaml, here or in `themes/`; those that are shipped are none of one's own."""
    known = {os.path.realpath(each.path) for each in shipped()}
    for beside in FOLDERS:
        inside = os.path.join(folder, beside) if beside else folder
        found = [name for name in names_in(inside) if os.path.isfile(os.path.join(inside, name, "theme.yaml"))]
        for name in found[:MOST]:
            path = os.path.join(inside, name, "theme.yaml")
            if os.path.realpath(path) in known:
                continue
            files, findings = Folder(), Findings()
            label = label_of(path, files, findings)
            yield Offered("/".join(filter(None, (beside, name))), label or name, path, "folder", tuple(findings.all))


def label_of(path: str, files: Folder, findings: Findings) -> str:
    from deckgen.pipeline import settled_template

    theme = load_theme(path, files, findings, templates=settled_template)
    return theme.label if theme else ""


def templates(folder: str) -> Iterator[Offered]:
    """Templates of PowerPoint by their file names; a file that Office locks with is none."""
    found = [name for name in names_in(folder) if name.lower().endswith(TEMPLATES) and not name.startswith("~$")]
    for name in found[:MOST]:
        yield Offered(name, os.path.splitext(name)[0], os.path.join(folder, name), "template")


def names_in(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder or "."))
    except OSError:
        return []


def as_entry(one: Offered) -> dict[str, object]:
    from deckgen.messages.plain import plain

    faults = [plain(finding, language()) for finding in one.faults]
    return {"name": one.name, "label": one.label, "source": one.source, "path": one.path, "findings": faults}


def as_page(themes: list[Offered]) -> str:
    """One page with drawings of each theme: its cover, an overview of text, figures and targets."""
    title = say("theme/list-title")
    body = "".join(section(one) for one in themes)
    style = (
        "body{font:16px/1.6 system-ui,'Microsoft YaHei',sans-serif;margin:2rem auto;max-width:1280px;padding:0 1rem;color:#222}"
        "h2{border-top:1px solid #ccc;padding-top:1rem}h2 code{font-weight:400;color:#555}"
        ".slides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.slides img{width:100%;height:auto;border:1px solid #ccc;display:block}"
    )
    return (
        f'<!doctype html><html lang="{language()}"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style><h1>{html.escape(title)}</h1>{body}</html>\n'
    )


def section(one: Offered) -> str:
    heading = f"<h2>{html.escape(one.label)} <code>theme: {html.escape(one.name)}</code></h2>"
    try:
        images = "".join(f'<img alt="" src="data:image/svg+xml;base64,{picture}">' for picture in pictures(one))
    except OutlineError as error:
        from deckgen.messages import rendered

        faults = "".join(f"<li>{html.escape(rendered(finding, language()))}</li>" for finding in error.findings)
        return f"{heading}<ul>{faults}</ul>"
    return f'{heading}<div class="slides">{images}</div>'


def pictures(one: Offered) -> Iterator[str]:
    """The slides of a specimen, drawn; raise `OutlineError` where the theme cannot be used."""
    from deckgen.cli.theme_check import VARIANTS, specimen
    from deckgen.write.svg.slide import slide_svg

    name = one.name if one.source == "shipped" else one.path
    scene = specimen(PICTURED, VARIANTS[2], name if one.source == "shipped" or is_template(name) else os.path.dirname(name)).scene
    for slide in scene.slides[:4]:
        yield base64.b64encode(slide_svg(slide, scene.design, scene.properties.language).encode()).decode()
