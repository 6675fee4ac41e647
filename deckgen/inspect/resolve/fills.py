"""What a shape is painted with: the colours it may show at any place, or the word unknown."""

from __future__ import annotations

from msgspec import Struct

from deckgen.inspect.package.xml import A, Element, children, each, inner, local, number
from deckgen.inspect.resolve.colors import Colors, Rgba, resolve

FILLS = {A + kind for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")}
FIRST_BACKGROUND_STYLE = 1001  # style indexes from here on are those of backgrounds (ST_StyleMatrixColumnIndex)


class Fill(Struct, frozen=True, gc=False):
    """The colours of a fill, of a gradient all its stops; none and not `unknown` is no fill at all."""

    stops: tuple[Rgba, ...] = ()
    unknown: bool = False  # a picture, or a colour that cannot be resolved


NOTHING = Fill()
UNKNOWN = Fill(unknown=True)


class FillStyles(Struct, frozen=True):
    """The fill styles that a theme offers, for shapes and for backgrounds."""

    shapes: tuple[Element, ...] = ()
    backgrounds: tuple[Element, ...] = ()

    def at(self, index: int) -> Element | None:
        styles, offset = (self.backgrounds, FIRST_BACKGROUND_STYLE) if index >= FIRST_BACKGROUND_STYLE else (self.shapes, 1)
        return styles[index - offset] if 0 <= index - offset < len(styles) else None


def read_styles(theme: Element | None) -> FillStyles:
    formats = inner(theme, A + "themeElements", A + "fmtScheme")
    return FillStyles(tuple(children(formats, A + "fillStyleLst")), tuple(children(formats, A + "bgFillStyleLst")))


def fill_element(properties: Element | None) -> Element | None:
    """The fill among the properties of a shape, a run or a cell; None where they do not say."""
    return next((child for child in (properties if properties is not None else ()) if child.tag in FILLS), None)


def read_fill(element: Element, colors: Colors, placeholder: Rgba | None = None) -> Fill:
    match local(element):
        case "noFill":
            return NOTHING
        case "solidFill":
            return fill_of(list(element), colors, placeholder)
        case "gradFill":
            return fill_of([color for stop in each(element, f"{A}gsLst/{A}gs") for color in stop], colors, placeholder)
        case "pattFill":
            return fill_of([color for side in element for color in side], colors, placeholder)
    return UNKNOWN


def fill_of(elements: list[Element], colors: Colors, placeholder: Rgba | None) -> Fill:
    stops = [resolve(color, colors, placeholder) for color in elements]
    return Fill(tuple(stop for stop in stops if stop), unknown=None in stops or not stops)


def styled_fill(reference: Element | None, styles: FillStyles, colors: Colors) -> Fill | None:
    """The theme's fill that a `fillRef` or `bgRef` asks for, in the colour it gives; None where it asks for none."""
    index = number(reference.get("idx")) if reference is not None else 0
    if reference is None or index in (0, FIRST_BACKGROUND_STYLE - 1):
        return None
    color = next(iter(reference), None)
    style = styles.at(index)
    if style is None:
        return UNKNOWN
    return read_fill(style, colors, None if color is None else resolve(color, colors))
