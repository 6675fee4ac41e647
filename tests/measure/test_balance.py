"""Titles: where they break, and the promises that hold for any."""

from itertools import pairwise

import pytest
from hypothesis import example, given

from deckgen.measure import METRICS, fill
from deckgen.measure.balance import at_marks
from deckgen.measure.breaks import AFTER_MARK, AT_NAME, AT_SPACE, mark_cost
from deckgen.measure.glossary import terms
from deckgen.measure.kinsoku import NOT_AT_END, NOT_AT_START, SPACES
from tests.some import some

from .corpus import SENTENCES, balanced, filled, line_width, rooms, spacings, texts

SANS = METRICS["sans"]


def check_balance(text: str, room_em: float, expected: str, keep: tuple[str, ...] = ()) -> None:
    """`expected` shows the breaks as "/"."""
    assert "/".join(balanced(text, round(room_em * 1000), SANS, keep=keep)) == expected


@pytest.mark.parametrize(
    ("room_em", "expected"),
    [
        (20, "坚持以打造经济强区为战略引领，/把关定向，集优成势"),
        (20, "坚持以实现高质量发展为第一要务，/率先崛起、转型跨越"),
        (14, "增强“四个意识”坚定/“四个自信”做到“两个维护”"),
        (14, "一、坚持习近平新时代/中国特色社会主义思想为指导，/不忘初心，牢记使命"),
        (14, "党的十九届二中、三中、/四中全会精神光辉照耀下着力/锻造政治坚定的区委领导集体"),
        (14, "在全市重点项目及“一中心、/六组团、南部生态县”项目进展/情况综合考评中排在全市第一名"),
        (11, "2019年预计完成/地区生产总值X亿元"),
        (9, "全体会议上的/讲话和报告"),
        (3, "同志们"),
    ],
)
def test_a_title_breaks_at_sense(room_em: float, expected: str) -> None:
    check_balance(expected.replace("/", ""), room_em, expected)


def test_a_phrase_of_the_caller_stays_whole() -> None:
    check_balance("建设南部生态县样板区", 6, "建设南部/生态县样板区")
    check_balance("建设南部生态县样板区", 6, "建设/南部生态县/样板区", keep=("南部生态县",))


def test_marks_that_balance_need_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.measure.breaks.word_edges", lambda text: pytest.fail(text))
    check_balance(
        "坚持以打造经济强区为战略引领，把关定向，集优成势",
        20,
        "坚持以打造经济强区为战略引领，/把关定向，集优成势",
    )


WHOLE = (
    *("X亿元", "12.3%", "24小时", "2019年", "2020年1月", "十九届四中全会", "第一位", "GDP"),
    *("“七个坚持”", "《通知》", "粤港澳大湾区", "供给侧", "一带一路", "1,345.6亿元", "X个百分点"),
)


@pytest.mark.parametrize("whole", WHOLE)
@pytest.mark.parametrize("room", range(8000, 15_000, 500))
def test_names_and_figures_are_never_broken(whole: str, room: int) -> None:
    text = f"区委坚持推动{whole}持续巩固提升优势"
    assert any(whole in line for line in balanced(text, room, SANS))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("room", [9000, 13_000, 18_000])
def test_no_line_starts_with_a_particle_or_ends_alone(sentence: str, room: int) -> None:
    lines = balanced(sentence, room, SANS)
    assert not any(line.startswith(tuple("的了")) for line in lines[1:])
    assert len(lines) == 1 or len(lines[-1]) > 2


@given(texts, rooms, spacings)
def test_a_balanced_text_keeps_the_promises(text: str, room: int, spacing: int) -> None:
    lines, rest = balanced(text, room, SANS, spacing), text
    assert len(lines) <= len(fill(text, room, SANS, spacing)) + 1
    for line in lines:
        assert rest.startswith(line)
        assert line_width(line, spacing) <= room or len(line.strip(SPACES)) == 1
        rest = rest[len(line) :].lstrip(SPACES)
    assert rest == ""


@given(texts, rooms)
@example("GDP(\u3000not break", 2438)
def test_balance_breaks_marks_only_where_fill_must(text: str, room: int) -> None:
    def faults(lines: tuple[str, ...]) -> int:
        return sum(last[-1:] in NOT_AT_END or first[:1] in NOT_AT_START for last, first in pairwise(lines))

    assert faults(balanced(text, room, SANS)) <= faults(filled(text, room, SANS))


def test_terms_hold_no_mark_and_their_seams_are_inside() -> None:
    assert len(terms()) > 150
    for term in some(terms()):
        assert all(part.isalnum() for part in term.split("|"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("坚持稳中求进工作总基调，抓落实", ["坚持稳中求进工作总基调，", "抓落实"]),
        ("坚持稳中求进工作总基调，落实", []),  # a last line of two characters is an orphan
        ("坚持稳中求进工作，总基调落实，好", ["坚持稳中求进工作，", "总基调落实，好"]),
    ],
)
def test_marks_decide_unless_they_leave_an_orphan(text: str, lines: list[str]) -> None:
    assert [text[begin:end] for begin, end in at_marks(text, 13_000, SANS)] == lines


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("推进 AI", AT_SPACE), ("AI 应用", AT_SPACE), ("全面 推进", AT_SPACE), ("open data", None), ("5G plus", None),
        ("推进，AI", AFTER_MARK["，"]), ("推进， AI", AFTER_MARK["，"]), ("“稳”进", AT_NAME), ("推进“稳”", AT_NAME), ("推进工作", None),
    ],
)  # fmt: skip
def test_a_space_is_a_place_to_break_unless_it_parts_words_of_one_latin_phrase(text: str, cost: float | None) -> None:
    """Where the second of two stretches begins: at the space, behind the mark, at the quotation."""
    at = next((n for n in range(1, len(text)) if text[n - 1] == " " or text[n - 1] in "，”" or text[n] == "“"), 2)
    at += text[at] == " "
    assert mark_cost(text, at) == cost
