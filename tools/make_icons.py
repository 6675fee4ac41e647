"""Make deckgen/icons/paths.txt from the SVG files of lucide: `python -m tools.make_icons FOLDER`.

FOLDER is the unpacked npm package `lucide-static` (ISC licence, kept beside the paths). Every shape becomes M, L, C and Z in whole
hundredths of lucide's grid of 24, arcs as cubic curves, so that a deck holds them as native freeforms. Run by hand when the list changes.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

from tools.icon_list import ICONS

OUT = Path(__file__).parent.parent / "deckgen" / "icons"
SCALE = 100
NUMBER = r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
SKIPPED = r"[\s,]*"
ARC = re.compile(SKIPPED.join([NUMBER, NUMBER, NUMBER, "([01])", "([01])", NUMBER, NUMBER]))
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
KAPPA = 0.5522847498

Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]


def main() -> None:
    folder = Path(sys.argv[1])
    lines = [f"{name}\t{words}\t{written(outline(folder / 'icons' / f'{name}.svg'))}\n" for name, words in sorted(ICONS.items())]
    OUT.mkdir(exist_ok=True)
    (OUT / "paths.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    (OUT / "LICENSE").write_text((folder / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def outline(path: Path) -> list[Command]:
    """Every shape of an SVG file, one after the other."""
    commands: list[Command] = []
    for element in ElementTree.parse(path).getroot():  # our own files
        kind = element.tag.rsplit("}", 1)[-1]
        number = {key: float(value) for key, value in element.attrib.items() if re.fullmatch(r"[-+.\d]+", value)}
        match kind:
            case "path":
                commands += of_path(element.attrib["d"])
            case "circle":
                commands += oval(number["cx"], number["cy"], number["r"], number["r"])
            case "ellipse":
                commands += oval(number["cx"], number["cy"], number["rx"], number["ry"])
            case "rect":
                commands += rectangle(number)
            case "line":
                commands += [("M", (number["x1"], number["y1"])), ("L", (number["x2"], number["y2"]))]
            case "polyline" | "polygon":
                values = [float(value) for value in re.findall(r"[-+.\d]+", element.attrib["points"])]
                commands += [("L" if at else "M", (values[at], values[at + 1])) for at in range(0, len(values), 2)]
                commands += [("Z", ())] if kind == "polygon" else []
            case _:
                raise ValueError(f"{path}: {kind}")
    return commands


def written(commands: list[Command]) -> str:
    return "".join(f"{letter}{' '.join(str(round(value * SCALE)) for value in values)}" for letter, values in commands)


def oval(cx: float, cy: float, rx: float, ry: float) -> list[Command]:
    return [
        ("M", (cx - rx, cy)),
        *arc((cx - rx, cy), rx, ry, 0, False, True, (cx + rx, cy)),
        *arc((cx + rx, cy), rx, ry, 0, False, True, (cx - rx, cy)),
        ("Z", ()),
    ]


def rectangle(number: dict[str, float]) -> list[Command]:
    x, y, width, height = (number.get(key, 0.0) for key in ("x", "y", "width", "height"))
    r = min(number.get("rx", number.get("ry", 0.0)), width / 2, height / 2)
    k = r * (1 - KAPPA)
    right, bottom = x + width, y + height
    if not r:
        return [("M", (x, y)), ("L", (right, y)), ("L", (right, bottom)), ("L", (x, bottom)), ("Z", ())]
    return [
        ("M", (x + r, y)), ("L", (right - r, y)), ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)), ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)), ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)), ("C", (x, y + k, x + k, y, x + r, y)), ("Z", ()),
    ]  # fmt: skip


def of_path(text: str) -> list[Command]:
    """The commands of a `d` attribute, all absolute, curves as cubic ones."""
    pen, letter, at = Pen(), "", 0
    while at < len(text):
        if text[at] in " ,\n":
            at += 1
        elif text[at] in "Zz":
            pen.close()
            at += 1
        elif text[at].isalpha():
            letter = text[at]
            at += 1
        else:
            values, at = arguments(letter.upper(), text, at)
            pen.draw(letter.upper(), letter.islower(), values)
            letter = {"M": "L", "m": "l"}.get(letter, letter)  # what follows a move without a letter is a line
    return pen.made


def arguments(letter: str, text: str, at: int) -> tuple[list[float], int]:
    """The numbers that a command takes, and where they end; the flags of an arc may stand without anything between."""
    pattern = ARC if letter == "A" else re.compile(SKIPPED.join([NUMBER] * COUNTS[letter]))
    found = pattern.match(text, at)
    assert found, text[at:]
    return [float(value) for value in found.groups()], found.end()


class Pen:
    """What a path has drawn: where it is, where its figure began, and the last control point with the kind of its curve."""

    def __init__(self) -> None:
        self.made: list[Command] = []
        self.at = self.start = self.control = (0.0, 0.0)
        self.before = ""

    def close(self) -> None:
        self.made.append(("Z", ()))
        self.at = self.control = self.start
        self.before = "Z"

    def draw(self, letter: str, relative: bool, values: list[float]) -> None:
        x, y = self.at if relative else (0.0, 0.0)
        if letter == "A":
            end = (x + values[5], y + values[6])
            self.made += arc(self.at, values[0], values[1], values[2], bool(values[3]), bool(values[4]), end)
            self.control = end
        elif letter in "HV":
            end = (x + values[0], self.at[1]) if letter == "H" else (self.at[0], y + values[0])
            self.made.append(("L", end))
            self.control = end
        else:
            end = self.through(letter, [(x + values[n], y + values[n + 1]) for n in range(0, len(values), 2)])
        if letter == "M":
            self.start = end
        self.at, self.before = end, letter

    def through(self, letter: str, points: list[Point]) -> Point:
        """A move, a line or a curve by its points; gives its end."""
        end, own = points[-1], points[0]
        if letter in "ML":
            self.made.append((letter, end))
            self.control = end
            return end
        alike = self.before in ("CS" if letter in "CS" else "QT")
        first = own if letter in "CQ" else mirrored(self.control, self.at) if alike and self.before else self.at
        if letter in "CS":
            self.control = points[-2]
            self.made.append(("C", (*first, *self.control, *end)))
        else:
            self.control = first
            self.made.append(("C", (*third(self.at, first), *third(end, first), *end)))
        return end


def mirrored(control: Point, at: Point) -> Point:
    return 2 * at[0] - control[0], 2 * at[1] - control[1]


def third(end: Point, middle: Point) -> Point:
    return end[0] + (middle[0] - end[0]) * 2 / 3, end[1] + (middle[1] - end[1]) * 2 / 3


def arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> list[Command]:
    """An elliptical arc as cubic curves of a quarter at the most (SVG 1.1, F.6)."""
    if start == end or not rx or not ry:
        return [("L", end)]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1, y1 = cos * dx + sin * dy, -sin * dx + cos * dy
    grow = max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2) ** 0.5
    rx, ry = abs(rx) * grow, abs(ry) * grow
    rest = max(0.0, (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2)
    scale = (rest / ((rx * y1) ** 2 + (ry * x1) ** 2)) ** 0.5 * (-1 if large == sweep else 1)
    cx1, cy1 = scale * rx * y1 / ry, -scale * ry * x1 / rx
    cx, cy = cos * cx1 - sin * cy1 + (start[0] + end[0]) / 2, sin * cx1 + cos * cy1 + (start[1] + end[1]) / 2
    first = math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx)
    last = math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx)
    sweep_by = last - first
    if sweep and sweep_by < 0:
        sweep_by += 2 * math.pi
    if not sweep and sweep_by > 0:
        sweep_by -= 2 * math.pi
    count = max(1, math.ceil(abs(sweep_by) / (math.pi / 2) - 1e-9))
    step = sweep_by / count
    reach = 4 / 3 * math.tan(step / 4)

    def place(x: float, y: float) -> Point:
        return cx + cos * rx * x - sin * ry * y, cy + sin * rx * x + cos * ry * y

    made: list[Command] = []
    for n in range(count):
        a, b = first + n * step, first + (n + 1) * step
        one = place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        made.append(("C", (*one, *two, *place(math.cos(b), math.sin(b)))))
    return made


if __name__ == "__main__":
    main()
