"""Markdown's marks taken off: headings become levels, emphasis and links become their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.speech.source import Paragraph

HEADING = re.compile(r"(#{1,6})\s++")
UNDERLINE = re.compile(r"(=+|-{2,})$")
RULE = re.compile(r"([-*_])(?:\s?\1){2,}$")
OF_TABLE_RULE = frozenset(" \t:|-")
FENCE = re.compile(r"(`{3,}|~{3,})")
FRONT = re.compile(r"---\s*$")
FRONT_ENDS = re.compile(r"(?:-{3,}|\.\.\.)\s*$")
FRONT_FIELD = re.compile(r"\s*+(?:[\w\u4e00-\u9fff-][\w\u4e00-\u9fff \t-]*+[:：]|-\s|#|$)")
QUOTE_OR_BULLET = re.compile(r"(?:>\s?)+|[-*+]\s+(?:\[[ xX]\]\s+)?")
REFERENCE = re.compile(r"\[[^\]]+\]:\s+\S+$")
MARKED = "*_`#[]()>+-.!|\\~"  # what a backslash takes the meaning from
# Each takes off the marks around its group 1; images, comments and footnote signs vanish. A star behind a number multiplies it.
INLINE = (
    re.compile(r"<!--.{0,300}?-->|!\[[^\[\]]{0,200}\]\([^()]{0,300}\)|\[\^[^\[\]]{1,60}\]|<br\s?/?>"),
    re.compile(r"\[([^\[\]]{1,200})\](?:\([^()]{0,300}\)|\[[^\[\]]{0,100}\])"),
    re.compile(r"(?<![\\`])`{1,3}([^`]{1,300})`{1,3}"),
    re.compile(r"(?<!\\)~~(?=\S)(.{1,300}?)(?<=\S)~~"),
    *(re.compile(rf"(?<![\\*\dXx])\*{{{n}}}(?=[^\s*])(.{{1,300}}?)(?<=[^\s\\*])\*{{{n}}}(?!\*)") for n in (3, 2, 1)),
    *(re.compile(rf"(?<![\\\w])_{{{n}}}(?=[^\s_])(.{{1,300}}?)(?<=[^\s\\_])_{{{n}}}(?!\w)") for n in (3, 2, 1)),
)
ESCAPED = re.compile(rf"\\(?=[{re.escape(MARKED)}])")
BOLD = re.compile(r"(\*\*|__)(?:(?!\1).)+\1[：:。]?$")


def unmarked(lines: list[Paragraph]) -> list[Paragraph]:
    """The same lines without marks of Markdown; front matter and comments are left out."""
    plain: list[Paragraph] = []
    fence = ""
    for line in body_of(lines):
        mark = FENCE.match(line.text)
        if mark and (not fence or line.text.strip() == fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif fence or not line.text:
            plain.append(line)
        elif UNDERLINE.fullmatch(line.text) and plain and plain[-1].text and not plain[-1].level:
            above = plain[-1]
            plain[-1] = Paragraph(above.text, above.line, above.column, 1 if line.text[0] == "=" else 2, above.bold, above.columns)
        elif RULE.fullmatch(line.text) or is_table_rule(line.text) or REFERENCE.fullmatch(line.text):
            plain.append(Paragraph("", line.line))
        else:
            plain.append(one(line))
    return plain


def is_table_rule(text: str) -> bool:
    """|---|:--:| below the head of a table."""
    return "|" in text and "-" in text and OF_TABLE_RULE.issuperset(text)


def body_of(lines: list[Paragraph]) -> Iterator[Paragraph]:
    """The lines behind the front matter, without comments that go over several lines."""
    hidden = False
    for line in lines[front_length(lines) :]:
        begins = not hidden and line.text.startswith("<!--") and "-->" not in line.text
        if not hidden and not begins:
            yield line
        hidden = (hidden or begins) and "-->" not in line.text


def front_title(lines: list[Paragraph]) -> str:
    """The title that the fields at the head of the file say."""
    fields = (line.text for line in lines[: front_length(lines)])
    return next((text.partition(":")[2].strip(" '\"") for text in fields if text.startswith(("title:", "标题:"))), "")


def front_length(lines: list[Paragraph]) -> int:
    """Lines of a block of fields between --- and --- at the head of the file; 0 for none."""
    if not lines or not FRONT.match(lines[0].text):
        return 0
    for number, line in enumerate(lines[1:], 1):
        if FRONT_ENDS.match(line.text):
            return number + 1
        if not FRONT_FIELD.match(line.text):
            return 0
    return 0


def one(line: Paragraph) -> Paragraph:
    heading = HEADING.match(line.text)
    if heading and heading.end() < (end := end_of_heading(line.text)):
        return stripped(line, heading.end(), end, len(heading[1]), False)
    bullet = QUOTE_OR_BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    if line.text[start:].startswith("|"):
        return row(line, start + 1)
    return stripped(line, start, len(line.text), 0, bool(BOLD.fullmatch(line.text[start:])))


def end_of_heading(text: str) -> int:
    """Where the words of a heading end that may be closed as it was opened: ## 回顾 ##."""
    words = text.rstrip()
    closed = words.rstrip("#")
    return len(closed.rstrip()) if closed != words and closed[-1:].isspace() else len(words)


def row(line: Paragraph, start: int) -> Paragraph:
    """A row of a table, its cells apart as in a table of Word."""
    bare = stripped(line, start, len(line.text.rstrip("| ")), 0, False)
    return Paragraph(bare.text.replace("|", "\u3000"), bare.line, bare.column, 0, False, bare.columns)


def stripped(line: Paragraph, start: int, end: int, level: int, bold: bool) -> Paragraph:
    """`line` from `start` to `end` without emphasis, every character with its own column."""
    text, places = line.text[start:end], list(range(start, end))
    for pattern in INLINE:
        text, places = without_marks(pattern, text, places)
    kept = [at for at in range(len(text)) if not ESCAPED.match(text, at)] if "\\" in text else list(range(len(text)))
    words = "".join(text[at] for at in kept)
    left = len(words) - len(words.lstrip())
    words = words.strip()
    columns = tuple(line.column + places[at] for at in kept[left : left + len(words)])
    return Paragraph(words, line.line, columns[0] if columns else line.column, level, bold, columns)


def without_marks(pattern: re.Pattern[str], text: str, places: list[int]) -> tuple[str, list[int]]:
    """`text` with every match reduced to its group 1, and where each of its characters stood."""
    kept: list[int] = []
    at = 0
    for match in pattern.finditer(text):
        kept.extend(range(at, match.start()))
        if pattern.groups:
            kept.extend(range(*match.span(1)))
        at = match.end()
    if not at:
        return text, places
    kept.extend(range(at, len(text)))
    return "".join(text[i] for i in kept), [places[i] for i in kept]
