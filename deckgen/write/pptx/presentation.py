"""The presentation part and the package around it."""

from __future__ import annotations

from typing import BinaryIO

from deckgen.language import language_of
from deckgen.scene import NOTES_SIZE, Design, Picture, Scene
from deckgen.write.pptx import master, notes
from deckgen.write.pptx.package import Package
from deckgen.write.pptx.shape import media_name
from deckgen.write.pptx.shell import (
    FIRST_SLIDE_ID,
    OFFICE,
    SCREEN_4_3,
    Shell,
    app_properties,
    core_properties,
    formats_of,
    root_rels,
    section_list,
)
from deckgen.write.pptx.slide import SlideParts, chart_count
from deckgen.write.pptx.source import PROPERTIES, PROPERTIES_TYPE, RELATION, add_source
from deckgen.write.pptx.table import table_styles
from deckgen.write.pptx.text import spoken
from deckgen.write.pptx.xml import DECLARATION, NAMESPACES, relationships

MASTER_ID = 2147483648
MASTER_RELATIONS = 5  # master, notes master, presProps, viewProps, tableStyles


def write_pptx(scene: Scene, file: BinaryIO) -> None:
    """Write the whole deck; slide by slide, so that memory does not grow with them."""
    language = language_of(scene.properties.language)
    lang = spoken(language)
    shell = shell_of(scene)
    package = Package(file)
    package.add("[Content_Types].xml", shell.types)
    for name, content in shell.parts:
        package.add(name, content)
    charts, pictures = (
        shell.first_chart - 1,
        {picture.digest for picture in design_pictures(scene.design)} if scene.design.foundation is None else set[str](),
    )
    for slide in scene.slides:
        parts = SlideParts(slide, shell.layouts[slide.layout], charts + 1, lang, shell.table_style)
        package.add(f"ppt/slides/slide{slide.number}.xml", parts.xml)
        package.add(f"ppt/slides/_rels/slide{slide.number}.xml.rels", parts.rels)
        package.add(f"ppt/notesSlides/notesSlide{slide.number}.xml", notes.notes_slide(slide, scene.design, language, scene.notes_page))
        package.add(f"ppt/notesSlides/_rels/notesSlide{slide.number}.xml.rels", notes.notes_rels(slide.number, shell.notes_master))
        for picture in parts.pictures:
            if picture.digest not in pictures:
                pictures.add(picture.digest)
                package.add(f"ppt/media/{media_name(picture)}", picture.data)
        for chart in parts.charts:
            # XlsxWriter is imported for a chart only.
            from deckgen.write.pptx.chart import chart_rels, chart_xml, workbook

            charts += 1
            package.add(f"ppt/charts/chart{charts}.xml", chart_xml(chart, language))
            package.add(f"ppt/charts/_rels/chart{charts}.xml.rels", chart_rels(charts))
            package.add(f"ppt/embeddings/Microsoft_Excel_Sheet{charts}.xlsx", workbook(chart, scene.properties.timestamp, language))
    if scene.origin is not None:
        add_source(package, scene, scene.origin)
    package.close()


def shell_of(scene: Scene) -> Shell:
    """Our own master and layouts, or the package of an organisation."""
    charts = sum(chart_count(slide.items) for slide in scene.slides)
    if scene.design.foundation is not None:
        from deckgen.write.pptx.founded import founded_shell  # here, because most decks are not

        return founded_shell(scene, scene.design.foundation, charts)
    layouts = {layout.name: f"../slideLayouts/slideLayout{number}.xml" for number, layout in enumerate(scene.design.layouts, 1)}
    return Shell(content_types(scene, charts), fixed_parts(scene), layouts)


def fixed_parts(scene: Scene) -> list[tuple[str, str | bytes]]:
    """Everything but slides, notes and charts."""
    design, language = scene.design, language_of(scene.properties.language)
    lang = spoken(language)
    theme = master.theme(design, language)
    parts: list[tuple[str, str | bytes]] = [
        ("_rels/.rels", root_rels()),
        ("docProps/app.xml", app_properties(scene)),
        ("docProps/core.xml", core_properties(scene)),
        ("ppt/presentation.xml", presentation(scene)),
        ("ppt/_rels/presentation.xml.rels", presentation_rels(scene)),
        ("ppt/presProps.xml", f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"),
        ("ppt/viewProps.xml", f"{DECLARATION}<p:viewPr {NAMESPACES}/>"),
        ("ppt/tableStyles.xml", table_styles(design.table)),
        ("ppt/theme/theme1.xml", theme),
        ("ppt/theme/theme2.xml", theme),
        ("ppt/slideMasters/slideMaster1.xml", master.slide_master(design, lang)),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", master.slide_master_rels(design)),
        ("ppt/notesMasters/notesMaster1.xml", notes.notes_master(design, language, scene.notes_page)),
        ("ppt/notesMasters/_rels/notesMaster1.xml.rels", notes.notes_master_rels()),
    ]
    for number, layout in enumerate(design.layouts, 1):
        parts.append((f"ppt/slideLayouts/slideLayout{number}.xml", master.slide_layout(layout, lang)))
        parts.append((f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels", master.slide_layout_rels(layout)))
    parts += [(f"ppt/media/{media_name(picture)}", picture.data) for picture in design_pictures(design)]
    return parts


def design_pictures(design: Design) -> list[Picture]:
    """The pictures of master and layouts, each once."""
    found = {picture.digest: picture for layout in (design.master, *design.layouts) for picture in master.pictures_of(layout)}
    return list(found.values())


def content_types(scene: Scene, chart_count: int) -> str:
    overrides = [
        ("docProps/app.xml", f"{OFFICE}.extended-properties+xml"),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("ppt/presentation.xml", f"{OFFICE}.presentationml.presentation.main+xml"),
        ("ppt/presProps.xml", f"{OFFICE}.presentationml.presProps+xml"),
        ("ppt/viewProps.xml", f"{OFFICE}.presentationml.viewProps+xml"),
        ("ppt/tableStyles.xml", f"{OFFICE}.presentationml.tableStyles+xml"),
        ("ppt/theme/theme1.xml", f"{OFFICE}.theme+xml"),
        ("ppt/theme/theme2.xml", f"{OFFICE}.theme+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{OFFICE}.presentationml.slideMaster+xml"),
        ("ppt/notesMasters/notesMaster1.xml", f"{OFFICE}.presentationml.notesMaster+xml"),
    ]
    overrides += [
        (f"ppt/slideLayouts/slideLayout{n}.xml", f"{OFFICE}.presentationml.slideLayout+xml")
        for n in range(1, len(scene.design.layouts) + 1)
    ]
    for slide in scene.slides:
        overrides.append((f"ppt/slides/slide{slide.number}.xml", f"{OFFICE}.presentationml.slide+xml"))
        overrides.append((f"ppt/notesSlides/notesSlide{slide.number}.xml", f"{OFFICE}.presentationml.notesSlide+xml"))
    overrides += [(f"ppt/charts/chart{n}.xml", f"{OFFICE}.drawingml.chart+xml") for n in range(1, chart_count + 1)]
    if scene.origin is not None:
        overrides.append((PROPERTIES, PROPERTIES_TYPE))
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    if chart_count:
        defaults += f'<Default Extension="xlsx" ContentType="{OFFICE}.spreadsheetml.sheet"/>'
    for format in sorted(formats_of(scene) | {picture.format for picture in design_pictures(scene.design)}):
        defaults += f'<Default Extension="{format}" ContentType="image/{format}"/>'
    items = "".join([f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides])
    return f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{items}</Types>'


def presentation(scene: Scene) -> str:
    ids = "".join([f'<p:sldId id="{FIRST_SLIDE_ID + n}" r:id="rId{MASTER_RELATIONS + 1 + n}"/>' for n in range(1, len(scene.slides) + 1)])
    width, height = NOTES_SIZE
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst>'
        f'{slide_size(scene.design)}<p:notesSz cx="{width}" cy="{height}"/>'
        f"<p:defaultTextStyle>{default_levels(scene.properties.language)}</p:defaultTextStyle>{section_list(scene.sections)}</p:presentation>"
    )


def slide_size(design: Design) -> str:
    kind = ' type="screen4x3"' if (design.width, design.height) == SCREEN_4_3 else ""
    return f'<p:sldSz cx="{design.width}" cy="{design.height}"{kind}/>'


def default_levels(tag: str) -> str:
    return f'<a:defPPr><a:defRPr lang="{tag}"/></a:defPPr>' + "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        '<a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )


def presentation_rels(scene: Scene) -> str:
    entries = [
        ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
        ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
        ("rId3", "presProps", "presProps.xml"),
        ("rId4", "viewProps", "viewProps.xml"),
        ("rId5", "tableStyles", "tableStyles.xml"),
    ]
    entries += [(f"rId{MASTER_RELATIONS + 1 + n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(scene.slides) + 1)]
    count = len(scene.slides)
    entries.append((f"rId{MASTER_RELATIONS + 2 + count}", "theme", "theme/theme1.xml"))
    if scene.origin is not None:
        entries.append((f"rId{MASTER_RELATIONS + 3 + count}", *RELATION))
    return relationships(entries)
