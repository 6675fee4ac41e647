"""Many decks of one outline: what they share is read once, then each row is compiled over it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, structs
from yaml.nodes import MappingNode

from deckgen.diagnostics import Findings, OutlineError, sorted_findings
from deckgen.figures import Figure, Ledger
from deckgen.layout.known import Known
from deckgen.load.nodes import Document, compose
from deckgen.load.outline import find_ledger, head_of, report_of
from deckgen.load.pointers import Pointers
from deckgen.pipeline import Built, Request, built, chosen_theme, compiled
from deckgen.rulebook import hold_settings
from deckgen.theme import Theme

ASKED = re.compile(r"\{row\.([^{}\n]{1,60})\}")


class Shared(Struct, frozen=True):
    """What all decks of an outline share."""

    request: Request
    document: Document
    ledger: Ledger
    theme: Theme
    places: Pointers  # of the outline, for `pull`
    known: Known  # slides of the decks before

    @property
    def asked(self) -> tuple[str, ...]:
        """The columns that texts of the outline ask for, each once."""
        return tuple(dict.fromkeys(match.strip() for match in ASKED.findall(self.document.text)))


def shared(request: Request, findings: Findings) -> Shared | None:
    """Outline, ledger and theme, each read once; None where one of them cannot be, with the reason in `findings`."""
    document = compose(request.outline, request.files, findings)
    head = head_of(document)
    if head is None or not isinstance(document.root, MappingNode):
        return None
    ledger = find_ledger(head, request.outline, request.figures or None, request.files, findings)
    trial = report_of(document_of(document, Findings()), head, ledger, request.files, request.language, {})
    theme = chosen_theme(request, trial, findings)
    if theme is None or findings.failed:
        return None
    hold_settings(trial.outline.checks, findings)
    return Shared(request, document, ledger, theme, Pointers(document.root), Known())


def document_of(document: Document, findings: Findings) -> Document:
    """The same file with findings of its own."""
    again = Document(document.path, findings)
    again.root, again.text = document.root, document.text
    return again


def compile_row(common: Shared, words: Mapping[str, str], figures: Mapping[str, Figure]) -> Built:
    """The deck of one row, or raise `OutlineError` with everything that stands in the way."""
    findings = Findings()
    ledger = structs.replace(common.ledger, figures={**common.ledger.figures, **figures})
    document = document_of(common.document, findings)
    head = head_of(document)
    assert head is not None
    report = report_of(document, head, ledger, common.request.files, common.request.language, words)
    scene = compiled(common.request, report, common.theme, findings, common.known)
    findings.stop_on_errors()
    if scene is None:
        raise OutlineError(findings.all)
    return built(report, scene, sorted_findings(findings.all), common.places)
