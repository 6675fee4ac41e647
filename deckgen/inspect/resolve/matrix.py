"""Where a shape's own coordinates lie on the slide, through groups, turns and scales."""

from __future__ import annotations

import math

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.inspect.package.xml import A, Element, number

TURN = 60_000 * 360  # `rot` counts sixty-thousandths of a degree (ST_Angle)


class Matrix(Struct, frozen=True, gc=False):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Matrix) -> Matrix:
        """This matrix first, `outer` after it."""
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            outer.a * self.e + outer.c * self.f + outer.e,
            outer.b * self.e + outer.d * self.f + outer.f,
        )

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """The upright rectangle around a rectangle of the shape's own coordinates."""
        corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
        xs = [self.a * px + self.c * py + self.e for px, py in corners]
        ys = [self.b * px + self.d * py + self.f for px, py in corners]
        left, top = round(min(xs)), round(min(ys))
        return Box(left, top, round(max(xs)) - left, round(max(ys)) - top)

    @property
    def scales(self) -> tuple[float, float]:
        """By how much it stretches across and down."""
        return math.hypot(self.a, self.b), math.hypot(self.c, self.d)

    def unscaled(self) -> Matrix:
        """The same place and turn without stretching: a group stretches shapes, never their text."""
        across, down = (scale or 1.0 for scale in self.scales)
        return Matrix(self.a / across, self.b / across, self.c / down, self.d / down, self.e, self.f)


IDENTITY = Matrix()


class Transform(Struct, frozen=True, gc=False):
    """What an `a:xfrm` says: where, how large, how far turned (ST_Angle)."""

    x: int
    y: int
    width: int
    height: int
    rotation: int = 0


def read_frame(xfrm: Element | None) -> Transform | None:
    off = None if xfrm is None else xfrm.find(A + "off")
    ext = None if xfrm is None else xfrm.find(A + "ext")
    if xfrm is None or off is None or ext is None:
        return None
    width, height = max(0, number(ext.get("cx"))), max(0, number(ext.get("cy")))
    return Transform(number(off.get("x")), number(off.get("y")), width, height, number(xfrm.get("rot")) % TURN)


def placed(frame: Transform, outer: Matrix) -> Matrix:
    """From a shape's own coordinates, its top left corner at 0, to the slide."""
    moved = Matrix(e=frame.x, f=frame.y)
    return (moved.then(turned(frame)) if frame.rotation else moved).then(outer)


def turned(frame: Transform) -> Matrix:
    """The turn about the middle of the frame, clockwise as the slide's y runs down."""
    angle = frame.rotation / TURN * 2 * math.pi
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = frame.x + frame.width / 2, frame.y + frame.height / 2
    return Matrix(cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)


def children_of(xfrm: Element | None, outer: Matrix) -> Matrix:
    """From the coordinates of a group's children to the slide."""
    frame = read_frame(xfrm)
    if xfrm is None or frame is None:
        return outer
    off, ext = xfrm.find(A + "chOff"), xfrm.find(A + "chExt")
    if off is None or ext is None:
        return placed(frame, outer)
    # A group of no width (all of its children stand on one line) scales nothing.
    wide, high = number(ext.get("cx")) or frame.width or 1, number(ext.get("cy")) or frame.height or 1
    sx, sy = (frame.width or wide) / wide, (frame.height or high) / high
    scaled = Matrix(a=sx, d=sy, e=-number(off.get("x")) * sx, f=-number(off.get("y")) * sy)
    return scaled.then(placed(frame, outer))
