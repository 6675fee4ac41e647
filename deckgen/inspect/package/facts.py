"""What a part uses and defines, gathered in one walk, so that no tree has to be kept."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.inspect.package.xml import MC, A, C, Element, P, R, local, number

AXES = {C + kind for kind in ("valAx", "catAx", "dateAx", "serAx")}
NUMBER = re.compile(r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?")
NO_AXIS = "0"  # PowerPoint gives a 3-D chart that has no axis of depth a third id of 0
IGNORABLE = re.compile(rb"""Ignorable\s*=\s*["']([^"']*)["']""")


# What is gathered, wherever it stands.
WANTED = (
    *(P + tag for tag in ("cNvPr", "spTgt", "bldP", "cTn", "txBody", "sldLayoutId", "ph")),
    *(A + tag for tag in ("tbl", "txBody")),
)


class ChartFacts(Struct, frozen=True):
    missing_axes: frozenset[str]  # used but not defined
    not_numbers: tuple[str, ...]  # what stands where the cache of a series has a number
    workbook: str  # its relation to the workbook
    smallest: int  # hundredths of a point that it sets some text in, 0 for the default


class PartFacts(Struct, frozen=True, kw_only=True):
    root: str  # the tag without namespace: sld, sldLayout, chartSpace
    uses: frozenset[str]  # relationship ids
    shapes: tuple[tuple[str, str], ...]  # (id, name) of every shape, one branch of alternatives
    targets: frozenset[str]  # shape ids that animations name
    timings: tuple[str, ...]  # ids of the nodes of the timing tree
    uneven_rows: int  # table rows whose cells are not as many as the grid's columns
    empty_bodies: int  # text bodies without a paragraph
    chart: ChartFacts | None = None
    unknown_prefixes: tuple[str, ...] = ()
    layout_ids: tuple[str, ...] = ()  # that a master lists
    places: tuple[tuple[str, str], ...] = ()  # (type, index) of the placeholders of a layout


def gather(root: Element, content: bytes) -> PartFacts:
    """Everything at once: a walk over the tree costs as much as parsing it."""
    uses, elements = collect(root)
    skipped = set() if root.find(f".//{MC}AlternateContent") is None else second_branches(root)
    return PartFacts(
        root=local(root),
        uses=uses,
        shapes=tuple((shape.get("id", ""), shape.get("name", "")) for shape in elements[P + "cNvPr"] if shape not in skipped),
        targets=frozenset(mark.get("spid", "") for tag in ("spTgt", "bldP") for mark in elements[P + tag]),
        timings=tuple(node.get("id", "") for node in elements[P + "cTn"] if node.get("id")),
        uneven_rows=sum(uneven_rows(table) for table in elements[A + "tbl"]),
        empty_bodies=sum(body.find(A + "p") is None for space in (P, A) for body in elements[space + "txBody"]),
        layout_ids=tuple(entry.get("id", "") for entry in elements[P + "sldLayoutId"]),
        places=tuple((mark.get("type", "obj"), mark.get("idx", "0")) for mark in elements[P + "ph"]) if root.tag == P + "sldLayout" else (),
        unknown_prefixes=unknown_prefixes(content),
        chart=read_chart(root) if root.tag == C + "chartSpace" else None,
    )


def collect(root: Element) -> tuple[frozenset[str], dict[str, list[Element]]]:
    """(relationship ids in use, the elements of the wanted tags in document order)."""
    uses: set[str] = set()
    elements: dict[str, list[Element]] = {tag: [] for tag in WANTED}
    for element in root.iter():
        if element.tag in elements:
            elements[element.tag].append(element)
        for name, value in element.items():
            if value and name.startswith(R):
                uses.add(value)
    return frozenset(uses), elements


def second_branches(root: Element) -> set[Element]:
    """Everything that stands in a branch after the first: only one of them is ever on the slide."""
    skipped: set[Element] = set()
    for alternatives in root.iter(MC + "AlternateContent"):
        for branch in list(alternatives)[1:]:
            skipped.update(branch.iter())
    return skipped


def uneven_rows(table: Element) -> int:
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    return sum(len(row.findall(A + "tc")) != columns for row in table.iterfind(A + "tr"))


def read_chart(root: Element) -> ChartFacts:
    defined, used = set(), set()
    for parent in root.iter():
        for child in parent:
            if child.tag == C + "crossAx" or (child.tag == C + "axId" and parent.tag not in AXES):
                used.add(child.get("val", ""))
            elif child.tag == C + "axId":
                defined.add(child.get("val", ""))
    book = root.find(C + "externalData")
    sizes = {number(element.get("sz")) for tag in ("defRPr", "rPr") for element in root.iter(A + tag)} - {0}
    return ChartFacts(
        frozenset(used - defined - {NO_AXIS}), not_numbers(root), "" if book is None else book.get(R + "id", ""), min(sizes, default=0)
    )


def not_numbers(root: Element) -> tuple[str, ...]:
    """Values of numeric caches that are no finite number; errors of a spreadsheet (#N/A) may stand there."""
    caches = [cache for tag in ("numCache", "numLit") for cache in root.iter(C + tag)]
    texts = [(value.text or "").strip() for cache in caches for value in cache.iterfind(f"{C}pt/{C}v")]
    return tuple(text for text in texts if not (NUMBER.fullmatch(text) or text.startswith("#")))


def unknown_prefixes(content: bytes) -> tuple[str, ...]:
    """Prefixes that mc:Ignorable names and nothing declares: PowerPoint repairs such a part. ElementTree drops declarations, so the bytes are read."""
    if b"Ignorable" not in content:
        return ()
    named = {prefix for match in IGNORABLE.finditer(content) for prefix in match[1].split()}
    return tuple(sorted(prefix.decode("utf-8", "replace") for prefix in named if b"xmlns:" + prefix + b"=" not in content))
