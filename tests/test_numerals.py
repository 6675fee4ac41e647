"""七 is 7 and 7 is 七, as far as a report counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.numerals import to_chinese, to_number
from tests.examples import examples


@pytest.mark.parametrize("number", range(1, 100))
def test_what_is_written_is_read_back(number: int) -> None:
    assert to_number(to_chinese(number)) == number
    assert to_number(str(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("两", 2), ("〇", 0), ("零", 0), ("十", 10), ("一十", 10), ("十二", 12), ("二十", 20), ("９", 9), ("１２", 12), ("007", 7)],
)
def test_other_spellings(text: str, number: int) -> None:
    assert to_number(text) == number


@pytest.mark.parametrize("text", ["", "百", "一百", "三三", "十百", "十十", "三.五", "3.5", "-3", "七个", "壹", " ", "²"])
def test_what_is_no_number_here(text: str) -> None:
    assert to_number(text) is None


@pytest.mark.parametrize("number", [0, -1, 100, 12345])
def test_numbers_beyond_stay_arabic(number: int) -> None:
    assert to_chinese(number) == str(number)


@examples(25, 100)
@given(st.text("零〇一二两三四五六七八九十0123456789０１百.", max_size=6))
def test_nothing_written_in_numerals_breaks_it(text: str) -> None:
    found = to_number(text)
    assert found is None or found >= 0
