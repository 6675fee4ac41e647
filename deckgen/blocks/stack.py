"""Paragraphs below one another in one box: the lead, the sentence under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct, structs

from deckgen.blocks.passage import Passage, SetPassage
from deckgen.blocks.setting import Typesetter
from deckgen.geometry import Emu
from deckgen.scene import Paragraph

STEPS_FOR_TIDINESS = 2  # so many steps of type are tried to end no text in a 孤字


class Stack(Struct, frozen=True):
    """What one text box holds, before it is measured; passages without words are left out."""

    passages: tuple[Passage, ...]

    def at(self, typesetter: Typesetter, step: int, width: Emu, room: Emu | None = None) -> SetStack:
        """The stack measured at a step of the type scale."""
        return SetStack(tuple(passage.at(typesetter, step, width, room) for passage in self.passages))


class SetStack(Struct, frozen=True):
    """A stack whose lines are known, all in one width."""

    parts: tuple[SetPassage, ...]

    @property
    def height(self) -> Emu:
        return sum(part.height for part in self.parts)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(part.paragraph() for part in self.parts)

    @property
    def centred(self) -> bool:
        return any(part.passage.align == "ctr" for part in self.parts)

    @property
    def narrowing(self) -> Emu:
        """By how much its box may be narrower to spare its last text a 孤字, without costing another passage a line."""
        margin = self.parts[-1].narrowing() if self.parts else 0
        bears = margin and all(part.narrowed(margin).line_count <= part.line_count for part in self.parts[:-1])
        return margin if bears else 0

    @property
    def splits_word(self) -> bool:
        return any(part.splits_word for part in self.parts)

    @property
    def tidy(self) -> bool:
        """Whether no text ends in a 孤字 that narrowing the box does not cure."""
        return not self.parts or not self.parts[-1].orphaned or self.narrowing > 0

    def narrowed(self, by: Emu) -> SetStack:
        return SetStack(tuple(part.narrowed(by) for part in self.parts)) if by else self

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


def fit(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], fits: Fits, room: Emu) -> Fitted | None:
    """Siblings at the largest step at which all fit together; None when not even the floor does.

    No Latin word is cut while a smaller step spares it that. Of three steps from there on the first is taken at which no text
    ends in a 孤字. No stack is higher than `room`.
    """
    cut = None
    for step in steps_of(typesetter, stacks):
        attempt = set_at(typesetter, stacks, widths, room, step)
        if not fits(attempt.stacks):
            continue
        if any(stack.splits_word for stack in attempt.stacks):
            cut = cut or attempt
        else:
            return tidied(attempt, partial(set_at, typesetter, stacks, widths, room), steps_of(typesetter, stacks))
    return cut


def fit_each(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, limit: Emu) -> Fitted:
    """The same where each has `room` of its own; where some do not fit even at the floor, all at the floor, where `limit` is borne."""
    fitted = fit(typesetter, stacks, widths, partial(all_within, room), room)
    return fitted or set_at(typesetter, stacks, widths, limit, steps_of(typesetter, stacks)[-1])


def all_within(room: Emu, stacks: Sequence[SetStack]) -> bool:
    return all(stack.height <= room for stack in stacks)


def set_at(typesetter: Typesetter, stacks: Sequence[Stack], widths: Sequence[Emu], room: Emu, step: int) -> Fitted:
    return Fitted(step, tuple(stack.at(typesetter, step, width, room) for stack, width in zip(stacks, widths, strict=True)))


def tidied(first: Fitted, at: Callable[[int], Fitted], steps: range) -> Fitted:
    """The first of three steps at which every stack is tidy; `first` where none is."""
    for step in range(first.step, min(first.step + STEPS_FOR_TIDINESS, steps[-1] + 1)):
        attempt = first if step == first.step else at(step)
        if all(stack.tidy for stack in attempt.stacks):
            return attempt
    return first


def steps_of(typesetter: Typesetter, stacks: Sequence[Stack]) -> range:
    """The steps that the passages have between them; of those with a step of their own none."""
    roles = {passage.role for stack in stacks for passage in stack.passages if passage.at_step is None}
    return typesetter.steps(*roles) if roles else range(1)
