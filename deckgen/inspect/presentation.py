"""What presentation.xml and the document properties say."""

from __future__ import annotations

from deckgen.inspect.package.xml import P14, Element, P, R, each, inner, number
from deckgen.inspect.values import ListedSection, Presentation

# PowerPoint's own sizes where a presentation names none: 4 : 3 (CT_SlideSize has no default).
WIDTH, HEIGHT = 9_144_000, 6_858_000
DC = "{http://purl.org/dc/elements/1.1/}"


def read_presentation(root: Element, part: str) -> Presentation:
    size = root.find(P + "sldSz")
    return Presentation(
        part=part,
        width=(number(size.get("cx")) if size is not None else 0) or WIDTH,
        height=(number(size.get("cy")) if size is not None else 0) or HEIGHT,
        slide_ids=ids(root, "sldIdLst", "sldId"),
        master_ids=ids(root, "sldMasterIdLst", "sldMasterId"),
        notes_masters=len(ids(root, "notesMasterIdLst", "notesMasterId")),
        sections=tuple(read_sections(root)),
        embedded=frozenset(font.get("typeface", "") for font in root.iterfind(f"{P}embeddedFontLst/{P}embeddedFont/{P}font")),
    )


def ids(root: Element, holder: str, tag: str) -> tuple[tuple[str, str], ...]:
    return tuple((entry.get("id", ""), entry.get(R + "id", "")) for entry in each(inner(root, P + holder), P + tag))


def read_sections(root: Element) -> list[ListedSection]:
    listed = next(iter(root.iter(P14 + "sectionLst")), None)
    return [
        ListedSection(section.get("name", ""), section.get("id", ""), tuple(entry.get("id", "") for entry in section.iter(P14 + "sldId")))
        for section in each(listed, P14 + "section")
    ]


def read_title(core: Element | None) -> str:
    return "" if core is None else (core.findtext(DC + "title") or "").strip()
