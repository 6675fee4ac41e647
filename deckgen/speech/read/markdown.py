"""Markdown's marks taken off: headings become levels, emphasis and links become their words."""

from __future__ import annotations

import re

from deckgen.speech.source import Line

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
UNDERLINE = re.compile(r"(=+|-{2,})$")
RULE = re.compile(r"([-*_])(\s*\1){2,}$")
TABLE_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$")
QUOTE_OR_BULLET = re.compile(r"(?:>\s?)+|[-*+]\s+(?:\[[ xX]\]\s+)?")
# Images vanish; **bold**, __bold__, `code` and [words](address) leave their words.
INLINE = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{2,3}(?!\w)|`+|\[(?=[^\]]+\]\()|\]\([^)]*\)|\\(?=[*_`#\[\]])|<br\s*/?>"
)
BOLD = re.compile(r"(\*\*|__)(?:(?!\1).)+\1[：:。]?$")


def unmarked(lines: list[Line]) -> list[Line]:
    """The same lines without marks of Markdown."""
    found: list[Line] = []
    code = False
    for line in lines:
        if line.text.startswith(("```", "~~~")):
            code = not code
            continue
        if UNDERLINE.fullmatch(line.text) and found and found[-1].text and not found[-1].level:
            above = found[-1]
            found[-1] = Line(above.text, above.line, above.column, 1 if line.text[0] == "=" else 2, above.bold, above.columns)
        elif code or not line.text:
            found.append(line)
        elif RULE.fullmatch(line.text) or (TABLE_RULE.fullmatch(line.text) and "|" in line.text):
            found.append(Line("", line.line))
        else:
            found.append(one(line))
    return found


def one(line: Line) -> Line:
    heading = HEADING.fullmatch(line.text)
    if heading:
        return stripped(line, heading.start(2), heading.end(2), len(heading[1]), False)
    bullet = QUOTE_OR_BULLET.match(line.text)
    start = bullet.end() if bullet else 0
    end = len(line.text)
    if line.text[start:].startswith("|"):
        start, end = start + 1, len(line.text.rstrip("| "))
    return stripped(line, start, end, 0, bool(BOLD.fullmatch(line.text[start:])))


def stripped(line: Line, start: int, end: int, level: int, bold: bool) -> Line:
    """`line` from `start` to `end` without emphasis, every character with its own column."""
    text = line.text[:end]
    kept: list[int] = []
    at = start
    for match in INLINE.finditer(text, start):
        kept.extend(range(at, match.start()))
        at = match.end()
    kept.extend(range(at, end))
    words = "".join(text[i] for i in kept)
    left = len(words) - len(words.lstrip())
    words = words.strip()
    columns = tuple(line.column + i for i in kept[left : left + len(words)])
    return Line(words.replace("|", "　"), line.line, columns[0] if columns else line.column, level, bold, columns)
