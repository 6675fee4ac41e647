"""`deckgen score`: its values in words and as JSON, what they fail for, and how they lead back to the outline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Deckgen
from tests.inspect.decks import ours, theirs
from tests.support import ROOT

NAMES = ["editability", "fit", "legibility", "order", "density", "rhythm", "access"]
REPORT = str(ROOT / "content" / "report-2019" / "outline.yaml")


def put(name: str, data: bytes) -> str:
    Path(name).write_bytes(data)
    return name


def test_a_deck_is_told_in_both_languages(deckgen: Deckgen) -> None:
    put("a.pptx", theirs())
    chinese, english = (deckgen("score", "a.pptx", "--lang", lang) for lang in ("zh", "en"))
    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith("a.pptx：5 页，可编辑性 L4（")
    assert english.out.startswith("a.pptx: 5 slides, editability L4 (")
    assert [line.split()[0] for line in english.out.splitlines()[1:] if not line.startswith("  ")] == NAMES
    assert not any(char > "\u3000" for line in english.out.splitlines() if "“" not in line for char in line)


def test_a_minimum_is_asked_of_every_value(deckgen: Deckgen) -> None:
    put("a.pptx", theirs())
    lowest = min(entry["points"] for entry in scores(deckgen, "a.pptx")[0].values() if entry["points"] is not None)
    assert deckgen("score", "a.pptx", "--min", str(lowest - 0.1)).code == 0
    ended = deckgen("score", "a.pptx", "--min", str(lowest + 0.1))
    assert ended.code == 1
    assert "低于" in ended.out


def test_two_decks_stand_side_by_side(deckgen: Deckgen) -> None:
    put("a.pptx", theirs())
    put("b.pptx", ours())
    ended = deckgen("score", "a.pptx", "--compare", "b.pptx")
    heads = ended.out.splitlines()[:2]
    assert [head.partition("：")[0] for head in heads] == ["a.pptx", "b.pptx"]
    first, second = scores(deckgen, "a.pptx", "--compare", "b.pptx")
    for name in NAMES:
        assert f"{int(first[name]['points'] or 0):>6}{int(second[name]['points'] or 0):>6}".replace(
            "     0", "     –"
        ) in ended.out.replace("     0", "     –")


def test_an_outline_is_scored_as_the_deck_it_makes_and_led_back_to_its_lines(deckgen: Deckgen) -> None:
    files = sorted(Path().iterdir())
    (entry,) = scores(deckgen, "outline.yaml")
    assert sorted(Path().iterdir()) == files  # nothing is written
    (cost,) = (cost for cost in entry["density"]["costs"] if cost["what"] == "score/too-little-text")
    assert cost["line"] == 3
    assert "outline.yaml:3:" in deckgen("score", "outline.yaml").out


@pytest.mark.parametrize("name", ["nothing.pptx", "no-zip.pptx", "nothing.yaml", "faulty.yaml"])
def test_what_is_no_deck_has_no_score(deckgen: Deckgen, name: str) -> None:
    put("no-zip.pptx", b"PK nothing")
    put("faulty.yaml", b"titel: a\n")
    ended = deckgen("score", name)
    assert (ended.code, ended.out) == (2, "")
    assert name in ended.err


def test_the_report_is_held_to_a_minimum(deckgen: Deckgen) -> None:
    (entry,) = scores(deckgen, REPORT)
    least = {"editability": 60, "fit": 100, "legibility": 90, "order": 95, "density": 90, "rhythm": 75, "access": 100}
    assert {name: entry[name]["points"] >= value for name, value in least.items()} == dict.fromkeys(least, True)


def scores(deckgen: Deckgen, *arguments: str) -> list[dict[str, Any]]:
    ended = deckgen("score", *arguments, "--format", "json")
    return [deck["measures"] for deck in json.loads(ended.out)["decks"]]
