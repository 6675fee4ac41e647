"""Parts without extensions are judged as they stand; what is taken out of the others for the schemas, and what of it is told."""

from __future__ import annotations

import pytest
from lxml import etree

from deckgen.inspect.schema.compatibility import is_of_the_standard, readings
from deckgen.inspect.schema.validate import parser
from tests.inspect.decks import members, ours, theirs
from tests.some import some

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def part(declared: str, inside: str = "") -> bytes:
    return f'<a:p xmlns:a="{A}" {declared}><a:r>{inside}<a:t>甲</a:t></a:r></a:p>'.encode()


@pytest.mark.parametrize("deck", [ours, theirs])
def test_what_has_no_namespace_of_extensions_has_nothing_to_take_out(deck: object) -> None:
    judged = 0
    for name, content in some(members(deck()).items()):  # type: ignore[operator]
        if name.endswith(".xml") and is_of_the_standard(content):
            judged += 1
            (reading,) = readings(etree.fromstring(content, parser()))
            assert (reading.cut, reading.unexplained) == ((), ())
            assert etree.tostring(reading.root, method="c14n") == etree.tostring(etree.fromstring(content, parser()), method="c14n")
    assert judged > 5


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (part(""), True),
        (part("xmlns='http://www.w3.org/1999/xhtml'"), True),
        (part(f'xmlns:p14="{P14}"'), False),
        (part(f"xmlns:p14 = '{P14}'"), False),
        (part(f'xmlns="{P14}"'), False),
        (part(f'xmlns:mc="{MC}"'), False),
        (part("", f'<b xmlns="{P14}"/>'), False),
        (part('xmlns:x="http://schemas.openxmlformats.org/markup&#45;compatibility/2006"'), False),
        (part("").decode().encode("utf-16"), False),
    ],
)
def test_any_other_namespace_is_looked_into(content: bytes, plain: bool) -> None:
    assert is_of_the_standard(content) is plain


@pytest.mark.parametrize(
    ("declared", "inside", "told"),
    [
        (f'xmlns:mc="{MC}" xmlns:p14="{P14}" mc:Ignorable="p14"', '<p14:new/>', []),
        (f'xmlns:mc="{MC}" xmlns:p14="{P14}"', "<p14:new/>", [("p14:new", "element")]),
        (f'xmlns:p14="{P14}" p14:own="1"', "", [("p14:own", "attribute")]),
        (f'xmlns:mc="{MC}" xmlns:p14="{P14}" mc:Ignorable="p14" p14:own="1"', "", []),
    ],
)  # fmt: skip
def test_what_an_old_reader_may_not_skip_is_told_and_all_extensions_are_taken_out(
    declared: str, inside: str, told: list[tuple[str, str]]
) -> None:
    (reading,) = readings(etree.fromstring(part(declared, inside), parser()))
    assert [(each.name, each.kind) for each in reading.unexplained] == told
    assert [element.tag for element in reading.cut] == ([f"{{{P14}}}new"] if inside else [])
    assert P14.encode() not in b"".join(name.encode() for node in reading.root.iter() for name in (node.tag, *node.attrib))  # type: ignore[union-attr, arg-type]


def test_alternatives_are_read_both_ways() -> None:
    inside = f'<mc:AlternateContent xmlns:mc="{MC}" xmlns:p14="{P14}"><mc:Choice Requires="p14"><a:b/></mc:Choice><mc:Fallback><a:c/></mc:Fallback></mc:AlternateContent>'
    found = [[element.tag for element in reading.root[0]] for reading in readings(etree.fromstring(part("", inside), parser()))]
    assert found == [[f"{{{A}}}b", f"{{{A}}}t"], [f"{{{A}}}c", f"{{{A}}}t"]]
