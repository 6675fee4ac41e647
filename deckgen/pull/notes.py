"""Edited notes: paragraph by paragraph, into the text that the outline has for them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from yaml.nodes import MappingNode, ScalarNode

from deckgen.pull.fields import Fields, Shown
from deckgen.pull.scalars import differences
from deckgen.pull.sequences import with_pair
from deckgen.pull.theirs import TheirSlide
from deckgen.pull.values import Located, Stretch, Wanted, escaped
from deckgen.snapshot import SlideRecord, words_print


def carry_notes(record: SlideRecord, slide: TheirSlide, fields: Fields, wanted: Wanted, fresh: dict[str, list[str]]) -> str:
    """Why the notes of a slide are not carried; "" when they are."""
    if not record.notes_at:
        return new_notes(record, slide, fields, fresh)
    name = record.notes_at[1:] if record.notes_at.startswith("/") else f"{record.at}/{record.notes_at}"
    node, shown = fields.node(name), fields.shown(name)
    if not isinstance(node, ScalarNode) or shown is None:
        return "elsewhere"
    ours = paragraphs(shown)
    if [words_print(shown.text[begin:end]) for begin, end in ours] != list(record.notes):
        return "notes-both"
    stretches: list[Stretch] = []
    now = [words_print(line) for line in slide.notes]
    for tag, i, j, m, n in SequenceMatcher(None, list(record.notes), now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(j - i, n - m)
        for k in range(both):
            changed = edited(shown, ours[i + k], slide.notes[m + k])
            if changed is None:
                return "notes-figure"
            stretches += changed
        stretches += removed(shown, ours, i + both, j)
        if m + both < n:
            if node.style != "|":
                return "notes-style"
            after = ours[i + both - 1] if i + both else None
            place = shown.ends[after[1] - 1] if after else 0
            lines = "".join(f"\n{escaped(line)}" for line in slide.notes[m + both : n])
            stretches.append(Stretch(place, place, lines if after else f"{lines[1:]}\n"))
    return "" if wanted.add(Located(name, tuple(stretches))) else "twice"


def paragraphs(shown: Shown) -> list[tuple[int, int]]:
    """From where to where each paragraph with words stands in the text."""
    found, at = [], 0
    for line in shown.text.split("\n"):
        if line.strip():
            left = at + len(line) - len(line.lstrip())
            found.append((left, left + len(line.strip())))
        at += len(line) + 1
    return found


def edited(shown: Shown, place: tuple[int, int], now: str) -> list[Stretch] | None:
    """The stretches of one paragraph; None where a figure in it reads otherwise."""
    begin, end = place
    found = []
    for left, right, new in differences(shown.text[begin:end], now.replace("\n", "")):
        first, last = begin + left, begin + right
        if any(first < right_ and left_ < max(last, first + (first == last and left_ < first)) for left_, right_, _ in shown.figures):
            return None
        start = shown.starts[first] if left < right or first == begin else shown.ends[first - 1]
        found.append(Stretch(start, shown.ends[last - 1] if left < right else start, escaped(new)))
    return found


def removed(shown: Shown, ours: list[tuple[int, int]], first: int, last: int) -> list[Stretch]:
    """Paragraphs that are gone, each with the line end before it, or behind it where it is the first."""
    if first >= last:
        return []
    if first:
        return [Stretch(shown.ends[ours[first - 1][1] - 1], shown.ends[ours[last - 1][1] - 1], "")]
    end = shown.starts[ours[last][0]] if last < len(ours) else shown.ends[ours[last - 1][1] - 1]
    return [Stretch(shown.starts[ours[0][0]], end, "")]


def new_notes(record: SlideRecord, slide: TheirSlide, fields: Fields, fresh: dict[str, list[str]]) -> str:
    """Notes of a slide that had none."""
    holder = fields.at(record.at)
    if not isinstance(holder, MappingNode) or any(key.value == "notes" for key, _ in holder.value):
        return "notes-both"
    if with_pair(fields.document.text, holder, written_notes(slide.notes)) is None:
        return "notes-style"
    fresh[record.at] = list(slide.notes)
    return ""


def written_notes(lines: Sequence[str]) -> str:
    return "notes: |" + "".join(f"\n  {escaped(line)}" for line in lines)
