"""What went wrong, as values: a place, a rule, the facts. The words are chosen when it is shown (`messages`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct, field

Severity = Literal["error", "warning"]


class Span(Struct, frozen=True, gc=False):
    """A place in a file: line and column of a text, slide and shape of a deck, row and cell of a form.

    Lines, columns and slides count from 1; 0 (or "") means that the place is known no better.
    """

    path: str
    line: int = 0
    column: int = 0
    slide: int = 0
    shape: str = ""  # its name in the selection pane
    cell: str = ""  # B7, as a spreadsheet names it


NOWHERE = Span("")
LONGEST_WORD = 60  # no name of ours is longer
MOST_OF_A_RULE = 10_000  # findings of one rule that are kept
MOST_COMPARED = 300  # names that a misspelt word is compared with; of more, those that begin like it


class Words(Struct, frozen=True):
    """What decks and their documentation say, in both languages where it is declared; what is said to a person is a `Term`."""

    zh: str
    en: str


class Term(Struct, frozen=True):
    """A fact that is said in words of ours: their id in the catalogs (`messages`), and facts of its own."""

    name: str
    facts: tuple[tuple[str, Fact], ...] = ()


class Listed(Struct, frozen=True):
    """Facts one after the other, each language with its own comma."""

    items: tuple[Fact, ...]


class Near(Struct, frozen=True):
    """What a misspelt word may have been meant to be; looked for only when the finding is shown."""

    word: str
    candidates: Collection[str]


Fact = str | Term | Listed | Near


class Finding(Struct, frozen=True):
    """One thing the author should know."""

    span: Span
    rule: str  # `stage/name`, the key of its words in `messages`
    facts: dict[str, Fact] = field(default_factory=dict)
    severity: Severity = "error"

    def told(self, lang: str = "") -> str:
        """The finding in words, as the commands print it (they leave out a hint that they gave before): in `zh`, in `en`, or in the locale's."""
        from deckgen.messages import rendered
        from deckgen.messages.spoken import default_language

        return rendered(self, lang or default_language())

    def __str__(self) -> str:
        return self.told()


class Findings:
    """A list to which every stage adds, so that one run tells everything."""

    def __init__(self) -> None:
        self.all: list[Finding] = []
        self.counts: dict[str, int] = {}

    def error(self, span: Span, rule: str, **facts: object) -> None:
        self.add(span, rule, facts, "error")

    def warn(self, span: Span, rule: str, **facts: object) -> None:
        self.add(span, rule, facts, "warning")

    def add(self, span: Span, rule: str, facts: Mapping[str, object], severity: Severity) -> None:
        """Note it; of one rule so many at the most, since a file with more faults of a kind is not what it was taken for."""
        count = self.counts[rule] = self.counts.get(rule, 0) + 1
        if count <= MOST_OF_A_RULE:
            self.all.append(Finding(span, rule, {name: fact(value) for name, value in facts.items()}, severity))

    @property
    def failed(self) -> bool:
        return any(finding.severity == "error" for finding in self.all)

    def stop_on_errors(self) -> None:
        """Raise `OutlineError` with everything found so far if any of it is an error."""
        if self.failed:
            raise OutlineError(self.all)


class OutlineError(Exception):
    """The input cannot be built; carries every finding, and its text is what they say."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted_findings(findings)
        super().__init__(self.findings)  # what a copy in another process is made of

    def __str__(self) -> str:
        return "\n".join(map(str, self.findings))


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """By file, line and column; equal ones once."""
    unique = {(f.span, f.rule, tuple(sorted(pair for pair in f.facts.items() if isinstance(pair[1], str)))): f for f in findings}
    return sorted(unique.values(), key=place_order)


def place_order(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return (span.path, span.line, span.column, span.slide, finding.rule)


def fact(value: object) -> Fact:
    return value if isinstance(value, Term | Listed | Near) else str(value)


def term(name: str, /, **facts: object) -> Term:
    return Term(name, tuple((key, fact(value)) for key, value in facts.items()))


def near(word: str, candidates: Iterable[str]) -> Near:
    """A mapping is kept as it is: of a ledger of 50 000 figures no finding takes a copy."""
    return Near(word, candidates if isinstance(candidates, Mapping) else tuple(candidates))


def listed(names: Iterable[Fact]) -> Listed:
    return Listed(tuple(names))


def nearest(word: str, candidates: Collection[str]) -> str:
    """The candidate that `word` was probably meant to be, or "" when none is close."""
    from deckgen.synonyms import meant  # only a faulty outline needs it

    if named := meant(word, candidates):
        return named
    if len(candidates) > MOST_COMPARED:
        candidates = BEGINNINGS.like(word, candidates)
    return closest(word[:LONGEST_WORD].lower(), tuple(candidates))


class Beginnings:
    """Many names by how they begin, remembered for those that were asked about last."""

    def __init__(self) -> None:
        self.names: Collection[str] = ()
        self.by_start: dict[str, list[str]] = {}

    def like(self, word: str, names: Collection[str]) -> list[str]:
        """The names that begin as the word does, so many at the most."""
        if names is not self.names:
            self.names, self.by_start = names, {}
            for name in names:
                self.by_start.setdefault(name[:2].lower(), []).append(name)
        return self.by_start.get(word[:2].lower(), [])[:MOST_COMPARED]


BEGINNINGS = Beginnings()


@lru_cache(maxsize=4096)
def closest(word: str, candidates: tuple[str, ...]) -> str:
    """The candidate that is written most like `word`, or ""."""
    from difflib import get_close_matches  # only a faulty outline needs it

    written = {candidate.lower(): candidate for candidate in candidates}
    return next((written[near] for near in get_close_matches(word, written, n=1, cutoff=0.6)), "")
