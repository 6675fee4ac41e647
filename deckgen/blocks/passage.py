"""One paragraph: its words, its role and how its lines break; measured at a width, and set from the same lines."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, assert_never

from msgspec import Struct, structs

from deckgen import scene
from deckgen.blocks.setting import Setting, Typesetter
from deckgen.diagnostics import Finding
from deckgen.geometry import EMU_PER_PT, Emu
from deckgen.measure import Spans, balance, best_filling, characters_that_fit, fill
from deckgen.measure.balance import MOST_LINES, at_marks
from deckgen.measure.inset import FAULT, filling_cost
from deckgen.measure.kinsoku import after_hyphen, is_latin
from deckgen.measure.wrap import ORPHAN
from deckgen.outline import BREAK, NO_TEXT, Run, Text
from deckgen.scene import Align, Paragraph
from deckgen.style import Color, TextStyle

# Where lines end: at sense, with breaks written out; after clauses where that costs one line more at the most, else at sense;
# where the client breaks running text by itself; nowhere.
Breaks = Literal["sense", "clauses", "running", "none"]


RAISED, LOWERED = 30, -25  # percent of the size, as PowerPoint's own commands set it


class Passage(Struct, frozen=True, kw_only=True):
    """One paragraph before it is measured."""

    text: Text
    role: str
    breaks: Breaks = "sense"
    align: Align = "l"
    space_before: int = 0  # hundredths of a point
    level: int = 0  # of the placeholder
    color: Color | None = None  # instead of the role's
    clear: Emu = 0  # what its lines leave free at the right, such as the place of a numeral
    at_step: int | None = None  # a step of its own, where it does not follow its siblings
    what: str = "text"  # the field it comes from, as messages name it

    @property
    def words(self) -> str:
        """What is measured: "\n" where the author ends a line."""
        return self.text.written.replace(BREAK, "\n")

    def at(self, typesetter: Typesetter, step: int, width: Emu, room: Emu | None = None) -> SetPassage:
        """The paragraph measured; lines that a height of `room` cannot hold are not broken at sense."""
        setting = typesetter.setting(self.role, step if self.at_step is None else self.at_step)
        return self.set_in(setting, width, MOST_LINES if room is None else room // setting.line_height)

    def set_in(self, setting: Setting, width: Emu, most: int = MOST_LINES) -> SetPassage:
        """The paragraph measured in a setting; more than `most` lines are not broken at sense, since they fit nowhere."""
        words = self.words
        return SetPassage(self, setting, width, words, spans_of(words, self.breaks, setting, width - self.clear, most))


class SetPassage(Struct, frozen=True):
    """A paragraph whose lines are known."""

    passage: Passage
    setting: Setting
    width: Emu
    words: str  # of the passage, as they are measured
    spans: Spans

    @property
    def height(self) -> Emu:
        return (self.setting.leading * len(self.spans) + self.passage.space_before) * EMU_PER_PT // 100

    @property
    def line_count(self) -> int:
        return len(self.spans)

    @property
    def widest(self) -> Emu:
        """How wide its longest line is."""
        text = self.words
        return max((self.setting.width(text[begin:end]) for begin, end in self.spans), default=0)

    def narrowed(self, by: Emu) -> SetPassage:
        """The same in a box narrower by so much."""
        return self.passage.set_in(self.setting, self.width - by)

    def narrowing(self, more: int, most: Emu) -> Emu:
        """By how much its box must be narrower, up to `most`, so that a running text ends its lines at words and in no 孤字.

        0 where it does so already, or where no way of filling does better in as many lines and at most `more`.
        """
        if self.passage.breaks != "running" or len(self.spans) < 2:
            return 0
        setting, room = self.setting, self.room
        most_mem = room - setting.room(self.width - self.passage.clear - most)
        text, tracking = self.words, setting.role.tracking
        return setting.length(room - best_filling(text, room, setting.metrics, tracking, setting.keep, more, most_mem).room)

    @property
    def fault(self) -> float:
        """What it costs that lines of a running text end inside words or names, and the last one in a 孤字; 0 where none does.

        Of a text that is broken at sense, that its last line is a 孤字.
        """
        if len(self.spans) < 2:
            return 0
        if self.passage.breaks != "running":
            begin, end = self.spans[-1]
            return FAULT if end - begin <= ORPHAN else 0
        cost = filling_cost(self.words, self.spans, self.setting.keep)
        return cost if cost >= FAULT else 0

    @property
    def slack(self) -> Emu:
        """By how much its box may be narrower without a change to its lines."""
        setting, text = self.setting, self.words
        return self.width - self.passage.clear - max((setting.width(text[begin:end]) for begin, end in self.spans), default=0)

    @property
    def room(self) -> int:
        """In 1/1000 em."""
        return self.setting.room(self.width - self.passage.clear)

    @property
    def splits_word(self) -> bool:
        """Whether a line that is broken at sense ends inside a Latin word, for want of room for the whole of it."""
        text = self.words
        return self.passage.breaks in ("sense", "clauses") and any(
            end == begin and is_latin(text[end - 1]) and is_latin(text[end]) and not after_hyphen(text, end)
            for (_, end), (begin, _) in pairwise(self.spans)
        )

    def characters_in(self, lines: int) -> int:
        """How many of its characters so many lines hold."""
        return characters_that_fit(self.words, self.room, lines, self.setting.metrics, self.setting.role.tracking)

    def overflow(self, lines: int) -> Finding:
        """That only so many lines of the passage fit."""
        length = len(self.words)
        fits = min(self.characters_in(lines), length - 1)  # a text that would fit whole may still break badly
        facts = {"what": self.passage.what, "over": length - fits, "fits": fits, "length": length}
        return Finding(self.passage.text.source, "layout/overflow", {name: str(value) for name, value in facts.items()})

    def paragraph(self) -> Paragraph:
        """The paragraph of the scene."""
        passage = self.passage
        style, strong = self.setting.style, self.setting.strong
        if passage.color is not None:
            style = strong = style.with_color(passage.color)
        hard = passage.breaks in ("sense", "clauses")
        return Paragraph(
            set_lines(passage.text, self.spans, (style, strong), hard), self.setting.leading, passage.align, passage.space_before,
            passage.level, hard, any(run.link for run in passage.text.runs),
        )  # fmt: skip


def words(text: str, role: str, *, align: Align = "l", color: Color | None = None, step: int | None = None) -> Passage:
    """A line of our own words as it is: a numeral, a label."""
    return Passage(text=Text((Run(text),)) if text else NO_TEXT, role=role, breaks="none", align=align, color=color, at_step=step)


def one_line(text: str, setting: Setting, align: Align = "l", color: Color | None = None) -> Paragraph:
    """The same already in its setting."""
    style = setting.style if color is None else setting.style.with_color(color)
    return Paragraph(((scene.StyledRun(text, style),),), setting.leading, align)


def spans_of(text: str, breaks: Breaks, setting: Setting, width: Emu, most: int = MOST_LINES) -> Spans:
    """Where the lines of a text fall in a width."""
    room, metrics, tracking = setting.room(width), setting.metrics, setting.role.tracking
    match breaks:
        case "sense":
            return balance(text, room, metrics, tracking, setting.keep, most)
        case "clauses":
            parted = () if "\n" in text else at_marks(text, room, metrics, tracking, setting.keep, most)
            return parted or balance(text, room, metrics, tracking, setting.keep, most)
        case "running":
            return fill(text, room, metrics, tracking)
        case "none":
            return ((0, len(text)),)
        case _:
            assert_never(breaks)


def sense_count(text: str, setting: Setting, width: Emu) -> int:
    """How many lines a text takes that is broken at sense; now and then one more than the fewest."""
    return len(spans_of(text, "sense", setting, width)) if text else 0


def set_lines(text: Text, spans: Spans, styles: tuple[TextStyle, TextStyle], hard: bool) -> tuple[tuple[scene.StyledRun, ...], ...]:
    """The lines as runs in the plain or the strong style.

    A space that vanishes at a break is dropped where the break is written out, and kept at the end of its line where the client
    will break there by itself.
    """
    ends = [end for _, end in spans] if hard else [*(begin for begin, _ in spans[1:]), spans[-1][1]]
    style, strong = styles
    if len(text.runs) == 1 and not (text.runs[0].strong or text.runs[0].link or text.runs[0].raised):
        only = text.runs[0]
        plain, source, figure = only.text, only.source if only.source.path else text.source, only.reference
        return tuple(
            (scene.StyledRun(shown(plain[begin:end]), style, source=source, figure=figure),)
            for (begin, _), end in zip(spans, ends, strict=True)
        )
    return tuple(
        tuple(
            scene.StyledRun(
                shown(piece),
                styled(run, style, strong),
                "",
                run.link,
                run.source if run.source.path else text.source,
                run.reference,
                run.strong,
            )
            for run, piece in pieces(text.runs, begin, end)
        )
        for (begin, _), end in zip(spans, ends, strict=True)
    )


def shown(piece: str) -> str:
    """The words without the author's line ends, which are none where a text must stand on one line."""
    return piece.replace(BREAK, "") if BREAK in piece else piece


def styled(run: Run, style: TextStyle, strong: TextStyle) -> TextStyle:
    look = strong if run.strong else style
    return look.lifted(RAISED if run.raised > 0 else LOWERED) if run.raised else look


def pieces(runs: tuple[Run, ...], begin: int, end: int) -> list[tuple[Run, str]]:
    """What of each run stands between two offsets of the whole text."""
    parts = []
    at = 0
    for run in runs:
        piece = run.text[max(0, begin - at) : max(0, end - at)]
        if piece:
            parts.append((run, piece))
        at += len(run.text)
    return parts


def joined(*texts: Text) -> Text:
    """Texts one after another, as one; every run knows which of them it stands in."""
    sources = [text.source for text in texts if text]
    if not sources:
        return NO_TEXT
    return Text(
        tuple(run if run.source.path else structs.replace(run, source=text.source) for text in texts for run in text.runs), sources[0]
    )
