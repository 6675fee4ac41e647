"""outline.yaml: commented where a choice was uncertain, in blocks that are pleasant to edit."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Term, term
from deckgen.speech.draft import Draft, DraftPart, notes_of
from deckgen.speech.emit.comments import Comments
from deckgen.speech.emit.inline import escaped, written
from deckgen.speech.emit.yaml import block, comment, flow, scalar
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import Phrase
from deckgen.speech.words.texts import SHRINK, ShownItem, ShownSlide, WordChooser, all_shown

RULER = "—" * 40
FRONT_FIELDS = ("kicker", "subtitle", "organization", "presenter", "date")
LISTS = {
    "section": "points",
    "points": "points",
    "principles": "items",
    "problems": "items",
    "pairs": "pairs",
    "timeline": "events",
}  # kind → field of its entries
MOST_TAGS = 6
WITHOUT_TAGS = 3  # so tight a statement has none
MOST_STRONG = 3  # set phrases of a statement in the accent colour
SHORTEST_STRONG = 4


class OutlineWriter:
    """Writes one draft line by line; afterwards `lines` says which lines belong to which slide, `shown` what they show."""

    def __init__(self, speech: Speech, draft: Draft, chooser: WordChooser, comments: Comments) -> None:
        self.speech = speech
        self.draft = draft
        self.ledger = chooser.ledger
        self.comments = comments
        self.notes, self.cover = notes_of(speech, draft)
        self.shown = all_shown(chooser, draft, self.notes)
        self.out: list[str] = []
        self.lines: dict[int, tuple[int, int]] = {}

    def text(self, first_line: str, theme: str) -> str:
        """The whole file."""
        self.out.append(first_line)
        self.head(theme)
        number = 0
        for part in self.draft.parts:
            self.part(part)
            for _ in part.slides:
                first = len(self.out) + 1
                self.slide(self.shown[number])
                self.lines[number] = (first, len(self.out))
                number += 1
        self.closing()
        return "\n".join(self.out) + "\n"

    # ---- head

    def head(self, theme: str) -> None:
        front, draft = self.draft.front, self.draft
        self.out += [comment(self.comments.say("speech/outline-head")), comment(self.comments.say("speech/outline-use")), ""]
        self.doubts(draft.doubts, 0)
        self.field("title", escaped(draft.title), 0)
        for name in FRONT_FIELDS:
            self.field(name, escaped(getattr(front, name)), 0)
        self.field("theme", theme, 0)
        self.field("figures", "figures.yaml" if self.ledger.entries else "", 0)
        self.field("overflow", "continue" if draft.continues else "", 0)
        if draft.checks:
            self.out.append(comment(self.comments.check(term("speech/own-faults"))))
            self.out.append(f"checks: {{{', '.join(f'{rule}: warning' for rule in draft.checks)}}}")
        self.note_block(self.cover, 0)
        self.out += ["", "parts:"]

    # ---- parts and slides

    def part(self, part: DraftPart) -> None:
        self.out.append(f"  # {RULER}")
        self.doubts(part.doubts, 2)
        self.out.append(f"  - title: {scalar(escaped(part.title))}")
        self.field("claim", part.claim, 4)
        if part.agenda:
            self.out.append("    agenda: true")
            if part.at not in {slide.at for slide in part.slides}:
                self.note_block(self.notes.get(part.at, ()), 4)
        self.out.append("    slides:")

    def slide(self, shown: ShownSlide) -> None:
        slide = shown.slide
        self.doubts(slide.doubts, 6)
        self.out.append(f"      - kind: {slide.kind}")
        self.field("title", escaped(slide.title), 8)
        self.field("motto", escaped(slide.motto), 8)
        self.field("claim", slide.claim, 8)
        self.content(shown)
        self.note_block(self.notes.get(slide.at, ()), 8)
        self.out.append("")

    def content(self, shown: ShownSlide) -> None:
        """What a slide of its kind shows."""
        match shown.slide.kind:
            case "objectives":
                self.objectives(shown)
            case "statement":
                self.statement(shown)
            case "figures" | "compare":
                self.out.append(f"        figures: {flow(shown.cards)}")
            case "chart":
                self.chart(shown)
            case kind:
                self.entries(LISTS[kind], shown.said)
                if shown.cards:
                    self.out.append(f"        figures: {flow(shown.cards)}")

    def objectives(self, shown: ShownSlide) -> None:
        self.field("year", shown.slide.year, 8)
        self.field("heading", "Targets" if self.speech.english else "主要预期目标", 8)
        if shown.said:
            self.field("text", self.words(shown.said[0].text), 8)
        self.out.append(f"        figures: {flow(shown.cards)}")

    def chart(self, shown: ShownSlide) -> None:
        """The years of one figure, and what is said beside them."""
        self.out.append(f"        figure: {shown.cards[0]}")

    def statement(self, shown: ShownSlide) -> None:
        slide = shown.slide
        self.field("text", strong(self.words(briefer(slide.text, slide.tightness))), 8)
        if slide.tags and slide.tightness < WITHOUT_TAGS:
            self.out.append("        tags:")
            self.out += [f"          - {scalar(self.words(tag))}" for tag in slide.tags[: MOST_TAGS - 2 * slide.tightness]]

    def entries(self, name: str, said: tuple[ShownItem, ...]) -> None:
        self.out.append(f"        {name}:")
        for item in said:
            self.entry(item)

    def entry(self, item: ShownItem) -> None:
        fields = {
            "when": escaped(item.when),
            "pair": "/".join(item.pair) if item.pair[0] else "",
            "key": item.key,
            "lead": self.words(item.lead),
            "text": self.words(item.text),
        }
        present = [(name, words) for name, words in fields.items() if words] or [("text", "……")]
        for index, (name, words) in enumerate(present):
            self.out.append(f"          {'  ' if index else '- '}{name}: {scalar(words)}")

    def closing(self) -> None:
        closing = self.draft.closing
        if closing is None:
            return
        self.out.append("closing:")
        self.field("title", escaped(closing.title), 2)
        self.field("text", escaped(closing.text), 2)
        self.note_block(self.notes.get(closing.at, ()), 2)

    # ---- lines

    def field(self, name: str, text: str, indent: int) -> None:
        if text:
            self.out.append(f"{' ' * indent}{name}: {scalar(text)}")

    def doubts(self, doubts: Iterable[Term], indent: int) -> None:
        self.out.extend(comment(self.comments.check(doubt), indent) for doubt in doubts)

    def note_block(self, pieces: tuple[Piece, ...], indent: int) -> None:
        """These stretches of the speech as notes."""
        lines = [line for piece in pieces if (line := written(self.speech, self.ledger, piece).strip())]
        self.out.extend(block("notes", lines, indent))

    def words(self, phrase: Phrase) -> str:
        """The phrase as the outline has it; an English one, taken from the middle of a sentence, begins with a capital."""
        text = written(self.speech, self.ledger, phrase)
        return text[:1].upper() + text[1:] if self.speech.english else text


def briefer(text: Phrase, tightness: int) -> Phrase:
    """A statement with less of its middle, step by step, its first and last clause kept longest."""
    if not tightness or len(text.parts) < 2:
        return shortened(text, tightness)
    kept = max(1, len(text.parts) - 2 * tightness)
    return Phrase(text.parts[:kept])


def shortened(text: Phrase, tightness: int) -> Phrase:
    """One stretch, cut behind a mark where it is too long."""
    part = text.parts[0] if text.parts else ""
    if not tightness or isinstance(part, str):
        return text
    return Phrase((Piece(part.paragraph, part.start, part.start + max(12, int((part.end - part.start) * SHRINK[tightness]))),))


def strong(text: str) -> str:
    """The sentence with up to three of its set phrases in the accent colour."""
    from deckgen.measure.words import glossary_terms

    if "{" in text or "*" in text:
        return text
    terms = [(start, spelling.replace("|", "")) for start, spelling in glossary_terms(text)]
    long = sorted((pair for pair in terms if len(pair[1]) >= SHORTEST_STRONG), key=lambda pair: -len(pair[1]))
    for start, spelling in sorted(long[:MOST_STRONG], reverse=True):
        text = f"{text[:start]}**{spelling}**{text[start + len(spelling) :]}"
    return text
