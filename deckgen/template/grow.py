"""A template with layouts of ours beside its own: copies of a layout or of a sample slide with the places that it lacks.

Nothing is written: the package in memory gets a part more, its master one entry more in the list of its layouts, and is read again.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.inspect.package.parts import ContentTypes, OpenedPackage, Relations, read_relations
from deckgen.template.facts import Facts
from deckgen.template.keep import rels_of
from deckgen.template.pieces import Piece, attribute, bytes_of, children, pieces, text_of
from deckgen.template.read import TemplateReader, parsed
from deckgen.write.pptx.xml import escape

LAYOUT_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{RELATION}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FIRST_ID = 2_147_483_648  # of masters and layouts (ST_SlideMasterId)
SHAPES = ("sp", "pic", "grpSp", "cxnSp", "graphicFrame", "AlternateContent", "contentPart")
DRAWN = ("sp", "pic", "grpSp", "cxnSp")  # what a sample slide gives to a layout; charts, tables and diagrams are its content
WORDS = re.compile(r"(<(?:\w+:)?t(?:\s[^>]*)?>)[^<]*(</(?:\w+:)?t>)")
REFERENCE = re.compile(r'\b(r:(?:embed|link|id|pict|dm|lo|qs|cs))="([^"]+)"')


class NewPlace(Struct, frozen=True):
    """A placeholder of ours: where it stands (in EMU of our page) and how its text is set; 0 and "" are left to the master."""

    type: str
    idx: int
    name: str
    box: Box
    size: int = 0  # hundredths of a point on our page
    rgb: str = ""
    bold: bool = False
    align: str = ""
    anchor: str = ""


class NewLayout(Struct, frozen=True):
    """A layout to be made: from a layout, or from a sample slide with only those of its shapes that are `kept` (by their position)."""

    role: str
    name: str
    source: str  # the part
    places: tuple[NewPlace, ...]
    kept: frozenset[int] | None = None  # None: all that are drawn
    type: str = ""


def grown(facts: Facts, layouts: Sequence[NewLayout]) -> Facts:
    """The template with these layouts; each is called as its `name`."""
    package = facts.package
    contents, overrides, relations = dict(package.contents), dict(package.types.overrides), dict(package.relations)
    for layout, part in zip(layouts, fresh_parts(package, len(layouts)), strict=True):
        number = int("".join(char for char in posixpath.basename(part) if char.isdigit()))
        if layout.source in {each.part for each in facts.masters}:
            text = bare_layout(facts, layout)
            contents[part], overrides[part.lower()] = bytes_of(text), LAYOUT_TYPE
            put_relations(contents, relations, part, [("rId1", f"{RELATION}/slideMaster", relative(layout.source, part))])
            add_to_master(contents, relations, layout.source, part, number)
            continue
        base = layout.source if layout.source in {each.part for each in facts.layouts} else package.of(layout.source).target("slideLayout")
        master = package.of(base).target("slideMaster")
        text, entries = layout_text(facts, layout, base)
        contents[part] = bytes_of(text)
        overrides[part.lower()] = LAYOUT_TYPE
        put_relations(contents, relations, part, [*entries, ("rId1", f"{RELATION}/slideMaster", relative(master, part))])
        add_to_master(contents, relations, master, part, number)
    wider = OpenedPackage(
        contents, package.sizes, ContentTypes(package.types.defaults, overrides, package.types.doubles), relations, package.faults
    )
    root = parsed(wider, facts.main)
    assert root is not None
    return TemplateReader(wider, facts.main, root).facts()


def fresh_parts(package: OpenedPackage, count: int) -> list[str]:
    """Names for so many layouts that no part of the package has: a template of ours may have some already."""
    names = (f"ppt/slideLayouts/slideLayoutOfDeck{number}.xml" for number in range(1, len(package.contents) + count + 1))
    return [name for name in names if name not in package.contents][:count]


def bare_layout(facts: Facts, layout: NewLayout) -> str:
    """A layout of a master that adds nothing but places."""
    places = renumbered("".join(place_xml(facts, place) for place in layout.places))
    return f'{HEAD}<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name="{escape(layout.name)}"><p:spTree>{TREE}{places}</p:spTree></p:cSld>{color_map("")}</p:sldLayout>'


def layout_text(facts: Facts, layout: NewLayout, base: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The text of the part, and what it is related to besides its master."""
    package = facts.package
    text = text_of(package.contents[layout.source])
    entries: list[tuple[str, str, str]] = []
    part = "ppt/slideLayouts/x.xml"
    drawn = []
    of_slide = layout.source != base
    if of_slide and attribute(root_tag(text), "showMasterSp") not in ("0", "false"):
        below = text_of(package.contents[base])
        drawn.append(
            renamed("".join(below[s.start : s.end] for s in shapes_of(below) if is_drawn(below, s)), "b", package, base, part, entries)
        )
    own = []
    for position, shape in enumerate(shapes_of(text)):
        if is_drawn(text, shape) and (layout.kept is None or position in layout.kept):
            piece = text[shape.start : shape.end]
            own.append(WORDS.sub(r"\1\2", piece) if of_slide else piece)
    footers = [text[s.start : s.end] for s in shapes_of(text) if is_footer(text[s.start : s.end])] if not of_slide else []
    drawn.append(renamed("".join(own), "s", package, layout.source, part, entries))
    drawn += [renamed(place_xml(facts, place), "", package, layout.source, part, entries) for place in layout.places]
    drawn.append(renamed("".join(footers), "s", package, layout.source, part, entries))
    ground_text, ground_part = background(text, layout.source, package, base)
    ground = renamed(ground_text, "g", package, ground_part, part, entries)
    kind = f' type="{layout.type}"' if layout.type else ""
    hides = (
        ' showMasterSp="0"'
        if "0" in (attribute(root_tag(text), "showMasterSp"), attribute(root_tag(text_of(package.contents[base])), "showMasterSp"))
        else ""
    )
    tree = renumbered("".join(drawn))
    return (
        f'{HEAD}<p:sldLayout {declared(text, base, package)}{kind}{hides} preserve="1" userDrawn="1"><p:cSld name="{escape(layout.name)}">{ground}<p:spTree>'
        f"{TREE}{tree}</p:spTree></p:cSld>{color_map(text)}</p:sldLayout>"
    ), entries  # fmt: skip


def root_tag(text: str) -> str:
    return next(piece.tag for piece in pieces(text, 0) if piece.depth == 0)


def declared(text: str, base: str, package: OpenedPackage) -> str:
    """The namespaces that the pieces were written under."""
    found = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', root_tag(text_of(package.contents[base]))))
    found |= dict(re.findall(r'xmlns:(\w+)="([^"]+)"', root_tag(text)))
    found |= dict(re.findall(r'xmlns:(\w+)="([^"]+)"', NAMESPACES))
    ignorable = attribute(root_tag(text), "Ignorable")
    listed = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in sorted(found.items()))
    return f'{listed} mc:Ignorable="{ignorable}"' if ignorable and "mc" in found else listed


def shapes_of(text: str) -> list[Piece]:
    """The shapes at the top of the tree, in order."""
    return [piece for piece in children(text, 3) if piece.name in SHAPES]


def is_drawn(text: str, shape: Piece) -> bool:
    """Whether the shape is art: no placeholder, no chart, no film."""
    piece = text[shape.start : shape.end]
    if shape.name not in DRAWN or "<p:ph" in piece or "p:oleObj" in piece or "graphicFrame" in piece:
        return False
    return not any(media in piece for media in ("videoFile", "audioFile", "p14:media", "quickTimeFile"))


def is_footer(piece: str) -> bool:
    return any(f'<p:ph type="{kind}"' in piece for kind in ("dt", "ftr", "sldNum"))


def background(text: str, part: str, package: OpenedPackage, base: str) -> tuple[str, str]:
    """(the background as it is written, the part that says so): the slide's own, else that of its layout; "" leaves it to the master."""
    for content, name in ((text, part), (text_of(package.contents[base]), base)):
        found = next((piece for piece in children(content, 2) if piece.name == "bg"), None)
        if found:
            return content[found.start : found.end], name
    return "", part


def color_map(text: str) -> str:
    found = next((text[piece.start : piece.end] for piece in children(text) if piece.name == "clrMapOvr"), "") if text else ""
    return found or "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def renamed(piece: str, prefix: str, package: OpenedPackage, source: str, part: str, entries: list[tuple[str, str, str]]) -> str:
    """The piece with relations of its own names, which are noted; what leads outside or to another slide is taken off."""
    relations = package.of(source).by_id

    def moved(match: re.Match[str]) -> str:
        relation = relations.get(match[2])
        if relation is None or relation.external or relation.kind != "image":
            return ""
        rid = f"rId{prefix}{match[2]}"
        entry = (rid, f"{RELATION}/image", relative(relation.target, part))
        if entry not in entries:
            entries.append(entry)
        return f'{match[1]}="{rid}"'

    piece = re.sub(r"<a:hlink(?:Click|Hover)\b[^>]*?(?:/>|>.*?</a:hlink(?:Click|Hover)>)", "", piece, flags=re.DOTALL)
    piece = re.sub(r"<p:custDataLst>.*?</p:custDataLst>", "", piece, flags=re.DOTALL)
    return REFERENCE.sub(moved, piece)


def renumbered(tree: str) -> str:
    """Ids counted up anew: pieces of two parts may have the same."""
    numbers = iter(range(2, 1_000_000))
    return re.sub(r'(<p:cNvPr\b[^>]*?\bid=")\d+(")', lambda match: f"{match[1]}{next(numbers)}{match[2]}", tree)


def place_xml(facts: Facts, place: NewPlace) -> str:
    scale = facts.scale

    def length(emu: int) -> int:
        return round(emu / scale)

    size = f' sz="{round(place.size / scale / 100) * 100}"' if place.size else ""
    bold = ' b="1"' if place.bold else ' b="0"' if place.size else ""
    fill = f'<a:solidFill><a:srgbClr val="{place.rgb}"/></a:solidFill>' if place.rgb else ""
    align = f' algn="{place.align}"' if place.align else ""
    level = f'<a:lvl1pPr marL="0" indent="0"{align}><a:buNone/><a:defRPr{size}{bold}>{fill}</a:defRPr></a:lvl1pPr>'
    anchor = f' anchor="{place.anchor}"' if place.anchor else ""
    idx = f' idx="{place.idx}"' if place.idx else ""
    quarter = ' sz="quarter"' if place.type in ("body", "ftr", "dt", "sldNum") else ""
    words = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>'
        if place.type == "sldNum"
        else '<a:endParaRPr lang="zh-CN"/>'
    )
    box = place.box
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="{escape(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.type}"{quarter}{idx}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{length(box.x)}" y="{length(box.y)}"/><a:ext cx="{length(box.width)}" cy="{length(box.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"{anchor}><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )  # fmt: skip


def put_relations(contents: dict[str, bytes], relations: dict[str, Relations], part: str, entries: Sequence[tuple[str, str, str]]) -> None:
    items = "".join(f'<Relationship Id="{rid}" Type="{kind}" Target="{escape(target)}"/>' for rid, kind, target in entries)
    written = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    name = rels_of(part)
    contents[name] = written.encode()
    relations[part] = read_relations(name, contents[name], [])


def relative(target: str, part: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(part))


def add_to_master(contents: dict[str, bytes], relations: dict[str, Relations], master: str, part: str, number: int) -> None:
    """The layout at the end of the list of its master, with an id that nothing in the package has."""
    text = text_of(contents[master])
    used = [
        int(found)
        for content in contents.values()
        if b"LayoutId" in content or b"sldMasterId" in content
        for found in re.findall(rb'\bid="(\d{10,})"', content)
    ]
    rid = f"rIdOfDeck{number}"
    entry = f'<p:sldLayoutId xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="{RELATION}" id="{max([FIRST_ID, *used]) + 1}" r:id="{rid}"/>'
    listed = next((piece for piece in children(text) if piece.name == "sldLayoutIdLst"), None)
    if listed and listed.inner[0] < listed.inner[1]:
        at = listed.inner[1]
        contents[master] = bytes_of(f"{text[:at]}{entry}{text[at:]}")
    else:
        after = next(piece for piece in children(text) if piece.name == "clrMap")
        rest = f"{text[listed.end :]}" if listed else text[after.end :]
        contents[master] = bytes_of(
            f'{text[: after.end]}<p:sldLayoutIdLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">{entry}</p:sldLayoutIdLst>{rest}'
        )
    name = rels_of(master)
    rels = text_of(contents[name])
    added = f'<Relationship Id="{rid}" Type="{RELATION}/slideLayout" Target="{relative(part, master)}"/>'
    at = rels.rfind("</")
    contents[name] = bytes_of(f"{rels[:at]}{added}{rels[at:]}")
    relations[master] = read_relations(name, contents[name], [])
