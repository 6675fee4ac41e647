"""The whole way from a file to a draft on one screen."""

from __future__ import annotations

from msgspec import Struct, structs

from deckgen.diagnostics import Findings
from deckgen.speech.draft import Draft, DraftPart, DraftSlide
from deckgen.speech.faults.find import find_faults
from deckgen.speech.figures.entry import DraftLedger
from deckgen.speech.figures.ledger import make_ledger
from deckgen.speech.figures.quantities import find_quantities
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.read.open import read_speech
from deckgen.speech.slides.data_kinds import with_data_kinds
from deckgen.speech.slides.plan import YEAR, make_draft
from deckgen.speech.slides.unique import with_titles
from deckgen.speech.source import Speech
from deckgen.speech.structure.front import read_front
from deckgen.speech.structure.margins import without_margins
from deckgen.speech.structure.roles import part_role
from deckgen.speech.structure.tree import read_tree
from deckgen.speech.words.texts import WordChooser

KINDS = ("auto", "work-report", "speech")


class Understood(Struct, frozen=True):
    speech: Speech
    draft: Draft
    quantities: tuple[Quantity, ...]
    ledger: DraftLedger

    @property
    def chooser(self) -> WordChooser:
        return WordChooser(self.speech, self.quantities, self.ledger)

    def without(self, refused: frozenset[str]) -> Understood:
        """The same with these entries of the ledger left out."""
        return structs.replace(self, ledger=self.ledger.without(refused))


def understand(path: str, kind: str, findings: Findings) -> Understood | None:
    """What a speech says and how it is built; None when it cannot be read. Faults of the source are noted as warnings."""
    speech = read_speech(path, findings)
    if speech is None:
        return None
    speech = without_margins(speech, findings)
    front = read_front(speech)
    tree = read_tree(speech, front.body, kind)
    quantities = find_quantities(speech)
    draft = with_titles(with_years(speech, make_draft(speech, front, tree, quantities)))
    find_faults(speech, tree, quantities, findings)
    ledger = make_ledger(speech, quantities, years_of(draft), periods_of(speech, draft))
    draft, ledger = with_data_kinds(speech, draft, ledger)
    return Understood(speech, draft, quantities, ledger)


def with_years(speech: Speech, draft: Draft) -> Draft:
    """The year of every slide of targets: what its part or its sentence says."""
    parts = []
    for part in draft.parts:
        slides = [structs.replace(s, year=year_of(speech, part, s)) if s.kind == "objectives" else s for s in part.slides]
        parts.append(structs.replace(part, slides=tuple(slides)))
    return structs.replace(draft, parts=tuple(parts))


def year_of(speech: Speech, part: DraftPart, slide: DraftSlide) -> str:
    texts = [piece.text(speech)[:40] for piece in slide.aims] + [slide.title, part.title]
    years = [year for text in texts for year in YEAR.findall(text)]
    return next((year for year in years if year.isdigit()), "")


def years_of(draft: Draft) -> dict[int, str]:
    """Paragraph → year of the targets in it, for the names of its figures; `target` where no year is known."""
    return {piece.paragraph: slide.year or "target" for slide in draft.slides() for piece in slide.aims}


def periods_of(speech: Speech, draft: Draft) -> dict[int, str]:
    """Paragraph → the time that is planned there: 2024年 where the part or the slide says it, else 下一步; nothing for what is past."""
    periods: dict[int, str] = {}
    begins = [(slide.at[0], period_of(part, slide, speech.english)) for part in draft.parts for slide in part.slides]
    ends = [line for line, _ in begins[1:]] + [len(speech.paragraphs)]
    for (first, period), end in zip(begins, ends, strict=False):  # a speech without slides has nothing but an end
        if period:
            periods.update(dict.fromkeys(range(first, max(end, first + 1)), period))
    return periods


def period_of(part: DraftPart, slide: DraftSlide, english: bool) -> str:
    if "plan" not in (part_role(slide.title), part_role(part.title)) and slide.kind != "objectives":
        return ""
    years = [*YEAR.findall(slide.title), *YEAR.findall(part.title), slide.year]
    year = next((year for year in years if year.isdigit()), "")
    if english:
        return year or "next"
    return f"{year}年" if year else "下一步"
