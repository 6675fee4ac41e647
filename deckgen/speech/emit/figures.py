"""figures.yaml: an entry a quantity, in the order of the speech, grouped by slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.amounts import parsed_change
from deckgen.speech.draft import Draft
from deckgen.speech.emit.comments import Comments, entry_doubts
from deckgen.speech.emit.yaml import comment, quoted, scalar
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry
from deckgen.speech.figures.quantity import Quantity


def figures_text(draft: Draft, ledger: DraftLedger, comments: Comments) -> str:
    """The file without its first line; "" where the speech holds no quantity."""
    if not ledger.entries:
        return ""
    return "\n".join([*head(ledger, comments), *entries(draft, ledger, comments)]) + "\n"


def head(ledger: DraftLedger, comments: Comments) -> Iterator[str]:
    yield comment(comments.say("speech/figures-head"))
    if ledger.literal:
        yield comment(comments.say("speech/written-out", count=ledger.literal))
    if not ledger.grouped:
        yield "grouping: false"
    yield "figures:"


def entries(draft: Draft, ledger: DraftLedger, comments: Comments) -> Iterator[str]:
    """The entries; before the first of each slide its title."""
    heads = sorted({slide.at: slide.title for slide in draft.slides()}.items())
    begun = 0
    for entry in ledger.entries:
        before = begun
        while begun < len(heads) and heads[begun][0] <= (entry.quantity.paragraph, entry.quantity.start):
            begun += 1
        if begun > before:
            yield from ("", comment(heads[begun - 1][1], 2))
        yield from lines_of(entry, comments)


def lines_of(entry: LedgerEntry, comments: Comments) -> Iterator[str]:
    quantity, change = entry.quantity, entry.change
    yield from (comment(comments.check(doubt), 2) for doubt in entry_doubts(entry))
    yield f"  {entry.name}:"
    fields = {
        "label": entry.label,
        "value": quantity.value,
        "unit": plain_unit(quantity.unit),
        "prefix": entry.prefix,
        "suffix": quantity.inner or quantity.after,
        "period": entry.period,
        "base": entry.base,
    }
    yield from (f"    {name}: {scalar(text)}" for name, text in fields.items() if text)
    if entry.history:
        yield f"    history: {{{', '.join(f'{year}: {quoted(value)}' for year, value in entry.history)}}}"
    if change:
        yield f"    change: {written_change(entry.wording, change)}"


def written_change(wording: str, change: Quantity) -> str:
    """同比增长7.8% where the ledger reads that apart again, else its parts by name: a wording may hold a year (比2025年提高)."""
    unit = plain_unit(change.unit)
    text = f"{wording}{change.value}{unit}"
    read = parsed_change(text)
    if read is not None and (read.wording, read.unit) == (wording, unit):
        return scalar(text)
    parts = {"wording": wording, "value": change.value, "unit": unit}
    return "{" + ", ".join(f"{name}: {quoted(words)}" for name, words in parts.items() if words) + "}"


def plain_unit(unit: str) -> str:
    return unit.replace("％", "%")
