"""Greedy lines: cases, and the laws that hold for every text and room."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.measure import METRICS, advance, characters_that_fit, fill
from deckgen.measure.kinsoku import NOT_AT_END, NOT_AT_START, SPACES
from deckgen.measure.widths import SCRIPT_GAP

from .corpus import filled, line_width, rooms, spacings, texts

SANS = METRICS["sans"]


def check_fill(text: str, room_em: float, expected: str) -> None:
    """`expected` shows the breaks as "/"."""
    assert "/".join(filled(text, round(room_em * 1000), SANS)) == expected


@pytest.mark.parametrize(
    ("text", "room_em", "expected"),
    [
        ("", 5, ""),
        ("同志们：", 5, "同志们："),
        ("坚持稳中求进", 4, "坚持稳中/求进"),
        ("坚持稳中，求进", 4, "坚持稳/中，求进"),  # ， may not start a line
        ("坚持“求进”", 3, "坚持/“求/进”"),  # “ may not end one
        ("增长5.2%以上", 4, "增长/5.2%以/上"),
        ("坚持 GDP", 2.5, "坚持/GDP"),
        ("GDP  GNP", 2.5, "GDP/GNP"),
        ("　　首行", 3, "　　首/行"),  # an indent stays
        ("坚持求 ，进", 3, "坚持/求 ，/进"),  # nor may it behind a space
        ("坚持“ 求进", 3, "坚持/“ 求/进"),
        ("上\n下", 9, "上/下"),
        ("上\n\n下", 9, "上//下"),
        ("年GDPGDP年", 3, "年/GDPG/DP年"),
        ("好，，，", 2, "好，/，，"),
        ("China’s GDP", 4.5, "China’s/GDP"),
    ],
)
def test_lines_break_as_the_clients_break_them(text: str, room_em: float, expected: str) -> None:
    check_fill(text, room_em, expected)


def words_of(text: str) -> list[str]:
    """What no client breaks: Latin words, and marks with what they hold to."""
    glue_next = "".join(map(re.escape, NOT_AT_END))
    glue_last = "".join(map(re.escape, NOT_AT_START))
    latin = r"\u0021-\u1fff’‐‑–−€"
    glued = rf"[{glue_next}]\s*|\S(?=\s*[{glue_last}])\s*|[{latin}](?=[{latin}])"
    return re.findall(rf"(?:{glued})*\S", text)


def words_fit(text: str, room: int) -> bool:
    """Whether no word is wider than `room`, with spaces and gaps beside it."""
    beside = sum(advance(char, SANS) for char in text if char in SPACES) + 2 * SCRIPT_GAP
    return all(advance(word, SANS) + beside <= room for word in words_of(text))


@given(texts, rooms, spacings)
def test_nothing_is_lost_or_reordered(text: str, room: int, spacing: int) -> None:
    lines, rest = filled(text, room, SANS, spacing), text
    for line in lines:
        assert rest.startswith(line)
        rest = rest[len(line) :].lstrip(SPACES)
    assert rest == ""


@given(texts, rooms, rooms, spacings)
def test_a_wider_room_never_gives_more_lines(text: str, a: int, b: int, spacing: int) -> None:
    narrow, wide = sorted((a, b))
    assert len(fill(text, wide, SANS, spacing)) <= len(fill(text, narrow, SANS, spacing))


@given(texts, rooms, spacings)
def test_only_a_single_character_is_wider_than_the_room(text: str, room: int, spacing: int) -> None:
    for line in filled(text, room, SANS, spacing):
        assert line_width(line, spacing) <= room or len(line.strip(SPACES)) == 1


@given(texts, rooms)
def test_marks_keep_their_side_unless_a_word_alone_is_too_wide(text: str, room: int) -> None:
    if not words_fit(text, room):
        return
    for last, first in pairwise(filled(text, room, SANS)):
        assert first[0] not in NOT_AT_START
        assert last[-1] not in NOT_AT_END


@given(texts, rooms, spacings)
def test_equal_input_gives_equal_lines(text: str, room: int, spacing: int) -> None:
    assert fill(text, room, SANS, spacing) == fill(text, room, SANS, spacing)


def test_what_fits_is_counted_as_the_lines_fall() -> None:
    text = "坚持稳中，求进发展"
    assert [characters_that_fit(text, 4000, lines, SANS) for lines in range(4)] == [0, 4, 7, 9]


@given(texts.filter(lambda text: "\n" not in text), rooms, st.integers(1, 4))
def test_what_fits_so_many_lines_fits_them(text: str, room: int, lines: int) -> None:
    count = characters_that_fit(text, room, lines, SANS)
    assert len(fill(text[:count], room, SANS)) <= lines
    assert count == len(text) or len(fill(text[: count + 1], room, SANS)) > lines or text[count] in SPACES
