"""All laws over outlines nobody designed for: built text fits and is whole, and what cannot be built says so."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given
from hypothesis import strategies as st

from deckgen.diagnostics import Finding, Findings, OutlineError
from deckgen.outline import Slide as OutlineSlide
from deckgen.pipeline import Built, Request, compile_deck, compile_scene
from tests.examples import examples
from tests.layout.laws import LAWS, invented, lost
from tests.strategies import slides
from tests.support import FULL_THEMES, compile_slides, outline_slides, report_of, theme_of
from tests.visual.stress import stress_outline

# What a slide may be refused for; anything else would be a fault of the test.
REFUSALS = {"layout/overflow", "layout/crowded", "layout/unfit", "layout/figure-too-wide", "layout/table-rows"}

# Without shrinking, which would take minutes: add Phase.shrink to see the smallest case.
law = examples(30, 300, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


@law
@given(made=slides(), theme=st.sampled_from(["zhengwu-red", "zhengwu-blue"]))
def test_every_slide_that_is_built_keeps_every_law(made: tuple[dict[str, Any], dict[str, Any]], theme: str) -> None:
    slide, ledger = made
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            built = compile_slides([slide], folder, theme, ledger)
        except OutlineError as error:
            assert errors_of(error.findings) == rough_errors(folder, theme)
            errors = {finding.rule for finding in error.findings if finding.severity == "error"}
            assert errors <= REFUSALS, error.findings
            event("refused")
            return
        event("built")
        assert rough_errors(folder, theme) == []
        check(built, folder, theme)


def rough_errors(folder: Path, theme: str) -> list[tuple[str, int, int]]:
    """What is found by somebody who only asks whether all fits."""
    findings = Findings()
    compile_scene(Request(str(folder / "outline.yaml"), theme, rough=True), findings)
    return errors_of(findings.all)


def errors_of(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return sorted({(finding.rule, finding.span.line, finding.span.column) for finding in findings if finding.severity == "error"})


def check(built: Built, folder: Path, theme: str) -> None:
    """Every law on every slide, and every text of the outline said once."""
    report = report_of(folder / "outline.yaml")
    assert [fault for slide in built.scene.slides for law in LAWS for fault in law(slide, theme_of(theme))] == []
    for made_from, slide in zip(outline_slides(report.outline), built.scene.slides, strict=True):
        if isinstance(made_from, OutlineSlide):
            assert (lost(made_from, slide, report.ledger), invented(made_from, slide, report.ledger)) == ([], [])


@pytest.mark.parametrize("known", [False, True], ids=["x", "known"])
@pytest.mark.parametrize("rule", LAWS, ids=lambda rule: rule.__name__)
def test_the_stress_corpus_keeps_every_law(theme_name: str, known: bool, rule: Any, stress: dict[tuple[str, bool], Built]) -> None:
    built = stress[theme_name, known]
    assert len(built.scene.slides) > 60
    assert [fault for slide in built.scene.slides for fault in rule(slide, theme_of(theme_name))] == []


@pytest.fixture(scope="module")
def stress(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, bool], Built]:

    return {
        (theme, known): built_stress(theme, known, tmp_path_factory.mktemp("stress")) for theme in FULL_THEMES for known in (False, True)
    }


def built_stress(theme: str, known: bool, folder: Path) -> Built:
    outline, ledger = stress_outline(theme, known)
    (folder / "outline.yaml").write_text(outline, encoding="utf-8")
    (folder / "figures.yaml").write_text(ledger, encoding="utf-8")
    return compile_deck(Request(str(folder / "outline.yaml")))
