"""What the package of a deck holds in either case, on our own master or on an organisation's: its properties, its sections, how slides are found."""

from __future__ import annotations

import zlib

from msgspec import Struct

from deckgen.scene import Design, Scene, SectionMark
from deckgen.write.pptx.slide import picture_formats
from deckgen.write.pptx.xml import DECLARATION, attribute, escape, relationships

FIRST_SLIDE_ID = 256
OFFICE = "application/vnd.openxmlformats-officedocument"
SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
# The one size of ours that has a name of its own: 10 x 7.5 in (ST_SlideSizeType). A page of 13.33 x 7.5 in is written without one.
SCREEN_4_3 = (9_144_000, 6_858_000)
WIDESCREEN = (12_192_000, 6_858_000)


class Shell(Struct, frozen=True):
    """Everything but slides, notes and charts, and what these are told of it."""

    types: str
    parts: list[tuple[str, str | bytes]]
    layouts: dict[str, str]  # where a slide finds its layout
    notes_master: str = "../notesMasters/notesMaster1.xml"
    table_style: str = ""
    first_chart: int = 1


def formats_of(scene: Scene) -> set[str]:
    """The formats of the pictures on and behind slides."""
    formats = set().union(*(picture_formats(slide.items) for slide in scene.slides))
    return formats | {slide.background.format for slide in scene.slides if slide.background}


def root_rels() -> str:
    return relationships(
        [
            ("rId1", "officeDocument", "ppt/presentation.xml"),
            ("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
        ]
    )


def app_properties(scene: Scene) -> str:
    count = len(scene.slides)
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>deckgen</Application><PresentationFormat>{format_name(scene.design)}</PresentationFormat><Slides>{count}</Slides><Notes>{count}</Notes>"
        f"<Company>{escape(scene.properties.author)}</Company></Properties>"
    )


def format_name(design: Design) -> str:
    """What PowerPoint calls a page of this size in the properties of a file."""
    return {SCREEN_4_3: "On-screen Show (4:3)", WIDESCREEN: "Widescreen"}.get((design.width, design.height), "Custom")


def core_properties(scene: Scene) -> str:
    about = scene.properties
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(about.title)}</dc:title><dc:subject>{escape(about.subject)}</dc:subject><dc:creator>{escape(about.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(about.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{about.timestamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{about.timestamp}</dcterms:modified><dc:language>{about.language}</dc:language></cp:coreProperties>'
    )


def section_list(marks: tuple[SectionMark, ...]) -> str:
    """PowerPoint's sections: every slide in exactly one (MS-PPTX 2.3.3); an empty list of them is not allowed."""
    if not marks:
        return ""
    sections = []
    for index, mark in enumerate(marks):
        ids = "".join([f'<p14:sldId id="{FIRST_SLIDE_ID + n}"/>' for n in range(mark.first, mark.first + mark.count)])
        sections.append(
            f'<p14:section name="{attribute(mark.title)}" id="{section_guid(index, mark.title)}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return (
        f'<p:extLst><p:ext uri="{SECTIONS_URI}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{''.join(sections)}</p14:sectionLst></p:ext></p:extLst>"
    )


def section_guid(index: int, title: str) -> str:
    """A GUID in upper case that depends on nothing but the section."""
    seed = zlib.crc32(title.encode())
    return f"{{{seed:08X}-{index + 1:04X}-4D45-8000-{(seed * 2654435761 + index) & 0xFFFFFFFFFFFF:012X}}}"
