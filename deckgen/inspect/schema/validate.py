"""One part against the schemas: a fault an element, with its line and what the standard would have there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.xml import DOCTYPES, STRICT
from deckgen.inspect.schema.compatibility import Resolved, is_base, is_of_the_standard, line_of, local, namespace, readings, written

SCHEMAS = Path(__file__).parent / "xsd"
XSD = "{http://www.w3.org/2001/XMLSchema}"
# How namespaces are written by everyone; a part may call them otherwise.
PREFIXES = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p:",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c:",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://schemas.microsoft.com/office/powerpoint/2010/main": "p14:",
    "http://schemas.microsoft.com/office/powerpoint/2012/main": "p15:",
    "http://schemas.microsoft.com/office/drawing/2010/main": "a14:",
}
# The messages of libxml2 (xmlschemas.c), after “Element 'x': ” or “Element 'x', attribute 'y': ”.
SUBJECT = re.compile(r"Element '([^']*)'(?:, attribute '([^']*)')?: ")
EXPECTED = re.compile(r"Expected is (?:one of )?\(( [^()]*+)\)")
VALUE = re.compile(r"(?:The value )?'([^']*)' is not ")
CHOICES = re.compile(r"is not an element of the set \{([^{}]*)\}")
BOUND = re.compile(r"(minimum|maximum) value allowed \('([^']*)'\)")
FACETED = {"length": "ST_HexColorRGB", "[0-9A-F]{8}-": "ST_Guid"}  # facets that only these types have
NAME = re.compile(r"\{([^{}]*)\}")
# Where files that Office itself wrote leave the schemas, and it reads them again without complaint: (element, attribute).
TOLERATED = {
    ("c:axId", "val"),  # negative ids, of PowerPoint 2011 for Mac
    ("c:crossAx", "val"),
    ("a:latin", "pitchFamily"),  # numbers of Windows that the standard does not list
    ("a:ea", "pitchFamily"),
    ("a:cs", "pitchFamily"),
    ("a:duotone", "xfr1"),  # templates that came with Office 2007
    ("a:duotone", "xfr2"),
    ("p:sndTgt", "builtIn"),  # sounds of decks converted from Office 2000
    ("c:showDLblsOverMax", ""),  # behind the list of extensions, in charts of Office 2019
    ("c16r3:dispNaAsBlank", "val"),
    ("cp:contentType", ""),  # twice, in properties
}
MOST_SHOWN = 4  # of the names or values that would be right


class SchemaFault(Struct, frozen=True):
    """What is wrong with one element, or one of its attributes.

    `kind` is one of unexpected (the element may not stand there), incomplete (children are missing), unknown-attribute,
    missing-attribute, value, text (characters where there may be none), not-ignorable (an extension that old readers may not skip).
    """

    line: int
    element: str
    kind: str
    attribute: str = ""
    value: str = ""
    expected: str = ""  # names or values that would be right; "" where the schema gives none
    shape: str = ""  # the name of the shape that the element is of


MOST_ERRORS = 200  # of one part that are looked at


@cache
def compiled() -> etree.XMLSchema:
    """The schemas as one; a twentieth of a second, once a process."""
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "all.xsd"), parser()))


@cache
def declared() -> frozenset[str]:
    """Every element that may be the root of a part or of an extension."""
    names: set[str] = set()
    for path in sorted(SCHEMAS.glob("*/*.xsd")):
        root = etree.parse(str(path), parser()).getroot()
        space = root.get("targetNamespace")
        names.update(f"{{{space}}}{element.get('name')}" for element in root.findall(XSD + "element"))
    return frozenset(names)


def parser() -> etree.XMLParser:
    """Nothing is fetched, nothing expanded, and depth and size stay under libxml2's limits."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)


def validate(content: bytes) -> list[SchemaFault]:
    """What the schemas have against a part, in the order of its lines; none for one that is no XML or that no schema speaks of."""
    if any(mark in content for mark in DOCTYPES):
        return []
    try:
        root = etree.fromstring(transitional(content), parser())
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return []
    if root.tag not in declared():
        return []
    faults: dict[tuple[object, ...], SchemaFault] = {}
    for reading in (Resolved(root, (), ()),) if is_of_the_standard(content) else readings(root):
        for fault in faults_of(reading):
            faults.setdefault((fault.line, fault.element, fault.attribute, fault.kind if not fault.attribute else ""), fault)
    return sorted(faults.values(), key=lambda fault: fault.line)


def transitional(content: bytes) -> bytes:
    """A strict part under the transitional names; its lines stay where they are."""
    if b"purl.oclc.org" in content:
        for strict, other in STRICT:
            content = content.replace(strict, other)
    return content


def faults_of(reading: Resolved) -> Iterator[SchemaFault]:
    for lost in reading.unexplained:
        yield SchemaFault(lost.line, lost.name, "not-ignorable", attribute=lost.name if lost.kind == "attribute" else "")
    yield from invalid(reading.root)
    known = declared()
    for element in (*reading.cut, *extensions(reading.root)):
        if element.tag in known:
            yield from invalid(element)


def extensions(root: Node) -> list[Node]:
    """What stands in a:ext, p:ext, c:ext: the wildcard there is lax about what is declared nowhere."""
    return [child for holder in root.iter("{*}ext") for child in holder if isinstance(child.tag, str) and not is_base(namespace(child.tag))]


def invalid(root: Node) -> Iterator[SchemaFault]:
    tree = etree.ElementTree(root)
    schema = compiled()
    if schema.validate(tree):
        return
    names = names_of(root)
    for error in islice(schema.error_log, MOST_ERRORS):
        if "No matching global" in error.message:  # something of a namespace that no schema here speaks of
            continue
        found = tree.xpath(error.path, namespaces=names) if error.path else []
        element = found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else root
        fault = described(error.message, element)
        if (fault.element, fault.attribute) not in TOLERATED:
            yield fault


def names_of(root: Node) -> dict[str, str]:
    names: dict[str, str] = {}
    for element in root.iter(etree.Element):
        for prefix, uri in element.nsmap.items():
            if prefix:
                names.setdefault(prefix, uri)
    return names


def described(message: str, element: Node) -> SchemaFault:
    """libxml2's sentence as facts."""
    subject = SUBJECT.match(message)
    said = message[subject.end() :] if subject else message
    attribute = shortened(subject[2]) if subject and subject[2] else ""
    kind = kind_of(said, attribute)
    quoted = re.search(r"The attribute '([^']*)'", said)
    if kind in ("unknown-attribute", "missing-attribute") and quoted:
        attribute = shortened(quoted[1])
    value = element.get(attribute) if attribute and kind == "value" else None
    if kind == "value" and value is None:
        match = VALUE.search(said)
        value = match[1] if match else (element.text or "")
    return SchemaFault(
        line=line_of(element),
        element=usual(element),
        kind=kind,
        attribute=attribute,
        value=value or "",
        expected=expected(said),
        shape=shape_of(element),
    )


def usual(element: Node) -> str:
    """The element under the prefix that everyone uses, or else under its own."""
    name = str(element.tag)
    return PREFIXES[namespace(name)] + local(name) if namespace(name) in PREFIXES else written(name, element)


def kind_of(said: str, attribute: str) -> str:
    """Which of the kinds of `SchemaFault` libxml2 means."""
    for mark, kind in (
        ("is required but missing", "missing-attribute"),
        ("is not allowed", "unknown-attribute"),
        ("Missing child", "incomplete"),
        ("This element is not expected", "unexpected"),
        ("Character content", "text"),
    ):
        if mark in said and not (kind == "unknown-attribute" and "attribute" not in said):
            return kind
    return "value" if attribute or "value" in said else "unexpected"


def expected(said: str) -> str:
    """What would be right, as the standard writes it: names, a set of values, a bound or a length."""
    if match := EXPECTED.search(said):
        return few([shortened(name.strip()) for name in match[1].split(",")])
    if match := CHOICES.search(said):
        return few([value.strip().strip("'") for value in match[1].split(",")])
    if match := BOUND.search(said):
        return f"{'≥' if match[1] == 'minimum' else '≤'} {match[2]}"
    if faceted := next((name for mark, name in FACETED.items() if mark in said and "[facet" in said), ""):
        return faceted
    match = re.search(r"of the (?:atomic|union|list) type '([^']*)'", said)
    return NAME.sub("", match[1]).removeprefix("xs:") if match else ""


def few(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_SHOWN])
    return f"{shown} …" if len(names) > MOST_SHOWN else shown


def shortened(name: str) -> str:
    """`{http://…/main}ln` → `a:ln`."""
    space = namespace(name)
    return PREFIXES.get(space, "") + local(name) if space else name


def shape_of(element: Node) -> str:
    """The name of the shape, picture, frame or group that the element belongs to, "" for none."""
    for holder in (element, *element.iterancestors()):
        if local(str(holder.tag)) in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"):
            named = holder.find("./*/{*}cNvPr")
            return "" if named is None else str(named.get("name") or "")
    return ""
