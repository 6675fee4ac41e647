"""What the package rules ask of a part, gathered in one walk, so that no tree has to be kept."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.check.deck.xml import MC, A, C, Element, P, R, local, number

AXES = {C + kind for kind in ("valAx", "catAx", "dateAx", "serAx")}
IGNORABLE = re.compile(rb"""Ignorable\s*=\s*["']([^"']*)["']""")


class Facts(Struct, frozen=True, kw_only=True):
    root: str  # the tag without namespace: sld, sldLayout, chartSpace
    uses: frozenset[str]  # relationship ids
    shapes: tuple[tuple[str, str], ...]  # (id, name) of every shape, one branch of alternatives
    targets: frozenset[str]  # shape ids that animations name
    timings: tuple[str, ...]  # ids of the nodes of the timing tree
    uneven_rows: int  # table rows whose cells are not as many as the grid's columns
    empty_bodies: int  # text bodies without a paragraph
    axes: frozenset[str] = frozenset()
    used_axes: frozenset[str] = frozenset()
    workbook: str = ""  # the relation of a chart to its workbook
    chart_sizes: tuple[int, ...] = ()
    unknown_prefixes: tuple[str, ...] = ()


def gather(root: Element, content: bytes) -> Facts:
    skipped = set() if root.find(f".//{MC}AlternateContent") is None else second_branches(root)
    uses: set[str] = set()
    shapes: list[tuple[str, str]] = []
    targets: set[str] = set()
    timings: list[str] = []
    uneven = empty = 0
    for element in root.iter():
        tag = element.tag
        if tag == A + "rPr" or tag == A + "t":  # most elements; a run's links are elements of their own
            continue
        for name, value in element.items():
            if name.startswith(R) and value:
                uses.add(value)
        if tag == P + "cNvPr":
            if element not in skipped:
                shapes.append((element.get("id", ""), element.get("name", "")))
        elif tag in (P + "spTgt", P + "bldP"):
            targets.add(element.get("spid", ""))
        elif tag == P + "cTn":
            timings.append(element.get("id", ""))
        elif tag == A + "tbl":
            uneven += uneven_rows(element)
        elif tag in (P + "txBody", A + "txBody"):
            empty += element.find(A + "p") is None
    return Facts(
        root=local(root), uses=frozenset(uses), shapes=tuple(shapes), targets=frozenset(targets), timings=tuple(filter(None, timings)),
        uneven_rows=uneven, empty_bodies=empty, unknown_prefixes=unknown_prefixes(content), **chart_facts(root),
    )  # fmt: skip


def second_branches(root: Element) -> set[Element]:
    """Everything that stands in a branch after the first: only one of them is ever on the slide."""
    found: set[Element] = set()
    for alternatives in root.iter(MC + "AlternateContent"):
        for branch in list(alternatives)[1:]:
            found.update(branch.iter())
    return found


def uneven_rows(table: Element) -> int:
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    return sum(len(row.findall(A + "tc")) != columns for row in table.iterfind(A + "tr"))


def chart_facts(root: Element) -> dict[str, object]:
    if root.tag != C + "chartSpace":
        return {}
    defined, used = set(), set()
    for parent in root.iter():
        for child in parent:
            if child.tag == C + "crossAx" or (child.tag == C + "axId" and parent.tag not in AXES):
                used.add(child.get("val", ""))
            elif child.tag == C + "axId":
                defined.add(child.get("val", ""))
    sizes = {number(element.get("sz")) for tag in ("defRPr", "rPr") for element in root.iter(A + tag)} - {0}
    book = root.find(C + "externalData")
    return {
        "axes": frozenset(defined), "used_axes": frozenset(used), "workbook": "" if book is None else book.get(R + "id", ""),
        "chart_sizes": tuple(sorted(sizes)),
    }  # fmt: skip


def unknown_prefixes(content: bytes) -> tuple[str, ...]:
    """Prefixes that mc:Ignorable names and nothing declares: PowerPoint repairs such a part. ElementTree drops declarations, so the bytes are read."""
    if b"Ignorable" not in content:
        return ()
    named = {prefix for found in IGNORABLE.finditer(content) for prefix in found[1].split()}
    return tuple(sorted(prefix.decode("utf-8", "replace") for prefix in named if b"xmlns:" + prefix + b"=" not in content))
