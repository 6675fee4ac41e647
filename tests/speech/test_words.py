"""Sentences, leads, titles, roles: what is taken from a paragraph, and what is left in it."""

from __future__ import annotations

import pytest
import yaml

from deckgen.speech.emit.yaml import block, comment, scalar
from deckgen.speech.fit import short
from deckgen.speech.slides.unique import fresh
from deckgen.speech.source import Paragraph, Piece, Speech
from deckgen.speech.structure.roles import is_address, part_role, role_of
from deckgen.speech.text.phrases import balanced
from deckgen.speech.text.sentences import clauses, segments, sentences
from deckgen.speech.words.leads import lead_of
from deckgen.speech.words.titles import title_and_motto


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲。乙！丙？", ["甲", "乙", "丙"]),
        ("他说“甲。乙”了。丙", ["他说“甲。乙”了", "丙"]),
        ("没有标点", ["没有标点"]),
        ("We won. Mr. Li spoke.", ["We won", "Mr. Li spoke"]),
        ("涨了1.5倍。", ["涨了1.5倍"]),
        ("真好！！”后", ["真好", "后"]),
        ("他说“甲。”。丙", ["他说“甲。”", "丙"]),
        ("。。。", ["。。。"]),
        ("", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [one.text for one in sentences(text)] == found
    assert all(text[one.start : one.end] == one.text for one in sentences(text))


def test_segments_and_clauses_part_finer() -> None:
    text = "甲，乙；丙：1,234户。"
    assert [one.text for one in segments(text)] == ["甲，乙", "丙：1,234户"]
    assert [one.text for one in clauses(text)] == ["甲", "乙", "丙", "1,234户"]


def lead(text: str, room: int = 16) -> str:
    speech = Speech("x.txt", (Paragraph(text, 1),))
    return lead_of(speech, Piece(0, 0, len(text)), room).plain(speech)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我们着力推进产业转型升级。", "推进产业转型升级"),
        ("产业更强，民生更好", "产业更强，民生更好"),
        ("推进改革", "推进改革"),
        ("这一个长得没有任何一个停顿可以用来断开的句子是放不下的", ""),
    ],
)
def test_leads(text: str, words: str) -> None:
    assert lead(text) == words


@pytest.mark.parametrize(
    ("text", "title", "motto"),
    [
        ("坚持以打造经济强区为战略引领，把关定向，集优成势", "坚持以打造经济强区为战略引领", "把关定向，集优成势"),
        ("坚持以改善群众生活为根本宗旨\u3000问需于民、造福于民", "坚持以改善群众生活为根本宗旨", "问需于民、造福于民"),
        ("抓好产业，努力实现更快更好的发展", "抓好产业，努力实现更快更好的发展", ""),
        ("抓好产业发展", "抓好产业发展", ""),
        ("甲，不忘初心，牢记使命", "甲，不忘初心，牢记使命", ""),
    ],
)
def test_titles_and_mottoes(text: str, title: str, motto: str) -> None:
    assert title_and_motto(text) == (title, motto)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("成绩来之不易，我代表区委向大家表示衷心感谢！", "thanks"),
        ("在肯定成绩的同时，我们也清醒地认识到存在的问题。", "problems"),
        ("2020年是关键之年，做好全年工作的总体要求是：", "plan"),
        ("我们坚持项目为王。", ""),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert role_of(text, near_end=False) == role


def test_only_what_stands_near_the_end_closes() -> None:
    assert role_of("谢谢大家！", near_end=True) == "closing"
    assert role_of("谢谢大家！", near_end=False) == ""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("同志们：", True), ("各位代表、同志们！", True), ("Good morning.", True), ("同志们要努力", False), ("产业发展：", False)],
)
def test_addresses(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


@pytest.mark.parametrize(
    ("title", "role"), [("2019年工作回顾", "review"), ("存在的问题和不足", "problems"), ("下一步工作打算", "plan"), ("产业发展", "")]
)
def test_roles_of_parts(title: str, role: str) -> None:
    assert part_role(title) == role


@pytest.mark.parametrize(
    ("title", "taken", "found"),
    [
        ("甲", set(), "甲"),
        ("甲", {"甲"}, "甲（二）"),
        ("甲（二）", {"甲", "甲（二）"}, "甲（三）"),
        ("Plans", {"Plans"}, "Plans (2)"),
        ("Plans (2)", {"Plans (2)", "Plans (3)"}, "Plans (4)"),
    ],
)
def test_fresh_titles(title: str, taken: set[str], found: str) -> None:
    assert fresh(title, taken) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("推进产业转型升级，努力实现更高质量、更有效率、更可持续的发展", "推进产业转型升级"),
        ("推进产业转型升级努力实现更高质量更有效率更可持续的发展", "推进产业转型升级努力实现更高质量更有效率更可持续"),
        ("Grow the local economy and bring new jobs to every district of our town", "Grow the local economy and bring new jobs to every"),
    ],
)
def test_titles_cut_short(title: str, found: str) -> None:
    assert short(title).startswith(found[:20])
    assert title.startswith(short(title))
    assert len(short(title)) < len(title)


@pytest.mark.parametrize(("text", "good"), [("“甲”《乙》（丙）", True), ("“甲", False), ("甲）", False), ("", True)])
def test_balance(text: str, good: bool) -> None:
    assert balanced(text) is good


@pytest.mark.parametrize(
    "text",
    [
        *("是", "yes", "No", "null", "~", "1", "007", "1.5", "1e3", "0x1f", "1:30", "2019-01-01", ".inf", "=", "<<"),
        *(
            "- x",
            "? x",
            ": x",
            "x: y",
            "x:",
            "x #y",
            "#x",
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "'x'",
            '"x"',
            "%x",
            "@x",
            "`x",
            "{x}",
            "[x]",
            "a, b",
            "}",
            "]",
        ),
        *("---", "...", "--- x", "\\n", "x\\", " x", "x ", "甲：乙", "“引”", "😀", "a\tb", "1_000", "+1", "-.5", "12:30:45", "{a: b}", "-"),
    ],
)
def test_a_scalar_is_read_as_it_was_written(text: str) -> None:
    read = yaml.safe_load(f"key: {scalar(text)}\nother: 1\n")
    assert read["other"] == 1
    assert str(read["key"]) == text


def test_blocks_and_comments_stay_what_they_are() -> None:
    lines = ["# 不是注释", "- 不是列表", "a: b", "  缩进"]
    assert yaml.safe_load("\n".join(block("notes", lines, 0)))["notes"].splitlines() == lines
    assert block("notes", [], 4) == []
    assert comment("一行\n两行", 2) == "  # 一行 两行"
