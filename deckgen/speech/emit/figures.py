"""figures.yaml: an entry a quantity, in the order of the speech, grouped by slide."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.speech.draft import Draft
from deckgen.speech.emit.comments import Comments, entry_doubts
from deckgen.speech.emit.yaml import comment, scalar
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry


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
    for entry in ledger.entries:
        place = (entry.quantity.paragraph, entry.quantity.start)
        begun = [title for at, title in heads if at <= place]
        if begun:
            heads = heads[len(begun) :]
            yield from ("", comment(begun[-1], 2))
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
        "change": f"{entry.wording}{change.value}{plain_unit(change.unit)}" if change else "",
    }
    yield from (f"    {name}: {scalar(text)}" for name, text in fields.items() if text)


def plain_unit(unit: str) -> str:
    return unit.replace("％", "%")
