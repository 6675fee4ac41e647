"""Word documents, as Word and WPS write them and as people misuse them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from msgspec import structs

from deckgen.archive import SPEECH
from deckgen.speech.read import word
from tests.some import some

from .reading import read, remarks, texts
from .word_files import cell, docx, field, numbered, numbering, p, r, style, table, zipped

BOLD = "<w:b/>"
BODY = p("我们坚持项目为王，全年完成投资X亿元，同比增长X%，发展基础更加牢固。")


def words(folder: Path, *paragraphs: str, **parts: str) -> list[str]:
    return texts(folder, "讲话.docx", docx("".join(paragraphs), parts))


# ---- what stands in a paragraph


@pytest.mark.parametrize(
    ("runs", "found"),
    [
        (("坚持", r("以人民", BOLD), "为中心"), ["坚持以人民为中心"]),
        (("上", "<w:r><w:br/></w:r>", "下"), ["上", "下"]),
        (("甲", "<w:r><w:tab/></w:r>", "乙"), ["甲 乙"]),
        (("一", "<w:r><w:noBreakHyphen/></w:r>", "二"), ["一-二"]),
        (('<w:hyperlink w:anchor="x">' + r("链接") + "</w:hyperlink>", "后"), ["链接后"]),
        (('<w:smartTag w:element="date"><w:smartTag w:element="year">' + r("2019年") + "</w:smartTag></w:smartTag>", "初"), ["2019年初"]),
        (("<w:sdt><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>", "后"), ["控件后"]),
        (('<w:fldSimple w:instr="DATE">' + r("1月3日") + "</w:fldSimple>", "讲"), ["1月3日讲"]),
        (("第", field("PAGE", "3"), "页"), ["第3页"]),
        (("共", field("IF 1 = 1", field("PAGE", "7")), "页"), ["共7页"]),
        (("<w:ruby><w:rt>" + r("pīn") + "</w:rt><w:rubyBase>" + r("拼") + "</w:rubyBase></w:ruby>", "音"), ["拼音"]),
        ((r("显", '<w:vanish w:val="0"/>'), "示"), ["显示"]),
        (("\u3000\u3000缩进",), ["缩进"]),
        (("&amp;&lt;甲&gt;",), ["&<甲>"]),
    ],
)
def test_the_words_of_a_paragraph(tmp_path: Path, runs: tuple[str, ...], found: list[str]) -> None:
    assert words(tmp_path, p(*runs)) == found


def test_a_field_inside_an_instruction_is_no_text(tmp_path: Path) -> None:
    instruction = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>' + field("PAGE", "7")
    rest = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("好") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert words(tmp_path, p("真", instruction + rest, "。")) == ["真好。"]


def test_a_field_may_go_over_paragraphs(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INDEX</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("果") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert words(tmp_path, p("前", begin), p(r("指令里的字")), p(end, "后")) == ["前", "果后"]


# ---- what is not read, and that it is told


LEFT_OUT = [
    (p("正文", "<w:del>" + r("删了") + "</w:del>", "<w:ins>" + r("加的") + "</w:ins>"), ["正文加的"], "修订中删去的文字"),
    (p("正文", "<w:moveFrom>" + r("移走") + "</w:moveFrom>"), ["正文"], "修订中删去的文字"),
    (p("正文", r("藏", "<w:vanish/>")), ["正文"], "隐藏文字"),
    (p("正文", '<w:r><w:commentReference w:id="0"/></w:r>'), ["正文"], "批注"),
    (p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>'), ["正文"], "脚注尾注"),
    (p("正文", '<w:r><w:endnoteReference w:id="2"/></w:r>'), ["正文"], "脚注尾注"),
    (p("正文", "<w:r><w:pict><w:txbxContent>" + p("框里") + "</w:txbxContent></w:pict></w:r>"), ["正文"], "文本框"),
    (p("正文", "<w:r><mc:AlternateContent><w:txbxContent>" + p("框") + "</w:txbxContent></mc:AlternateContent></w:r>"), ["正文"], "文本框"),
    (p("正文", "<w:r><w:drawing/></w:r>"), ["正文"], "图片"),
    (p("正文") + p("目录…3", ppr='<w:pStyle w:val="TOC1"/>'), ["正文"], "目录"),
    (
        p("正文") + table(("甲", "<w:p/>" + p("<w:r><w:pict><w:txbxContent>" + p("框") + "</w:txbxContent></w:pict></w:r>"))),
        ["正文", "甲"],
        "文本框",
    ),
]


@pytest.mark.parametrize(("body", "found", "what"), LEFT_OUT)
def test_what_is_left_out_is_told(tmp_path: Path, body: str, found: list[str], what: str) -> None:
    data = docx(body, {"styles": style("TOC1", "toc 1")})
    assert [line.text for line in read(tmp_path, "讲话.docx", data)[0]] == found
    assert f"警告[speech/left-out] 没有读：{what}" in remarks(tmp_path, "讲话.docx", data)


def test_headers_and_footers_are_told_when_they_say_something(tmp_path: Path) -> None:
    data = docx(p("正文"), {"header": p("内部资料"), "footer": p()})
    assert [line.text for line in read(tmp_path, "x.docx", data)[0]] == ["正文"]
    assert remarks(tmp_path, "x.docx", data) == ["警告[speech/left-out] 没有读：页眉页脚"]
    assert remarks(tmp_path, "x.docx", docx(p("正文"), {"header": p(), "footer": p(" ")})) == []


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    gone = "<w:del>" + r("旧段") + "</w:del>"
    lines, _ = read(tmp_path, "x.docx", docx(p("前半", ppr=ended) + p(gone, ppr=ended) + p("后半") + p("另段")))
    assert [(line.text, line.line) for line in lines] == [("前半后半", 3), ("另段", 4)]


# ---- headings


HEADINGS = {
    "styles": style("a", "Normal")
    + style("1", "heading 1")
    + style("2", "标题 2")
    + style("a3", "我的标题", base="1")
    + style("a4", "局标题", ppr='<w:outlineLvl w:val="2"/>')
    + style("a5", "大字", rpr='<w:sz w:val="44"/>')
    + style("a6", "甲", base="a7")
    + style("a7", "乙", base="a6")
}


@pytest.mark.parametrize(
    ("ppr", "level"),
    [
        ('<w:pStyle w:val="1"/>', 1),
        ('<w:pStyle w:val="2"/>', 2),
        ('<w:pStyle w:val="a3"/>', 1),
        ('<w:pStyle w:val="a4"/>', 3),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="9"/>', 0),
        ('<w:outlineLvl w:val="ab"/>', 0),
        ('<w:pStyle w:val="a6"/>', 0),
        ('<w:pStyle w:val="nirgends"/>', 0),
        ("", 0),
    ],
)
def test_levels_of_headings(tmp_path: Path, ppr: str, level: int) -> None:
    lines, _ = read(tmp_path, "x.docx", docx(p("抓好产业", ppr=ppr) + BODY, HEADINGS))
    assert [line.level for line in lines] == [level, 0]


@pytest.mark.parametrize(
    ("heading", "bold"),
    [
        (p(r("抓好产业", BOLD)), True),
        (p(r("抓好产业", '<w:rFonts w:eastAsia="黑体"/>')), True),
        (p(r("抓好产业", '<w:sz w:val="44"/>')), True),
        (p("抓好产业", ppr='<w:pStyle w:val="a5"/>'), True),
        (p(r("抓好", BOLD), "产业"), False),
        (p(r("抓好产业", '<w:b w:val="0"/>')), False),
        (p(r("抓好产业", '<w:rFonts w:eastAsia="微软雅黑"/>')), False),
        (p(r("抓好产业", '<w:sz w:val="18"/>')), False),
        (p(r("抓好产业", '<w:sz w:val="x"/>')), False),
    ],
)
def test_what_stands_out_without_a_style(tmp_path: Path, heading: str, bold: bool) -> None:
    lines, _ = read(tmp_path, "x.docx", docx(heading + p(r(BODY_TEXT, '<w:sz w:val="32"/>')) * 2, HEADINGS))
    assert [line.bold for line in lines] == [bold, False, False]


BODY_TEXT = "我们坚持项目为王，全年完成投资X亿元，发展基础更加牢固。"


def test_nothing_stands_out_where_all_is_bold(tmp_path: Path) -> None:
    lines, _ = read(tmp_path, "x.docx", docx(p(r("抓好产业", BOLD)) + p(r(BODY_TEXT, BOLD))))
    assert [line.bold for line in lines] == [False, False]


# ---- numbers that stand in no text


OFFICIAL = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimalEnclosedCircle", "%4"))


def test_numbers_are_those_that_word_shows(tmp_path: Path) -> None:
    levels = (0, 1, 1, 2, 3, 0, 1)
    body = "".join(p("项", ppr=numbered(1, level)) for level in levels)
    assert words(tmp_path, body, numbering=numbering(OFFICIAL)) == ["一、项", "（一）项", "（二）项", "1. 项", "① 项", "二、项", "（一）项"]


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("decimal", "%1.", "1. 项"),
        ("decimalZero", "%1", "01 项"),
        ("upperRoman", "%1.", "I. 项"),
        ("lowerLetter", "%1)", "a) 项"),
        ("japaneseCounting", "第%1章", "第一章 项"),
        ("decimal", "（%1）", "（1）项"),
        ("bullet", "●", "项"),
        ("none", "", "项"),
    ],
)
def test_kinds_of_numbers(tmp_path: Path, kind: str, text: str, shown: str) -> None:
    assert words(tmp_path, p("项", ppr=numbered(1)), numbering=numbering(((kind, text),))) == [shown]


def test_a_number_may_hold_those_above_it(tmp_path: Path) -> None:
    body = "".join(p("项", ppr=numbered(1, level)) for level in (0, 1, 1, 0, 1))
    shown = words(tmp_path, body, numbering=numbering((("decimal", "%1"), ("decimal", "%1.%2"))))
    assert shown == ["1 项", "1.1 项", "1.2 项", "2 项", "2.1 项"]


def test_lists_of_one_pattern_count_on_unless_they_begin_anew(tmp_path: Path) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(p("项", ppr=numbered(list_id)) for list_id in (1, 1, 2, 3, 3))
    shown = words(tmp_path, body, numbering=numbering(OFFICIAL, ("", "", anew)))
    assert shown == ["一、项", "二、项", "三、项", "一、项", "二、项"]


def test_a_style_may_number_and_a_paragraph_may_refuse(tmp_path: Path) -> None:
    styles = style("a", "Normal") + style("b", "编号", ppr=numbered(1)) + style("c", "编号二", base="b")
    body = p("甲", ppr='<w:pStyle w:val="b"/>') + p("乙", ppr='<w:pStyle w:val="c"/>')
    body += p("丙", ppr=f'<w:pStyle w:val="b"/>{numbered(0)}') + p("丁", ppr='<w:pStyle w:val="b"/>')
    assert words(tmp_path, body, styles=styles, numbering=numbering(OFFICIAL)) == ["一、甲", "二、乙", "丙", "三、丁"]


def test_the_number_stands_before_the_first_words_only(tmp_path: Path) -> None:
    body = p("<w:r><w:br/></w:r>", "上", "<w:r><w:br/></w:r>", "下", ppr=numbered(1))
    assert words(tmp_path, body, numbering=numbering(OFFICIAL)) == ["一、上", "下"]


def test_past_twenty_and_past_z(tmp_path: Path) -> None:
    letters = numbering((("upperLetter", "%1."),))
    assert words(tmp_path, p("项", ppr=numbered(1)) * 28, numbering=letters)[25:] == ["Z. 项", "AA. 项", "BB. 项"]
    circles = numbering((("decimalEnclosedCircle", "%1"),))
    assert words(tmp_path, p("项", ppr=numbered(1)) * 21, numbering=circles)[19:] == ["⑳ 项", "21 项"]


# ---- tables


def test_tables_are_read_row_by_row_and_told(tmp_path: Path) -> None:
    data = docx(p("前") + table(("指标", "数"), ("产值", "3亿元")) + p("后"))
    lines, _ = read(tmp_path, "x.docx", data)
    assert [(line.text, line.line) for line in lines] == [("前", 1), ("指标　数", 2), ("产值　3亿元", 3), ("后", 4)]
    assert remarks(tmp_path, "x.docx", data) == ["警告[speech/table] 有 1 个表格，已按行读成文字"]


def test_cells_that_span_tables_in_tables_and_deleted_rows(tmp_path: Path) -> None:
    begin, more = ('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>")
    rows = (begin + p("合并"), "甲"), (more + p("看不见"), "乙"), (table(("内一", "内二")) + p(), "丙")
    gone = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("删行") + "</w:tr></w:tbl>"
    lines, _ = read(tmp_path, "x.docx", docx(table(*rows) + gone))
    assert [line.text for line in lines] == ["合并　甲", "乙", "内一 内二　丙"]


# ---- what is no speech of Word


def test_other_files_say_how_to_convert(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    cases = [
        ("x.pdf", b"%PDF-1.7", "speech/pdf"),
        ("x.docx", b"%PDF-1.7", "speech/pdf"),
        ("x.doc", ole, "speech/old-word"),
        ("x.wps", ole, "speech/old-word"),
        ("x.doc", b"plain", "speech/old-word"),
        ("x.docx", ole + "EncryptedPackage".encode("utf-16-le"), "speech/encrypted"),
        ("x.xls", ole, "speech/not-text"),
        ("x.rtf", b"{\\rtf1 x}", "speech/other-format"),
        ("x.doc", b"{\\rtf1 x}", "speech/old-word"),
        ("x.txt", b"{\\rtf1 x}", "speech/other-format"),
        ("x.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "speech/other-format"),
        ("x.xlsx", zipped({"xl/workbook.xml": "<x/>"}), "speech/not-text"),
        ("x.docx", zipped({"ppt/presentation.xml": "<x/>"}), "speech/not-text"),
        ("x.html", b"<html><p>x", "speech/other-format"),
        ("x.txt", b"\n <!DOCTYPE html><p>x", "speech/other-format"),
        ("x.txt", b"\x89PNG\r\n\x1a\n", "speech/not-text"),
        ("x.txt", b"MZ\x90\0\x03\0\0\0", "speech/not-text"),
        ("x.yaml", b"title: x", "speech/is-outline"),
        ("x.docx", zipped({"a.txt": "x"}), "speech/not-word"),
        ("x.docx", b"PK\x03\x04 cut off", "speech/not-word"),
    ]
    for name, data, rule in some(cases):
        found = remarks(tmp_path, name, data)
        assert [text.split("[")[1].split("]")[0] for text in found] == [rule], (name, found)


def test_a_document_under_another_name_is_read_by_its_content(tmp_path: Path) -> None:
    for name in ("x.wps", "x.txt", "x", "x.DOCX"):
        assert texts(tmp_path, name, docx(p("正文"))) == ["正文"]


def test_a_document_without_words_is_told(tmp_path: Path) -> None:
    assert remarks(tmp_path, "x.docx", docx(p() + p(" "))) == ["错误[speech/empty] 里面没有文字"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "SPEECH", structs.replace(SPEECH, xml=30_000))
    assert texts(tmp_path, "x.docx", docx(p("正文"))) == ["正文"]
    assert remarks(tmp_path, "x.docx", docx(p("正文" * 5000))) == ["错误[speech/unpacks-too-large] 文件解压后大得不合常理，没有再读下去"]


def test_entities_are_refused_and_never_unfolded(tmp_path: Path) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(io.BytesIO(docx(p("正&amp;b;文&amp;c;")))) as package:
        files = {name: package.read(name) for name in package.namelist()}
    files["word/document.xml"] = entities.encode() + files["word/document.xml"].replace(b"&amp;", b"&")
    assert remarks(tmp_path, "x.docx", zipped(files)) == ["错误[speech/not-word] 这不是 Word 文档，或者文件已经损坏"]
