"""Theme part, slide master and layouts: what repeats, written once."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.language import Language
from deckgen.scene import Design, FontPair, Layout, Picture, PictureBox, Placeholder
from deckgen.style import SLOTS, Color, Fill
from deckgen.write.pptx.shape import ShapeWriter, media_name, placeholder_mark
from deckgen.write.pptx.text import level_style, list_style
from deckgen.write.pptx.xml import DECLARATION, EMPTY_TREE_HEAD, NAMESPACES, attribute, escape, fill, relationships, transform

FIRST_LAYOUT_ID = 2147483649  # the master has the id before it; both ranges start at 2^31
COLOR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
# A theme must offer three of each (CT_StyleMatrix); ours are plain, as the slides say everything themselves.
FORMATS = (
    '<a:fmtScheme name="deckgen"><a:fillStyleLst>' + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + "</a:fillStyleLst>"
    "<a:lnStyleLst>"
    + "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>'
        for width in (9525, 12700, 19050)
    )
    + "</a:lnStyleLst><a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3 + "</a:effectStyleLst>"
    "<a:bgFillStyleLst>" + '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3 + "</a:bgFillStyleLst></a:fmtScheme>"
)  # fmt: skip


def theme(design: Design, language: Language) -> str:
    """Colour scheme and font scheme; the only place where faces and RGB values are named, faces as the language of the deck calls them."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{design.palette[slot]}"/></a:{slot}>' for slot in SLOTS)
    heading, body = (font_pair(design.fonts[role], language) for role in ("heading", "body"))
    fonts = f"<a:majorFont>{heading}</a:majorFont><a:minorFont>{body}</a:minorFont>"
    name = attribute(design.name)
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}">{fonts}</a:fontScheme>{FORMATS}'
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def font_pair(pair: FontPair, language: Language) -> str:
    latin, ea = (attribute(language.face(name)) for name in (pair.latin, pair.ea))
    return f'<a:latin typeface="{latin}"/><a:ea typeface="{ea}"/><a:cs typeface=""/><a:font script="Hans" typeface="{ea}"/>'


def slide_master(design: Design, lang: str) -> str:
    master = design.master
    writer = ShapeWriter(related(master), lang)
    shapes = writer.items(master.ornaments) + "".join(empty_placeholder(writer, p) for p in master.placeholders)
    ids = "".join(f'<p:sldLayoutId id="{FIRST_LAYOUT_ID + i}" r:id="rId{i + 1}"/>' for i in range(len(design.layouts)))
    return (
        f"{DECLARATION}<p:sldMaster {NAMESPACES}><p:cSld>{background(master.background)}<p:spTree>{EMPTY_TREE_HEAD}{shapes}</p:spTree></p:cSld>"
        f"{COLOR_MAP}<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>"
        f"<p:txStyles>{title_style(master)}{body_style(master)}{other_style()}</p:txStyles></p:sldMaster>"
    )


def slide_master_rels(design: Design) -> str:
    count = len(design.layouts)
    entries = [(f"rId{i + 1}", "slideLayout", f"../slideLayouts/slideLayout{i + 1}.xml") for i in range(count)]
    return relationships([*entries, (f"rId{count + 1}", "theme", "../theme/theme1.xml"), *picture_entries(design.master)])


def pictures_of(layout: Layout) -> list[Picture]:
    """The pictures among its ornaments, each once."""
    found = {item.picture.digest: item.picture for item in layout.ornaments if isinstance(item, PictureBox)}
    return list(found.values())


def picture_entries(layout: Layout) -> list[tuple[str, str, str]]:
    """Their relations."""
    return [(f"rIdPicture{n}", "image", f"../media/{media_name(picture)}") for n, picture in enumerate(pictures_of(layout), 1)]


def related(layout: Layout) -> Callable[[str, str], str]:
    """The ids of these, by what they lead to."""
    ids = {target: rid for rid, _, target in picture_entries(layout)}
    return lambda kind, target: ids.get(target, "")


def style_of(layout: Layout, kind: str) -> Placeholder:
    return next(p for p in layout.placeholders if p.type == kind)


def title_style(master: Layout) -> str:
    title = style_of(master, "title")
    return f"<p:titleStyle>{level_style('a:lvl1pPr', title.styles[0], title.leadings[0], 'l')}</p:titleStyle>"


def body_style(master: Layout) -> str:
    body = style_of(master, "body")
    return f"<p:bodyStyle>{''.join(level_style(f'a:lvl{n}pPr', body.styles[0], body.leadings[0], 'l') for n in range(1, 10))}</p:bodyStyle>"


def other_style() -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0"><a:defRPr sz="1800" kern="1200">'
        f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return f"<p:otherStyle>{levels}</p:otherStyle>"


def background(ground: Fill) -> str:
    """A solid colour of a background slot follows the theme's own background styles; anything else is written out."""
    if isinstance(ground, Color) and ground.slot == "lt2" and not ground.shade:
        return '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg2"/></p:bgRef></p:bg>'
    return f"<p:bg><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg>"


def slide_layout(layout: Layout, lang: str) -> str:
    writer = ShapeWriter(related(layout), lang)
    shapes = writer.items(layout.ornaments) + "".join(empty_placeholder(writer, p) for p in ordered(layout.placeholders))
    hides = ' showMasterSp="0"' if layout.hides_master else ""
    kind = ' type="title"' if any(p.type == "ctrTitle" for p in layout.placeholders) and layout.name == "cover" else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{hides}{kind} preserve="1" userDrawn="1"><p:cSld name="{attribute(layout.label)}">'
        f"{background(layout.background)}<p:spTree>{EMPTY_TREE_HEAD}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def slide_layout_rels(layout: Layout) -> str:
    return relationships([("rId1", "slideMaster", "../slideMasters/slideMaster1.xml"), *picture_entries(layout)])


def ordered(placeholders: tuple[Placeholder, ...]) -> list[Placeholder]:
    """Title first; footer and number last, as the reading order wants them."""
    return sorted(placeholders, key=lambda p: (p.idx != 0, p.type in ("ftr", "sldNum"), p.idx))


def empty_placeholder(writer: ShapeWriter, placeholder: Placeholder) -> str:
    """A place with its prompt, as it stands on a layout or master."""
    properties = writer.properties(placeholder.label)
    if placeholder.type == "sldNum":
        content = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr {writer.lang}/><a:t>‹#›</a:t></a:fld>'
    elif placeholder.prompt:
        content = f"<a:r><a:rPr {writer.lang}/><a:t>{escape(placeholder.prompt)}</a:t></a:r>"
    else:
        content = f"<a:endParaRPr {writer.lang}/>"
    paragraphs = f"<a:p>{content}</a:p>"
    direction = "eaVert" if placeholder.vertical else "horz"
    return (
        f'<p:sp><p:nvSpPr>{properties}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder_mark(placeholder)}</p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(placeholder.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="{direction}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{placeholder.anchor}"><a:normAutofit/></a:bodyPr>'
        f"{list_style(placeholder)}{paragraphs}</p:txBody></p:sp>"
    )
