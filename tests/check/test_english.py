"""Checks of an English deck: rules of Chinese writing say nothing, the others speak of words, years and figures as English has them."""

from __future__ import annotations

import pytest

from tests.check.helpers import check_finds, findings_of, ledger

HEAD = "title: Annual report\nnotes: Welcome.\n{head}parts:\n- title: One\n  slides:\n  - kind: {kind}\n    title: Growth\n{slide}    notes: {notes}\n"
GDP = ledger(gdp={"label": "GDP", "value": 7.5, "unit": "%"})


def english(slide: str = "points: [Homes, Roads]", head: str = "", notes: str = "Say it.", kind: str = "points") -> str:
    """An outline of one slide in English; its own fields stand from line 8 on (later where `head` has lines)."""
    lines = "".join(f"    {line}\n" for line in slide.splitlines())
    return HEAD.format(head=head, kind=kind, slide=lines, notes=notes)


def test_half_width_marks_and_straight_quotes_are_those_of_english() -> None:
    text = english(head="figures: figures.yaml\n", notes="'GDP grew by {gdp}. \"{gdp}\", they said.'")
    rules = {finding.rule for finding in findings_of(text, GDP)}
    assert "content/half-width-mark" not in rules
    assert "content/mixed-quotes" not in rules


def test_half_width_marks_are_found_behind_a_figure_of_a_chinese_deck() -> None:
    text = english(head="language: zh-CN\nfigures: figures.yaml\n", notes="'增长{gdp}，增速{gdp},好.'")
    check_finds("content/half-width-mark", text, "11:28", "11:30", book=GDP)


def test_what_stands_around_a_mark_is_shown_with_its_figure() -> None:
    text = english(head="figures: figures.yaml\n", notes="'It grew (by{gdp} a year.'")
    check_finds("content/unpaired-mark", text, "10:21 (by7.5%", book=GDP)


def test_an_apostrophe_behind_a_figure_is_no_half_of_a_quotation() -> None:
    check_finds("content/unpaired-mark", english(head="figures: figures.yaml\n", notes="'The {gdp}’s growth, the people’s'"), book=GDP)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Progress in 2024/25", False),
        ("Targets for 2019/20 and 2019-20", False),
        ("From 2020-25", False),
        ("The century 1999/00", False),
        ("On 2020-13", True),
        ("On 2020/02/30", True),
    ],
)
def test_financial_years_are_no_dates(text: str, found: bool) -> None:
    check_finds("content/impossible-date", english(f"points: [Homes, {text}]"), *(["8:" + str(21 + text.index("2020"))] if found else []))


@pytest.mark.parametrize(("text", "found"), [("2024/25 年度", False), ("2020-25", True), ("2020-13", True)])
def test_a_chinese_report_spans_two_years_at_most(text: str, found: bool) -> None:
    check_finds("content/impossible-date", english(f"points: [Homes, '{text}']", head="language: zh-CN\n"), *(["9:22"] if found else []))


def test_density_counts_words() -> None:
    def slide(words: int) -> str:
        return english("points:\n" + "".join(f"- {{lead: Lead {n}, text: {' '.join(['up'] * words)}}}\n" for n in range(4)))

    check_finds("layout/density", slide(24))  # 105 words
    check_finds("layout/density", slide(27), "6:5 117 个词 110")


def test_a_slide_that_goes_on_needs_no_notes_of_its_own() -> None:
    assert not [
        f for f in findings_of(english().replace("Growth", "Growth (continued)").replace("    notes: Say it.\n", "")) if "missing" in f.rule
    ]
    assert [f for f in findings_of(english().replace("    notes: Say it.\n", "")) if f.rule == "content/missing-notes"]
