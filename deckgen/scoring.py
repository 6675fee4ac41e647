"""What any deck is worth: a finished one from its bytes, an outline from the deck that it makes in memory."""

from __future__ import annotations

from io import BytesIO

from msgspec import Struct

from deckgen.checkup import MAX_DECK, is_finished, source_of
from deckgen.diagnostics import Finding, Findings, Span, sorted_findings
from deckgen.files import read_bytes
from deckgen.inspect.deck import FinishedDeck, read_deck
from deckgen.inspect.rules.run import OPENING
from deckgen.pipeline import Request, compile_scene
from deckgen.scene import Scene
from deckgen.score.run import score_deck
from deckgen.score.values import Cost, Score
from deckgen.write.pptx.presentation import write_pptx


class Scored(Struct, frozen=True):
    """A score, and how to find in the file what cost it."""

    path: str
    score: Score
    scene: Scene | None = None  # of an outline

    def place(self, cost: Cost) -> Span:
        """Slide and shape of a deck; the line of an outline that the shape came from."""
        span = Span(self.path, slide=cost.slide, shape=cost.shape)
        return span if self.scene is None or not cost.slide else source_of(span, self.scene)


def score_of(request: Request) -> tuple[Scored | None, list[Finding]]:
    """The score of the file, a deck or an outline by its name; None, and why, where there is no deck to judge."""
    findings = Findings()
    if not is_finished(request.outline):
        return score_outline(request, findings)
    data = read_bytes(request.outline, request.files, MAX_DECK, findings)
    if data is None:
        return None, findings.all
    deck = read_deck(data)
    if deck.presentation is None:
        return None, refused(deck, request.outline)
    return Scored(request.outline, score_deck(deck)), findings.all


def score_outline(request: Request, findings: Findings) -> tuple[Scored | None, list[Finding]]:
    """Warnings are not told: `check` tells them."""
    _, scene = compile_scene(request, findings)
    if scene is None or findings.failed:
        return None, sorted_findings(finding for finding in findings.all if finding.severity == "error")
    return Scored(request.outline, score_scene(scene), scene), []


def score_scene(scene: Scene) -> Score:
    """The score of the deck that a scene makes."""
    buffer = BytesIO()
    write_pptx(scene, buffer)
    return score_deck(read_deck(buffer.getvalue()))


def refused(deck: FinishedDeck, path: str) -> list[Finding]:
    """Why a file cannot be read as a deck."""
    return [Finding(Span(path), rule.RULE, hit.facts, rule.SEVERITY) for rule in OPENING for hit in rule.check(deck)]
