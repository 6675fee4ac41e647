"""What the files say to the person who edits them, in the language of the speech."""

from __future__ import annotations

from deckgen.diagnostics import Term, term
from deckgen.messages import say_in
from deckgen.speech.figures.entry import LedgerEntry

FROM_CONTEXT = term("speech/from-context")
TWIN = term("speech/twin")
NO_UNIT = term("speech/no-unit")


class Comments:
    """Says it in a language, zh or en."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, name: str, /, **facts: object) -> str:
        return say_in(self.lang, name, **facts)

    def check(self, doubt: Term) -> str:
        """请核对：…"""
        return self.say("speech/please-check", doubt=doubt)


def entry_doubts(entry: LedgerEntry) -> list[Term]:
    """What a person should look at before the figure is presented."""
    quantity = entry.quantity
    no_unit = not quantity.unit and not quantity.rank and not quantity.value.strip("X×")
    doubts = ((not entry.sure, FROM_CONTEXT), (entry.twin, TWIN), (no_unit, NO_UNIT))
    return [doubt for applies, doubt in doubts if applies]
