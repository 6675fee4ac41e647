"""Equations of Word as linear text: a²+b², (a+b)/2, √(x)."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from deckgen.speech.read.raised import lowered, raised

EQUATIONS = frozenset(map(qn, ("m:oMath", "m:oMathPara")))
TEXT = qn("m:t")
PROPERTIES = "Pr"
DEEPEST = 60  # structures within one another


def linear(element: Any, depth: int = 0) -> str:
    """The equation on one line."""
    if element.tag == TEXT:
        return element.text or ""
    if depth > DEEPEST:
        return "".join(element.itertext())
    name = element.tag.rpartition("}")[2]
    form = FORMS.get(name)
    return form(element, depth + 1) if form else inner(element, depth + 1)


def inner(element: Any, depth: int) -> str:
    return "".join(linear(child, depth) for child in element.iterchildren() if not str(child.tag).endswith(PROPERTIES))


def part(element: Any, name: str, depth: int) -> str:
    child = element.find(qn(f"m:{name}"))
    return inner(child, depth) if child is not None else ""


def bracketed(text: str) -> str:
    return text if len(text) == 1 or text.isalnum() else f"({text})"


def delimited(element: Any, depth: int) -> str:
    marks = {"begChr": "(", "endChr": ")", "sepChr": "|"}
    for mark in marks:
        own = element.find(f"{qn('m:dPr')}/{qn(f'm:{mark}')}")
        marks[mark] = own.get(qn("m:val")) or "" if own is not None else marks[mark]
    parts = [inner(child, depth) for child in element.iterchildren(qn("m:e"))]
    return marks["begChr"] + marks["sepChr"].join(parts) + marks["endChr"]


def summed(element: Any, depth: int) -> str:
    sign = element.find(f"{qn('m:naryPr')}/{qn('m:chr')}")
    chosen = (sign.get(qn("m:val")) or "") if sign is not None else "∫"
    below, above = part(element, "sub", depth), part(element, "sup", depth)
    return chosen + (lowered(below) if below else "") + (raised(above) if above else "") + " " + part(element, "e", depth)


FORMS = {
    "sSup": lambda e, d: part(e, "e", d) + raised(part(e, "sup", d)),
    "sSub": lambda e, d: part(e, "e", d) + lowered(part(e, "sub", d)),
    "sSubSup": lambda e, d: part(e, "e", d) + lowered(part(e, "sub", d)) + raised(part(e, "sup", d)),
    "f": lambda e, d: f"{bracketed(part(e, 'num', d))}/{bracketed(part(e, 'den', d))}",
    "rad": lambda e, d: (raised(part(e, "deg", d)) if part(e, "deg", d) else "") + f"√({part(e, 'e', d)})",
    "d": delimited,
    "nary": summed,
}
