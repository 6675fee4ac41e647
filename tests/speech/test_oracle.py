"""What is expected can be reached: an importer that knows the answers scores full marks, and loses them when it errs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.some import some

from .examine import Score, examine
from .expected import CORPUS, SUFFIX, Expected, expectations, load_expected
from .make_docx import OUTSIDE_TEXT, make_all
from .oracle import write_answer

NAMES = [path.name.removesuffix(SUFFIX) for path in expectations(CORPUS) if path.name != f"report_2019{SUFFIX}"]
FULL = ("sections", "mottoes", "points", "counts", "problems", "targets", "principles", "pairs", "quantities", "placed", "labels", "faults")


def answer(name: str, folder: Path, *edits: tuple[str, str]) -> tuple[Expected, Score]:
    """The answer to a speech, examined after edits of its outline, each of which must hit something."""
    expected = load_expected(CORPUS / f"{name}{SUFFIX}")
    outline, said = write_answer(expected, folder)
    for old, new in edits:
        text = outline.read_text(encoding="utf-8")
        assert old in text
        outline.write_text(text.replace(old, new, 1), encoding="utf-8")
    return expected, examine(expected, outline, said, build=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_scores_full_marks(name: str, tmp_path: Path) -> None:
    _, score = answer(name, tmp_path)
    assert [tally for tally in FULL if getattr(score, tally).share < 1] == []
    assert score.title and score.closing and score.in_order and score.whole
    assert (score.surplus, score.intruders, score.alarms) == ((), (), 0)


def test_a_lost_line_is_seen(tmp_path: Path) -> None:
    _, score = answer("safety_speech", tmp_path, ("今天召开全县安全生产工作会议，主要任务是", "今天开会，任务是"))
    assert [text.partition(":")[0] for text in score.lost] == ["5"] and score.added


def test_added_words_are_seen(tmp_path: Path) -> None:
    _, score = answer("safety_speech", tmp_path, ("今天召开全县安全生产工作会议", "大家好！\n\n  今天召开全县安全生产工作会议"))
    assert not score.exact and "".join(score.added) == "大家好！" and not score.lost


def test_figures_at_each_others_places_are_seen(tmp_path: Path) -> None:
    expected = load_expected(CORPUS / f"safety_speech{SUFFIX}")
    first, second = expected.counted[:2]
    assert first.units != second.units
    _, score = answer("safety_speech", tmp_path, ("{figure1}", "{figure0}"), ("{figure2}", "{figure1}"), ("{figure0}", "{figure2}"))
    assert score.lost and score.placed.share < 1


def test_a_quantity_left_in_words_is_seen(tmp_path: Path) -> None:
    expected = load_expected(CORPUS / f"safety_speech{SUFFIX}")
    _, score = answer("safety_speech", tmp_path, ("{figure1}", expected.counted[0].phrase))
    # The ledger still has it, but filling the ledger would not fill the speech.
    assert score.quantities.share == 1 and score.placed.found == score.placed.of - 1 and score.whole


def test_an_unheard_fault_is_seen(tmp_path: Path) -> None:
    expected = load_expected(CORPUS / f"safety_speech{SUFFIX}")
    outline, _ = write_answer(expected, tmp_path)
    assert examine(expected, outline, "", build=False).faults.found == 0 < len(expected.facts.faults)


def test_the_word_files_are_made_from_their_texts(tmp_path: Path) -> None:
    sources = sorted(CORPUS.glob("*.docx.txt"))
    assert len(sources) >= 2
    for source in some(sources):
        (tmp_path / source.name).write_bytes(source.read_bytes())
        assert not any(words in source.read_text(encoding="utf-8") for words in OUTSIDE_TEXT)
    for made in some(make_all(tmp_path)):
        assert made.read_bytes() == (CORPUS / made.name).read_bytes(), f"python -m tests.speech.make_docx {CORPUS}"
