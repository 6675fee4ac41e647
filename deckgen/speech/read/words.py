"""The words of Word's paragraphs as they are read aloud, as if all tracked changes were accepted."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from deckgen.diagnostics import Term, term
from deckgen.speech.read.equations import EQUATIONS, linear
from deckgen.speech.read.raised import ABOVE, BELOW, lowered, raised
from deckgen.speech.read.styles import is_on

MARKS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
TEXTS = frozenset(map(qn, ("w:t",)))
WRAPPERS = (
    *("w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:customXml", "w:dir", "w:bdo"),
    *("w:ruby", "w:rubyBase"),
)
INNER = frozenset(map(qn, (*WRAPPERS, "w:r")))
# What is not read, by what it is called in a report.
LEFT_OUT = {
    qn("w:del"): "deleted",
    qn("w:moveFrom"): "deleted",
    qn("w:commentReference"): "comments",
    qn("w:footnoteReference"): "notes",
    qn("w:endnoteReference"): "notes",
}
DRAWN = frozenset(
    (qn("w:pict"), qn("w:drawing"), qn("w:object"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
)
NAMES = {
    "headers": term("speech/headers"),
    "notes": term("speech/notes"),
    "comments": term("speech/comments"),
    "boxes": term("speech/boxes"),
    "pictures": term("speech/pictures"),
    "contents": term("speech/contents"),
    "hidden": term("speech/hidden"),
    "deleted": term("speech/deleted"),
    "macros": term("speech/macros"),
}


class WordReader:
    """Reads paragraphs in their order: a field may begin in one and end in another."""

    def __init__(self) -> None:
        self.fields: list[bool] = []  # those that are open; whether each has come to its result
        self.left_out: set[str] = set()  # keys of `NAMES`

    def words(self, element: Any) -> str:
        """What stands in a paragraph, a tab and a line end for each tab and break in it."""
        return "".join(map(self.word, element.iterchildren()))

    def word(self, child: Any) -> str:
        tag = child.tag
        if tag == qn("w:fldChar"):
            self.field(child.get(qn("w:fldCharType")) or "")
        elif tag in LEFT_OUT:
            self.left_out.add(LEFT_OUT[tag])
        elif tag in DRAWN:
            self.left_out.add("boxes" if has_text(child) else "pictures")
        elif tag in INNER:
            return self.inner(child)
        elif tag in EQUATIONS:
            return linear(child) if all(self.fields) else ""
        elif all(self.fields):  # else it is an instruction, or the result of a field inside one
            return child.text or "" if tag in TEXTS else MARKS.get(tag, "")
        return ""

    def inner(self, child: Any) -> str:
        text = self.words(child)
        if text and child.tag == qn("w:r") and is_hidden(child):
            self.left_out.add("hidden")
            return ""
        return off_the_line(child, text) if text and child.tag == qn("w:r") else text

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def named(self) -> list[Term]:
        """What was left out, as it is told."""
        return [said for name, said in NAMES.items() if name in self.left_out]


def off_the_line(run: Any, text: str) -> str:
    """The text of a run, of characters that stand above or below the line where it is set there."""
    own = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    position = own.get(qn("w:val")) if own is not None else ""
    if position == "superscript" and all(char in ABOVE for char in text):
        return raised(text)
    return lowered(text) if position == "subscript" and all(char in BELOW for char in text) else text


def is_hidden(run: Any) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and is_on(vanish)


def has_text(element: Any) -> bool:
    """Whether any words stand in a drawing, a text box or a header."""
    return any((text.text or "").strip() for text in element.iter(qn("w:t")))
