"""`theme: company.potx`: the theme of a template as it is, its roles settled by evidence."""

from __future__ import annotations

import os

from deckgen.archive import MEGABYTE
from deckgen.diagnostics import Findings, Span
from deckgen.files import Files, read_bytes
from deckgen.template.chosen import choose
from deckgen.template.facts import TemplateError
from deckgen.template.read import read_template
from deckgen.template.themed import theme_of
from deckgen.theme import Theme

LIMIT = 256 * MEGABYTE
WITH_MACROS = (".pptm", ".potm", ".ppsm")


def template_theme(path: str, files: Files, findings: Findings) -> Theme | None:
    """The theme of the file; None with the reason in `findings`."""
    if path.lower().endswith(WITH_MACROS):
        findings.error(Span(path), "theme/macros", name=os.path.splitext(path)[1])
        return None
    data = read_bytes(path, files, LIMIT, findings)
    if data is None:
        return None
    try:
        facts, chosen = choose(read_template(data))
        return theme_of(data, facts, chosen, os.path.splitext(os.path.basename(path))[0])
    except TemplateError as error:
        findings.error(Span(path), error.rule, **{"file": path, **error.facts})
        return None
