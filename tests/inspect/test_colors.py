"""Colours as PowerPoint shows them: slots through maps, then the changes in order."""

from __future__ import annotations

import pytest

from deckgen.inspect.package.xml import A, parse
from deckgen.inspect.resolve.colors import USUAL_MAP, Colors, Rgba, over, read_scheme, resolve
from deckgen.inspect.resolve.fills import NOTHING, UNKNOWN, Fill, FillStyles, read_fill, styled_fill

SCHEME = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F497D", "accent1": "4F81BD", "accent2": "C0504D"}
COLORS = Colors(SCHEME, USUAL_MAP)


def element(xml: str) -> object:
    return parse(f'<a:x xmlns:a="{A[1:-1]}">{xml}</a:x>'.encode())[0]


# The colours PowerPoint shows in its palette for accent 1 of the Office theme of 2007: 80 %, 60 %, 40 % lighter; 25 %, 50 % darker.
@pytest.mark.parametrize(
    ("xml", "rgb"),
    [
        ('<a:srgbClr val="abcdef"/>', "ABCDEF"),
        ('<a:schemeClr val="tx1"/>', "000000"),
        ('<a:schemeClr val="bg1"/>', "FFFFFF"),
        ('<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>', "DCE6F2"),
        ('<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>', "B9CDE5"),
        ('<a:schemeClr val="accent1"><a:lumMod val="60000"/><a:lumOff val="40000"/></a:schemeClr>', "95B3D7"),
        ('<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>', "376092"),
        ('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>', "254061"),
        ('<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>', "D9D9D9"),
        ('<a:schemeClr val="tx1"><a:lumMod val="50%"/><a:lumOff val="50%"/></a:schemeClr>', "808080"),
        ('<a:sysClr val="windowText" lastClr="010203"/>', "010203"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="navy"/>', "000080"),
        ('<a:hslClr hue="0" sat="100000" lum="50000"/>', "FF0000"),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', "FF0000"),
        ('<a:srgbClr val="FF0000"><a:shade val="0"/></a:srgbClr>', "000000"),
        ('<a:srgbClr val="FF0000"><a:tint val="0"/></a:srgbClr>', "FFFFFF"),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', "BCBCBC"),
        ('<a:srgbClr val="336699"><a:inv/></a:srgbClr>', "CC9966"),
        ('<a:srgbClr val="FF0000"><a:gray/></a:srgbClr>', "4C4C4C"),
    ],
)  # fmt: skip
def test_a_colour(xml: str, rgb: str) -> None:
    found = resolve(element(xml), COLORS)  # type: ignore[arg-type]
    assert found is not None
    assert distance(found.rgb, rgb) <= 1, found


def distance(one: str, other: str) -> int:
    """Rounding may differ by one."""
    return max(abs(int(one[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (0, 2, 4))


@pytest.mark.parametrize(
    "xml",
    ['<a:schemeClr val="phClr"/>', '<a:srgbClr val="12345"/>', '<a:srgbClr val="GGGGGG"/>', '<a:prstClr val="nearlyBlue"/>', "<a:x/>"],
)
def test_an_unknown_colour_is_none(xml: str) -> None:
    assert resolve(element(xml), COLORS) is None  # type: ignore[arg-type]


def test_a_map_turns_slots_round() -> None:
    assert Colors(SCHEME, {"bg1": "dk1", "tx1": "lt1"}).slot("tx1") == "FFFFFF"


def test_alpha_shows_the_ground() -> None:
    found = resolve(element('<a:srgbClr val="000000"><a:alpha val="25000"/></a:srgbClr>'), COLORS)  # type: ignore[arg-type]
    assert found == Rgba("000000", 0.25)
    assert over(found, "FFFFFF") == "BFBFBF"
    assert over(Rgba("123456"), "FFFFFF") == "123456"


def test_a_theme_lacking_slots_has_those_of_office() -> None:
    scheme = read_scheme(
        parse(
            f'<a:theme xmlns:a="{A[1:-1]}"><a:themeElements><a:clrScheme><a:dk1><a:srgbClr val="111111"/></a:dk1></a:clrScheme></a:themeElements></a:theme>'.encode()
        )
    )
    assert (scheme["dk1"], scheme["lt1"], scheme["accent1"]) == ("111111", "FFFFFF", "4472C4")


def test_fills() -> None:
    gradient = '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:schemeClr val="bg1"/></a:gs></a:gsLst></a:gradFill>'
    assert read_fill(element(gradient), COLORS) == Fill((Rgba("000000"), Rgba("FFFFFF")))  # type: ignore[arg-type]
    assert read_fill(element("<a:noFill/>"), COLORS) == NOTHING  # type: ignore[arg-type]
    assert read_fill(element("<a:blipFill/>"), COLORS) == UNKNOWN  # type: ignore[arg-type]
    assert read_fill(element("<a:solidFill/>"), COLORS).unknown  # type: ignore[arg-type]


def test_a_style_fills_in_the_colour_of_its_reference() -> None:
    styles = FillStyles((element('<a:solidFill><a:schemeClr val="phClr"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'),))  # type: ignore[arg-type]
    reference = element('<a:fillRef idx="1"><a:srgbClr val="FFFFFF"/></a:fillRef>')
    assert styled_fill(reference, styles, COLORS) == Fill((Rgba("808080"),))  # type: ignore[arg-type]
    assert styled_fill(element('<a:fillRef idx="0"/>'), styles, COLORS) is None  # type: ignore[arg-type]
    assert styled_fill(element('<a:fillRef idx="3"/>'), styles, COLORS) == UNKNOWN  # type: ignore[arg-type]
