"""Speeches at the edge of what anyone would give: a decent deck or a clear message, soon, and never a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.clock import seconds

from .examine import import_speech, obstacles
from .word_files import docx, numbered, numbering, p

CLAUSE = "我们坚持把产业发展摆在突出位置，推动结构不断优化，基础更加牢固。"
PATIENCE = 30  # seconds, on a busy machine; some hundred slides are fitted in eight themes
pytestmark = pytest.mark.slow


def imported(folder: Path, name: str, speech: str | bytes) -> tuple[int, str]:
    """Exit code and what was told; a deck that is left behind builds, unless the code says otherwise."""
    path = folder / name
    path.write_bytes(speech if isinstance(speech, bytes) else speech.encode())
    started = time.process_time()
    code, said = import_speech(path, folder / "ziel")
    assert time.process_time() - started < seconds(PATIENCE)
    assert "Traceback" not in said
    if code == 0:
        assert obstacles(folder / "ziel" / "outline.yaml") == ()
    return code, said


SHAPES = {
    "one line of 50 000 characters": (CLAUSE * 1600)[:50_000],
    "one line without a mark": "发展" * 25_000,
    "500 sections": "报告\n同志们：\n" + "".join(f"{n}、抓好第{n}项重点工作\n{CLAUSE}\n" for n in range(1, 501)),
    "one section of 300 points": "报告\n同志们：\n一、抓好产业\n"
    + "".join(f"（{n % 90 + 1}）办好一件实事。{CLAUSE}\n" for n in range(300)),
    "all levels": "报告\n同志们：\n第一部分 回顾\n一、产业\n（一）工业\n1.制造业\n（1）汽车\n①零部件\n——轮胎\n" + CLAUSE + "\n谢谢大家！",
    "headings and nothing else": "报告\n一、产业\n二、民生\n三、党建\n四、文化\n",
    "an address and nothing else": "同志们：",
    "one character": "好",
    "one emoji": "😀",
    "only marks": "。。。\n，，，\n——\n",
    "only numbers": "1\n2\n3.5\n100%\nX亿元\n",
    "only numbering": "一、\n（一）\n1.\n（1）\n①\n一是\n首先\n",
    "very long words": "Report\nFellow citizens,\n1. " + "a" * 3000 + "\n" + "b" * 9000 + " ends.\n",
    "a very long title": "关于" + "进一步做好各项" * 40 + "工作的报告\n同志们：\n一、产业\n" + CLAUSE,
    "every title the same": "报告\n同志们：\n" + "".join(f"{n}、工作\n{CLAUSE}\n" for n in "一二三四五六"),
    "yaml all over": "title: x\n- a: {b: c}\n# 标题 #\n&甲 *甲 !乙 | > ' \" % @ `\n--- \n...\n\\*\\{\\}**{gdp}**{{\n",
    "parts that do not sum": "报告\n同志们：\n一、产业\n完成总投资100亿元，其中工业投资80亿元，农业投资70亿元。" + CLAUSE,
    "one figure, many values": "报告\n同志们：\n一、产业\n" + "".join(f"完成投资{n}亿元。" for n in range(1, 30)),
    "claims that are not kept": "报告\n同志们：\n做到“九个坚持”：\n一、坚持产业\n" + CLAUSE + "\n二、坚持民生\n" + CLAUSE,
}


# What is wrong in the speech itself is no reason not to build: the rule only warns, and the outline says why.
FAULTY = {
    "share-over-100": "报告\n同志们：\n一、民生\n覆盖率达到120%，满意率达到180%，地区生产总值增长120%。\n" + CLAUSE,
    "impossible-date": "报告\n（2019年2月30日）\n同志们：\n一、产业\n" + CLAUSE,
}


@pytest.mark.parametrize("rule", FAULTY)
def test_a_fault_of_the_speech_itself_only_warns(tmp_path: Path, rule: str) -> None:
    code, said = imported(tmp_path, "讲稿.txt", FAULTY[rule])
    assert code == 0, said
    outline = (tmp_path / "ziel" / "outline.yaml").read_text(encoding="utf-8")
    assert f"# 请核对：讲稿里有这些规则认为是错误的地方，先当作提醒；改好以后请删去下面这一行\nchecks: {{{rule}: warning}}\n" in outline


def test_a_speech_longer_than_anyone_gives_is_refused(tmp_path: Path) -> None:
    code, said = imported(tmp_path, "讲稿.txt", CLAUSE * 7000)
    assert code == 2
    assert "[speech/too-long]" in said


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_a_deck(tmp_path: Path, shape: str) -> None:
    code, said = imported(tmp_path, "讲稿.txt", SHAPES[shape])
    assert code == 0, said


def test_deep_lists_of_word(tmp_path: Path) -> None:
    levels = tuple(("decimal", "".join(f"%{n}." for n in range(1, depth + 2))) for depth in range(9))
    body = p("报告") + p("同志们：") + "".join(p(f"抓好第{n}项工作", ppr=numbered(1, n % 9)) + p(CLAUSE) for n in range(90))
    code, said = imported(tmp_path, "讲稿.docx", docx(body, {"numbering": numbering(levels)}))
    assert code == 0, said


def test_a_document_of_many_paragraphs(tmp_path: Path) -> None:
    body = "".join(p(f"{n}、抓好第{n}项工作") + p(CLAUSE) for n in range(1, 501))
    assert imported(tmp_path, "讲稿.docx", docx(body))[0] == 0
