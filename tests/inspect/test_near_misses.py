"""What looks like a fault and is none: each is left alone by the rule that might have found it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from msgspec import Struct

from deckgen.inspect.rules.run import RULES
from tests.inspect.decks import Edit, edited, found, members, ours, packed, swap, theirs
from tests.inspect.faults import (
    ANIMATION,
    COPY,
    LONG,
    OFFICE,
    PICTURE,
    PRESENTATION,
    RELS,
    TYPES,
    UNFILLED,
    S,
    added,
    drop,
    fill,
    moved,
    placed,
    run_of,
    then,
)

DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
EMBEDDED = '<p:embeddedFontLst><p:embeddedFont><p:font typeface="方正小标宋简体"/></p:embeddedFont></p:embeddedFontLst>'
LINK = f'<Relationship Id="rId50" Type="{OFFICE}/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>'
PICTURE_AGAIN = f'<Relationship Id="rId60" Type="{OFFICE}/image" Target="../media/image1.png"/></Relationships>'
VIEW = f'<Relationship Id="rId60" Type="{OFFICE}/viewProps" Target="ppt/viewProps.xml"/></Relationships>'
NEXT = '<a:hlinkClick xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>'
LOCKED = "EncryptedPackage".encode("utf-16-le")


class Miss(Struct, frozen=True):
    what: str
    deck: str
    edits: dict[str, Edit | None]
    rule: str


def no_title(content: bytes) -> bytes:
    return re.sub(rb'<p:ph type="title"/>', b'<p:ph type="title" idx="0"/>', content)


MISSES = [
    Miss("a decorative picture", "theirs", {S.format(3): swap('name="会场" descr="全体会议会场"/>', f'name="会场">{DECORATIVE}</p:cNvPr>')}, "a11y/alt-text"),
    Miss("a hidden picture", "theirs", {S.format(3): swap('descr="全体会议会场"', 'hidden="1"')}, "a11y/alt-text"),
    Miss("words in the title field", "theirs", {S.format(3): swap('descr="全体会议会场"', 'title="全体会议会场"')}, "a11y/alt-text"),
    Miss("an empty placeholder", "theirs", {S.format(2): added(UNFILLED)}, "a11y/alt-text"),
    Miss("a sentence with a file in it", "theirs", {S.format(3): swap("全体会议会场", "会场照片，见 IMG_1.jpg。")}, "a11y/file-name-alt"),
    Miss("a title at another index", "theirs", {S.format(2): no_title}, "a11y/slide-title"),
    Miss("a title off the slide", "theirs", {S.format(5): swap("<p:spPr/>", '<p:spPr><a:xfrm><a:off x="0" y="-2000000"/><a:ext cx="8000000" cy="900000"/></a:xfrm></p:spPr>')}, "deck/off-slide"),
    Miss("a title that goes on", "theirs", {S.format(4): swap("增长情况", "主要指标（续）")}, "a11y/title-unique"),
    Miss("pale text that is large", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="2400"', fill('<a:srgbClr val="8A8A8A"/>'))}, "a11y/contrast"),
    Miss("pale text that is bold at 14 pt", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="1400" b="1"', fill('<a:srgbClr val="8A8A8A"/>'))}, "a11y/contrast"),
    Miss("white text on a dark box", "theirs", {S.format(5): then(swap("<a:noFill/>", fill('<a:schemeClr val="tx1"/>')), run_of("抓好重点项目建设", "", fill('<a:schemeClr val="bg1"/>')))}, "a11y/contrast"),
    Miss("white text over a picture", "theirs", {RELS.format(5): swap("</Relationships>", f'<Relationship Id="rId2" Type="{OFFICE}/image" Target="../media/image1.png"/></Relationships>'), S.format(5): then(swap("</p:grpSpPr>" if False else "<p:grpSpPr/>", "<p:grpSpPr/>" + PICTURE.format(70, "底图", ' descr="会场全景"')), run_of("抓好重点项目建设", "", fill('<a:schemeClr val="bg1"/>')))}, "a11y/contrast"),
    Miss("white text in an unknown table style", "theirs", {S.format(3): then(swap("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "{E8034E78-7F5D-4C2E-B375-FC64B27BC917}"), run_of("第1行1列", "", fill('<a:schemeClr val="bg1"/>')))}, "a11y/contrast"),
    Miss("a link that keeps the text's colour", "theirs", {RELS.format(5): swap("</Relationships>", LINK), S.format(5): run_of("抓好重点项目建设", "", '<a:hlinkClick r:id="rId50"/>')}, "a11y/contrast"),
    Miss("the right text first, of other height", "theirs", {S.format(5): then(moved("右框", "左框"), swap('<a:ext cx="3840480" cy="914400"/>', '<a:ext cx="3840480" cy="2314400"/>'))}, "a11y/reading-order"),
    Miss("a numeral beside its text", "theirs", {S.format(5): then(swap("抓好安全生产工作", "1"), moved("下框", "左框"))}, "a11y/reading-order"),
    Miss("a link that says where it leads", "theirs", {RELS.format(5): swap("</Relationships>", LINK), S.format(5): run_of("抓好民生实事办理", "", '<a:hlinkClick r:id="rId50"/>')}, "a11y/link-text"),
    Miss("an address that is no link", "theirs", {S.format(5): swap("抓好民生实事办理", "https://example.org/")}, "a11y/link-text"),
    Miss("here that is no link", "theirs", {S.format(5): swap("抓好民生实事办理", "点击这里")}, "a11y/link-text"),
    Miss("a default name inside another", "ours", {PRESENTATION: swap('name="安排"', 'name="默认节目"')}, "a11y/section-name"),
    Miss("autofit that grows the shape", "theirs", {S.format(5): then(swap("<a:noAutofit/>", "<a:spAutoFit/>"), swap("抓好重点项目建设", LONG))}, "deck/overflow-text"),
    Miss("autofit that has shrunk the text", "theirs", {S.format(5): then(swap("<a:noAutofit/>", '<a:normAutofit fontScale="25000" lnSpcReduction="20000"/>'), swap("抓好重点项目建设", "抓好重点项目建设" * 24))}, "deck/overflow-text"),
    Miss("WordArt", "theirs", {S.format(5): then(swap("<a:noAutofit/>", '<a:prstTxWarp prst="textPlain"><a:avLst/></a:prstTxWarp><a:noAutofit/>'), swap("抓好重点项目建设", LONG))}, "deck/overflow-text"),
    Miss("text that fills its box", "theirs", {S.format(5): swap("抓好民生实事办理", "抓好民生实事办理" * 3)}, "deck/loose-text"),
    Miss("Calibri, which is narrow", "theirs", {S.format(5): swap("抓好重点项目建设</a:t>", "The committee will review progress every week and publish what is late and who is to put it right, with dates</a:t>")}, "deck/overflow-text"),
    Miss("empty lines at the end", "theirs", {S.format(5): swap("抓好重点项目建设</a:t></a:r></a:p>", "抓好重点项目建设</a:t></a:r></a:p>" + "<a:p/>" * 9)}, "deck/overflow-text"),
    Miss("a shape that bleeds", "theirs", {S.format(4): placed("方块", -300_000, 2_743_200)}, "deck/off-slide"),
    Miss("text over text that appears later", "theirs", {S.format(5): then(added(COPY.format(66)), swap("</p:sld>", ANIMATION.format(66)))}, "deck/overlapping-text"),
    Miss("see-through type behind text", "theirs", {S.format(5): then(added(COPY.format(66)), swap('<a:rPr lang="zh-CN"/>', f'<a:rPr lang="zh-CN">{fill(chr(60) + "a:schemeClr val=" + chr(34) + "tx1" + chr(34) + "><a:alpha val=" + chr(34) + "20000" + chr(34) + "/></a:schemeClr>")}</a:rPr>'))}, "deck/overlapping-text"),
    Miss("14 pt", "theirs", {S.format(5): run_of("抓好重点项目建设", ' sz="1400"')}, "deck/small-print"),
    Miss("a small mark", "theirs", {S.format(5): then(swap("抓好重点项目建设", "待填"), run_of("待填", ' sz="1100"'))}, "deck/small-print"),
    Miss("a small footer", "ours", {"ppt/slideMasters/slideMaster1.xml": lambda content: content.replace(b'sz="1200"', b'sz="900"')}, "deck/small-print"),
    Miss("华文中宋 and English names", "theirs", {S.format(5): run_of("抓好重点项目建设", "", '<a:latin typeface="Microsoft YaHei"/><a:ea typeface="华文中宋"/>')}, "deck/stray-font"),
    Miss("a face that is embedded", "theirs", {PRESENTATION: swap("<p:defaultTextStyle>", EMBEDDED + "<p:defaultTextStyle>"), S.format(5): run_of("抓好重点项目建设", "", '<a:ea typeface="方正小标宋简体"/>')}, "deck/stray-font"),
    Miss("a Latin face beside hanzi only", "theirs", {S.format(5): run_of("抓好重点项目建设", "", '<a:latin typeface="Inter"/>')}, "deck/stray-font"),
    Miss("English tagged English", "theirs", {S.format(5): then(swap("抓好民生实事办理", "GDP growth"), swap('lang="zh-CN" altLang="en-US"/><a:t>GDP', 'lang="en-US"/><a:t>GDP'))}, "deck/proofing-language"),
    Miss("Chinese as the alternative", "theirs", {S.format(5): swap('lang="zh-CN" altLang="en-US"/><a:t>抓好民生', 'lang="en-US" altLang="zh-CN"/><a:t>抓好民生')}, "deck/proofing-language"),
    Miss("a cover without notes", "theirs", {"ppt/notesSlides/notesSlide1.xml": swap("讲稿。", "")}, "deck/no-notes"),
    Miss("an empty footer", "theirs", {S.format(2): added(UNFILLED.replace('idx="1"', 'type="ftr" sz="quarter" idx="11"'))}, "deck/empty-placeholder"),
    Miss("one id in two branches of alternatives", "theirs", {S.format(5): added('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="p14" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' + COPY.format(66) + "</mc:Choice><mc:Fallback>" + COPY.format(66) + "</mc:Fallback></mc:AlternateContent>")}, "package/shape-id"),
    Miss("one id in two branches, none of them twice", "theirs", {S.format(5): added('<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="p14" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' + COPY.format(66) + "</mc:Choice><mc:Fallback>" + COPY.format(66) + "</mc:Fallback></mc:AlternateContent>")}, "package/shared-shape-id"),
    Miss("a link to the web", "theirs", {RELS.format(5): swap("</Relationships>", LINK), S.format(5): run_of("抓好民生实事办理", "", '<a:hlinkClick r:id="rId50"/>')}, "package/dangling-target"),
    Miss("a link to be clicked that leads to the web", "theirs", {RELS.format(5): swap("</Relationships>", LINK), S.format(5): run_of("抓好民生实事办理", "", '<a:hlinkClick r:id="rId50"/>')}, "deck/outside-link"),
    Miss("an animation of a shape that is there", "theirs", {S.format(5): swap("</p:sld>", ANIMATION.format(3))}, "package/animation-target"),
    Miss("a part in UTF-16", "ours", {S.format(3): lambda content: content.decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")}, "package/malformed-xml"),
    Miss("a slide without notes", "ours", {RELS.format(3): drop('<Relationship Id="rId2"[^>]*>')}, "package/missing-part"),
    Miss("an extension in capitals", "ours", {TYPES: swap('Extension="xml"', 'Extension="XML"')}, "package/content-type"),
    Miss("a link to the next slide, which needs no relationship", "ours", {S.format(3): swap('name="要点1 压实责任"/>', f'name="要点1 压实责任">{NEXT}</p:cNvPr>')}, "package/unknown-relation"),
    Miss("two relationships to one part", "theirs", {RELS.format(3): swap("</Relationships>", PICTURE_AGAIN)}, "package/duplicate-relation"),
    Miss("a part that is led to from the root", "ours", {"_rels/.rels": swap("</Relationships>", VIEW), "ppt/_rels/presentation.xml.rels": drop(f'<Relationship Id="rId4" Type="{OFFICE}/viewProps"[^>]*>')}, "package/orphan-part"),
    Miss("the largest slide id", "ours", {PRESENTATION: lambda content: content.replace(b'sldId id="259"', b'sldId id="2147483647"')}, "package/slide-id"),
    Miss("the largest layout id", "ours", {"ppt/slideMasters/slideMaster1.xml": swap('<p:sldLayoutId id="2147483650"', '<p:sldLayoutId id="4294967295"')}, "package/master-id"),
    Miss("a centred title over the layout's title", "theirs", {S.format(2): swap('<p:ph type="title"', '<p:ph type="ctrTitle"')}, "package/placeholder-match"),
    Miss("a section renamed", "ours", {PRESENTATION: swap('name="安排"', 'name="打算"')}, "package/sections"),
    Miss("notes that lead back by an absolute path", "ours", {"ppt/notesSlides/_rels/notesSlide3.xml.rels": swap("../slides/slide3.xml", "/ppt/slides/slide3.xml")}, "package/notes-relation"),
    Miss("a deck without notes and notes master", "theirs", {PRESENTATION: drop("<p:notesMasterIdLst>.*?</p:notesMasterIdLst>"), "ppt/notesSlides/notesSlide*.xml": None, "ppt/notesSlides/_rels/notesSlide*.xml.rels": None, "ppt/slides/_rels/slide*.xml.rels": drop(f'<Relationship Id="[^"]*" Type="{OFFICE}/notesSlide"[^>]*>')}, "package/notes-master"),
    Miss("a workbook at an absolute path", "ours", {"ppt/charts/_rels/chart1.xml.rels": swap("../embeddings", "/ppt/embeddings")}, "package/chart-workbook"),
    Miss("axes renamed throughout", "ours", {"ppt/charts/chart1.xml": lambda content: content.replace(b'"111111111"', b'"5"')}, "package/chart-axes"),
    Miss("an add-in's own data", "theirs", {TYPES: swap("</Types>", '<Default Extension="vba" ContentType="text/plain"/></Types>')}, "package/macros"),
    Miss("a chart in three dimensions without a third axis", "ours", {"ppt/charts/chart1.xml": lambda content: re.sub(rb'(<c:barChart>.*?<c:axId val="\d+"/><c:axId val="\d+"/>)', rb'\1<c:axId val="0"/>', content, flags=re.DOTALL)}, "package/chart-axes"),
    Miss("an error of the spreadsheet", "ours", {"ppt/charts/chart1.xml": swap("<c:v>8.2</c:v>", "<c:v>#N/A</c:v>")}, "package/chart-value"),
    Miss("a picture that PowerPoint lost", "theirs", {RELS.format(5): swap("</Relationships>", f'<Relationship Id="rId2" Type="{OFFICE}/image" Target="NULL"/></Relationships>')}, "package/dangling-target"),
    Miss("a path that climbs above the root", "ours", {"ppt/notesSlides/_rels/notesSlide3.xml.rels": swap("../slides/slide3.xml", "../../../../ppt/slides/slide3.xml")}, "package/dangling-target"),
    Miss("a type for a part in capitals", "ours", {TYPES: swap("/ppt/slides/slide3.xml", "/PPT/slides/slide3.xml")}, "package/stale-type"),
    Miss("notes that lead back to another slide", "ours", {"ppt/notesSlides/_rels/notesSlide3.xml.rels": swap("slides/slide3.xml", "slides/slide4.xml")}, "package/notes-alone"),
    Miss("axis ids under nought, as PowerPoint for Mac wrote", "ours", {"ppt/charts/chart1.xml": lambda content: content.replace(b'"111111111"', b'"-2113994440"')}, "package/schema"),
    Miss("an extension that is ignorable", "theirs", {S.format(5): then(swap("<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" mc:Ignorable="p14" '), swap("</p:clrMapOvr>", '</p:clrMapOvr><p:transition p14:dur="700"><p:fade/></p:transition>'))}, "package/schema"),
    Miss("an extension in a list of extensions", "theirs", {S.format(5): swap("</p:clrMapOvr>", '</p:clrMapOvr><p:extLst><p:ext uri="{11111111-2222-3333-4444-555555555555}"><x:of xmlns:x="urn:mine"/></p:ext></p:extLst>')}, "package/schema"),
    Miss("a JPEG declared by its other name", "theirs", {TYPES: swap('ContentType="image/png"', 'ContentType="image/jpg"'), "ppt/media/image1.png": lambda content: b"\xff\xd8\xff\xe0" + content[4:]}, "package/media-type"),
    Miss("merged cells that stand in the grid", "theirs", {S.format(3): then(swap("<a:tc><a:txBody>", '<a:tc gridSpan="2"><a:txBody>'), swap("</a:tc><a:tc><a:txBody>", '</a:tc><a:tc hMerge="1"><a:txBody>'))}, "package/table-grid"),
    Miss("a body of one empty paragraph", "theirs", {S.format(5): lambda content: re.sub(r'<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>抓好重点.*?</a:p>'.encode(), b"<a:p/>", content)}, "package/text-body"),
    Miss("an ignorable prefix that is declared", "ours", {S.format(3): swap("<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:zz="urn:zz" mc:Ignorable="zz" ')}, "package/ignorable-prefix"),
    Miss("a header said in words", "theirs", {S.format(3): swap('firstRow="1"', 'firstRow="true"')}, "a11y/table-header"),
    Miss("a cell that spans itself", "theirs", {S.format(3): swap("<a:tc><a:txBody>", '<a:tc gridSpan="1"><a:txBody>')}, "a11y/merged-cells"),
    Miss("a section called like another and more", "ours", {PRESENTATION: swap('name="安排"', 'name="回顾二"')}, "a11y/section-unique"),
    Miss("a title that begins like the default one", "theirs", {"docProps/core.xml": swap("区发展和改革局汇报", "PowerPoint 演示文稿制作培训")}, "a11y/document-title"),
    Miss("text whose language the presentation says", "theirs", {S.format(5): swap('lang="zh-CN" altLang="en-US"/><a:t>抓好民生', "/><a:t>抓好民生")}, "a11y/language"),
    Miss("a slide that says it is shown", "theirs", {S.format(4): swap("<p:sld ", '<p:sld show="1" ')}, "deck/hidden-slide"),
]  # fmt: skip


def deflated() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members(ours()).items():
            package.writestr(name, content)
    return stream.getvalue()


# Packages that only look like one that cannot be read.
PACKAGES: list[tuple[str, Callable[[], bytes], str]] = [
    ("a deck behind other bytes", lambda: b"MZ" + bytes(510) + ours(), "package/not-a-deck"),
    ("a picture that holds the mark of a password", lambda: edited(theirs(), {"ppt/media/image1.png": lambda content: content + LOCKED}), "package/encrypted"),
    ("a slide of a megabyte", lambda: edited(ours(), {S.format(3): swap("</p:sld>", " " * (1 << 20) + "</p:sld>")}), "package/too-large"),
    ("members deflated", deflated, "package/damaged"),
    ("a name like another but for a digit", lambda: packed({**members(ours()), "ppt/slides/slide01.xml": members(ours())["ppt/slides/slide1.xml"]}), "package/duplicate-part"),
]  # fmt: skip


@pytest.mark.parametrize("miss", MISSES, ids=lambda miss: f"{miss.rule}: {miss.what}")
def test_a_near_miss_is_left_alone(miss: Miss) -> None:
    seen = found(edited({"ours": ours, "theirs": theirs}[miss.deck](), miss.edits))
    assert miss.rule not in {rule for rule, _, _ in seen}, seen


@pytest.mark.parametrize(("make", "rule"), [pytest.param(make, rule, id=f"{rule}: {what}") for what, make, rule in PACKAGES])
def test_a_package_that_can_be_read_is_read(make: Callable[[], bytes], rule: str) -> None:
    seen = found(make())
    assert rule not in {name for name, _, _ in seen}
    assert ("package/not-a-deck", 0, "") not in seen


def test_every_rule_has_a_near_miss() -> None:
    assert {miss.rule for miss in MISSES} | {rule for _, _, rule in PACKAGES} == {rule.RULE for rule in RULES}
