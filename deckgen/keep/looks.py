"""What a shape looks like, in a form that two programs write alike: what differs there was changed by a person."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Node

from deckgen.inspect.package.xml import MC, A, C, P, R
from deckgen.keep.tree import child

Canonical = tuple[object, ...]

# What programs note beside, or say anew, when they save.
NOISE = {A + "extLst", P + "extLst", C + "extLst", A + "endParaRPr", A + "effectLst", A + "hlinkClick", A + "tabLst", A + "sym", A + "cs"}
QUIET = {"dirty", "err", "noProof", "smtClean", "lang", "altLang", "kumimoji", "bmk", "rtlCol", "rtl", "strike", "kern", "compatLnSpc"}
USUAL = {"noStrike", "none"}
SURFACE = (
    "xfrm",
    "custGeom",
    "prstGeom",
    "noFill",
    "solidFill",
    "gradFill",
    "blipFill",
    "pattFill",
    "grpFill",
    "ln",
    "effectLst",
    "scene3d",
    "sp3d",
)


def canonical(node: Node) -> Canonical:
    """Tag, attributes in order, children; without what says nothing about looks."""
    attributes = tuple(
        sorted((str(name), str(value)) for name, value in node.attrib.items() if name not in QUIET and not str(name).startswith(R))
    )
    inside = tuple(
        canonical(one) for one in node if isinstance(one.tag, str) and (one.tag not in NOISE or (one.tag == A + "effectLst" and len(one)))
    )
    return (str(node.tag), attributes, inside, node.text or "" if node.tag == A + "t" else "")


def surface(element: Node) -> Canonical:
    """Form, fill, line and effects of a shape or picture, without its place."""
    holder = child(element, P + "spPr")
    fill = child(element, P + "blipFill")
    style = child(element, P + "style")
    parts = [
        one
        for one in (holder if holder is not None else ())
        if one.tag not in (A + "xfrm", *NOISE) or (one.tag == A + "effectLst" and len(one))
    ]
    return (
        tuple(canonical(one) for one in parts if isinstance(one.tag, str)),
        canonical(fill) if fill is not None else (),
        canonical(style) if style is not None else (),
    )


def body(text: Node | None) -> Canonical:
    """The paragraphs of a text: how each is set, and its characters with their style; runs are parted by programs as they like."""
    if text is None:
        return ()
    frame = child(text, A + "bodyPr")
    attributes = tuple(sorted((str(n), str(v)) for n, v in frame.attrib.items() if n not in QUIET)) if frame is not None else ()
    lines = [paragraph(one) for one in text.iterfind(A + "p")]
    while lines and not lines[-1][1]:
        lines.pop()
    return (attributes, tuple(lines))


def paragraph(node: Node) -> tuple[Canonical, Canonical]:
    properties = child(node, A + "pPr")
    return (canonical(properties)[1:3] if properties is not None else ((), ()), tuple(characters(node)))


def characters(node: Node) -> Iterator[tuple[str, Canonical]]:
    for one in node:
        if one.tag in (A + "r", A + "fld"):
            style = run_style(child(one, A + "rPr"))
            text = child(one, A + "t")
            words = "#" if one.tag == A + "fld" else (text.text or "" if text is not None else "")
            for char in words.replace("_x000B_", "\v"):
                yield ("\n" if char == "\v" else char, () if char in " \v" else style)
        elif one.tag == A + "br":
            yield ("\n", ())


def run_style(properties: Node | None) -> Canonical:
    if properties is None:
        return ((), ())
    _, attributes, inside, _ = canonical(properties)
    return (tuple(one for one in attributes if one[1] not in USUAL), inside)  # type: ignore[attr-defined]


def chart_looks(root: Node) -> Canonical:
    """The kinds of chart and the surfaces of series and points."""
    plot = next(root.iter(C + "plotArea"), None)
    if plot is None:
        return ()
    kinds = tuple(str(one.tag) for one in plot if isinstance(one.tag, str) and str(one.tag).endswith("Chart"))
    return (kinds, tuple(canonical(one) for series in plot.iter(C + "ser") for one in series.iter(C + "spPr")))


def motions(root: Node) -> list[Node]:
    """The elements of a slide that move it, in their order: transitions, perhaps as alternatives, and timing."""
    return [
        one
        for one in root
        if one.tag in (P + "transition", P + "timing")
        or (one.tag == MC + "AlternateContent" and any(inner.tag == P + "transition" for inner in one.iter()))
    ]
