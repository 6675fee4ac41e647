"""Words of a person put into the paragraphs of a slide that was built anew, as those are set."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml.etree import _Element as Node

from deckgen.inspect.package.xml import A
from deckgen.keep.tree import child
from deckgen.pull.scalars import differences
from deckgen.pull.segments import aligned
from deckgen.pull.theirs import plain

RUNS = (A + "r", A + "br")


def paragraphs(body: Node) -> list[Node]:
    """Those with words, in order."""
    return [one for one in body.iterfind(A + "p") if words_of(one).strip()]


def words_of(paragraph: Node) -> str:
    """Its words, breaks as \\n."""
    return plain("".join("\n" if one.tag == A + "br" else one.text or "" for one in paragraph.iter(A + "t", A + "br")))


def set_words(paragraph: Node, new: str) -> None:
    """Have a paragraph say `new`: characters that stay keep their style, new ones have that of the one before them."""
    runs = [one for one in paragraph if one.tag in RUNS]
    if not runs or child(paragraph, A + "fld") is not None:
        return
    chars = [(char, at) for at, run in enumerate(runs) for char in ("\n" if run.tag == A + "br" else words_of(run))]
    fresh: list[tuple[str, int]] = []
    done = 0
    for left, right, piece in differences("".join(char for char, _ in chars), new):
        fresh += chars[done:left]
        near = chars[left][1] if left < right else chars[left - 1][1] if left else 0
        fresh += [(char, near) for char in piece]
        done = right
    fresh += chars[done:]
    place = list(paragraph).index(runs[0])
    styles = [child(run, A + "rPr") for run in runs]
    for run in runs:
        paragraph.remove(run)
    for number, (text, at) in enumerate(joined(fresh)):
        paragraph.insert(place + number, made(paragraph, text, styles[at]))


def joined(chars: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Neighbours of one style together, breaks alone."""
    found: list[tuple[str, int]] = []
    for char, at in chars:
        if found and char != "\n" and found[-1][1] == at and found[-1][0] != "\n":
            found[-1] = (found[-1][0] + char, at)
        else:
            found.append((char, at))
    return found


def made(paragraph: Node, text: str, style: Node | None) -> Node:
    run = paragraph.makeelement(A + ("br" if text == "\n" else "r"), None, None)
    if style is not None:
        run.append(deepcopy(style))
    if text != "\n":
        words = run.makeelement(A + "t", None, None)
        words.text = text
        run.append(words)
    return run


def set_lines(body: Node, now: Sequence[str]) -> None:
    """Have the paragraphs of a body say these lines; one that is new is set as the one before it."""
    ours = paragraphs(body)
    lines = [line for line in now if line.strip()]
    last: Node | None = None
    for was, at in aligned([words_of(one) for one in ours], lines):
        if at < 0:
            body.remove(ours[was])
            continue
        if was >= 0:
            last = ours[was]
        elif ours:
            fresh = deepcopy(last if last is not None else ours[0])
            if last is not None:
                last.addnext(fresh)
            else:
                ours[0].addprevious(fresh)
            last = fresh
        if last is not None and words_of(last) != lines[at]:
            set_words(last, lines[at])
    if not paragraphs(body) and body.find(A + "p") is None:
        body.append(body.makeelement(A + "p", None, None))


def merged_lines(was: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> tuple[list[str], bool]:
    """(the lines with what either side changed, whether both changed one of them otherwise); of those ours stays."""
    if len(was) != len(theirs) or len(was) != len(ours):
        return list(ours), True
    found, both = [], False
    for old, their, our in zip(was, theirs, ours, strict=True):
        found.append(their if our == old else our)
        both |= our != old and their not in (old, our)
    return found, both


def restyle(body: Node, theirs: Node) -> None:
    """Give all runs the size, weight and colour that most characters of another text have."""
    weights: dict[int, int] = {}
    runs = list(theirs.iter(A + "r"))
    for at, run in enumerate(runs):
        weights[at] = len(words_of(run))
    if not weights:
        return
    source = child(runs[max(weights, key=lambda at: weights[at])], A + "rPr")
    for run in body.iter(A + "r") if source is not None else ():
        style = child(run, A + "rPr")
        if style is None:
            style = run.makeelement(A + "rPr", None, None)
            run.insert(0, style)
        for name in ("sz", "b", "i", "u"):
            if source is not None and source.get(name) is not None:
                style.set(name, source.get(name, ""))
        fill = child(source, A + "solidFill")
        if fill is not None:
            for old in style.findall(A + "solidFill"):
                style.remove(old)
            line = child(style, A + "ln")
            style.insert(0 if line is None else 1, deepcopy(fill))
