"""What a title in English keeps whole, wherever its lines break."""

from __future__ import annotations

import pytest

from deckgen.measure import METRICS
from deckgen.measure.balance import balance


@pytest.mark.parametrize("whole", ["2027–28", "2027/28", "2019/2020", "£4.2 million", "US$3bn", "12 million", "£X million"])
@pytest.mark.parametrize("room_em", range(7, 20))
def test_years_and_sums_are_never_broken(whole: str, room_em: int) -> None:
    title = f"Closing the gap of {whole} by the end of another year"
    lines = [title[start:end] for start, end in balance(title, room_em * 1000, METRICS["sans"], 0, ())]
    assert any(whole in line for line in lines), lines


@pytest.mark.parametrize("room_em", range(4, 12))
@pytest.mark.parametrize("whole", ["5-year", "2-4", "year-5", "-free"])
def test_a_hyphen_beside_a_digit_or_a_space_is_no_place_to_break(whole: str, room_em: int) -> None:
    title = f"Our new {whole} plan for the borough"
    lines = [title[start:end] for start, end in balance(title, room_em * 1000, METRICS["sans"], 0, ())]
    assert any(whole in line for line in lines), lines


def test_a_long_word_is_broken_behind_its_own_hyphen() -> None:
    title = "An outward-looking borough"
    lines = [title[start:end] for start, end in balance(title, 5500, METRICS["sans"], 0, ())]
    assert any(line.endswith("outward-") for line in lines), lines
