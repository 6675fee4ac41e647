"""A deck in greys: no colour is left in any part, and what could be read can be read as before."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from deckgen.pipeline import Request, compile_deck
from deckgen.render.grey import grey_deck, grey_of, grey_picture, grey_xml, named
from deckgen.write.save import save
from tests.some import some

ROOT = Path(__file__).parent.parent.parent
HEX = re.compile(r'\b(?:srgbClr val|lastClr)="([0-9A-F]{6})"')


def luminance(color: str) -> float:
    shares = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", ["A8161B", "B88A44", "FFFFFF", "000000", "0B5CAD", "00FF00", "123456"])
def test_a_grey_is_as_light_as_its_colour(color: str) -> None:
    grey = grey_of(color)
    assert grey[:2] == grey[2:4] == grey[4:]
    assert luminance(grey) == pytest.approx(luminance(color), abs=0.006)


@pytest.mark.parametrize(
    ("xml", "grey"),
    [
        (b'<a:srgbClr val="FF0000"><a:alpha val="1"/></a:srgbClr>', b'<a:srgbClr val="7F7F7F"><a:alpha val="1"/></a:srgbClr>'),
        (b'<a:prstClr val="white"/>', b'<a:srgbClr val="FFFFFF"/>'),
        (b'<a:prstClr val="dkRed"><a:alpha val="1"/></a:prstClr>', b'<a:srgbClr val="424242"><a:alpha val="1"/></a:srgbClr>'),
        (b'<a:sysClr val="window" lastClr="00FF00"/>', b'<a:sysClr val="window" lastClr="DCDCDC"/>'),
        (b'<a:hslClr hue="0" sat="100%" lum="50%"/>', b'<a:hslClr hue="0" sat="0" lum="50%"/>'),
        (b'<a:scrgbClr r="100000" g="0" b="0"/>', b'<a:scrgbClr r="21260" g="21260" b="21260"/>'),
        (b'<a:schemeClr val="accent1"><a:satOff val="9"/><a:lumMod val="5"/></a:schemeClr>', b'<a:schemeClr val="accent1"><a:lumMod val="5"/></a:schemeClr>'),
        (b"<a:t>srgbClr</a:t>", b"<a:t>srgbClr</a:t>"),
    ],
)  # fmt: skip
def test_every_way_to_name_a_colour(xml: bytes, grey: bytes) -> None:
    assert grey_xml(xml) == grey


def test_names_of_drawingml_are_those_of_css_shortened() -> None:
    assert (named("ltBlue"), named("medPurple"), named("dkGreen"), named("nope")) == ("ADD8E6", "9370DB", "006400", "808080")


@pytest.mark.parametrize("outline", ["report-2019", "showcase"])
def test_no_part_of_a_deck_has_a_colour_left(outline: str, tmp_path: Path) -> None:
    deck = tmp_path / "a.pptx"
    save(compile_deck(Request(str(ROOT / "content" / outline / "outline.yaml"))).scene, str(deck))
    before = zipfile.ZipFile(deck).namelist()
    grey_deck(deck)
    with zipfile.ZipFile(deck) as package:
        assert package.namelist() == before and package.testzip() is None
        colors = {c for name in before if name.endswith(".xml") for c in HEX.findall(package.read(name).decode("utf-8", "replace"))}
        assert len(colors) > 5 and all(color[:2] == color[2:4] == color[4:] for color in some(colors))
        pictures = [package.read(name) for name in before if name.startswith("ppt/media/")]
    assert bool(pictures) == (outline == "showcase")
    assert {Image.open(io.BytesIO(picture)).mode for picture in pictures} <= {"L", "LA"}


def test_pictures_keep_what_shows_through_and_what_is_none_is_left() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 90)).save(buffer, "PNG")
    with Image.open(io.BytesIO(grey_picture(buffer.getvalue()))) as image:
        assert image.mode == "LA" and image.getpixel((0, 0))[1] == 90
    assert grey_picture(b"no picture") == b"no picture"
