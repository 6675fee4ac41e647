"""Outline and ledger as text: commented where a choice was uncertain, in blocks that are pleasant to edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from deckgen.diagnostics import Words
from deckgen.speech.draft import Draft, DraftPart, notes_of
from deckgen.speech.emit.yaml import block, comment, flow, scalar
from deckgen.speech.figures.ledger import DraftLedger, LedgerEntry, written
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import Phrase
from deckgen.speech.words.texts import ShownItem, ShownSlide, WordChooser, all_shown

RULER = "—" * 40


class Emitted(Struct, frozen=True):
    """Both files, and which lines of the outline belong to which slide of the draft."""

    outline: str
    figures: str
    lines: Mapping[int, tuple[int, int]]
    shown: Mapping[int, ShownSlide]


class FileStyle(Struct, frozen=True):
    """What the files say about themselves."""

    schema: str  # path of the folder of schemas, relative to the files
    theme: str
    lang: str


def emit(speech: Speech, draft: Draft, teller: WordChooser, style: FileStyle) -> Emitted:
    """The files of a draft."""
    return Emitter(speech, draft, teller, style).emitted()


class Emitter:
    def __init__(self, speech: Speech, draft: Draft, teller: WordChooser, style: FileStyle) -> None:
        self.speech = speech
        self.draft = draft
        self.teller = teller
        self.ledger = teller.ledger
        self.style = style
        self.notes, self.cover = notes_of(speech, draft)
        self.shown = all_shown(teller, draft, self.notes)
        self.out: list[str] = []
        self.lines: dict[int, tuple[int, int]] = {}

    def emitted(self) -> Emitted:
        self.head()
        number = 0
        for part in self.draft.parts:
            self.part(part)
            for _ in part.slides:
                first = len(self.out) + 1
                self.slide(self.shown[number])
                self.lines[number] = (first, len(self.out))
                number += 1
        self.closing()
        text = "\n".join(self.out) + "\n"
        return Emitted(text, Figures(self).text(), self.lines, self.shown)

    def say(self, words: Words) -> str:
        return words.en if self.style.lang == "en" else words.zh

    def check(self, words: Words) -> str:
        """# 请核对：…"""
        return f"{'please check: ' if self.style.lang == 'en' else '请核对：'}{self.say(words)}"

    def doubts(self, doubts: Iterable[Words], indent: int) -> None:
        self.out.extend(comment(self.check(words), indent) for words in doubts)

    def field(self, name: str, text: str, indent: int) -> None:
        if text:
            self.out.append(f"{' ' * indent}{name}: {scalar(text)}")

    def words(self, phrase: Phrase) -> str:
        """The phrase as the outline has it; an English one, taken from the middle of a sentence, begins with a capital."""
        text = written(self.speech, self.ledger, phrase)
        return text[:1].upper() + text[1:] if self.speech.english else text

    def plain(self, text: str) -> str:
        """Words that are not a stretch of the speech, safe to be read."""
        return text.replace("*", "\\*").replace("{", "{{").replace("}", "}}")

    def note_lines(self, pieces: tuple[Piece, ...]) -> list[str]:
        return [line for piece in pieces if (line := written(self.speech, self.ledger, piece).strip())]

    # ---- head

    def head(self) -> None:
        front, draft = self.draft.front, self.draft
        self.out.append(f"# yaml-language-server: $schema={self.style.schema}/outline.schema.json")
        self.out.append(comment(self.say(HEAD)))
        self.out.append(comment(self.say(HOW)))
        self.out.append("")
        self.doubts(draft.doubts, 0)
        self.field("title", self.plain(draft.title), 0)
        for name in ("kicker", "subtitle", "organization", "presenter", "date"):
            self.field(name, self.plain(getattr(front, name)), 0)
        self.field("theme", self.style.theme, 0)
        if self.ledger.entries:
            self.field("figures", "figures.yaml", 0)
        if draft.continues:
            self.out.append("overflow: continue")
        if draft.checks:
            self.out.append(comment(self.check(OWN_FAULTS)))
            self.out.append(f"checks: {{{', '.join(f'{rule}: warning' for rule in draft.checks)}}}")
        self.out.extend(block("notes", self.note_lines(self.cover), 0))
        self.out.extend(["", "parts:"])

    # ---- parts and slides

    def part(self, part: DraftPart) -> None:
        self.out.append(f"  # {RULER}")
        self.doubts(part.doubts, 2)
        self.out.append(f"  - title: {scalar(self.plain(part.title))}")
        self.field("claim", part.claim, 4)
        if part.agenda:
            self.out.append("    agenda: true")
            if part.at not in {slide.at for slide in part.slides}:
                self.out.extend(block("notes", self.note_lines(self.notes.get(part.at, ())), 4))
        self.out.append("    slides:")

    def slide(self, shown: ShownSlide) -> None:
        slide = shown.slide
        self.doubts(slide.doubts, 6)
        self.out.append(f"      - kind: {slide.kind}")
        self.field("title", self.plain(slide.title), 8)
        self.field("motto", self.plain(slide.motto), 8)
        self.field("claim", slide.claim, 8)
        getattr(self, slide.kind)(shown)
        self.out.extend(block("notes", self.note_lines(self.notes.get(slide.at, ())), 8))
        self.out.append("")

    def section(self, shown: ShownSlide) -> None:
        self.entries("points", shown.said)
        if shown.cards:
            self.out.append(f"        figures: {flow(shown.cards)}")

    points = section

    def principles(self, shown: ShownSlide) -> None:
        self.entries("items", shown.said)

    problems = principles

    def pairs(self, shown: ShownSlide) -> None:
        self.entries("pairs", shown.said)

    def objectives(self, shown: ShownSlide) -> None:
        slide = shown.slide
        self.field("year", slide.year, 8)
        self.field("heading", "Targets" if self.speech.english else "主要预期目标", 8)
        if shown.said:
            self.field("text", self.words(shown.said[0].text), 8)
        self.out.append(f"        figures: {flow(shown.cards)}")

    def statement(self, shown: ShownSlide) -> None:
        slide = shown.slide
        self.field("text", strong(self.words(slide.text)), 8)
        if slide.tags and slide.tightness < 3:
            self.out.append("        tags:")
            tags = slide.tags[: 6 - 2 * slide.tightness]
            self.out.extend(f"          - {scalar(self.words(tag))}" for tag in tags)

    def entries(self, name: str, said: tuple[ShownItem, ...]) -> None:
        self.out.append(f"        {name}:")
        for entry in said:
            fields = [
                ("pair", "/".join(entry.pair) if entry.pair[0] else ""),
                ("key", entry.key),
                ("lead", self.words(entry.lead)),
                ("text", self.words(entry.text)),
            ]
            present = [(field, words) for field, words in fields if words]
            for index, (field, words) in enumerate(present or [("text", "……")]):
                self.out.append(f"          {'  ' if index else '- '}{field}: {scalar(words)}")

    def closing(self) -> None:
        closing = self.draft.closing
        if closing is None:
            return
        self.out.append("closing:")
        self.field("title", self.plain(closing.title), 2)
        self.field("text", self.plain(closing.text), 2)
        self.out.extend(block("notes", self.note_lines(self.notes.get(closing.at, ())), 2))


def strong(text: str) -> str:
    """The sentence with up to three of its set phrases in the accent colour."""
    from deckgen.measure.words import glossary_terms

    if "{" in text or "*" in text:
        return text
    found = [(start, spelling.replace("|", "")) for start, spelling in glossary_terms(text)]
    long = [(start, term) for start, term in found if len(term) >= 4]
    for start, term in sorted(sorted(long, key=lambda pair: -len(pair[1]))[:3], reverse=True):
        text = f"{text[:start]}**{term}**{text[start + len(term) :]}"
    return text


HEAD = Words(
    "由讲稿整理的幻灯片提纲。备注是讲稿原文，一字不少；标题、要点摘自原文，请按需要修改。",
    "An outline read from a speech. The notes are the speech word for word; titles and points are taken from it: change them as you like.",
)
HOW = Words(
    "改文字就在这里改；数字记在 figures.yaml，正文和备注用 {名称} 引用。标有“请核对”的地方是程序拿不准的。",
    "Change words here; figures stand in figures.yaml, texts and notes refer to them as {name}. “Please check” marks what was uncertain.",
)


OWN_FAULTS = Words(
    "讲稿里有这些规则认为是错误的地方，先当作提醒；改好以后请删去下面这一行",
    "the speech breaks these rules; they only warn until it is mended, then delete this line",
)


class Figures:
    """figures.yaml: an entry a quantity, in the order of the speech, grouped by slide."""

    def __init__(self, emitter: Emitter) -> None:
        self.emitter = emitter
        self.speech = emitter.speech
        self.ledger: DraftLedger = emitter.ledger
        self.out: list[str] = []

    def text(self) -> str:
        """ "" where the speech holds no quantity."""
        if not self.ledger.entries:
            return ""
        say = self.emitter.say
        self.out.append(f"# yaml-language-server: $schema={self.emitter.style.schema}/figures.schema.json")
        self.out.append(comment(say(FIGURES_HEAD)))
        if self.ledger.literal:
            zh = f"有 {self.ledger.literal} 个数字的写法与台账不同（如千位没有逗号、全角数字），备注里照原文写，没有引用台账。"
            en = f"{self.ledger.literal} numbers are written otherwise than a ledger prints them; the notes have them as they are."
            self.out.append(comment(say(Words(zh, en))))
        if not self.ledger.grouped:
            self.out.append("grouping: false")
        self.out.append("figures:")
        heads = self.slide_heads()
        for entry in self.ledger.entries:
            place = (entry.quantity.line, entry.quantity.start)
            while heads and heads[0][0] <= place:
                head = heads.pop(0)[1]
                if not heads or heads[0][0] > place:
                    self.out.extend(["", comment(head, 2)])
            self.entry(entry)
        return "\n".join(self.out) + "\n"

    def slide_heads(self) -> list[tuple[tuple[int, int], str]]:
        return sorted({slide.at: slide.title for slide in self.emitter.draft.slides()}.items())

    def entry(self, entry: LedgerEntry) -> None:
        quantity = entry.quantity
        say = self.emitter.check
        for words in entry_doubts(entry):
            self.out.append(comment(say(words), 2))
        self.out.append(f"  {entry.name}:")
        self.field("label", entry.label)
        self.field("value", quantity.value)
        self.field("unit", quantity.unit.replace("％", "%"))
        self.field("prefix", entry.prefix)
        self.field("suffix", quantity.inner or quantity.after)
        self.field("period", entry.period)
        if entry.change is not None:
            self.field("change", f"{entry.wording}{entry.change.value}{entry.change.unit.replace('％', '%')}")

    def field(self, name: str, text: str) -> None:
        if text:
            self.out.append(f"    {name}: {scalar(text)}")


FIGURES_HEAD = Words(
    "指标台账：讲稿里的全部数字，按讲稿顺序排列。填数只改 value（有 change 的把其中的 X 一并改掉），幻灯片和备注随之更新。",
    "The ledger: every quantity of the speech in its order. Change value (and the X of a change); slides and notes follow.",
)


def entry_doubts(entry: LedgerEntry) -> list[Words]:
    """What a person should look at before the figure is presented."""
    quantity: Quantity = entry.quantity
    found = []
    if not entry.sure:
        found.append(Words("名称取自上下文", "the label comes from the context"))
    if entry.twin:
        found.append(
            Words("与前面一个指标同名、数值不同，请改成能区分的名称", "another figure has this label and another value; tell them apart")
        )
    if not quantity.unit and not quantity.rank and quantity.value.strip("X×") == "":
        found.append(Words("原文没有写单位", "the speech gives no unit"))
    return found
