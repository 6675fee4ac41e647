"""One slide: its XML and what it is related to."""

from __future__ import annotations

from deckgen.scene import ChartBox, Group, Item, PictureBox, PlacedSlide
from deckgen.write.pptx.shape import ShapeWriter, media_name
from deckgen.write.pptx.xml import DECLARATION, EMPTY_TREE_HEAD, NAMESPACES, relationships

HEAD = f"{DECLARATION}<p:sld {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE_HEAD}"
HIDDEN = f'{DECLARATION}<p:sld {NAMESPACES} show="0"><p:cSld><p:spTree>{EMPTY_TREE_HEAD}'
BEFORE_TREE = "<p:spTree>"
TREE_END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
TAIL = f"{TREE_END}</p:sld>"


class SlideParts:
    """`xml` and `rels` of the slide, its charts in the order of their relations, its pictures."""

    __slots__ = ("charts", "pictures", "rels", "xml")

    def __init__(self, slide: PlacedSlide, layout: str, first_chart: int, lang: str, table_style: str = "") -> None:
        entries = [
            ("rId1", "slideLayout", layout),
            ("rId2", "notesSlide", f"../notesSlides/notesSlide{slide.number}.xml"),
        ]
        known: dict[tuple[str, str], str] = {}

        def relate(kind: str, target: str) -> str:
            if (kind, target) not in known:
                known[kind, target] = f"rId{len(entries) + 1}"
                entries.append((known[kind, target], kind, target))
            return known[kind, target]

        writer = ShapeWriter(relate, lang, first_chart, table_style)
        head = HIDDEN if slide.hidden else HEAD
        if slide.bare:
            head = head.replace(f"<p:sld {NAMESPACES}", f'<p:sld {NAMESPACES} showMasterSp="0"')
        if slide.background is not None:
            ground = background(relate("image", f"../media/{media_name(slide.background)}"))
            head = head.replace(BEFORE_TREE, f"{ground}{BEFORE_TREE}")
            writer.pictures.append(slide.background)
        if slide.clicks or slide.transition:
            from deckgen.write.pptx.timing import moving_tail, with_ids  # here, because most slides stand still

            shapes, ids = with_ids(writer, slide.items)
            self.xml = f"{head}{shapes}{TREE_END}{moving_tail(slide, ids)}</p:sld>"
        else:
            self.xml = f"{head}{writer.items(slide.items)}{TAIL}"
        self.charts = writer.charts
        self.pictures = writer.pictures
        self.rels = relationships(entries)


def background(relation: str) -> str:
    """A picture as the background of the slide (CT_Background): it lies under what layout and master draw."""
    return (
        f'<p:bg><p:bgPr><a:blipFill dpi="0" rotWithShape="1"><a:blip r:embed="{relation}"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )


def chart_count(items: tuple[Item, ...]) -> int:
    """How many charts there are, in groups too."""
    return sum(chart_count(item.items) if isinstance(item, Group) else isinstance(item, ChartBox) for item in items)


def picture_formats(items: tuple[Item, ...]) -> set[str]:
    """The formats of the pictures there are, in groups too."""
    found: set[str] = set()
    for item in items:
        found |= (
            picture_formats(item.items) if isinstance(item, Group) else {item.picture.format} if isinstance(item, PictureBox) else set()
        )
    return found
