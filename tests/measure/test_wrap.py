"""Greedy lines: cases, and the laws that hold for every text and room."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.measure import METRICS, advance, fill, narrowest
from deckgen.measure.kinsoku import NOT_AT_END, NOT_AT_START, SPACES
from deckgen.measure.widths import SCRIPT_GAP
from deckgen.measure.wrap import GRAIN

from .corpus import line_width, rooms, spacings, texts

SANS = METRICS["sans"]


def check_fill(text: str, room_em: float, expected: str) -> None:
    """`expected` shows the breaks as "/"."""
    assert "/".join(fill(text, round(room_em * 1000), SANS)) == expected


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
    lines, rest = fill(text, room, SANS, spacing), text
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
    for line in fill(text, room, SANS, spacing):
        assert line_width(line, spacing) <= room or len(line.strip(SPACES)) == 1


@given(texts, rooms)
def test_marks_keep_their_side_unless_a_word_alone_is_too_wide(text: str, room: int) -> None:
    if not words_fit(text, room):
        return
    for last, first in pairwise(fill(text, room, SANS)):
        assert first[0] not in NOT_AT_START
        assert last[-1] not in NOT_AT_END


@given(texts, rooms, spacings)
def test_equal_input_gives_equal_lines(text: str, room: int, spacing: int) -> None:
    assert fill(text, room, SANS, spacing) == fill(text, room, SANS, spacing)


@given(texts, rooms)
def test_the_narrowest_room_keeps_the_count_and_no_less_room_does(text: str, room: int) -> None:
    count, least = len(fill(text, room, SANS)), narrowest(text, room, SANS, slack=0)
    assert least <= room
    assert len(fill(text, least, SANS)) == count


@given(st.text("的发展，“”GD5% ", min_size=5, max_size=60), st.integers(5000, 20_000))
def test_no_room_narrower_than_the_narrowest_keeps_the_count(text: str, room: int) -> None:
    count, least = len(fill(text, room, SANS)), narrowest(text, room, SANS, slack=0)
    if count > 1 and least < room and words_fit(text, least - GRAIN):
        assert len(fill(text, least - GRAIN, SANS)) > count


@given(texts, rooms)
def test_slack_changes_no_count(text: str, room: int) -> None:
    wider = narrowest(text, room, SANS)
    assert narrowest(text, room, SANS, slack=0) <= wider <= room
    assert len(fill(text, wider, SANS)) == len(fill(text, room, SANS))


def test_a_narrower_room_mends_an_orphan() -> None:
    text = "着力强化实体支撑大力发展先进制造业和新型材料业"
    assert len(fill(text, 22_000, SANS)[-1]) == 1
    room = narrowest(text, 22_000, SANS)
    assert [len(line) for line in fill(text, room, SANS)] == [12, 11]


def test_one_line_needs_no_narrowing() -> None:
    assert narrowest("同志们", 9000, SANS) == 9000
