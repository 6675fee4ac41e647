"""Faults to seed: (what, the deck, its edits, the rule that must see it, on which slide, at which shape)."""

from __future__ import annotations

import re

from msgspec import Struct

from tests.inspect.decks import Edit, swap

S, RELS = "ppt/slides/slide{}.xml", "ppt/slides/_rels/slide{}.xml.rels"
PRESENTATION, PRESENTATION_RELS = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
RID = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId99"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECORATIVE = re.compile(rb"<a:extLst><a:ext uri=\"\{C183D7F6-B498-43B3-948B-1728B52AA6E4\}\">.*?</a:extLst>")


class SeededFault(Struct, frozen=True):
    what: str
    deck: str  # ours or theirs
    edits: dict[str, Edit | None]
    rule: str
    slide: int = 0
    shape: str = ""


def then(*edits: Edit) -> Edit:
    def edit(content: bytes) -> bytes:
        for one in edits:
            content = one(content)
        return content

    return edit


def drop(pattern: str) -> Edit:
    """Take out the first place that matches."""
    return lambda content: re.sub(pattern.encode(), b"", content, count=1, flags=re.DOTALL)


def run_of(text: str, properties: str = "", children: str = "") -> Edit:
    """Another run in place of the one that says `text`; its size stays unless another is given."""

    def edit(content: bytes) -> bytes:
        pattern = rb'<a:r><a:rPr lang="zh-CN" altLang="en-US"( sz="\d+")?/><a:t>' + text.encode() + rb"</a:t></a:r>"
        found = re.search(pattern, content)
        assert found, text
        size = "" if "sz=" in properties else (found[1] or b"").decode()
        new = f'<a:r><a:rPr lang="zh-CN" altLang="en-US"{size}{properties}>{children}</a:rPr><a:t>{text}</a:t></a:r>'
        return re.sub(pattern, lambda _: new.encode(), content, count=1)

    return edit


def late(start: str, end: str, behind: str) -> Edit:
    """The element from `start` to `end` put behind another, or behind the element that `behind` begins."""

    def edit(content: bytes) -> bytes:
        text = content.decode()
        at = text.index(start)
        element = text[at : text.index(end, at) + len(end)]
        text = text.replace(element, "", 1)
        place = text.index(behind)
        place = text.index(">", place) + 1
        return (text[:place] + element + text[place:]).encode()

    return edit


def fill(color: str) -> str:
    return f"<a:solidFill>{color}</a:solidFill>"


def moved(name: str, before: str) -> Edit:
    """The shape of a name, read before another one."""

    def edit(content: bytes) -> bytes:
        text = content.decode()
        shape = next(found for found in re.findall(r"<p:sp>.*?</p:sp>", text, re.S) if f'name="{name}"' in found)
        text = text.replace(shape, "")
        target = next(found for found in re.findall(r"<p:sp>.*?</p:sp>", text, re.S) if f'name="{before}"' in found)
        return text.replace(target, shape + target).encode()

    return edit


def added(shape: str) -> Edit:
    return swap("</p:spTree>", shape + "</p:spTree>")


def placed(name: str, x: int, y: int) -> Edit:
    """The shape of a name somewhere else, in EMU."""
    return lambda content: re.sub(
        rb'(name="' + name.encode() + rb'".*?<a:off) x="-?\d+" y="-?\d+"', rb'\1 x="%d" y="%d"' % (x, y), content, count=1, flags=re.DOTALL
    )


PICTURE = '<p:pic><p:nvPicPr><p:cNvPr id="{}" name="{}"{}/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
LINE = '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="77" name="直线"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="99" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></p:spPr></p:cxnSp>'
ANIMATION = '<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/><p:tgtEl><p:spTgt spid="{}"/></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing></p:sld>'
COPY = '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="又一个"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="457200" y="1828800"/><a:ext cx="3840480" cy="914400"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>抓好重点项目储备</a:t></a:r></a:p></p:txBody></p:sp>'
UNFILLED = '<p:sp><p:nvSpPr><p:cNvPr id="88" name="内容占位符"/><p:cNvSpPr/><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>'
NAVY = '<p:cSld><p:bg><p:bgPr><a:solidFill><a:prstClr val="navy"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
LONG = "抓好重点项目建设，推动各项工作落地见效" * 12

# What public threads on “PowerPoint found a problem with content … repair” name again and again.
PER_POINT = '<a:rPr lang="zh-CN" altLang="en-US" sz="{}"/>'
RUN = '<a:rPr lang="zh-CN" altLang="en-US"/><a:t>抓好重点项目建设'
SCHEMA_FAULTS = [
    SeededFault("a coordinate that is no number", "theirs", {S.format(5): swap('<a:off x="', '<a:off x="NaN" q="')}, "package/schema", 5, "左框"),
    SeededFault("a coordinate with a fraction", "theirs", {S.format(5): swap('<a:ext cx="3840480"', '<a:ext cx="3840480.5"')}, "package/schema", 5, "左框"),
    SeededFault("a negative size", "theirs", {S.format(5): swap('<a:ext cx="3840480"', '<a:ext cx="-3840480"')}, "package/schema", 5, "左框"),
    SeededFault("a colour by its name", "theirs", {S.format(5): run_of("抓好重点项目建设", "", fill('<a:srgbClr val="red"/>'))}, "package/schema", 5, "左框"),
    SeededFault("a colour of eight digits", "theirs", {S.format(5): run_of("抓好重点项目建设", "", fill('<a:srgbClr val="FFBB0000"/>'))}, "package/schema", 5, "左框"),
    SeededFault("a size with a fraction", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="1850.5"')}, "package/schema", 5, "左框"),
    SeededFault("a size beyond all", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="9999900"')}, "package/schema", 5, "左框"),
    SeededFault("an outline before the geometry", "theirs", {S.format(5): swap('<a:prstGeom prst="rect"', '<a:ln w="12700"/><a:prstGeom prst="rect"')}, "package/schema", 5, "左框"),
    SeededFault("a colour map before the slide data", "ours", {"ppt/slideMasters/slideMaster1.xml": late("<p:cSld>", "</p:cSld>", "<p:clrMap ")}, "package/schema"),
    SeededFault("default text before the sizes", "theirs", {PRESENTATION: late("<p:sldSz ", "/>", "</p:defaultTextStyle>")}, "package/schema"),
    SeededFault("one fill for three", "ours", {"ppt/theme/theme1.xml": drop("(?<=<a:fillStyleLst>)<a:solidFill>.*?</a:solidFill><a:solidFill>.*?</a:solidFill>|(?<=<a:fillStyleLst>)<a:solidFill>.*?</a:solidFill><a:gradFill.*?</a:gradFill>")}, "package/schema"),
    SeededFault("an attribute of an extension that is not ignorable", "theirs", {S.format(5): swap("</p:clrMapOvr>", '</p:clrMapOvr><p:transition xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" p14:dur="700"><p:fade/></p:transition>')}, "package/schema", 5),
    SeededFault("a gap of nine thousand per cent", "theirs", {"ppt/charts/chart1.xml": lambda content: re.sub(rb"<c:overlap|<c:axId", b'<c:gapWidth val="9999"/>' + rb"\g<0>", re.sub(rb"<c:gapWidth[^>]*>", b"", content), count=1)}, "package/schema"),
    SeededFault("a section id in small letters", "ours", {PRESENTATION: lambda content: re.sub(rb'(<p14:section [^>]*id=")([^"]+)', lambda m: m[1] + m[2].lower(), content, count=1)}, "package/schema"),
    SeededFault("a section id of two sections", "ours", {PRESENTATION: lambda content: re.sub(rb'(<p14:section [^>]*id=")[^"]+', rb"\1{00000000-0000-0000-0000-000000000001}", content)}, "package/sections"),
    SeededFault("a strict part with a fraction", "theirs", {S.format(5): then(swap('<a:ext cx="3840480"', '<a:ext cx="1.5"'), lambda content: content.replace(b"http://schemas.openxmlformats.org/drawingml/2006/main", b"http://purl.oclc.org/ooxml/drawingml/main"))}, "package/schema", 5, "左框"),
]  # fmt: skip

PACKAGE_FAULTS = [
    SeededFault("a slide is malformed", "ours", {S.format(3): swap("</p:sld>", "")}, "package/malformed-xml", 3),
    SeededFault("an entity bomb", "ours", {S.format(4): swap("<p:sld ", '<!DOCTYPE p [<!ENTITY a "aaaa">]><p:sld ')}, "package/malformed-xml", 4),
    SeededFault("a part has no content type", "ours", {TYPES: drop('<Override PartName="/ppt/slides/slide3.xml"[^>]*>'),}, "package/content-type", 3),
    SeededFault("an extension has no content type", "theirs", {TYPES: drop('<Default Extension="png"[^>]*>')}, "package/content-type"),
    SeededFault("an override of nothing", "ours", {TYPES: swap("</Types>", '<Override PartName="/ppt/nothing.xml" ContentType="a/b"/></Types>')}, "package/stale-type"),
    SeededFault("a type given twice", "ours", {TYPES: swap("</Types>", '<Default Extension="xml" ContentType="application/xml"/></Types>')}, "package/content-type"),
    SeededFault("the type of a layout on a slide", "ours", {TYPES: swap('slides/slide2.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml', 'slides/slide2.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml')}, "package/content-type", 2),
    SeededFault("no content types at all", "ours", {TYPES: None}, "package/missing-part"),
    SeededFault("a slide without a layout", "ours", {RELS.format(2): drop('<Relationship Id="rId1"[^>]*>')}, "package/missing-part", 2),
    SeededFault("a master without a theme", "ours", {"ppt/slideMasters/_rels/slideMaster1.xml.rels": drop(f'<Relationship Id="rId\\d+" Type="{OFFICE}/theme"[^>]*>')}, "package/missing-part"),
    SeededFault("a picture that is lost", "theirs", {"ppt/media/image1.png": None}, "package/dangling-target", 3),
    SeededFault("a layout that is lost", "ours", {"ppt/slideLayouts/slideLayout3.xml": None}, "package/dangling-target"),
    SeededFault("a slide that is lost", "ours", {S.format(5): None}, "package/dangling-target"),
    SeededFault("a link of no relationship", "ours", {S.format(3): swap('name="要点1 压实责任"/>', f'name="要点1 压实责任"><a:hlinkClick {RID}/></p:cNvPr>')}, "package/unknown-relation", 3),
    SeededFault("a picture of no relationship", "theirs", {S.format(3): swap('r:embed="rId2"', 'r:embed="rId9"')}, "package/unknown-relation", 3),
    SeededFault("a slide of no relationship", "ours", {PRESENTATION: swap('r:id="rId8"', 'r:id="rId88"')}, "package/unknown-relation"),
    SeededFault("one id for two relationships", "ours", {RELS.format(3): swap('Id="rId2"', 'Id="rId1"')}, "package/duplicate-relation", 3),
    SeededFault("a slide taken out of the show only", "ours", {PRESENTATION: then(drop('<p:sldId id="260"[^>]*>'), drop('<p14:sldId id="260"/>'))}, "package/orphan-part"),
    SeededFault("a picture that lies elsewhere", "ours", {RELS.format(3): swap("</Relationships>", f'<Relationship Id="rId77" Type="{OFFICE}/image" Target="http://example.com/a.png" TargetMode="External"/></Relationships>')}, "deck/outside-link", 3),
    SeededFault("a part nobody needs", "ours", {"ppt/_rels/presentation.xml.rels": drop(f'<Relationship Id="rId4" Type="{OFFICE}/viewProps"[^>]*>')}, "package/orphan-part"),
    SeededFault("two slides of one id", "ours", {PRESENTATION: swap('<p:sldId id="258"', '<p:sldId id="257"')}, "package/slide-id", 2),
    SeededFault("a slide id under 256", "ours", {PRESENTATION: swap('<p:sldId id="259"', '<p:sldId id="12"')}, "package/slide-id", 3),
    SeededFault("a slide id that is no number", "theirs", {PRESENTATION: swap('<p:sldId id="258"', '<p:sldId id="abc"')}, "package/slide-id", 3),
    SeededFault("a slide listed twice", "theirs", {PRESENTATION: swap('r:id="rId9"', 'r:id="rId8"')}, "package/slide-id", 3),
    SeededFault("a layout with the id of the master", "ours", {"ppt/slideMasters/slideMaster1.xml": swap('<p:sldLayoutId id="2147483649"', '<p:sldLayoutId id="2147483648"')}, "package/master-id"),
    SeededFault("a layout id too small", "ours", {"ppt/slideMasters/slideMaster1.xml": swap('<p:sldLayoutId id="2147483650"', '<p:sldLayoutId id="300"')}, "package/master-id"),
    SeededFault("two shapes of one id", "ours", {S.format(3): swap('id="4" name="导航 一"', 'id="3" name="导航 一"')}, "package/shared-shape-id", 3, "导航 一"),
    SeededFault("two shapes of one id that an animation asks for", "theirs", {S.format(5): then(swap('id="4" name="右框"', 'id="3" name="右框"'), swap("</p:sld>", ANIMATION.format(3)))}, "package/shape-id", 5, "右框"),
    SeededFault("two shapes of one id in a layout", "ours", {"ppt/slideLayouts/slideLayout1.xml": swap('<p:cNvPr id="3"', '<p:cNvPr id="2"')}, "package/shared-shape-id", 0, "近山"),
    SeededFault("a placeholder the layout lacks", "ours", {S.format(3): swap('idx="21"', 'idx="777"')}, "package/placeholder-match", 3, "要点1 压实责任"),
    SeededFault("a slide in no section", "ours", {PRESENTATION: drop('<p14:sldId id="259"/>')}, "package/sections", 3),
    SeededFault("a slide in two sections", "ours", {PRESENTATION: swap('<p14:sldId id="262"/>', '<p14:sldId id="262"/><p14:sldId id="257"/>')}, "package/sections", 1),
    SeededFault("a section with a slide that is not there", "ours", {PRESENTATION: swap('<p14:sldId id="262"/>', '<p14:sldId id="262"/><p14:sldId id="999"/>')}, "package/sections"),
    SeededFault("notes that lead to another slide", "ours", {"ppt/notesSlides/_rels/notesSlide3.xml.rels": swap("slides/slide3.xml", "slides/slide4.xml")}, "package/notes-relation", 3),
    SeededFault("notes without a notes master", "theirs", {PRESENTATION: drop("<p:notesMasterIdLst>.*?</p:notesMasterIdLst>")}, "package/notes-master"),
    SeededFault("a chart without its workbook", "ours", {"ppt/charts/chart1.xml": drop("<c:externalData.*?</c:externalData>")}, "package/chart-workbook", 5, "图表 主要预期目标"),
    SeededFault("a chart whose workbook is lost", "theirs", {"ppt/embeddings/Microsoft_Excel_Sheet*.xlsx": None}, "package/chart-workbook", 4, "增长图"),
    SeededFault("a chart with an axis that is not there", "ours", {"ppt/charts/chart1.xml": swap('<c:axId val="111111111"/>', '<c:axId val="5"/>')}, "package/chart-axes", 5, "图表 主要预期目标"),
    SeededFault("a JPEG called PNG", "theirs", {"ppt/media/image1.png": lambda content: b"\xff\xd8\xff\xe0" + content[4:]}, "package/media-type"),
    SeededFault("an animation of nothing", "theirs", {S.format(5): swap("</p:sld>", ANIMATION.format(99))}, "package/animation-target", 5),
    SeededFault("two timing nodes of one id", "theirs", {S.format(5): swap("</p:sld>", ANIMATION.format(3).replace('cTn id="2"', 'cTn id="1"'))}, "package/animation-target", 5),
    SeededFault("a row of too few cells", "theirs", {S.format(3): drop("<a:tc>.*?</a:tc>")}, "package/table-grid", 3),
    SeededFault("a text body without a paragraph", "theirs", {S.format(5): drop('<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>抓好重点.*?</a:p>')}, "package/text-body", 5),
    SeededFault("an ignorable prefix of nothing", "ours", {S.format(3): swap("<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="p14 zz" ')}, "package/ignorable-prefix", 3),
    SeededFault("notes that lead back nowhere", "ours", {"ppt/notesSlides/_rels/notesSlide3.xml.rels": drop(f'<Relationship Id="rId\\d+" Type="{OFFICE}/slide"[^>]*>')}, "package/notes-alone", 3),
    SeededFault("macros", "theirs", {TYPES: swap("</Types>", '<Default Extension="jpg" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/ppt/media/image1.png" ContentType="application/vnd.ms-office.vbaProject"/></Types>')}, "package/macros"),
    SeededFault("a chart of None", "ours", {"ppt/charts/chart1.xml": swap("<c:v>8.2</c:v>", "<c:v>None</c:v>")}, "package/chart-value", 5, "图表 主要预期目标"),
    SeededFault("a chart of nan", "theirs", {"ppt/charts/chart1.xml": swap("<c:v>2</c:v>", "<c:v>nan</c:v>")}, "package/chart-value", 4, "增长图"),
    *SCHEMA_FAULTS,
    SeededFault("a package of no presentation", "ours", {PRESENTATION: None}, "package/not-a-deck"),
]  # fmt: skip

ACCESSIBILITY_FAULTS = [
    SeededFault("a picture without words", "theirs", {S.format(3): swap(' descr="全体会议会场"', "")}, "a11y/alt-text", 3, "会场"),
    SeededFault("a table without words", "theirs", {S.format(3): swap(' descr="三项指标"', ' descr=" "')}, "a11y/alt-text", 3, "指标表"),
    SeededFault("a chart without words", "theirs", {S.format(4): swap(' descr="乙是甲的两倍"', "")}, "a11y/alt-text", 4, "增长图"),
    SeededFault("a group without words", "theirs", {S.format(4): swap(' descr="两个方块"', "")}, "a11y/alt-text", 4, "组合甲"),
    SeededFault("a line without words", "theirs", {S.format(5): added(LINE)}, "a11y/alt-text", 5, "直线"),
    SeededFault("a shape without text or words", "ours", {S.format(3): lambda content: DECORATIVE.sub(b"", content, count=2)}, "a11y/alt-text", 3, "进度"),
    SeededFault("the decorative flag under a wrong uri", "ours", {S.format(2): swap("{C183D7F6-B498-43B3-948B-1728B52AA6E4}", "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}")}, "a11y/alt-text", 2, "进度"),
    SeededFault("a group of ours without words", "ours", {S.format(3): drop(' descr="[^"]+"(?=></p:cNvPr>|/><p:cNvGrpSpPr)')}, "a11y/alt-text", 3, "指标卡 地区生产总值"),
    SeededFault("a file name for words", "theirs", {S.format(3): swap('descr="全体会议会场"', 'descr="IMG_2031.JPG"')}, "a11y/file-name-alt", 3, "会场"),
    SeededFault("a path for words", "theirs", {S.format(4): swap('descr="乙是甲的两倍"', 'descr="D:\\图片\\增长 图.png"')}, "a11y/file-name-alt", 4, "增长图"),
    SeededFault("a slide without a title", "ours", {S.format(3): swap('<p:ph type="title"/>', "")}, "a11y/slide-title", 3),
    SeededFault("a title of nothing", "theirs", {S.format(2): swap("主要成绩", "  ")}, "a11y/slide-title", 2, "Title 1"),
    SeededFault("a title said twice", "theirs", {S.format(4): swap("增长情况", "主要 指标")}, "a11y/title-unique", 4, "Title 1"),
    SeededFault("pale text", "theirs", {S.format(5): run_of("抓好重点项目建设", "", fill('<a:srgbClr val="BBBBBB"/>'))}, "a11y/contrast", 5, "左框"),
    SeededFault("text of the colour of its shape", "theirs", {S.format(5): swap("<a:noFill/>", fill('<a:schemeClr val="tx1"/>'))}, "a11y/contrast", 5, "左框"),
    SeededFault("theme colours, changed and see-through", "theirs", {S.format(5): run_of("抓好民生实事办理", "", fill('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/><a:alpha val="60000"/></a:schemeClr>'))}, "a11y/contrast", 5, "右框"),
    SeededFault("a dark slide under dark text", "theirs", {S.format(2): swap("<p:cSld>", NAVY)}, "a11y/contrast", 2, "Title 1"),
    SeededFault("the colour map turned round", "theirs", {S.format(2): swap("<a:masterClrMapping/>", '<a:overrideClrMapping bg1="dk1" tx1="dk1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>')}, "a11y/contrast", 2, "Title 1"),
    SeededFault("pale text in a table", "theirs", {S.format(3): run_of("第1行1列", "", fill('<a:schemeClr val="accent1"/>'))}, "a11y/contrast", 3, "指标表"),
    SeededFault("a theme whose text is pale", "ours", {"ppt/theme/theme1.xml": swap('<a:dk1><a:srgbClr val="2A2422"/>', '<a:dk1><a:srgbClr val="C9C4BE"/>')}, "a11y/contrast", 3, "标题"),
    SeededFault("a title read last", "theirs", {S.format(5): moved("左框", "Title 1")}, "a11y/reading-order", 5, "Title 1"),
    SeededFault("a footer read first", "ours", {S.format(3): moved("页脚", "要点1 压实责任")}, "a11y/reading-order", 3, "页脚"),
    SeededFault("the lower text first", "theirs", {S.format(5): moved("下框", "左框")}, "a11y/reading-order", 5, "左框"),
    SeededFault("the right card first", "theirs", {S.format(5): moved("右框", "左框")}, "a11y/reading-order", 5, "左框"),
    SeededFault("a link called 点击这里", "theirs", {RELS.format(5): swap("</Relationships>", f'<Relationship Id="rId50" Type="{OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>'), S.format(5): then(swap("抓好重点项目建设", "点击这里"), run_of("点击这里", "", '<a:hlinkClick r:id="rId50"/>'))}, "a11y/link-text", 5, "左框"),
    SeededFault("a link that is an address", "theirs", {RELS.format(5): swap("</Relationships>", f'<Relationship Id="rId50" Type="{OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>'), S.format(5): then(swap("抓好民生实事办理", "https://example.org/a?b=1"), run_of(r"https://example.org/a\?b=1", "", '<a:hlinkClick r:id="rId50"/>'), swap("\\?", "?"))}, "a11y/link-text", 5, "右框"),
    SeededFault("a table without a header", "theirs", {S.format(3): swap('firstRow="1"', 'firstRow="0"')}, "a11y/table-header", 3, "指标表"),
    SeededFault("merged cells", "theirs", {S.format(3): swap("<a:tc><a:txBody>", '<a:tc gridSpan="2"><a:txBody>')}, "a11y/merged-cells", 3, "指标表"),
    SeededFault("a section nobody named", "ours", {PRESENTATION: swap('name="安排"', 'name="默认节"')}, "a11y/section-name", 5),
    SeededFault("a section nobody named in English", "ours", {PRESENTATION: swap('name="回顾"', 'name="Untitled Section"')}, "a11y/section-name", 2),
    SeededFault("two sections of one name", "ours", {PRESENTATION: swap('name="安排"', 'name="回 顾"')}, "a11y/section-unique", 5),
    SeededFault("a document without a title", "ours", {"docProps/core.xml": swap("<dc:title>区委工作报告</dc:title>", "")}, "a11y/document-title"),
    SeededFault("a document with a default title", "theirs", {"docProps/core.xml": swap("区发展和改革局汇报", "PowerPoint 演示文稿")}, "a11y/document-title"),
    SeededFault("text of no language", "theirs", {PRESENTATION: swap('<a:defRPr lang="en-US"/>', "<a:defRPr/>"), S.format(5): swap('lang="zh-CN" altLang="en-US"/><a:t>抓好民生', "/><a:t>抓好民生")}, "a11y/language", 5, "右框"),
]  # fmt: skip

SIGHT_FAULTS = [
    SeededFault("text over its box", "theirs", {S.format(5): swap("抓好重点项目建设", LONG)}, "deck/overflow-text", 5, "左框"),
    SeededFault("text over a placeholder of ours", "ours", {S.format(3): swap("X个检查组专项督查，失责必问", LONG)}, "deck/overflow-text", 3, "要点1 压实责任"),
    SeededFault("upright text over its box", "theirs", {S.format(5): then(swap('wrap="square"', 'wrap="square" vert="eaVert"'), swap("抓好重点项目建设", LONG))}, "deck/overflow-text", 5, "左框"),
    SeededFault("a paragraph spaced widely", "theirs", {S.format(5): swap("<a:p><a:r>", '<a:p/><a:p><a:pPr><a:spcBef><a:spcPts val="9000"/></a:spcBef></a:pPr><a:r>', 2)}, "deck/loose-text", 5, "左框"),
    SeededFault("text over its box where nothing is in the way", "theirs", {S.format(5): swap("抓好民生实事办理", "抓好民生实事办理" * 9)}, "deck/loose-text", 5, "右框"),
    SeededFault("text over the edge of its box", "theirs", {S.format(5): then(swap("抓好民生实事办理", "抓好民生实事办理" * 9), lambda content: content.replace(b"<a:noFill/>", b'<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'))}, "deck/overflow-text", 5, "右框"),
    SeededFault("a picture off the slide", "theirs", {S.format(3): placed("会场", 9_500_000, 0)}, "deck/off-slide", 3, "会场"),
    SeededFault("a table over the edge", "theirs", {S.format(3): placed("指标表", 914_400, 5_500_000)}, "deck/off-slide", 3, "指标表"),
    SeededFault("a table that grows over the edge", "theirs", {S.format(3): then(swap("第2行1列", "很长的说明文字" * 40))}, "deck/off-slide", 3, "指标表"),
    SeededFault("a chart over the edge", "ours", {S.format(5): placed("图表 主要预期目标", 9_000_000, 2_000_000)}, "deck/off-slide", 5, "图表 主要预期目标"),
    SeededFault("text over the edge", "theirs", {S.format(5): placed("下框", -1_500_000, 4_572_000)}, "deck/off-slide", 5, "下框"),
    SeededFault("a group moved off with what it holds", "theirs", {S.format(4): swap('<a:off x="5943600" y="2743200"/>', '<a:off x="9943600" y="2743200"/>')}, "deck/off-slide", 4, "圆"),
    SeededFault("text printed over text", "theirs", {S.format(5): added(COPY.format(66))}, "deck/overlapping-text", 5, "又一个"),
    SeededFault("small print", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="1200"')}, "deck/small-print", 5, "左框"),
    SeededFault("tiny print", "ours", {S.format(3): run_of("压实责任", ' sz="900"')}, "deck/small-print", 3, "要点1 压实责任"),
    SeededFault("print shrunk by autofit", "theirs", {S.format(2): swap("<a:bodyPr/>", '<a:bodyPr><a:normAutofit fontScale="40000"/></a:bodyPr>', 2)}, "deck/small-print", 2, "Content Placeholder 2"),
    SeededFault("small print in a table", "theirs", {S.format(3): run_of("第2行2列", ' sz="1000"')}, "deck/small-print", 3, "指标表"),
    SeededFault("small print in a chart", "ours", {"ppt/charts/chart1.xml": lambda content: re.sub(rb'sz="\d+"', b'sz="900"', content, count=1)}, "deck/small-print", 5, "图表 主要预期目标"),
    SeededFault("a face of no stock machine", "theirs", {S.format(5): run_of("抓好重点项目建设", "", '<a:ea typeface="方正小标宋简体"/>')}, "deck/stray-font", 5, "左框"),
    SeededFault("仿宋_GB2312", "ours", {S.format(4): run_of("强基固本", "", '<a:latin typeface="仿宋_GB2312"/><a:ea typeface="仿宋_GB2312"/>')}, "deck/stray-font", 4, "要点1 强基固本"),
    SeededFault("a stray face in the theme", "ours", {"ppt/theme/theme1.xml": swap('ea typeface="微软雅黑"', 'ea typeface="PingFang SC"')}, "deck/stray-font", 1, "落款"),
    SeededFault("a stray Latin face in the theme that no text needs", "ours", {"ppt/theme/theme1.xml": swap('latin typeface="Times New Roman"', 'latin typeface="Inter"')}, "deck/stray-font", 3, "序号1"),
    SeededFault("Chinese tagged English", "theirs", {S.format(5): swap('lang="zh-CN" altLang="en-US"/><a:t>抓好民生', 'lang="en-US"/><a:t>抓好民生')}, "deck/proofing-language", 5, "右框"),
    SeededFault("Chinese that inherits English", "theirs", {S.format(2): swap('<a:rPr lang="zh-CN" altLang="en-US"/>', "")}, "deck/proofing-language", 2, "Title 1"),
    SeededFault("a slide without notes", "theirs", {"ppt/notesSlides/notesSlide3.xml": swap("讲稿。", " ")}, "deck/no-notes", 3),
    SeededFault("a deck without notes", "ours", {"ppt/notesSlides/notesSlide*.xml": lambda content: re.sub(rb"<a:t>.*?</a:t>", b"<a:t> </a:t>", content) + b"\n"}, "deck/no-notes"),
    SeededFault("a hidden slide", "theirs", {S.format(4): swap("<p:sld ", '<p:sld show="0" ')}, "deck/hidden-slide", 4),
    SeededFault("a placeholder left empty", "theirs", {S.format(2): added(UNFILLED)}, "deck/empty-placeholder", 2, "内容占位符"),
]  # fmt: skip
FAULTS = [*PACKAGE_FAULTS, *ACCESSIBILITY_FAULTS, *SIGHT_FAULTS]
