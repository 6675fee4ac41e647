"""One slide: its XML and what it is related to."""

from __future__ import annotations

from deckgen.scene import ChartBox, Item, Slide
from deckgen.write.pptx.shape import ShapeWriter
from deckgen.write.pptx.xml import DECLARATION, EMPTY_TREE_HEAD, NAMESPACES, relationships

HEAD = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE_HEAD}"
TAIL = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"


class SlideParts:
    """`xml` and `rels` of the slide, and its charts in the order of their relations."""

    __slots__ = ("charts", "rels", "xml")

    def __init__(self, slide: Slide, layout_number: int, first_chart: int, lang: str) -> None:
        entries = [
            ("rId1", "slideLayout", f"../slideLayouts/slideLayout{layout_number}.xml"),
            ("rId2", "notesSlide", f"../notesSlides/notesSlide{slide.number}.xml"),
        ]
        self.charts = charts_of(slide.items)
        numbers = {chart.name: first_chart + i for i, chart in enumerate(self.charts)}
        known: dict[tuple[str, str], str] = {}

        def relate(kind: str, target: str) -> str:
            if (kind, target) not in known:
                known[kind, target] = f"rId{len(entries) + 1}"
                path = f"../charts/chart{numbers[target]}.xml" if kind == "chart" else target
                entries.append((known[kind, target], kind, path))
            return known[kind, target]

        self.xml = f"{HEAD}{ShapeWriter(relate, lang).items(slide.items)}{TAIL}"
        self.rels = relationships(entries)


def charts_of(items: tuple[Item, ...]) -> list[ChartBox]:
    return [item for item in items if isinstance(item, ChartBox)]
