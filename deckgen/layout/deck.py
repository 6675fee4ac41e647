"""The whole deck in order: cover, each part with its overview and slides, closing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.frame import foot_note, foot_room, foot_text, opened, title_block
from deckgen.blocks.notes_page import notes_pages
from deckgen.blocks.page import DeckSetup, Pages, Position, Stop
from deckgen.blocks.setting import Typesetter
from deckgen.diagnostics import Findings
from deckgen.figures import Ledger
from deckgen.kinds.registry import kind_of
from deckgen.language import ZH_CN, Language
from deckgen.layout.agenda import agenda, listed
from deckgen.layout.cover import closing, cover
from deckgen.layout.divider import Order, divider
from deckgen.layout.links import with_links
from deckgen.layout.masters import design, placeholder_sets
from deckgen.outline import NO_TEXT, Outline, Part, Run, Slide, Text, opening_of
from deckgen.theme import Theme

if TYPE_CHECKING:
    from deckgen.layout.known import Known

TRANSITIONS: dict[str, scene.Transition] = {"": "", "none": "", "fade": "fade", "push": "push"}


def lay_out(
    report: Outline,
    ledger: Ledger,
    theme: Theme,
    timestamp: str,
    findings: Findings,
    language: Language = ZH_CN,
    rough: bool = False,
    known: Known | None = None,
) -> scene.Scene:
    """Place everything; what does not fit is noted in `findings` at its line of the outline.

    `rough` is for those who only ask whether all fits: it finds the same faults, and the slides are not set as well as they could be.
    `known` has slides of decks before this one.
    """
    deck = begun(report, ledger, theme, findings, language, rough)
    report = in_slides(report, deck)
    total = slide_count(report)
    slides = [cover(report, deck, Position(1, total))]
    marks = [scene.SectionMark(language.furniture.cover, 1, 1)]
    for number, part in enumerate(report.parts, 1):
        first = len(slides) + 1
        opening = Opening(opening_of(part, report), Order(number, len(report.parts)))
        slides.extend(part_slides(part, opening, Position(first, total, behind=hidden(slides)), deck, known))
        if len(slides) >= first:
            marks.append(scene.SectionMark(part.title.plain, first, len(slides) - first + 1))
    if report.closing:
        last = len(slides) + 1
        slides.append(closing(report.closing, report, deck, Position(last, total, behind=hidden(slides))))
        marks.append(scene.SectionMark(language.furniture.closing, last, 1))
    notes_page, slides = with_notes_pages(with_links(report, slides), deck.theme)
    return scene.Scene(
        properties=properties(report, timestamp, language),
        design=design(deck.theme, deck.placeholders, language),
        slides=tuple(slides),
        sections=unique_marks(marks, language),
        pace=pace_of(report, language),
        notes_page=notes_page,
    )


def pace_of(report: Outline, language: Language) -> scene.Pace:
    """How fast the deck is presented; by words where its language has some."""
    said = report.speech
    return (
        scene.Pace(said.rate or 0, said.minutes or 0, not language.chinese, told=True) if said else scene.Pace(words=not language.chinese)
    )


def with_notes_pages(slides: list[scene.PlacedSlide], theme: Theme) -> tuple[scene.NotesPage, list[scene.PlacedSlide]]:
    """How the notes of the deck are printed, and the slides with how theirs are."""
    master, pages = notes_pages([slide.notes for slide in slides], theme.notes_size)
    if not pages:
        return master, slides
    return master, [structs.replace(slide, notes_page=page) for slide, page in zip(slides, pages, strict=True)]


def begun(report: Outline, ledger: Ledger, theme: Theme, findings: Findings, language: Language = ZH_CN, rough: bool = False) -> DeckSetup:
    """What all slides of the deck share."""
    if report.footer or any(slide.note or slide.cited for part in report.parts for slide in part.slides):
        from deckgen.layout.footing import footed

        theme = footed(theme, report, language)
    typesetter = Typesetter(theme, report.keep, language.chinese, rough)
    return DeckSetup(
        theme=theme,
        ledger=ledger,
        typesetter=typesetter,
        findings=findings,
        placeholders=placeholder_sets(theme, typesetter, language),
        language=language,
        title=footer_text(report),
        date=footer_date(report),
        pages=pages_of(report),
        reveal="" if report.reveal == "none" else report.reveal,
        transition=TRANSITIONS[report.transition],
        has_samples=any(figure.sample for figure in ledger.figures.values()),
    )


def footer_text(report: Outline) -> str:
    """What stands in the footer: the words that the author wants, or the title of the report."""
    return report.footer.text.plain if report.footer and report.footer.text else report.title.plain


def footer_date(report: Outline) -> str:
    """The date that footers with a place for one show."""
    if report.footer is None or not report.footer.date:
        return report.date.plain
    from deckgen.layout.footing import date_of

    return date_of(report).plain


def pages_of(report: Outline) -> Pages | None:
    """How slides are numbered, where that is not the number of the slide alone."""
    footer = report.footer
    if footer is None or not (footer.pages or footer.hidden):
        return None
    hidden_ones = sum(slide.hidden for part in report.parts for slide in part.slides)
    return Pages(footer.pages or "number", slide_count(report) + hidden_ones, footer.hidden == "skip")


def in_slides(report: Outline, deck: DeckSetup) -> Outline:
    """The outline as it is shown, slide by slide: what does not fit one is divided where the author allows it."""
    if not report.continues:
        return report
    from deckgen.layout.continued import continued

    return continued(report, deck, lay_out_slide)


def slide_count(report: Outline) -> int:
    """How many slides are shown."""
    shown = sum(bool(opening_of(part, report)) + sum(not slide.hidden for slide in part.slides) for part in report.parts)
    return 1 + shown + (report.closing is not None)


def hidden(slides: list[scene.PlacedSlide]) -> int:
    """How many of them are left out of the show."""
    return sum(slide.hidden for slide in slides)


class Opening(Struct, frozen=True):
    """How a part begins: `agenda`, `divider` or at once; and which part it is."""

    kind: str
    order: Order


def part_slides(part: Part, opening: Opening, first: Position, deck: DeckSetup, known: Known | None = None) -> list[scene.PlacedSlide]:
    """What opens the part and its slides; `first` is where the first of them stands."""
    start, behind = first.number + bool(opening.kind), first.behind
    targets = {id(slide): start + i for i, slide in enumerate(part.slides)}
    sections = [slide for slide in part.slides if kind_of(slide).numbered and not slide.continued and not slide.hidden]
    numeral_of = deck.language.numeral
    stops = tuple(Stop(numeral_of(i + 1), slide.title.plain, targets[id(slide)]) for i, slide in enumerate(sections))
    numerals = {stop.slide: stop.numeral for stop in stops}
    numeral, order = "", -1
    slides = []
    name = part.title.plain if opening.order.count > 1 else ""
    if opening.kind:
        begun_at = structs.replace(first, part=name, link_targets=tuple(targets[id(slide)] for slide in listed(part)))
        slides.append(agenda(part, deck, begun_at) if opening.kind == "agenda" else divider(part, opening.order, deck, begun_at))
    for index, slide in enumerate(part.slides):
        number = start + index
        numeral = numerals.get(number, numeral)
        order += not (slide.continued or slide.hidden)
        behind += slide.hidden
        before = tuple(slide.arrangement for slide in slides[-2:])
        own = (NO_TEXT, "") if slide.hidden else (kicker(part, order, deck.language), numeral)
        position = Position(number, first.total, *own, name, stops, before=before, behind=behind)
        slides.append(
            known.placed(slide, deck, position, partial(lay_out_slide, slide, deck, position))
            if known
            else lay_out_slide(slide, deck, position)
        )
    return slides


def lay_out_slide(slide: Slide, deck: DeckSetup, position: Position) -> scene.PlacedSlide:
    kind = kind_of(slide)
    # A hidden section has no numeral: it is drawn as the points that it is.
    page = opened("points" if slide.hidden and kind.numbered else kind.name, slide, deck, position)
    if slide.layout and kind.redraw:
        page.spec = kind.redraw(page.spec, slide.layout, page.sheet)
    title_block(page, slide)
    words = foot_text(page, slide, noted="note" in kind.fields) if slide.note or slide.cited else NO_TEXT
    line = foot_room(page) if words else None
    arrangement = kind.compose(page, slide)
    page.standing()
    if line:
        foot_note(page, words, line)
    placed = page.finish(slide.title, arrangement, slide.notes, slide.claim.text if slide.claim else "")
    if slide.background is not None and slide.background.data:
        from deckgen.layout.backdrop import backdrop

        placed = structs.replace(placed, background=backdrop(placed, slide.background.data, page.spec, deck.theme))
    if slide.keep:
        placed = structs.replace(placed, frozen=True)
    if page.reveal:
        from deckgen.layout.clicks import in_clicks

        placed = in_clicks(placed)
    if slide.transition:
        placed = structs.replace(placed, transition=TRANSITIONS[slide.transition])
    return structs.replace(placed, hidden=True) if slide.hidden else placed


def kicker(part: Part, index: int, language: Language) -> Text:
    """四个牢牢把握 · 二, over the slides of a part whose claim counts them."""
    if part.claim is None or any(kind_of(slide).numbered for slide in part.slides):
        return NO_TEXT
    return Text((Run(language.counted(part.claim.text, index + 1)),), part.claim.source)


def properties(report: Outline, timestamp: str, language: Language) -> scene.Properties:
    return scene.Properties(
        title=report.title.plain,
        author=report.organization.plain or report.presenter.plain or report.title.plain,
        subject=report.subtitle.plain,
        language=language.tag,
        timestamp=timestamp,
    )


def unique_marks(marks: list[scene.SectionMark], language: Language) -> tuple[scene.SectionMark, ...]:
    """Section names are unique, as PowerPoint's accessibility checker wants them."""
    seen: dict[str, int] = {}
    unique = []
    for mark in marks:
        count = seen[mark.title] = seen.get(mark.title, 0) + 1
        unique.append(mark if count == 1 else scene.SectionMark(language.bracketed(mark.title, str(count)), mark.first, mark.count))
    return tuple(unique)
