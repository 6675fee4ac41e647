"""Numbers that a person wrote into a deck, as what the figures of the ledger should become."""

from __future__ import annotations

from msgspec import Struct, structs

from deckgen.figures import Figure, Ledger
from deckgen.form.cells import Cell, CellFault
from deckgen.form.filled import Amendment
from deckgen.form.moves import read_change
from deckgen.form.quantity import read_value
from deckgen.marks import marked
from deckgen.values import UNKNOWN


class Reading(Struct, frozen=True):
    """One figure as it was printed in one place, and as it reads there now."""

    reference: str  # gdp, gdp.change
    was: str
    now: str


class Doubt(Struct, frozen=True):
    """Why a number is not taken: `why` is disagree, ledger, unit, unread; `facts` what the message says."""

    reference: str
    why: str
    first: str = ""
    second: str = ""


def amendments(readings: list[Reading], ledger: Ledger, recorded: bool = True) -> tuple[list[Amendment], list[Doubt]]:
    """What the ledger should say, and what is a question to a person.

    Of a deck that is not `recorded` nobody knows what it said when it was built: only a number in place of an X is taken.
    """
    wanted: dict[str, Figure] = {}
    doubts: list[Doubt] = []
    said: dict[str, Reading] = {}
    for reading in readings:
        earlier = said.setdefault(reading.reference, reading)
        if plain(earlier.now) != plain(reading.now):
            doubts.append(Doubt(reading.reference, "disagree", earlier.now, reading.now))
    refused = {doubt.reference for doubt in doubts}
    for reference, reading in said.items():
        if reference in refused:
            continue
        name, _, part = reference.partition(".")
        figure = ledger.figures.get(name)
        if figure is None:
            doubts.append(Doubt(reference, "unread", reading.was, reading.now))
            continue
        if not recorded and UNKNOWN not in reading.was:
            doubts.append(Doubt(reference, "ledger", reading.was, reading.now))
            continue
        made = taken(wanted.get(name, figure), figure, part, reading)
        if isinstance(made, Doubt):
            doubts.append(made)
        else:
            wanted[name] = made
    changed = [Amendment(ledger.figures[name], figure) for name, figure in wanted.items() if figure != ledger.figures[name]]
    return changed, doubts


def taken(figure: Figure, now: Figure, part: str, reading: Reading) -> Figure | Doubt:
    """The figure with what was written in place of one of its parts."""
    if says(now, part, reading.now):
        return figure  # the ledger has it already
    if not says(now, part, reading.was):
        return Doubt(reading.reference, "ledger", forms(now, part)[0], reading.now)
    if part == "unit" or (part in ("", "value") and wordless(reading.was) != wordless(reading.now)):
        return Doubt(reading.reference, "unit", reading.was, reading.now)
    if part == "change":
        change = read_change(Cell(reading.now.replace("▲", "+").replace("▼", "-")), now)
        made = None if isinstance(change, CellFault) else structs.replace(figure, change=change)
    elif part in ("", "value"):
        quantity = read_value(Cell(reading.now), now)
        if isinstance(quantity, CellFault) or quantity.unit != now.unit:
            return Doubt(
                reading.reference,
                "unit" if isinstance(quantity, CellFault) and "unit" in quantity.rule else "unread",
                reading.was,
                reading.now,
            )
        made = structs.replace(figure, value=quantity.value)
    else:
        made = None
    if made is None or not says(made, part, reading.now):
        return Doubt(reading.reference, "unread", reading.was, reading.now)
    return made


def says(figure: Figure, part: str, words: str) -> bool:
    """Whether the part prints these words, on a card or in a text."""
    return plain(words) in {plain(form) for form in forms(figure, part)}


def forms(figure: Figure, part: str) -> tuple[str, ...]:
    """What the part prints: in a text, and on a card."""
    if part == "change" and figure.change is not None:
        return figure.change.text, marked(figure.change)
    if part == "value":
        return figure.number, figure.number + figure.tail
    return ((figure.text if not part else figure.part(part)) or "",)


def wordless(text: str) -> str:
    """What stands around the number: its unit."""
    return "".join(char for char in plain(text) if char not in "0123456789.X+-~～—%")


def plain(text: str) -> str:
    """A number as it counts: without grouping, spaces, and the sign that its mark says."""
    return (
        "".join(text.split()).replace(",", "").replace("−", "-").replace("▲", "+").replace("▼", "-").replace("++", "+").replace("--", "-")
    )
