"""What a person found in a speech: the expectations beside it, and the speech itself, line by line.

Beside `NAME.txt` (or .md, .docx) stands `NAME.expected.yaml`. A quantity is a row
`[line, "达到[312.6]亿元", 亿元, 生产总值|GDP]`: where it stands (the value in brackets, the rest enough of the
text around it to be found once in its line), the units that are right, the words of which its label must hold
one; a fifth entry `doubtful` marks what may be found and need not, `reached` what a figure came to (提高到67%),
`moved` by how much it went (提高3个百分点), `base` what it was before. `kinds` are rows `[words of the title, kind]`. A docx has its text beside it too
(`NAME.docx.txt`, a line a paragraph): `⟦…⟧` holds what Word numbers by itself, `⏎` is a line break inside a
paragraph, a line of cells parted by `¦` is a row of a table.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

CORPUS = Path(__file__).parent / "corpus"
SUFFIX = ".expected.yaml"
NUMBERED = re.compile(r"⟦[^⟧]*⟧")
AUTOMATIC = re.compile(r"⟦#\w ([^⟧]*)⟧")
INNER = "余多来几"  # these may stand inside a unit: X万余人次


class Quantity(Struct, frozen=True):
    """A quantity of the speech, at the line and column of its value."""

    line: int
    column: int
    value: str
    units: tuple[str, ...]
    keywords: tuple[str, ...]
    mark: str  # doubtful, reached, moved, base, or nothing
    phrase: str  # value and unit as they are written: X余篇

    @property
    def doubtful(self) -> bool:
        return self.mark == "doubtful"


class Place(Struct, frozen=True):
    """Words that stand at a line and column and are no quantity."""

    line: int
    column: int
    text: str


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    motto: str = ""
    points: tuple[str, ...] = ()  # of each its words, any of which will do: 保障|氛围
    exact: bool = True  # False: the speech has no such heading, `title` is a word (or several) that the heading found must hold


class Target(Struct, frozen=True, forbid_unknown_fields=True):
    label: str
    value: str
    unit: str


class Fault(Struct, frozen=True, forbid_unknown_fields=True):
    """A fault of the speech; `kind` is for the reader, nothing is held to it."""

    line: int
    text: str
    kind: str
    optional: bool = False


class Facts(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it is written."""

    speech: str
    language: str
    numbered: bool  # whether the structure is written in the speech, so that it must be found exactly
    title: str
    claims: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    problems: tuple[str, ...] = ()
    statement: str = ""
    targets: tuple[Target, ...] = ()
    principles: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    closing: str = ""
    dropped: tuple[int, ...] = ()  # lines around the speech that no outline may have: the furniture of a web page
    kinds: tuple[tuple[str, str], ...] = ()  # words of a title (any of which will do), the kind of its slide
    figures: tuple[tuple[int | str, ...], ...] = ()
    not_figures: tuple[tuple[int, str], ...] = ()
    figures_file: str = ""
    not_figures_file: str = ""
    faults: tuple[Fault, ...] = ()


class Expected(Struct, frozen=True):
    """A speech with all that must be found in it."""

    path: Path
    facts: Facts
    lines: tuple[str, ...]  # of the speech, without what Word numbers by itself
    numbers: tuple[str, ...]  # of each line what Word numbers it with
    quantities: tuple[Quantity, ...]
    not_figures: tuple[Place, ...]

    @property
    def counted(self) -> tuple[Quantity, ...]:
        return tuple(quantity for quantity in self.quantities if not quantity.doubtful)


def expectations(folder: Path) -> list[Path]:
    """Every file of expectations in a folder, in order of name."""
    return sorted(folder.glob(f"*{SUFFIX}"))


@cache
def load_expected(path: Path, speech: Path | None = None) -> Expected:
    """The expectations of a file, every place of them looked up; raises ValueError where the speech does not say so."""
    facts = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Facts)
    speech = speech or path.parent / facts.speech
    marked = read_lines(speech)
    lines = tuple(NUMBERED.sub("", line) for line in marked)
    rows = listed_rows(path.parent / facts.figures_file) if facts.figures_file else [inline_row(lines, *row) for row in facts.figures]
    return Expected(
        path=speech,
        facts=facts,
        lines=lines,
        numbers=tuple("".join(AUTOMATIC.findall(line)) for line in marked),
        quantities=tuple(phrased(lines, quantity) for quantity in rows),
        not_figures=listed_places(path.parent / facts.not_figures_file, lines)
        if facts.not_figures_file
        else tuple(place_of(lines, line, text) for line, text in facts.not_figures),
    )


@cache
def read_lines(speech: Path) -> tuple[str, ...]:
    """The lines of a speech; of a docx those of the text beside it."""
    if speech.suffix == ".docx":
        speech = speech.with_name(speech.name + ".txt")
    data = speech.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return tuple(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))


def place_of(lines: tuple[str, ...], line: int, snippet: str) -> Place:
    """Where the bracketed part of a snippet stands (all of it, when nothing is bracketed)."""
    before, _, rest = snippet.partition("[") if "[" in snippet else ("", "", snippet)
    text, _, after = rest.partition("]")
    whole = before + text + after
    count = lines[line - 1].count(whole) if 0 < line <= len(lines) else 0
    if count != 1:
        raise ValueError(f"line {line}: {whole!r} stands there {count} times, not once")
    return Place(line, lines[line - 1].index(whole) + len(before) + 1, text)


def inline_row(lines: tuple[str, ...], line: int | str, *row: int | str) -> Quantity:
    snippet, units, keywords, mark = (*map(str, row), "")[:4]
    place = place_of(lines, int(line), snippet)
    return Quantity(place.line, place.column, place.text, tuple(units.split("|")), tuple(keywords.split("|")), mark, "")


def listed_rows(path: Path) -> list[Quantity]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Quantity(
                line=int(row["line"]),
                column=int(row["column"]),
                value=row["value"],
                units=tuple(row["unit"].split("|")),
                keywords=tuple(row["keywords"].split("|")),
                mark="doubtful" if row["doubtful"] == "yes" else "",
                phrase="",
            )
            for row in csv.DictReader(file)
        ]


def listed_places(path: Path, lines: tuple[str, ...]) -> tuple[Place, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        places = [Place(int(row["line"]), int(row["column"]), row["text"]) for row in csv.DictReader(file)]
    for place in places:
        if not lines[place.line - 1].startswith(place.text, place.column - 1):
            raise ValueError(f"line {place.line}: {place.text!r} does not stand at column {place.column}")
    return tuple(places)


def phrased(lines: tuple[str, ...], quantity: Quantity) -> Quantity:
    """The quantity with its phrase as the speech writes it; ValueError when value and unit do not stand there."""
    text = lines[quantity.line - 1][quantity.column - 1 :]
    if not text.startswith(quantity.value):
        raise ValueError(f"line {quantity.line}: {quantity.value!r} does not stand at column {quantity.column}")
    rest = text[len(quantity.value) :]
    found = [match[0] for unit in quantity.units if (match := re.match(spelt(unit), rest))]
    before = [unit for unit in quantity.units if lines[quantity.line - 1][: quantity.column - 1].endswith(unit)]
    if not found and not before:
        raise ValueError(f"line {quantity.line}: {quantity.value!r} is followed by {rest[:8]!r}, not by {'|'.join(quantity.units)!r}")
    return msgspec.structs.replace(quantity, phrase=quantity.value + max(found, key=len, default=""))


def spelt(unit: str) -> str:
    """A pattern for a unit with 余 or its like before or inside it, spaces where the writer set them."""
    gap = rf"[{INNER}]?\s*"
    return gap + gap.join(map(re.escape, unit)) if unit else ""
