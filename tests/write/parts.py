"""A written deck as parts, and what PowerPoint's accessibility checker would say of it."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
THEME = re.compile(r"ppt/theme/theme\d+\.xml")
# Names PowerPoint gives a section nobody named, and link texts that say nothing.
UNTITLED = {"默认节", "无标题节", "Untitled Section", "Default Section", ""}
EMPTY_LINK = re.compile(r"点击这里|单击此处|更多|详情|https?://\S+|click here|here|more", re.I)
FILE_NAME = re.compile(r".*\.(png|jpe?g|gif|svg|emf|bmp)", re.I)

Element = etree._Element


@cache
def contents(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def xml_parts(path: Path) -> dict[str, Element]:
    """Every XML part, parsed; not one of them may be malformed."""
    return {name: etree.fromstring(data) for name, data in contents(path).items() if name.endswith((".xml", ".rels"))}


def slides(path: Path) -> list[tuple[str, Element]]:
    """The slides in the order of their names' numbers."""
    found = [(name, root) for name, root in xml_parts(path).items() if SLIDE.fullmatch(name)]
    return sorted(found, key=lambda pair: int(re.findall(r"\d+", pair[0])[0]))


def find(root: Element, path: str) -> list[Element]:
    return list(root.xpath(path, namespaces=NS))


def relations(path: Path, part: str) -> dict[str, tuple[str, str]]:
    """Of a part: id -> (kind, absolute target)."""
    folder, name = posixpath.split(part)
    root = xml_parts(path).get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    if root is None:
        return {}
    return {
        one.get("Id", ""): (one.get("Type", "").rsplit("/", 1)[-1], posixpath.normpath(posixpath.join(folder, one.get("Target", ""))))
        for one in root
    }


def text_of(shape: Element) -> str:
    return "".join(find(shape, ".//a:t/text()"))


def shapes(root: Element) -> list[Element]:
    """Every shape of a slide at any depth, in reading order."""
    return find(root, ".//p:spTree//*[self::p:sp or self::p:pic or self::p:grpSp or self::p:graphicFrame or self::p:cxnSp]")


def is_title(shape: Element) -> bool:
    return bool(find(shape, "./p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']"))


def is_decorative(shape: Element) -> bool:
    return bool(find(shape, f"./*/p:cNvPr/a:extLst/a:ext[@uri='{DECORATIVE}']/adec:decorative[@val='1']"))


def accessibility_findings(path: Path) -> Iterator[str]:
    """The checker's errors, warnings and tips, as listed in the project's facts."""
    for name, root in slides(path):
        yield from (f"{name}: {found}" for found in slide_findings(root))
    titles = ["".join(text_of(shape) for shape in shapes(root) if is_title(shape)) for _, root in slides(path)]
    yield from (f"title twice: {title}" for title in {t for t in titles if titles.count(t) > 1})
    sections = find(xml_parts(path)["ppt/presentation.xml"], "//p14:section/@name")
    yield from (f"section twice or unnamed: {s}" for s in sections if sections.count(s) > 1 or s in UNTITLED)
    core = xml_parts(path)["docProps/core.xml"]
    yield from (f"document property {name} missing" for name in ("title", "language") if not "".join(find(core, f"./dc:{name}/text()")))


def slide_findings(root: Element) -> Iterator[str]:
    found = shapes(root)
    if not any(is_title(shape) and text_of(shape).strip() for shape in found):
        yield "no title"
    for shape in found:
        described = find(shape, "./*/p:cNvPr")[0].get("descr", "")
        label = find(shape, "./*/p:cNvPr")[0].get("name", "")
        textless = not shape.tag.endswith("}sp") or not text_of(shape).strip()
        if textless and not described and not is_decorative(shape) and not inside_described_group(shape):
            yield f"{label}: no alt text"
        if FILE_NAME.fullmatch(described):
            yield f"{label}: a file name as alt text"
        if find(shape, "./*/p:cNvPr/a:hlinkClick") and EMPTY_LINK.fullmatch(text_of(shape).strip()):
            yield f"{label}: link text says nothing"
        if not label:
            yield "a shape without a name"
    yield from (
        f"table without header row: {find(table, 'ancestor::p:graphicFrame')}"
        for table in find(root, ".//a:tbl[not(a:tblPr/@firstRow='1')]")
    )
    yield from ("merged cells" for _ in find(root, ".//a:tc[@gridSpan or @rowSpan]"))
    yield from reading_order(found)


def inside_described_group(shape: Element) -> bool:
    """Decoration inside a group is read with its group."""
    return any(group.get("descr") for group in find(shape, "ancestor::p:grpSp/p:nvGrpSpPr/p:cNvPr"))


def reading_order(found: list[Element]) -> Iterator[str]:
    """The title is read first, footer and number last."""
    kinds = [next(iter(find(shape, "./p:nvSpPr/p:nvPr/p:ph/@type")), "") for shape in found]
    if found and kinds[0] not in ("title", "ctrTitle"):
        yield "the title is not first"
    last = [kind for kind in kinds if kind in ("dt", "ftr", "sldNum")]
    if kinds[len(kinds) - len(last) :] != last:
        yield "footer and number are not last"
