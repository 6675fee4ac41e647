"""`theme: company.potx`: the theme of a template as it is, its roles settled by evidence; and that of a `theme.yaml` which settles them."""

from __future__ import annotations

import hashlib
import os

from deckgen.archive import MEGABYTE
from deckgen.diagnostics import Findings, Span
from deckgen.files import Files, read_bytes
from deckgen.load.nodes import Document
from deckgen.template.chosen import choose
from deckgen.template.facts import TemplateError
from deckgen.template.read import read_template
from deckgen.template.settings import NO_SETTINGS, Settings, read_settings
from deckgen.template.themed import theme_of
from deckgen.theme import Theme

LIMIT = 256 * MEGABYTE
WITH_MACROS = (".pptm", ".potm", ".ppsm")


def template_theme(path: str, files: Files, findings: Findings) -> Theme | None:
    """The theme of the file; None with the reason in `findings`."""
    data = template_data(path, files, findings)
    return None if data is None else theme_from(data, path, NO_SETTINGS, findings)


def settled_theme(document: Document, files: Files) -> Theme | None:
    """The theme of a `theme.yaml` that names a template: what it settles, else evidence."""
    findings = document.findings
    settings = read_settings(document)
    if settings is None or findings.failed:
        return None
    path = os.path.join(os.path.dirname(document.path), settings.template)
    if not files.exists(path):
        findings.error(settings.template_source, "load/missing-template", name=settings.template)
        return None
    data = template_data(path, files, findings)
    if data is None:
        return None
    if settings.sha256 and settings.sha256 != hashlib.sha256(data).hexdigest():
        findings.warn(settings.sha256_source, "theme/changed-template", file=settings.template)
    return theme_from(data, path, settings, findings)


def theme_from(data: bytes, path: str, settings: Settings, findings: Findings) -> Theme | None:
    try:
        facts, chosen = choose(read_template(data), settings)
        return theme_of(data, facts, chosen, settings.name or os.path.splitext(os.path.basename(path))[0])
    except TemplateError as error:
        findings.error(error.span or Span(path), error.rule, **{"file": path, **error.facts})
        return None


def template_data(path: str, files: Files, findings: Findings) -> bytes | None:
    """The bytes of a template; None with the reason noted, which for one with macros is its name."""
    if path.lower().endswith(WITH_MACROS):
        findings.error(Span(path), "theme/macros", name=os.path.splitext(path)[1])
        return None
    return read_bytes(path, files, LIMIT, findings)
