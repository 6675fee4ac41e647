"""A slide's SVG with the quarter em that LibreOffice, and no other client, adds where hanzi and Latin meet."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from deckgen.measure.widths import EM, LEADING_MARKS, SCRIPT_GAP, script_changes

SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", SVG[1:-1])
CHINESE = "\u2e80"

Span = tuple[dict[str, str], str]  # attributes, text


def as_libreoffice_spaces(svg: str) -> str:
    """The same slide; upright lines have no such gaps."""
    root = ElementTree.fromstring(svg)
    for group in root.iter():
        texts = [text for text in group.findall(f"{SVG}text") if "writing-mode" not in text.attrib]
        heads = [None, *map(look, texts)]
        for text, before, own in [(text, heads[at], heads[at + 1]) for at, text in enumerate(texts)]:
            respace(text, starts_paragraph=before != own)
    return ElementTree.tostring(root, encoding="unicode")


def respace(text: ElementTree.Element, starts_paragraph: bool) -> None:
    spans = spans_of(text)
    gaps = gaps_in(spans, starts_paragraph)
    if not gaps:
        return
    # resvg leaves what is pushed on out of its account when it centres a text.
    share = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
    text.set("x", f"{float(text.get('x', '')) - share * sum(gaps.values()):.2f}")
    for child in list(text):
        text.remove(child)
    text.text = ""
    for attributes, content in parted(spans, gaps):
        ElementTree.SubElement(text, f"{SVG}tspan", attributes).text = content


def look(text: ElementTree.Element) -> Span:
    """What changes from a paragraph to the next: a lead is bold, its text is not."""
    return {name: value for name, value in spans_of(text)[0][0].items() if name != "fill"}, text.get("text-anchor", "")


def spans_of(text: ElementTree.Element) -> list[Span]:
    own = {name: value for name, value in text.attrib.items() if name in ("font-size", "font-weight")}
    return [(dict(span.attrib), span.text or "") for span in text] or [(own, text.text or "")]


def gaps_in(spans: list[Span], starts_paragraph: bool) -> dict[int, float]:
    """Where in the line a gap stands and how wide it is: a share of the size of the Chinese beside it."""
    text = "".join(content for _, content in spans)
    sizes = [float(attributes["font-size"]) for attributes, content in spans for _ in content]
    changes = script_changes(text)
    if not starts_paragraph and changes and not text[: changes[0]].strip(LEADING_MARKS):
        changes = changes[1:]  # marks at the head of a later line go with what stands before them
    return {at: sizes[at if text[at] >= CHINESE else at - 1] * SCRIPT_GAP / EM for at in changes}


def parted(spans: list[Span], gaps: dict[int, float]) -> list[Span]:
    """The spans cut at the gaps, each after a gap pushed on by it."""
    found: list[Span] = []
    at = 0
    for attributes, content in spans:
        cuts = [0, *(gap - at for gap in gaps if at < gap < at + len(content)), len(content)]
        for begin, end in pairwise(cuts):
            pushed = {"dx": f"{gaps[at + begin]:.2f}"} if at + begin in gaps else {}
            found.append(({**pushed, **attributes}, content[begin:end]))
        at += len(content)
    return found
