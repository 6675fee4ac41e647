"""Plain text and Markdown: every encoding of office machines, every indent, every line end."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from deckgen.diagnostics import Findings, Span
from deckgen.speech.source import Paragraph, Speech
from deckgen.speech.text.numbering import mark_of

# Space of every width, the marks of byte order and direction that copying from a web page leaves, and what YAML takes for a line end.
INDENT = (
    " \t\u3000\xa0\xad\u2002\u2003\u2009\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Kangxi radicals, the CJK radicals supplement, CJK compatibility ideographs.
RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# Unicode folds none of the supplement but two; these stand in PDF copies for the hanzi of their form (Unicode chart U+2E80).
SUPPLEMENT = dict(
    zip(
        "⺁⺈⺊⺌⺍⺕⺜⺝⺟⺠⺢⺣⺥⺧⺩⺪⺫⺬⺭⺮⺯⺱⺲⺳⺶⺷⺹⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻮⻰⻳",
        "厂刀卜小小彐日月母民水火爪牛王疋目示示竹糸网网网羊羊老聿肉臼艹虎衣覀西见角讠贝足车辶辶辶钅长镸长门阝雨青韦页风飞食食饣马骨鬼鱼鸟卤麦黄齐齐齿龙龟",
        strict=True,
    )
)
TERMINAL = "。！？；：….!?;:”》）)、"
LONG_LINE = 25  # a line as long as this that ends nowhere may be one of a wrapped text


def read_text(path: str, data: bytes, markdown: bool, findings: Findings) -> Speech | None:
    """The paragraphs; None with a finding when the encoding cannot be made out."""
    text = decoded(data)
    if text is None:
        findings.error(Span(path), "speech/encoding")
        return None
    lines = [plain_line(raw, number) for number, raw in enumerate(split_lines(text), 1)]
    title = ""
    if markdown:
        from deckgen.speech.read.markdown import front_title, unmarked  # twenty patterns that only Markdown needs

        title = front_title(lines)
        lines = unmarked(lines)
    kept = [line for line in unwrapped(lines) if line.text]
    return Speech(path, tuple(kept), title)


def decoded(data: bytes) -> str | None:
    """UTF-8 with or without BOM, UTF-16 with one, GB18030; a single damaged byte does not turn UTF-8 into GB18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8-sig", errors="replace")
    return text if text.count("\N{REPLACEMENT CHARACTER}") * 100 < len(text) else None


def split_lines(text: str) -> list[str]:
    return re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)


def plain_line(raw: str, number: int) -> Paragraph:
    clean = ordinary(CONTROL.sub("", raw)).replace("\t", " ")
    text = clean.strip(INDENT)
    return Paragraph(text, number, clean.find(text) + 1 if text else 1)


def ordinary(text: str) -> str:
    """`text` with radicals and compatibility hanzi, as copies from PDF have them, as the hanzi they stand for; one for one."""
    if not RADICALS.search(text):
        return text
    return RADICALS.sub(lambda match: SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0]), text)


def unwrapped(lines: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs put together again where the text was wrapped at a fixed width, as mail programs do; else the lines as they are."""
    if not is_wrapped(lines):
        return lines
    paragraphs: list[Paragraph] = []
    for line in lines:
        if paragraphs and continues(paragraphs[-1], line):
            paragraphs[-1] = joined(paragraphs[-1], line)
        else:
            paragraphs.append(line)
    return paragraphs


def is_wrapped(lines: list[Paragraph]) -> bool:
    """Whether most long lines break off in the middle of a sentence and go on in the next."""
    breaks = [(a, b) for a, b in pairwise(lines) if len(a.text) >= LONG_LINE and b.text]
    open_ended = [a for a, b in breaks if a.text[-1] not in TERMINAL and not mark_of(b.text) and not b.level]
    lengths = [len(line.text) for line in lines if line.text]
    return len(open_ended) >= 3 and len(open_ended) * 2 > len(breaks) and max(lengths) <= 120


def continues(before: Paragraph, line: Paragraph) -> bool:
    if not before.text or not line.text or line.level or before.level or mark_of(line.text):
        return False
    last = before.text[-1]
    tail = before.text[-LONG_LINE:]
    return len(tail) == LONG_LINE and last not in "。！？.!?：:" and line.column <= 2


def joined(before: Paragraph, line: Paragraph) -> Paragraph:
    gap = " " if before.text[-1].isascii() and line.text[0].isascii() else ""
    return Paragraph(before.text + gap + line.text, before.line, before.column, before.level, before.bold)
