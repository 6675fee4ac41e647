"""Paragraphs below one another in one box: the lead, the sentence under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct, structs

from deckgen.blocks.passage import Passage, SetPassage
from deckgen.blocks.setting import Typesetter
from deckgen.geometry import EMU_PER_PT, Emu
from deckgen.scene import Paragraph

STEPS_FOR_TIDINESS = 4  # so many steps of type are tried to end no line inside a word and no text in a 孤字


SLACK = 2 * EMU_PER_PT  # what a box that may be no narrower than a line leaves to it: clients do not measure as we do to a hair


class Stack(Struct, frozen=True):
    """What one text box holds, before it is measured; passages without words are left out."""

    passages: tuple[Passage, ...]

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum([len(passage.text.plain) for passage in self.passages])

    def at(self, typesetter: Typesetter, step: int, width: Emu, room: Emu | None = None) -> SetStack:
        """The stack measured at a step of the type scale."""
        return SetStack(tuple([passage.at(typesetter, step, width, room) for passage in self.passages]))


class SetStack(Struct, frozen=True):
    """A stack whose lines are known, all in one width; its box is narrower by `margin`."""

    parts: tuple[SetPassage, ...]
    margin: Emu = 0

    @property
    def height(self) -> Emu:
        return sum([part.height for part in self.parts])

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(part.paragraph() for part in self.parts)

    @property
    def centred(self) -> bool:
        return any(part.passage.align == "ctr" for part in self.parts)

    @property
    def splits_word(self) -> bool:
        return any(part.splits_word for part in self.parts)

    @property
    def fault(self) -> float:
        """What it costs that its texts end lines inside words, or end in a 孤字."""
        return sum([part.fault for part in self.parts])

    def settled(self, more: int = 0) -> SetStack:
        """The stack in a box so narrow that its running text, the last one, keeps its words whole.

        That text may take `more` lines for it. No other passage takes one more: those that are broken at sense are broken anew
        in the narrower box, or else the box is no narrower than they are wide.
        """
        if self.margin or not self.parts:
            return self
        *others, last = self.parts
        for tried in range(2):
            most = min((part.slack for part in others), default=0) - SLACK if tried else last.width
            margin = last.narrowing(more, most) if most > 0 else 0
            if margin:
                parts = [part if part.slack >= margin + SLACK else part.narrowed(margin) for part in others]
                if all(part.line_count <= before.line_count for part, before in zip(parts, others, strict=True)):
                    return SetStack((*parts, last.narrowed(margin)), margin)
        return self

    def too_long(self, room: Emu) -> tuple[SetPassage, int]:
        """The part to be shortened for a height of `room`, and how many lines of it that holds.

        That is the last one, its sentence, unless the others alone are too much: then the longest.
        """
        last = self.parts[-1]
        part = last if self.lines_for(last, room) else max(self.parts, key=lambda part: part.line_count)
        return part, self.lines_for(part, room)

    def lines_for(self, part: SetPassage, room: Emu) -> int:
        """How many lines of one part a height of `room` holds beside the others."""
        others = self.height - part.line_count * part.setting.line_height
        return max(0, (room - others) // part.setting.line_height)


def stacked(*passages: Passage) -> Stack:
    """A stack of the passages that have words; what stands above the first of them falls away."""
    spoken = [passage for passage in passages if passage.text]
    return Stack(tuple(passage if n else structs.replace(passage, space_before=0) for n, passage in enumerate(spoken)))


class Fitted(Struct, frozen=True):
    """Stacks at the step of the type scale that they share."""

    step: int
    stacks: tuple[SetStack, ...]

    @property
    def height(self) -> Emu:
        """Of the highest."""
        return max((stack.height for stack in self.stacks), default=0)


Fits = Callable[[Sequence[SetStack]], bool]


class Fitting(Struct, frozen=True):
    """The largest step at which siblings fit, their texts not yet tidied, which may cost a step or three but never gains one."""

    first: Fitted
    tidied: Callable[[], Fitted]


def fitting(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], fits: Fits, room: Emu) -> Fitting | None:
    """What `fit` begins with: of a set that is given up for another one no line need be tidied."""
    cut = None
    steps = steps_of(typesetter, stacks)
    longest_first = sorted(range(len(stacks)), key=lambda index: -stacks[index].length)
    for step in steps:
        attempt = set_within(typesetter, stacks, widths, room, step, longest_first)
        if attempt is None or not fits(attempt.stacks):
            continue
        if any(stack.splits_word for stack in attempt.stacks):
            cut = cut or attempt
        elif typesetter.rough:
            return Fitting(attempt, partial(as_it_is, attempt))
        else:
            return Fitting(attempt, partial(tidied, attempt, partial(set_at, typesetter, stacks, widths, room), steps, fits))
    return Fitting(cut, partial(as_it_is, cut)) if cut else None


def as_it_is(fitted: Fitted) -> Fitted:
    return fitted


def fit(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], fits: Fits, room: Emu) -> Fitted | None:
    """Siblings at the largest step at which all fit together; None when not even the floor does.

    No Latin word is cut while a smaller step spares it that. Of a few steps from there on that is taken at which the fewest texts
    end a line inside a word or end in a 孤字. No stack is higher than `room`.
    """
    found = fitting(typesetter, stacks, widths, fits, room)
    return found.tidied() if found else None


def fit_each(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, limit: Emu) -> Fitted:
    """The same where each has `room` of its own; where some do not fit even at the floor, all at the floor, where `limit` is borne."""
    fitted = fit(typesetter, stacks, widths, partial(all_within, room), room)
    return fitted or settled(set_at(typesetter, stacks, widths, limit, steps_of(typesetter, stacks)[-1]), partial(all_within, limit))


def all_within(room: Emu, stacks: Sequence[SetStack]) -> bool:
    return all(stack.height <= room for stack in stacks)


def set_at(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, step: int) -> Fitted:
    return Fitted(step, tuple(stack.at(typesetter, step, width, room) for stack, width in zip(stacks, widths, strict=True)))


def set_within(
    typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, step: int, order: Sequence[int]
) -> Fitted | None:
    """The same; None as soon as one is higher than `room`; those are asked first that come first in `order`."""
    made: dict[int, SetStack] = {}
    for index in order:
        made[index] = stacks[index].at(typesetter, step, widths[index], room)
        if made[index].height > room:
            return None
    return Fitted(step, tuple(made[index] for index in range(len(stacks))))


def tidied(first: Fitted, at: Callable[[int], Fitted], steps: range, fits: Fits) -> Fitted:
    """Of a few steps the one with the least faults, the largest of equals; each stack settled in its width."""
    best = settled(first, fits)
    for step in range(first.step + 1, min(first.step + STEPS_FOR_TIDINESS, steps[-1] + 1)):
        if not fault_of(best):
            break
        attempt = settled(at(step), fits)
        if fault_of(attempt) < fault_of(best):
            best = attempt
    return best


def fault_of(fitted: Fitted) -> float:
    return sum([stack.fault for stack in fitted.stacks])


def settled(fitted: Fitted, fits: Fits) -> Fitted:
    """Every stack in a box that keeps its words whole; those that cannot in as many lines take one or two more where all still fit."""
    stacks = [stack.settled() for stack in fitted.stacks]
    for index, plain in enumerate(fitted.stacks):
        best, fault = stacks[index], stacks[index].fault
        for more in (1, 2):
            if not fault:
                break
            stacks[index] = tried = plain.settled(more)
            if (less := tried.fault) < fault and fits(stacks):
                best, fault = tried, less
            else:
                stacks[index] = best
    return Fitted(fitted.step, tuple(stacks))


def steps_of(typesetter: Typesetter, stacks: Sequence[Stack]) -> range:
    """The steps that the passages have between them; of those with a step of their own none."""
    roles = {passage.role for stack in stacks for passage in stack.passages if passage.at_step is None}
    return typesetter.steps(*roles) if roles else range(1)
