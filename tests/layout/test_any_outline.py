"""All laws over outlines nobody designed for: built text fits and is whole, and what cannot be built says so."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given
from hypothesis import strategies as st

from deckgen.diagnostics import OutlineError
from deckgen.outline import Slide as OutlineSlide
from deckgen.pipeline import Built, Request, compile_deck
from tests.examples import examples
from tests.layout.laws import LAWS, invented, lost
from tests.support import compile_slides, outline_slides, report_of, theme_of
from tests.visual.stress import stress_outline

# What a slide may be refused for; anything else would be a fault of the test.
REFUSALS = {"layout/overflow", "layout/crowded", "layout/figure-too-wide"}

# Without shrinking, which would take minutes: add Phase.shrink to see the smallest case.
law = examples(30, 300, phases=[Phase.generate], suppress_health_check=list(HealthCheck))

PIECES = [
    *"的了和与发展改革区委全市稳进", *"，。、：；！？（）—…·％", *(" ", "5.2%", "2019年", "X亿元", "GDP", "AI+", "A-B", "1,345.6", "1号线"),
    *("“两个维护”", "‘四风’", "《通知》", "“", "”", "高质量发展", "新时代中国特色社会主义", "IPv6", "Internet", "(", ")"),
]  # fmt: skip


def text(least: int, most: int) -> st.SearchStrategy[str]:
    """Hanzi, digits, Latin words, quotes and marks, dense enough to meet; cut to length, never blank."""
    made = st.lists(st.sampled_from(PIECES), min_size=max(1, least // 2), max_size=most)
    return made.map(lambda pieces: "".join(pieces).strip()[:most].strip()).filter(lambda found: len(found) >= least)


titles, leads, texts = text(4, 40), text(2, 12), text(0, 60)
point = st.fixed_dictionaries({"lead": leads, "text": texts})
figure = st.fixed_dictionaries(
    {"label": text(2, 12), "value": st.sampled_from(["X", 7, 31.2, 1268.45, 120000, "第1"]), "unit": st.sampled_from(["亿元", "%", "个", "万平方米", "人次"])},
    optional={"change": st.sampled_from(["同比 +X%", "同比 +9.1%", "占比 57.4%"]), "prefix": st.just("预计"), "suffix": st.sampled_from(["余", "以上"])},
)  # fmt: skip


def slides() -> st.SearchStrategy[tuple[dict[str, Any], dict[str, Any]]]:
    """(slide, ledger) of any kind."""
    points = st.fixed_dictionaries(
        {"kind": st.sampled_from(["points", "section"]), "title": titles, "points": st.lists(point, min_size=1, max_size=8)},
        optional={"motto": text(2, 20)},
    )
    item = st.fixed_dictionaries({"key": text(2, 6), "lead": leads, "text": texts})
    pair = st.fixed_dictionaries({"pair": st.sampled_from(["稳/进", "破/立", "效率/公平", "A/B"]), "lead": leads, "text": text(0, 30)})
    others = st.one_of(
        st.fixed_dictionaries(
            {"kind": st.just("statement"), "title": titles, "text": text(4, 60)}, optional={"tags": st.lists(leads, min_size=1, max_size=6)}
        ),
        st.fixed_dictionaries({"kind": st.just("principles"), "title": titles, "items": st.lists(item, min_size=1, max_size=8)}),
        st.fixed_dictionaries({"kind": st.just("problems"), "title": titles, "items": st.lists(item, min_size=1, max_size=6)}),
        st.fixed_dictionaries({"kind": st.just("pairs"), "title": titles, "pairs": st.lists(pair, min_size=1, max_size=6)}),
    )
    objectives = st.fixed_dictionaries(
        {"kind": st.just("objectives"), "title": titles, "year": st.just(2020), "heading": leads, "text": texts}
    )
    few, some = st.lists(figure, max_size=8), st.lists(figure, min_size=1, max_size=8)
    return st.one_of(st.tuples(points, few), st.tuples(others, st.just([])), st.tuples(objectives, some)).map(with_ledger)


def with_ledger(pair: tuple[dict[str, Any], list[dict[str, Any]]]) -> tuple[dict[str, Any], dict[str, Any]]:
    slide, figures = pair
    names = [f"f{n}" for n in range(len(figures))]
    return slide | ({"figures": names} if names else {}), dict(zip(names, figures, strict=True))


def plain(value: Any) -> Any:
    """Braces and stars are marks, not text; an empty text is no field."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner != ""}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


@law
@given(made=slides(), theme=st.sampled_from(["zhengwu-red", "zhengwu-blue"]))
def test_every_slide_that_is_built_keeps_every_law(made: tuple[dict[str, Any], dict[str, Any]], theme: str) -> None:
    slide, ledger = plain(made[0]), plain(made[1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            built = compile_slides([slide], folder, theme, ledger)
        except OutlineError as error:
            assert {finding.rule for finding in error.findings} <= REFUSALS, error.findings
            event("refused")
            return
        event("built")
        check(built, folder, theme)


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
    from deckgen.load.theme import theme_names

    return {
        (theme, known): built_stress(theme, known, tmp_path_factory.mktemp("stress")) for theme in theme_names() for known in (False, True)
    }


def built_stress(theme: str, known: bool, folder: Path) -> Built:
    outline, ledger = stress_outline(theme, known)
    (folder / "outline.yaml").write_text(outline, encoding="utf-8")
    (folder / "figures.yaml").write_text(ledger, encoding="utf-8")
    return compile_deck(Request(str(folder / "outline.yaml")))
