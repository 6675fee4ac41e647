"""Speaker notes: one notes slide a slide, and the notes master they follow."""

from __future__ import annotations

from functools import cache

from deckgen.geometry import Box, px
from deckgen.language import Language
from deckgen.scene import NOTES_PAGE, Design, NotesPage, PlacedSlide
from deckgen.write.pptx.text import spoken
from deckgen.write.pptx.xml import DECLARATION, EMPTY_TREE_HEAD, NAMESPACES, escape, relationships, transform

MASTER_SIZE, BETWEEN = 1200, 600  # of the master's own text, and before a paragraph of it (hundredths of a point)
TAIL = "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"


def notes_slide(slide: PlacedSlide, design: Design, language: Language, master: NotesPage = NOTES_PAGE) -> str:
    """One paragraph a line; a slide without notes keeps an empty one to write into."""
    index = design.foundation.notes_body if design.foundation else "1"
    lang = spoken(language)
    paragraphs = "".join(
        [f"<a:p><a:r><a:rPr {lang}/><a:t>{escape(line.strip())}</a:t></a:r></a:p>" for line in slide.notes.split("\n") if line.strip()]
    )
    if design.foundation is None or not design.foundation.notes_master:
        opening = head(language, index, style=list_style(slide.notes_page if slide.notes_page.size else master))
    elif slide.notes_page.size:
        opening = placed_head(slide.notes_page, design, language, index)
    else:  # as the organisation prints its notes
        opening = head(language, index)
    return f"{opening}{paragraphs or f'<a:p><a:endParaRPr {lang}/></a:p>'}{TAIL}"


@cache
def head(language: Language, index: str = "1", image: str = "<p:spPr/>", text: str = "<p:spPr/>", style: str = "<a:lstStyle/>") -> str:
    """Everything before the text, which stands in the place of that `index` on the notes master."""
    names = language.names
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE_HEAD}"
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{names.slide_image}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>{image}</p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{names.notes}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" idx="{index}"/></p:nvPr></p:nvSpPr>{text}<p:txBody><a:bodyPr/>{style}'
    )


def placed_head(page: NotesPage, design: Design, language: Language, index: str) -> str:
    """The same where the notes need more room than the master of the organisation gives them."""
    image, text = transform(image_box(design, page.image)), transform(page.text)
    return head(language, index, f"<p:spPr>{image}</p:spPr>", f"<p:spPr>{text}</p:spPr>", list_style(page))


def list_style(page: NotesPage) -> str:
    """The type of the page, on the slide itself: LibreOffice passes over that of the notes master, and prints 20 points with a hanging indent."""
    return f'<a:lstStyle><a:lvl1pPr marL="0" indent="0">{spacing(page)}<a:defRPr sz="{page.size or MASTER_SIZE}"/></a:lvl1pPr></a:lstStyle>'


def spacing(page: NotesPage) -> str:
    lines = f'<a:spcPts val="{page.leading}"/>' if page.size else '<a:spcPct val="120000"/>'
    return f'<a:lnSpc>{lines}</a:lnSpc><a:spcBef><a:spcPts val="{page.before or BETWEEN}"/></a:spcBef>'


def notes_rels(number: int, master: str = "../notesMasters/notesMaster1.xml") -> str:
    return relationships([("rId1", "notesMaster", master), ("rId2", "slide", f"../slides/slide{number}.xml")])


def image_box(design: Design, room: Box) -> Box:
    """The picture of a slide on its notes page: as large as its room allows, in the middle."""
    width = min(room.width, room.height * design.width // design.height)
    height = min(room.height, room.width * design.height // design.width)
    return Box(room.x + (room.width - width) // 2, room.y + (room.height - height) // 2, width, height)


def notes_master(design: Design, language: Language, page: NotesPage = NOTES_PAGE) -> str:
    """The master of notes pages with the places and the type of `page`."""
    names, lang = language.names, spoken(language)
    style = (
        '<p:notesStyle><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        f'{spacing(page)}<a:defRPr sz="{page.size or MASTER_SIZE}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:notesStyle>'
    )
    rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    shapes = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{names.slide_image}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{transform(image_box(design, page.image))}{rectangle}<a:noFill/>'
        f'<a:ln w="{px(1)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="{names.notes}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr><p:spPr>{transform(page.text)}{rectangle}</p:spPr>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr {lang}/><a:t>{language.prompts.notes}</a:t></a:r></a:p></p:txBody></p:sp>"
        f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="{names.page_number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>{transform(page.number)}{rectangle}</p:spPr>'
        f'<p:txBody><a:bodyPr anchor="b"/><a:lstStyle><a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr></a:lstStyle><a:p>'
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr {lang}/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
    )
    return (
        f'{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{EMPTY_TREE_HEAD}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
        f'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>{style}</p:notesMaster>'
    )


def notes_master_rels() -> str:
    return relationships([("rId1", "theme", "../theme/theme2.xml")])
