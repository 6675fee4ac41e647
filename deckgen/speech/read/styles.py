"""How the paragraphs of a Word document look and rank: what stands in them, in their styles, in the styles those are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from docx.oxml.ns import qn as qualified
from msgspec import Struct

qn = cache(qualified)  # asked fifty times a paragraph
HEADING = re.compile(r"(?:heading|标题|toc heading)\s*(\d)", re.I)
CONTENTS = re.compile(r"toc\s*\d|目录", re.I)
FACES = ("黑体", "小标宋", "SimHei")  # what official documents set headings in
BODY_LEVEL = 9  # of `w:outlineLvl`, ECMA-376 Part 1, 17.3.1.20
LARGER = 1.15  # a paragraph set so much larger than the body is a heading
DEEPEST = 32  # styles based on each other; more is a circle


class WordLook(Struct, frozen=True):
    """What a reader sees of a paragraph before reading it."""

    bold: bool = False  # all of it, or set in the face of headings
    size: float = 0.0  # of its largest characters in points; 0 where nothing says it

    def stands_out(self, body: WordLook) -> bool:
        """Whether it looks like a heading among paragraphs that look like `body`."""
        return (self.bold and not body.bold) or self.size > body.size * LARGER > 0


class StyleFacts(Struct, frozen=True):
    """What a style says of every paragraph in it, found once."""

    chain: tuple[Any, ...]  # the style, the one that it is based on, and so on
    contents: bool  # of lines of the table of contents
    level: int  # 1 for 标题 1, …; 0 for body text
    runs: tuple[Any, ...]  # the properties of its runs, the nearest first


class WordStyles:
    """The styles of a document by their ids, which are numbers in Chinese Word and WPS."""

    def __init__(self, root: Any) -> None:
        self.by_id: dict[str, Any] = {}
        self.known: dict[str, StyleFacts] = {}
        self.default = ""
        for style in root.iter(qn("w:style")):
            style_id = style.get(qn("w:styleId")) or ""
            self.by_id[style_id] = style
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
                self.default = style_id
        self.defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")

    def of(self, paragraph: Any) -> StyleFacts:
        """What the style of a paragraph says."""
        style_id = value(paragraph, "w:pPr", "w:pStyle") or self.default
        facts = self.known.get(style_id)
        if facts is None:
            chain = tuple(self.chain(style_id))
            runs = tuple(properties for style in chain if (properties := style.find(qn("w:rPr"))) is not None)
            contents = any(CONTENTS.match(value(style, "w:name")) for style in chain)
            facts = self.known[style_id] = StyleFacts(chain, contents, level_of(chain), runs)
        return facts

    def chain(self, style_id: str) -> Iterator[Any]:
        for _ in range(DEEPEST):
            style = self.by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")

    def in_contents(self, paragraph: Any) -> bool:
        """Whether it is a line of the table of contents."""
        return self.of(paragraph).contents

    def level(self, paragraph: Any) -> int:
        """1 for 标题 1, … by its outline level or its style; 0 for body text."""
        own = value(paragraph, "w:pPr", "w:outlineLvl")
        return outline_level(own) if own else self.of(paragraph).level

    def look(self, paragraph: Any) -> WordLook:
        runs = [run for run in paragraph.iter(qn("w:r")) if any((text.text or "").strip() for text in run.iterchildren(qn("w:t")))]
        if not runs:
            return WordLook()
        styles = self.of(paragraph).runs
        looks = [look_of([*(own for own in (run.find(qn("w:rPr")),) if own is not None), *styles], self.defaults) for run in runs]
        return WordLook(bool(looks) and all(look.bold for look in looks), max((look.size for look in looks), default=0.0))


def level_of(chain: Sequence[Any]) -> int:
    for style in chain:
        match = HEADING.match(value(style, "w:name"))
        if match:
            return int(match[1])
        own = value(style, "w:pPr", "w:outlineLvl")
        if own:
            return outline_level(own)
    return 0


def look_of(properties: list[Any], defaults: Any) -> WordLook:
    """The look of a run; the nearest of its properties that says anything is right."""
    known = properties if defaults is None else [*properties, defaults]
    bold = next((is_on(bold_mark) for one in known if (bold_mark := one.find(qn("w:b"))) is not None), False)
    faces = (value(one, "w:rFonts", attribute="w:eastAsia") for one in known)
    face = next((name for name in faces if name), "")
    sizes = (value(one, "w:sz") for one in known)
    size = next((number for number in sizes if number), "")
    heading_face = any(name in face for name in FACES) and "雅黑" not in face
    return WordLook(bold or heading_face, number_of(size) / 2)  # `sz` counts half points


def common_look(weighed: list[tuple[WordLook, int]]) -> WordLook:
    """The look that most characters have; of two as common the larger."""
    counts: dict[WordLook, int] = {}
    for look, length in weighed:
        counts[look] = counts.get(look, 0) + length
    return max(counts, key=lambda look: (counts[look], look.size, look.bold), default=WordLook())


def value(element: Any, *path: str, attribute: str = "w:val") -> str:
    """The value of the element at `path` below `element`; "" where there is none."""
    inner = element.find(steps(path))
    return (inner.get(qn(attribute)) or "") if inner is not None else ""


@cache
def steps(path: tuple[str, ...]) -> str:
    return "/".join(map(qn, path))


def is_on(toggle: Any) -> bool:
    """Whether a property such as `w:b` is set: without a value it is."""
    return (toggle.get(qn("w:val")) or "1") not in ("0", "false", "off", "none")


def outline_level(text: str) -> int:
    level = int(number_of(text, BODY_LEVEL))
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def number_of(text: str, otherwise: float = 0.0) -> float:
    """A number of the file, which anyone may have written."""
    return float(text) if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", text) else otherwise
