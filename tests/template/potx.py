"""Small templates of our own, built from words: each trait that templates of organisations were found to have is one argument."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence

from msgspec import Struct

from deckgen.geometry import EMU_PER_PX

NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"
MAIN = {"potx": "template", "pptx": "presentation", "ppsx": "slideshow"}
PALETTE = ("1F2329", "FFFFFF", "44546A", "EEF1F5", "8C1D23", "C79A4B", "2F5C8A", "6B8E4E", "7A5C8C", "5F6B76", "2F5C8A", "7A5C8C")
SLOTS = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
LIGHT = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
BOX = tuple[float, float, float, float]  # design pixels of a page 720 high


class Ph(Struct, frozen=True):
    """A placeholder: type, index, where it stands (None: as the master has it), the size of its text in points."""

    type: str
    idx: str = "0"
    box: BOX | None = None
    size: float = 0
    color: str = ""  # a slot, or RRGGBB
    align: str = ""
    anchor: str = ""
    vertical: bool = False
    bullet: bool = False


class Art(Struct, frozen=True):
    """What is drawn: a rectangle of a colour, a picture, or words."""

    box: BOX
    fill: str = "accent1"
    kind: str = "shape"  # picture, group
    text: str = ""


class L(Struct, frozen=True):
    """A layout."""

    name: str
    type: str = ""
    places: tuple[Ph, ...] = ()
    art: tuple[Art, ...] = ()
    hides: bool = False
    ground: str = ""  # a slot, RRGGBB, or picture
    mapped: dict[str, str] | None = None


class M(Struct, frozen=True):
    """A master with its layouts."""

    layouts: tuple[L, ...]
    art: tuple[Art, ...] = ()
    ground: str = "bg1"
    mapped: dict[str, str] | None = None
    palette: tuple[str, ...] = PALETTE
    latin: str = "Arial"
    ea: str = ""
    hans: str = "黑体"
    places: tuple[Ph, ...] | None = None


FOOT = (
    Ph("dt", "10", (64, 672, 220, 28), 12),
    Ph("ftr", "11", (420, 672, 440, 28), 12, align="ctr"),
    Ph("sldNum", "12", (996, 672, 220, 28), 12, align="r"),
)
COVER = L(
    "标题幻灯片", "title", (Ph("ctrTitle", "0", (120, 150, 1040, 200), 54, align="ctr", anchor="b"), Ph("subTitle", "1", (120, 378, 1040, 150), 24, align="ctr"), *FOOT),
    (Art((0, 0, 1280, 24)), Art((60, 56, 150, 48), kind="picture")),
)  # fmt: skip
CONTENT = L(
    "标题和内容",
    "obj",
    (Ph("title", "0", (64, 40, 980, 80), 32), Ph("obj", "1", (64, 140, 1152, 510), bullet=True), *FOOT),
    (Art((1090, 36, 130, 44), kind="picture"),),
)
TITLE_ONLY = L("仅标题", "titleOnly", (Ph("title", "0", (64, 40, 980, 80), 32), *FOOT), (Art((1090, 36, 130, 44), kind="picture"),))
SECTION = L(
    "节标题", "secHead", (Ph("title", "0", (120, 260, 1040, 130), 44, anchor="b"), Ph("body", "1", (120, 400, 1040, 90), 20), *FOOT)
)
CLOSING = L("封底", "", (Ph("title", "0", (120, 250, 1040, 150), 54, align="ctr", anchor="ctr"),), (Art((0, 640, 1280, 80)),), hides=True)
BLANK = L("空白", "blank", FOOT)
TWO = L(
    "两栏内容",
    "twoObj",
    (Ph("title", "0", (64, 40, 980, 80), 32), Ph("obj", "1", (64, 140, 560, 510)), Ph("obj", "2", (656, 140, 560, 510)), *FOOT),
)
USUAL = (COVER, CONTENT, SECTION, TWO, TITLE_ONLY, BLANK, CLOSING)
MASTER_PLACES = (
    Ph("title", "0", (64, 40, 1152, 80), 32),
    Ph("body", "1", (64, 140, 1152, 510), 20),
    *(Ph(p.type, str(n), p.box, p.size, align=p.align) for n, p in enumerate(FOOT, 2)),
)


def potx(
    *masters: M,
    kind: str = "potx",
    size: tuple[int, int] = (12_192_000, 6_858_000),
    slides: Sequence[tuple[int, str]] = (),
    notes: bool = False,
    extra: str = "",
    more: dict[str, bytes] | None = None,
    picture: bytes = b"",
) -> bytes:
    """The bytes of a template. `slides` are (number of the layout from 0 over all masters, the shapes as XML); `extra` stands at the
    end of the presentation part; boxes are scaled to the `size` of the page."""
    return Builder(
        masters or (M(USUAL, (Art((0, 656, 1280, 4)),)),), kind, size, slides, notes, extra, more or {}, picture or png()
    ).package()


class Builder:
    def __init__(
        self,
        masters: Sequence[M],
        kind: str,
        size: tuple[int, int],
        slides: Sequence[tuple[int, str]],
        notes: bool,
        extra: str,
        more: dict[str, bytes],
        picture: bytes,
    ) -> None:
        self.masters, self.kind, self.size, self.slides, self.notes, self.extra, self.more = masters, kind, size, slides, notes, extra, more
        self.scale = size[1] / 6_858_000
        self.members: dict[str, bytes] = {"ppt/media/image1.png": picture}
        self.types: dict[str, str] = {}

    def add(self, name: str, kind: str, text: str, rels: Sequence[tuple[str, str, str]] = ()) -> None:
        self.members[name] = text.encode()
        if kind:
            self.types[name] = f"{TYPE}.{kind}+xml"
        if rels:
            folder, _, last = name.rpartition("/")
            self.members[f"{folder}/_rels/{last}.rels"] = relations(rels)

    def package(self) -> bytes:
        number = 0
        ids = []
        layouts = []
        top: list[tuple[str, str, str]] = []
        for n, master in enumerate(self.masters, 1):
            first = number + 1
            ids.append(f'<p:sldMasterId id="{2147483648 + 100 * n}" r:id="rId{n}"/>')
            top.append((f"rId{n}", "slideMaster", f"slideMasters/slideMaster{n}.xml"))
            for layout in master.layouts:
                number += 1
                layouts.append(f"slideLayout{number}.xml")
                self.add(
                    f"ppt/slideLayouts/slideLayout{number}.xml", "presentationml.slideLayout", self.layout(layout),
                    [("rId1", "slideMaster", f"../slideMasters/slideMaster{n}.xml"), ("rId2", "image", "../media/image1.png")],
                )  # fmt: skip
            rels = [(f"rId{k}", "slideLayout", f"../slideLayouts/{layouts[first + k - 2]}") for k in range(1, len(master.layouts) + 1)]
            rels += [("rId900", "theme", f"../theme/theme{n}.xml"), ("rId2000", "image", "../media/image1.png")]
            self.add(f"ppt/slideMasters/slideMaster{n}.xml", "presentationml.slideMaster", self.master(master, n), rels)
            self.add(f"ppt/theme/theme{n}.xml", "theme", theme(master))
        for n, (layout_number, shapes) in enumerate(self.slides, 1):
            rels = [("rId1", "slideLayout", f"../slideLayouts/{layouts[layout_number]}"), ("rId2", "image", "../media/image1.png")]
            self.add(
                f"ppt/slides/slide{n}.xml", "presentationml.slide",
                f"{HEAD}<p:sld {NS}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>", rels,
            )  # fmt: skip
            top.append((f"rId{500 + n}", "slide", f"slides/slide{n}.xml"))
        notes = ""
        if self.notes:
            top.append(("rId400", "notesMaster", "notesMasters/notesMaster1.xml"))
            notes = '<p:notesMasterIdLst><p:notesMasterId r:id="rId400"/></p:notesMasterIdLst>'
            self.add(
                "ppt/notesMasters/notesMaster1.xml",
                "presentationml.notesMaster",
                self.notes_master(),
                [("rId1", "theme", "../theme/theme99.xml")],
            )
            self.add("ppt/theme/theme99.xml", "theme", theme(self.masters[0]))
        slide_ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{500 + n}"/>' for n in range(1, len(self.slides) + 1))
        slides = f"<p:sldIdLst>{slide_ids}</p:sldIdLst>" if slide_ids else ""
        self.add(
            "ppt/presentation.xml", f"presentationml.{MAIN[self.kind]}.main",
            f'{HEAD}<p:presentation {NS}><p:sldMasterIdLst>{"".join(ids)}</p:sldMasterIdLst>{notes}{slides}'
            f'<p:sldSz cx="{self.size[0]}" cy="{self.size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>{self.extra}</p:presentation>', top,
        )  # fmt: skip
        return self.zipped()

    def zipped(self) -> bytes:
        self.members["_rels/.rels"] = relations([("rId1", "officeDocument", "ppt/presentation.xml")])
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self.types.items())
        types = (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, content in {"[Content_Types].xml": types.encode(), **self.members, **self.more}.items():
                file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
        return out.getvalue()

    # ---- parts

    def master(self, master: M, n: int) -> str:
        ids = "".join(f'<p:sldLayoutId id="{2147483648 + 100 * n + k}" r:id="rId{k}"/>' for k in range(1, len(master.layouts) + 1))
        places = MASTER_PLACES if master.places is None else master.places
        shapes = self.shapes(master.art, places, "rId2000")
        mapped = {
            **{f"accent{k}": f"accent{k}" for k in range(1, 7)},
            "hlink": "hlink",
            "folHlink": "folHlink",
            **LIGHT,
            **(master.mapped or {}),
        }
        marks = " ".join(f'{slot}="{value}"' for slot, value in mapped.items())
        return (
            f"{HEAD}<p:sldMaster {NS}><p:cSld>{ground(master.ground, 'rId2000')}<p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMap {marks}/>"
            f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{style(44)}</p:titleStyle><p:bodyStyle>{style(28, True)}</p:bodyStyle>"
            f"<p:otherStyle>{style(18)}</p:otherStyle></p:txStyles></p:sldMaster>"
        )

    def layout(self, layout: L) -> str:
        hides = ' showMasterSp="0"' if layout.hides else ""
        kind = f' type="{layout.type}"' if layout.type else ""
        override = "<a:masterClrMapping/>"
        if layout.mapped:
            full = {**{f"accent{k}": f"accent{k}" for k in range(1, 7)}, "hlink": "hlink", "folHlink": "folHlink", **layout.mapped}
            override = "<a:overrideClrMapping " + " ".join(f'{slot}="{value}"' for slot, value in full.items()) + "/>"
        return (
            f'{HEAD}<p:sldLayout {NS}{hides}{kind} preserve="1"><p:cSld name="{layout.name}">{ground(layout.ground, "rId2")}<p:spTree>{TREE}'
            f"{self.shapes(layout.art, layout.places, 'rId2')}</p:spTree></p:cSld><p:clrMapOvr>{override}</p:clrMapOvr></p:sldLayout>"
        )

    def shapes(self, art: Sequence[Art], places: Sequence[Ph], rid: str) -> str:
        drawn = [self.art(each, n, rid) for n, each in enumerate(art, 2)]
        return "".join(drawn + [self.place(each, n) for n, each in enumerate(places, 2 + len(art))])

    def place(self, place: Ph, number: int) -> str:
        kind = "" if place.type == "obj" else f' type="{place.type}"'
        idx = f' idx="{place.idx}"' if place.idx != "0" else ""
        orient = ' orient="vert"' if place.vertical else ""
        body = "".join(
            f' {name}="{value}"' for name, value in (("vert", "eaVert" if place.vertical else ""), ("anchor", place.anchor)) if value
        )
        size = f' sz="{round(place.size * 100 * self.scale)}"' if place.size else ""
        fill = f"<a:solidFill>{color(place.color)}</a:solidFill>" if place.color else ""
        align = f' algn="{place.align}"' if place.align else ""
        bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if place.bullet else ""
        levels = f"<a:lvl1pPr{align}>{bullet}<a:defRPr{size}>{fill}</a:defRPr></a:lvl1pPr>" if size or fill or align or bullet else ""
        frame = "" if place.box is None else f'{self.xfrm(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Place {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{orient}{idx}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr{body}/><a:lstStyle>{levels}</a:lstStyle><a:p><a:r><a:rPr lang="zh-CN"/><a:t>单击此处</a:t></a:r></a:p></p:txBody></p:sp>'
        )

    def art(self, art: Art, number: int, rid: str) -> str:
        named = f'<p:cNvPr id="{number}" name="Art {number}" descr=""/>'
        if art.kind == "picture":
            return (
                f'<p:pic><p:nvPicPr>{named}<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
                f'<p:spPr>{self.xfrm(art.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
            )
        words = f'<a:r><a:rPr lang="zh-CN"/><a:t>{art.text}</a:t></a:r>' if art.text else '<a:endParaRPr lang="zh-CN"/>'
        shape = (
            f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{self.xfrm(art.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            f"{f'<a:solidFill>{color(art.fill)}</a:solidFill>' if art.fill else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></p:spPr>"
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"
        )
        if art.kind != "group":
            return shape
        frame = self.xfrm(art.box).replace(
            "</a:xfrm>", self.xfrm(art.box).replace("<a:xfrm>", "").replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        )
        return f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number + 900}" name="Group {number}"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{frame}</p:grpSpPr>{shape}</p:grpSp>'

    def xfrm(self, box: BOX) -> str:
        x, y, width, height = (round(value * EMU_PER_PX * self.scale) for value in box)
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'

    def notes_master(self) -> str:
        return (
            f'{HEAD}<p:notesMaster {NS}><p:cSld><p:spTree>{TREE}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Image"/><p:cNvSpPr/><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
            '<p:spPr><a:xfrm><a:off x="685800" y="1143000"/><a:ext cx="5486400" cy="3086100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>'
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr/><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4400550"/>'
            '<a:ext cx="5486400" cy="3600450"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>'
            '</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" '
            'accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:notesMaster>'
        )


def relations(entries: Sequence[tuple[str, str, str]]) -> bytes:
    items = "".join(f'<Relationship Id="{rid}" Type="{REL}/{kind}" Target="{target}"/>' for rid, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'.encode()


def color(name: str) -> str:
    return f'<a:srgbClr val="{name}"/>' if len(name) == 6 and name.isupper() and name not in SLOTS else f'<a:schemeClr val="{name}"/>'


def ground(name: str, rid: str) -> str:
    if not name:
        return ""
    if name == "picture":
        return f'<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
    if name == "bg1":
        return '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    return f"<p:bg><p:bgPr><a:solidFill>{color(name)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def style(size: int, bullet: bool = False) -> str:
    mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    indent = ' marL="228600" indent="-228600"' if bullet else ""
    pair = "mn" if bullet else "mj"
    return (
        f'<a:lvl1pPr{indent}>{mark}<a:defRPr sz="{size * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{pair}-lt"/><a:ea typeface="+{pair}-ea"/></a:defRPr></a:lvl1pPr>'
    )


def theme(master: M) -> str:
    slots = "".join(f'<a:{slot}><a:srgbClr val="{rgb}"/></a:{slot}>' for slot, rgb in zip(SLOTS, master.palette, strict=True))
    hans = f'<a:font script="Hans" typeface="{master.hans}"/>' if master.hans else ""
    pair = f'<a:latin typeface="{master.latin}"/><a:ea typeface="{master.ea}"/><a:cs typeface=""/>{hans}'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    lines = "".join(f'<a:ln w="{width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' for width in (6350, 12700, 19050))
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Own"><a:themeElements><a:clrScheme name="Own">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Own"><a:majorFont>{pair}</a:majorFont><a:minorFont>{pair}</a:minorFont></a:fontScheme><a:fmtScheme name="Own"><a:fillStyleLst>{plain}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{plain}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def png(width: int = 60, height: int = 20, rgb: tuple[int, int, int] = (140, 29, 35)) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(rgb) * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
