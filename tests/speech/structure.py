"""The structure of an outline held against that of the speech: sections, mottoes, points, the special kinds of slide."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from deckgen.figures import Ledger
from deckgen.kinds.objectives import Objectives
from deckgen.kinds.pairs import Pairs
from deckgen.kinds.principles import Principles
from deckgen.kinds.problems import Problems
from deckgen.kinds.registry import kind_of
from deckgen.kinds.statement import Statement
from deckgen.outline import Outline, Pair, Part, Point, Slide

from .alignment import bare, squeezed, stripped
from .expected import Expected, Section, Target
from .ledger import plain_unit, same_value
from .quality import all_entries, entries


class Tally(Struct, frozen=True):
    """So many of so many, and which are missing."""

    found: int
    of: int
    missing: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.found / self.of if self.of else 1.0


class Place(Struct, frozen=True):
    """A slide or a part, whichever carries a heading."""

    title: str
    motto: str
    holder: Slide | Part


def tally(wanted: Iterable[tuple[str, bool]]) -> Tally:
    wanted = list(wanted)
    return Tally(sum(found for _, found in wanted), len(wanted), tuple(name for name, found in wanted if not found))


def places(outline: Outline) -> list[Place]:
    found = []
    for part in outline.parts:
        found.append(Place(part.title.plain, part.motto.plain, part))
        found += [Place(slide.title.plain, getattr(slide, "motto", part.motto).plain, slide) for slide in part.slides]
    return found


def find_section(section: Section, outline: Outline) -> Place | None:
    """The slide or part of that heading; a heading whose second half has become the motto is the same heading."""
    for place in reversed(places(outline)):  # a slide rather than the part of the same title
        title = stripped(place.title)
        whole = bare(title + place.motto) if isinstance(place.holder, Slide) else bare(title)
        if not section.exact and any(word in title for word in section.title.split("|")):
            return place
        if section.exact and squeezed(title) == squeezed(section.title):
            return place
        if section.exact and not section.motto and whole == bare(section.title):
            return place
    return None


def mottoes(expected: Expected, outline: Outline) -> Tally:
    sections = [section for section in expected.facts.sections if section.motto]
    found = [(section, find_section(section, outline)) for section in sections]
    return tally((section.motto, place is not None and squeezed(place.motto) == squeezed(section.motto)) for section, place in found)


def in_order(expected: Expected, outline: Outline) -> bool:
    """Whether the sections that were found stand in the order of the speech."""
    order = [id(place.holder) for place in places(outline)]
    found = [place for section in expected.facts.sections if section.exact and (place := find_section(section, outline))]
    indexes = [order.index(id(place.holder)) for place in found]
    return indexes == sorted(indexes)


def points(expected: Expected, outline: Outline) -> Tally:
    """Each point of each section by one of its words, in the section where it belongs."""
    wanted: list[tuple[str, bool]] = []
    for section in expected.facts.sections:
        place = find_section(section, outline)
        pool = list(all_entries(outline)) if not section.exact else pool_of(place, outline) if place else []
        wanted += match_words(section.points, [words_of(entry) for entry in pool], section.title)
    return tally(wanted)


def counts(expected: Expected, outline: Outline) -> Tally:
    """The sections that are one slide and have exactly as many points as the speech."""
    wanted = []
    for section in expected.facts.sections:
        place = find_section(section, outline) if section.exact and section.points else None
        if place and isinstance(place.holder, Slide):
            number = len(entries(place.holder))
            wanted.append((f"{section.title}: {number} instead of {len(section.points)}", number == len(section.points)))
    return tally(wanted)


def pool_of(place: Place, outline: Outline) -> list[Point | Pair | Slide]:
    """What may be a point of a heading: the entries of its slide; of a part its slides and theirs."""
    if isinstance(place.holder, Slide):
        return list(entries(place.holder))
    return [found for slide in place.holder.slides for found in (slide, *entries(slide))]


def words_of(entry: Point | Pair | Slide) -> str:
    if isinstance(entry, Slide):
        return entry.title.plain
    return f"{entry.lead.plain}｜{getattr(entry, 'key', entry.text).plain}｜{entry.text.plain}"


def match_words(wanted: tuple[str, ...], pool: list[str], where: str) -> list[tuple[str, bool]]:
    """Each wanted entry with whether one of the pool holds a word of it; an entry of the pool serves once, leads before texts."""
    free = list(pool)
    found = []
    for words in wanted:
        choices = words.split("|")
        match = next((text for text in free if holds(text.split("｜")[0], choices)), None) or next(
            (text for text in free if holds(text, choices)), None
        )
        if match is not None:
            free.remove(match)
        found.append((f"{where}: {words}", match is not None))
    return found


def holds(text: str, words: list[str]) -> bool:
    return any(word.lower() in text.lower() for word in words)


def of_kind(outline: Outline, kind: type[Slide]) -> list[Slide]:
    return [slide for part in outline.parts for slide in part.slides if isinstance(slide, kind)]


def kind_entries(outline: Outline, kind: type[Slide]) -> list[str]:
    return [words_of(entry) for slide in of_kind(outline, kind) for entry in entries(slide)]


def problems(expected: Expected, outline: Outline) -> Tally:
    return tally(match_words(expected.facts.problems, kind_entries(outline, Problems), "problems"))


def principles(expected: Expected, outline: Outline) -> Tally:
    return tally(match_words(expected.facts.principles, kind_entries(outline, Principles), "principles"))


def pairs(expected: Expected, outline: Outline) -> Tally:
    found = {f"{entry.first}/{entry.second}" for slide in of_kind(outline, Pairs) for entry in entries(slide) if isinstance(entry, Pair)}
    return tally((pair, pair in found) for pair in expected.facts.pairs)


def targets(expected: Expected, outline: Outline, ledger: Ledger) -> Tally:
    shown = [use.name for slide in of_kind(outline, Objectives) for use in getattr(slide, "figures", ())]
    return tally((target.label, any(hits(target, name, ledger) for name in shown)) for target in expected.facts.targets)


def hits(target: Target, name: str, ledger: Ledger) -> bool:
    figure = ledger.figures[name]
    labelled = holds(figure.label, target.label.split("|"))
    units = {plain_unit(unit) for unit in target.unit.split("|")}
    return labelled and any(
        same_value(target.value, side.value) and plain_unit(side.unit) in units for side in (figure, figure.change) if side
    )


def kinds(expected: Expected, outline: Outline) -> Tally:
    """The kinds that a person would choose: of a slide whose title holds one of the words."""
    made = [(slide.title.plain, kind_of(slide).name) for part in outline.parts for slide in part.slides]
    wanted = []
    for words, kind in expected.facts.kinds:
        found = [name for title, name in made if holds(title, words.split("|"))]
        wanted.append((f"{words}: {', '.join(found) or 'no slide'} instead of {kind}", kind in found))
    return tally(wanted)


def statement(expected: Expected, outline: Outline) -> bool:
    word = expected.facts.statement
    return not word or any(word in slide.title.plain + getattr(slide, "text", slide.title).plain for slide in of_kind(outline, Statement))


def claims(expected: Expected, outline: Outline) -> Tally:
    holders: list[Part | Slide] = [*outline.parts, *(slide for part in outline.parts for slide in part.slides)]
    spelt = [bare(holder.claim.text) for holder in holders if holder.claim]
    return tally((claim, any(bare(claim) in text for text in spelt)) for claim in expected.facts.claims)
