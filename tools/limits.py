"""The table of docs/limits.md, from the limits as the code has them."""

from __future__ import annotations

from pathlib import Path

from deckgen import archive, checkup, diagnostics
from deckgen.cli import findings, formats
from deckgen.form import cells
from deckgen.form import read as form
from deckgen.load import data, limits, nodes, source, theme_fields, theme_reader
from deckgen.preview import server
from deckgen.render import office
from deckgen.speech.read import open as speech

DOCUMENT = Path(__file__).parent.parent / "docs" / "limits.md"
BEGIN, END = "<!-- limits -->\n", "<!-- end -->\n"
MEGABYTE = 1 << 20
Row = tuple[str, str, str]


def rows() -> list[Row]:
    """(what in Chinese, in English, how much), in the order of the docs."""
    small, deck = archive.DOCUMENT, archive.DECK
    return [
        ("大纲、台账、主题文件", "an outline, a ledger, a theme", megabytes(source.MAX_BYTES)),
        ("其中的行数", "lines of it", number(limits.MAX_LINES)),
        ("其中的值（YAML 节点）", "values in it (nodes of YAML)", number(limits.MAX_NODES)),
        ("层次", "levels", number(limits.MAX_DEPTH)),
        ("别名重复的值", "values that aliases repeat", number(limits.MOST_REPEATED)),
        ("一段文字", "a text", f"{number(nodes.MAX_TEXT)} 字 / characters"),
        ("讲稿备注", "notes", f"{number(nodes.MAX_NOTES)} 字 / characters"),
        ("一条规则列出的问题", "findings of one rule that are shown", f"{number(findings.MOST_SHOWN)}; {number(formats.MOST_OF_A_RULE)} (json)"),
        ("一条规则记下的问题", "findings of one rule that are kept", number(diagnostics.MOST_OF_A_RULE)),
        ("主题的字号级数", "sizes of a role of type", number(theme_fields.MOST_SIZES)),
        ("页码、序号、待填的字号", "type of ordinals, of 待填", ", ".join(f"{most} pt" for most in theme_reader.LARGEST.values())),
        ("讲稿文件", "a speech", f"{megabytes(speech.MAX_BYTES)}, {number(speech.MOST_CHARACTERS)} 字 / characters, {number(speech.MOST_PARAGRAPHS)} 段 / paragraphs"),
        ("填报表文件", "a form", f"{megabytes(form.MOST_BYTES)}, {number(cells.MOST_ROWS)} × {number(cells.MOST_COLUMNS)}"),
        (".docx 解压后", ".docx unpacked", f"{megabytes(archive.SPEECH.total)}, {number(archive.SPEECH.tags)} 标签 / tags"),
        ("大纲引用的 .xlsx 解压后", "data: an .xlsx unpacked", f"{megabytes(archive.TABLE.total)}, {number(archive.TABLE.tags)} 标签 / tags"),
        ("大纲引用的表格", "data: a table", f"{megabytes(data.MOST_BYTES)}, {number(data.MOST_ROWS)} × {number(data.MOST_COLUMNS)}"),
        (".xlsx 解压后", ".xlsx unpacked", f"{megabytes(small.total)}, {number(small.members)} 部件 / parts, {number(small.tags)} 标签 / tags"),
        (".pptx 文件", "a .pptx", megabytes(checkup.MAX_DECK)),
        (".pptx 解压后", "a .pptx unpacked", f"{megabytes(deck.xml)} XML, {number(deck.members)} 部件 / parts, {number(deck.tags)} 标签 / tags"),
        ("其中一个部件的标签", "tags of one of its parts", number(archive.SLIDE_TAGS)),
        ("XML 的层次", "levels of XML", number(archive.DEEPEST)),
        ("LibreOffice 的内存", "memory of LibreOffice", megabytes(office.MEMORY * 1024)),
        ("实时预览的连接", "connections of the live page", number(server.MOST_CONNECTIONS)),
    ]  # fmt: skip


def number(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def megabytes(value: int) -> str:
    return f"{value // MEGABYTE:,} MB".replace(",", " ")


def table() -> str:
    head = "| 什么 | what | 最多 / at most |\n|---|---|---|\n"
    return head + "".join(f"| {zh} | {en} | {most} |\n" for zh, en, most in rows())


def with_table(text: str) -> str:
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
