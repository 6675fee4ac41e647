"""A deck written into the package of an organisation: its parts as they are, its presentation part with our slides."""

from __future__ import annotations

import posixpath
import re

from deckgen.language import Language, language_of
from deckgen.scene import Foundation, Scene
from deckgen.snapshot import MEMBER
from deckgen.write.pptx import master, notes
from deckgen.write.pptx.shell import FIRST_SLIDE_ID, OFFICE, Shell, app_properties, core_properties, formats_of, root_rels, section_list
from deckgen.write.pptx.source import PROPERTIES, PROPERTIES_TYPE, RELATION
from deckgen.write.pptx.xml import DECLARATION, NAMESPACES, relationships

NOTES_MASTER, NOTES_THEME = "ppt/notesMasters/notesMasterOfDeck.xml", "ppt/theme/themeOfNotes.xml"
NUMBERED = re.compile(r"ppt/charts/chart(\d+)\.xml|ppt/embeddings/Microsoft_Excel_Sheet(\d+)\.xlsx")


def founded_shell(scene: Scene, foundation: Foundation, charts: int) -> Shell:
    """The parts of the organisation with ours around them."""
    language = language_of(scene.properties.language)
    own = own_parts(scene, foundation, language)
    first = first_chart(foundation)
    slides = len(scene.slides)
    types = [(part.name, part.type) for part in foundation.parts] + [(name, kind) for name, kind, _ in own]
    types += [(f"ppt/slides/slide{n}.xml", f"{OFFICE}.presentationml.slide+xml") for n in range(1, slides + 1)]
    types += [(f"ppt/notesSlides/notesSlide{n}.xml", f"{OFFICE}.presentationml.notesSlide+xml") for n in range(1, slides + 1)]
    types += [(f"ppt/charts/chart{n}.xml", f"{OFFICE}.drawingml.chart+xml") for n in range(first, first + charts)]
    if scene.origin is not None:
        types.append((PROPERTIES, PROPERTIES_TYPE))
    extensions = {"xlsx": f"{OFFICE}.spreadsheetml.sheet"} if charts else {}
    extensions |= {format: f"image/{format}" for format in sorted(formats_of(scene))}
    return Shell(
        types=content_types(types, extensions),
        parts=[(name, content) for name, _, content in own] + [(part.name, part.data) for part in foundation.parts],
        layouts={name: posixpath.relpath(part, "ppt/slides") for name, part in foundation.layouts.items()},
        notes_master=posixpath.relpath(foundation.notes_master or NOTES_MASTER, "ppt/notesSlides"),
        table_style=foundation.table_style,
        first_chart=first,
    )


def own_parts(scene: Scene, foundation: Foundation, language: Language) -> list[tuple[str, str, str]]:
    """(name, content type, content) of what is ours besides slides, notes and charts."""
    first = relation_base(foundation) + 3
    slides = "".join([f'<p:sldId id="{FIRST_SLIDE_ID + slide.number}" r:id="rId{first + slide.number}"/>' for slide in scene.slides])
    sections = section_list(scene.sections).removeprefix("<p:extLst>").removesuffix("</p:extLst>")
    folder, name = posixpath.split(foundation.main)
    root = root_rels().replace('Target="ppt/presentation.xml"', f'Target="{foundation.main}"')
    return [
        ("_rels/.rels", "", root),
        ("docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_properties(scene)),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core_properties(scene)),
        (foundation.main, f"{OFFICE}.presentationml.presentation.main+xml", presentation(foundation, slides, sections)),
        (f"{folder}/_rels/{name}.rels", "", presentation_relations(scene, foundation, first)),
        ("ppt/presProps.xml", f"{OFFICE}.presentationml.presProps+xml", f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"),
        ("ppt/viewProps.xml", f"{OFFICE}.presentationml.viewProps+xml", f"{DECLARATION}<p:viewPr {NAMESPACES}/>"),
        *notes_parts(scene, language, master.theme(scene.design, language)),
    ]


def first_chart(foundation: Foundation) -> int:
    """The number of our first chart: charts of masters keep theirs."""
    names = [part.name for part in foundation.parts]
    return 1 + max(
        (int(number) for name in names for match in [NUMBERED.fullmatch(name)] if match for number in match.groups() if number), default=0
    )


def relation_base(foundation: Foundation) -> int:
    """The number behind which ids of relations are free."""
    return max((int(number) for rid, _, _ in foundation.relations for number in re.findall(r"\d+", rid)[-1:]), default=0)


def target(foundation: Foundation, part: str, folder: str = "") -> str:
    """How the presentation, or a part in `folder`, names another part."""
    return posixpath.relpath(part, folder or posixpath.dirname(foundation.main) or ".")


def presentation(foundation: Foundation, slides: str, sections: str, alone: bool = False) -> str:
    """The presentation part with our slides and sections in it; `alone` it is a template, which needs no notes master."""
    master = (
        ""
        if foundation.notes_master or alone
        else f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="rId{relation_base(foundation) + 1}"/></p:notesMasterIdLst>'
    )
    head = foundation.head
    if master:
        at = head.rfind("sldMasterIdLst>") + len("sldMasterIdLst>")
        head = f"{head[:at]}{master}{head[at:]}"
    extensions = foundation.extensions + sections
    listed = f"<p:extLst {NAMESPACES}>{extensions}</p:extLst>" if extensions else ""
    root = re.search(r"<((?:\w+:)?presentation)[\s>]", head)
    name = root[1] if root else "p:presentation"
    shown = "" if alone else f"<p:sldIdLst {NAMESPACES}>{slides}</p:sldIdLst>"
    return f"{head}{shown}{foundation.tail}{listed}</{name}>"


def notes_parts(scene: Scene, language: Language, theme: str) -> list[tuple[str, str, str]]:
    """(name, content type, content) of a notes master of ours, where the organisation has none."""
    foundation = scene.design.foundation
    if foundation is None or foundation.notes_master:
        return []
    rels = relationships([("rId1", "theme", posixpath.relpath(NOTES_THEME, posixpath.dirname(NOTES_MASTER)))])
    return [
        (NOTES_THEME, f"{OFFICE}.theme+xml", theme),
        (NOTES_MASTER, f"{OFFICE}.presentationml.notesMaster+xml", notes.notes_master(scene.design, language, scene.notes_page)),
        (f"{posixpath.dirname(NOTES_MASTER)}/_rels/{posixpath.basename(NOTES_MASTER)}.rels", "", rels),
    ]


def presentation_relations(scene: Scene, foundation: Foundation, first: int) -> str:
    """Its own relations, and those to our slides, `presProps`, `viewProps`."""
    entries = [(rid, kind, target(foundation, part)) for rid, kind, part in foundation.relations]
    base = relation_base(foundation)
    if not foundation.notes_master:
        entries.append((f"rId{base + 1}", "notesMaster", target(foundation, NOTES_MASTER)))
    entries += [
        (f"rId{base + 2}", "presProps", target(foundation, "ppt/presProps.xml")),
        (f"rId{base + 3}", "viewProps", target(foundation, "ppt/viewProps.xml")),
    ]
    entries += [
        (f"rId{first + slide.number}", "slide", target(foundation, f"ppt/slides/slide{slide.number}.xml")) for slide in scene.slides
    ]
    if scene.origin is not None:
        entries.append((f"rId{first + len(scene.slides) + 1}", RELATION[0], target(foundation, MEMBER)))
    return relationships(entries)


def content_types(parts: list[tuple[str, str]], extensions: dict[str, str]) -> str:
    """The list of types: by extension for pictures and workbooks, by name for the rest."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **extensions}
    overrides = []
    for name, kind in parts:
        extension = name.rpartition(".")[2].lower()
        if name.endswith(".rels") or not kind:
            continue
        if extension != "xml" and defaults.setdefault(extension, kind) == kind:
            continue
        overrides.append(f'<Override PartName="/{name}" ContentType="{kind}"/>')
    listed = "".join(f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in defaults.items())
    return f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}{"".join(overrides)}</Types>'
