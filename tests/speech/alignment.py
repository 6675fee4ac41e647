"""Where the words of the notes stand in the speech: what is lost, what is added, which figure stands at which place."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.outline import NO_TEXT, Outline, Text

from .expected import Expected

NUMBERING = re.compile(
    r"^(?:#+|[-*>]|第?[一二三四五六七八九十]+(?:、|，|是|要(?=\S{4})|．)|[（(][一二三四五六七八九十\d]+[)）][、.．]?|\d+[.．、](?!\d)|[①-⑳]|——)\s*"
)
MARKDOWN = re.compile(r"^\s*(?:#+\s+|[-*+]\s+|>\s*|\d+\.\s+)|\*\*|[`|]")
SEPARATORS = "|｜¦、，；：,;: \t"
DIGITS = "0123456789"

Chars = list[tuple[str, int]]  # each character that counts, with where it stands


class Aligned(Struct, frozen=True):
    exact: bool  # whether the notes are the speech, character by character, blanks aside
    lost: tuple[str, ...]  # lines of the speech that neither the notes nor a title hold
    added: tuple[str, ...]  # words of the notes that the speech does not have there
    figures: dict[tuple[int, int], str]  # line and column -> the figure that the notes name there


def align(expected: Expected, outline: Outline) -> Aligned:
    """The notes put together, held against the speech line by line."""
    said, names = noted(outline)
    titles = bare("｜".join(text.plain for text in headings(outline)))
    at, lost, added, figures = 0, [], [], {}
    for number, line in enumerate(expected.lines, 1):
        choices = spellings(line, expected.numbers[number - 1], expected.path.suffix)
        start, taken = find(said, choices, at)
        if start < 0:
            if choices and bare(stripped(line)) not in titles:
                lost.append(f"{number}: {line[:40]}")
            continue
        added += [said[at:start]] if start > at else []
        figures.update({(number, column): names[start + n] for n, column in enumerate(taken) if names[start + n]})
        at = start + len(taken)
    added += [said[at:]] if said[at:] else []
    speech = "".join(char for line in expected.lines for char, _ in counted(line))
    return Aligned(said == speech, tuple(lost), tuple(added), figures)


def noted(outline: Outline) -> tuple[str, list[str]]:
    """All notes in the order of the deck, blanks left out, and of each character the figure it came from."""
    texts = [outline.notes]
    for part in outline.parts:
        texts += [part.notes, *(slide.notes for slide in part.slides)]
    texts += [outline.closing.notes] if outline.closing else []
    runs = [(run.text, run.figure) for text in texts for run in text.runs]
    whole = "".join(text for text, _ in runs)
    owner = [figure for text, figure in runs for _ in text]
    chars = counted(whole)
    return "".join(char for char, _ in chars), [owner[place - 1] for _, place in chars]


def headings(outline: Outline) -> list[Text]:
    """Every text that may carry a line of the speech instead of the notes."""
    found = [outline.title, outline.kicker, outline.subtitle, outline.organization, outline.presenter, outline.date]
    for part in outline.parts:
        found += [part.title, part.motto]
        for slide in part.slides:
            found += [slide.title, getattr(slide, "motto", NO_TEXT)]
    return found


def spellings(line: str, number: str, suffix: str) -> list[Chars]:
    """The ways in which a line may stand in the notes: as it is, with the number that Word shows, without the marks of markdown."""
    whole = counted(line)
    if not whole:
        return []
    found = [[(char, 0) for char, _ in counted(number)] + whole] if number else []
    found.append(whole)
    if suffix == ".md":
        kept = list(line)
        for match in MARKDOWN.finditer(line):
            kept[match.start() : match.end()] = " " * len(match[0])
        unmarked = counted("".join(kept))
        listed = counted(re.sub(r"^\s*(?:#+|[-*+>])\s+|\*\*", lambda match: " " * len(match[0]), line))
        found += [listed, unmarked]
    if "¦" in line:
        found.append([(char, place) for char, place in whole if char != "¦"])
    return [chars for chars in found if chars]


def find(said: str, choices: list[Chars], at: int) -> tuple[int, list[int]]:
    """Where the nearest of the spellings stands from `at` on, and the columns of its characters; (-1, []) when none does."""
    best = (-1, list[int]())
    for chars in choices:
        text = "".join(char for char, _ in chars)
        start = said.find(text, at)
        if "¦" in text and start < 0:
            start, chars = find_cells(said, chars, at)
        # A short line (同志们：) is looked for nearby only: it would be found anywhere.
        near = start >= 0 and (len(text) >= 12 or start - at <= 200)
        if near and (best[0] < 0 or start < best[0]):
            best = (start, [place for _, place in chars])
    return best


def find_cells(said: str, chars: Chars, at: int) -> tuple[int, Chars]:
    """A row of a table, whatever stands between its cells (a mark or two)."""
    text = "".join(char for char, _ in chars)
    gap = f"[{re.escape(SEPARATORS)}]{{0,2}}"
    match = re.compile(gap.join(map(re.escape, text.split("¦")))).search(said, at)
    if not match:
        return -1, []
    places = iter([entry for entry in chars if entry[0] != "¦"])
    following, found = next(places), []
    for char in match[0]:
        if following and char == following[0]:
            found.append(following)
            following = next(places, ("", 0))
        else:
            found.append((char, 0))
    return match.start(), found


def counted(text: str) -> Chars:
    """The characters that count, with their columns from 1: no blanks, no comma inside a number, one kind of minus."""
    found = []
    for n, char in enumerate(text):
        inside = char == "," and text[n - 1 : n] in DIGITS and text[n + 1 : n + 2] in DIGITS and n and n + 1 < len(text)
        if not (char.isspace() or char in "⏎\ufeff\u200b" or inside):
            found.append(("-" if char == "−" else char, n + 1))
    return found


def squeezed(text: str) -> str:
    return "".join(char for char, _ in counted(text))


def stripped(line: str) -> str:
    """A heading without its numbering and the marks around it."""
    before = ""
    line = line.strip(" \t\u3000*#")
    while line != before:
        before, line = line, NUMBERING.sub("", line)
    return line.strip(" \t\u3000*。．：:；;，,")


def bare(text: str) -> str:
    """Only the words: what a heading and its title have in common when a comma has become the edge between title and motto."""
    return "".join(char for char in squeezed(text) if char.isalnum() or char == "｜")
