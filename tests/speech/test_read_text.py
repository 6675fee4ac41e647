"""Plain text from every machine of an office."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import read, remarks, texts

WORDS = "讲话\n\n\u3000\u3000一、抓好产业\n\u3000\u3000完成X亿元。"
LINES = ["讲话", "一、抓好产业", "完成X亿元。"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_every_line_end(tmp_path: Path, encoding: str, end: str) -> None:
    assert texts(tmp_path, "讲话.txt", WORDS.replace("\n", end).encode(encoding)) == LINES


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_that_yaml_knows_end_a_line(tmp_path: Path, end: str) -> None:
    assert texts(tmp_path, "讲话.txt", WORDS.replace("\n", end).encode()) == LINES


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_both_orders_of_bytes(tmp_path: Path, mark: bytes) -> None:
    encoded = WORDS.encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")
    assert texts(tmp_path, "讲话.txt", mark + encoded) == LINES


def test_a_damaged_byte_does_not_turn_the_text_into_another_script(tmp_path: Path) -> None:
    data = ("讲话\n" + "我们要抓好产业发展。" * 20).encode() + b"\xff"
    assert texts(tmp_path, "讲话.txt", data)[0] == "讲话"


def test_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    assert remarks(tmp_path, "x.txt", b"\x81\xff\x80" * 50) == ["错误[speech/encoding] 读不懂文字编码"]


@pytest.mark.parametrize("indent", ["", "  ", "\t", "\u3000\u3000", "\xa0", "\u200b", "\ufeff", "\u2060", "\u200d", "\xad", "\u202a"])
def test_lines_and_columns_are_those_of_the_file(tmp_path: Path, indent: str) -> None:
    lines, _ = read(tmp_path, "x.txt", f"讲话\n\n{indent}正文".encode())
    assert [(line.text, line.line, line.column) for line in lines] == [("讲话", 1, 1), ("正文", 3, len(indent) + 1)]


def test_what_yaml_and_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    assert texts(tmp_path, "x.txt", "甲\x01乙\x0b丙\x7f丁\ufffe".encode()) == ["甲乙", "丙丁"]


WRAPPED = """我们必须坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实各项
决策部署，推动经济社会发展取得新的成效，为全面建成小康社会打下坚实的基础，
让群众有更多的获得感和幸福感，这是我们始终不变的追求，也是我们的庄严承诺
和责任。
一、抓好产业发展，做大做强主导产业，培育壮大新兴产业，加快推动转型升级步
伐。
"""


def test_a_text_wrapped_at_a_fixed_width_is_put_together(tmp_path: Path) -> None:
    found = texts(tmp_path, "x.txt", WRAPPED.encode())
    assert [text[-3:] for text in found] == ["责任。", "步伐。"]
    assert found[1].startswith("一、")


def test_english_words_keep_their_space_where_lines_were_joined(tmp_path: Path) -> None:
    lines = "We have come a long way since we met here\na year ago, and the city has changed for\nthe better in more ways than we can count\ntoday, which makes all of us very proud.\n"
    assert texts(tmp_path, "x.txt", lines.encode()) == [lines.strip().replace("\n", " ")]


def test_short_lines_and_paragraphs_are_left_as_they_are(tmp_path: Path) -> None:
    poem = ["不忘初心", "牢记使命", "我们要坚持以人民为中心的发展思想，不断满足人民群众对美好生活的需要。", "一、产业"]
    assert texts(tmp_path, "x.txt", "\n".join(poem).encode()) == poem


@pytest.mark.parametrize("text", ["", " \n\t\n\u3000\n", "\ufeff", "\r\n\r\n"])
def test_an_empty_file_is_told(tmp_path: Path, text: str) -> None:
    assert remarks(tmp_path, "x.txt", text.encode()) == ["错误[speech/empty] 里面没有文字"]


def test_far_too_much_is_refused_at_once(tmp_path: Path) -> None:
    assert remarks(tmp_path, "x.txt", "我们要发展。\n".encode() * 100_000) == ["错误[speech/too-long] 讲稿有 600000 个字，最多 200000 个"]


def test_a_list_of_words_is_no_speech(tmp_path: Path) -> None:
    """Each six paragraphs make a slide, and each slide is laid out in every theme."""
    assert remarks(tmp_path, "x.txt", "城\n".encode() * 10_001) == ["错误[speech/too-many-paragraphs] 讲稿有 10001 段，最多 10000 段"]
    assert remarks(tmp_path, "x.txt", b"a" * (33 * 1024 * 1024)) == ["错误[speech/too-large] 文件超过 32 MB"]


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    from deckgen.diagnostics import Findings
    from deckgen.speech.read.open import read_speech

    for path, rule in ((tmp_path, "speech/is-a-folder"), (tmp_path / "无.txt", "speech/missing-file")):
        findings = Findings()
        assert read_speech(str(path), findings) is None
        assert [finding.rule for finding in findings.all] == [rule]
