"""`deckgen import` on speeches that its author did not choose, against what a person found in them (see `expected`)."""

from __future__ import annotations

import pytest

from tests.beside import beside
from tests.examples import mostly_in_ci

from .examine import Score, details, examine, import_speech
from .expected import CORPUS, SUFFIX, Expected, expectations, load_expected

FILES = expectations(CORPUS)
NAMES = [path.name.removesuffix(SUFFIX) for path in FILES]
REPORT = "report_2019"
DESK = (REPORT, "headings", "industrial_park", "roman_en", "short_note", "unnumbered")  # of each kind of file and of structure one

# The share that must be reached: where the structure is written in the speech, and where it is not.
QUANTITIES = {True: 0.95, False: 0.9}
PLACED = {True: 0.95, False: 0.9}
LABELS = {True: 0.9, False: 0.8}
PRECISION = {True: 0.95, False: 0.9}
POINTS = {True: 0.95, False: 0.6}
SPECIAL = {True: 1.0, False: 0.5}  # problems, targets, principles, pairs
LEADS = 0.95


@pytest.fixture(scope="module")
def scores() -> dict[str, tuple[int, Expected, Score]]:
    return {}


@pytest.fixture(params=mostly_in_ci(NAMES, DESK))
def scored(
    request: pytest.FixtureRequest, scores: dict[str, tuple[int, Expected, Score]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, Expected, Score]:
    """Exit code, expectations and score of each speech; imported once."""
    name = request.param
    if name not in scores:
        expected = expected_of(name)
        folder = tmp_path_factory.mktemp(name)
        code, said = import_speech(expected.path, folder)
        assert (folder / "outline.yaml").exists(), f"exit code {code}\n{said}"
        scores[name] = code, expected, examine(expected, folder / "outline.yaml", said)
    return scores[name]


def expected_of(name: str) -> Expected:
    """The report of 2019 lies outside the repository."""
    speech = beside("report/report-2019.txt") if name == REPORT else None
    return load_expected(CORPUS / f"{name}{SUFFIX}", speech)


def test_there_are_speeches() -> None:
    assert len(FILES) >= 12


def test_the_structure_is_found(scored: tuple[int, Expected, Score]) -> None:
    _, expected, score = scored
    numbered = expected.facts.numbered
    assert score.title, details(score)
    if numbered:
        assert score.sections.share == 1 and score.in_order, score.sections.missing
        assert score.mottoes.share == 1, score.mottoes.missing
    assert score.points.share >= POINTS[numbered], score.points.missing
    for special in (score.problems, score.targets, score.principles, score.pairs):
        assert special.share >= SPECIAL[numbered], special.missing
    assert score.statement
    assert score.claims.share == 1, score.claims.missing
    assert score.closing


def test_every_quantity_is_in_the_ledger(scored: tuple[int, Expected, Score]) -> None:
    _, expected, score = scored
    numbered = expected.facts.numbered
    assert score.quantities.share >= QUANTITIES[numbered], score.quantities.missing
    assert score.placed.share >= PLACED[numbered], score.placed.missing
    assert score.labels.share >= LABELS[numbered], score.labels.missing


def test_nothing_else_is_in_the_ledger(scored: tuple[int, Expected, Score]) -> None:
    _, expected, score = scored
    assert score.intruders == ()
    assert score.precision >= PRECISION[expected.facts.numbered], score.surplus


def test_nothing_of_the_speech_is_lost(scored: tuple[int, Expected, Score]) -> None:
    _, _, score = scored
    assert score.lost == ()
    assert score.added == ()


def test_its_faults_are_told(scored: tuple[int, Expected, Score]) -> None:
    _, _, score = scored
    assert score.faults.share == 1, score.faults.missing


def test_the_deck_builds_and_reads_well(scored: tuple[int, Expected, Score]) -> None:
    code, _, score = scored
    assert code == 0
    assert score.broken == ()
    assert score.titles_twice == ()
    assert score.texts == ()
    assert score.sane_leads >= LEADS, score.leads
