"""The points of a section: its subsections, its 一是 二是, its paragraphs with topic sentences, or its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.tree import Node
from deckgen.speech.text.numbering import Mark, inline_marks
from deckgen.speech.text.sentences import parted, segments, sentences

LONGEST_TOPIC = 36
SHORTEST_POINT = 14  # characters of a sentence that stands by itself
MOST = 6  # points that a slide shows well
MANY = 60  # sentences of one paragraph among which neighbours are weighed
INTRO = re.compile(r"(?:.{0,10}(?:深刻认识到|认识到|指出|强调)|过去(?:的)?一年|一年来|今年以来|20\d\d年)")


def items_of(speech: Speech, node: Node) -> tuple[list[DraftItem], list[Piece]]:
    """(points, paragraphs before them that only lead in)."""
    if node.children:
        return [child_item(speech, child) for child in node.children], node.body
    return items_of_paragraphs(speech, node.body)


def child_item(speech: Speech, node: Node) -> DraftItem:
    """A subsection as one point."""
    if node.heading is None:
        return DraftItem(node.body[0], tuple(node.body))
    body = [*node.body]
    for child in node.children:
        inner = child_item(speech, child)
        body.extend([inner.head, *inner.body])
    return DraftItem(node.heading.title, tuple(body))


def items_of_paragraphs(speech: Speech, body: Sequence[Piece]) -> tuple[list[DraftItem], list[Piece]]:
    """Points of paragraphs that have no headings."""
    intro, rest = parted_intro(speech, body)
    if len(rest) >= 2:
        return [paragraph_item(speech, piece) for piece in rest], intro
    if not rest:
        return [], intro
    listed = listed_items(speech, rest[0])
    if listed:
        before, items = listed
        return items, [*intro, *([before] if before.end > before.start else [])]
    return sentence_items(speech, rest[0]), intro


def parted_intro(speech: Speech, body: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Paragraphs that lead in, and those that are points: the first lead in as long as they have no topic sentence and a later one has."""
    topics = [has_topic(speech, piece) for piece in body]
    if len(body) < 2 or not any(topics[1:]):
        return [], list(body)
    first = topics.index(True, 0)
    if first == 0 and len(body) > 2 and leads_in(speech, body) and all(topics[1:]):
        first = 1
    return list(body[:first]), list(body[first:])


def has_topic(speech: Speech, piece: Piece) -> bool:
    """Whether the paragraph begins with a short sentence that the rest of it unfolds."""
    stretches = sentences(piece.text(speech))
    limit = LONGEST_TOPIC * (3 if piece.text(speech).isascii() else 1)
    return len(stretches) > 1 and len(stretches[0].text) <= limit and stretches[0].mark != "："


def leads_in(speech: Speech, body: Sequence[Piece]) -> bool:
    """Whether the first paragraph begins unlike all others, which begin alike (我们……)."""
    starts = [piece.text(speech)[:2] for piece in body]
    return len(set(starts[1:])) == 1 and starts[0] != starts[1]


def paragraph_item(speech: Speech, piece: Piece) -> DraftItem:
    """The topic sentence, or the first clause, and all that follows it."""
    text = piece.text(speech)
    stretches = sentences(text)
    if len(stretches) > 1 and len(stretches[0].text) <= LONGEST_TOPIC * (3 if text.isascii() else 1):
        return DraftItem(piece.part(stretches[0].start, stretches[0].end), (piece.part(stretches[1].start, len(text)),))
    return first_clause_item(piece, text)


def first_clause_item(piece: Piece, text: str) -> DraftItem:
    """The first clause leads, unless it only says when or under what circumstances."""
    stretches = list(parted(text, "。！？；;，,：:", english=True))
    lead = next(
        (
            s
            for s in stretches[:3]
            if not re.match(r"(?:在|当|面对|围绕|随着|按照|根据|通过|为了?|针对|20\d\d年|今年|一年来|过去)", s.text) and len(s.text) > 3
        ),
        stretches[0],
    )
    following = [s for s in stretches if s.start > lead.start]
    rest = (piece.part(following[0].start, len(text)),) if following else ()
    before = (piece.part(0, lead.start),) if lead.start else ()
    return DraftItem(piece.part(lead.start, lead.end), rest or before or (piece.part(lead.start, lead.end),))


def listed_items(speech: Speech, piece: Piece) -> tuple[Piece, list[DraftItem]] | None:
    """(what stands before the list, its points) of a paragraph that counts 一是…… 二是……; None of any other."""
    text = piece.text(speech)
    marks = inline_marks(text)
    if not marks:
        return None
    items = [paragraph_item(speech, entry) for entry in listed(piece, marks, len(text)) if entry.end - entry.start > 2]
    return piece.part(0, marks[0][0]), items


def listed(piece: Piece, marks: list[tuple[int, Mark]], end: int) -> list[Piece]:
    """What stands behind each mark of a list, up to the next one."""
    ends = [*(offset for offset, _ in marks[1:]), end]
    return [piece.part(mark.end, stop) for (_, mark), stop in zip(marks, ends, strict=True)]


def sentence_items(speech: Speech, piece: Piece) -> list[DraftItem]:
    """The sentences of one paragraph, those of few words with the one before; at most `MOST`."""
    text = piece.text(speech)
    stretches = sentences(text)
    if len(stretches) < 3:
        stretches = segments(text)
    groups = balanced_groups([piece.part(s.start, s.end) for s in stretches], MOST)
    return [first_clause_item(group, group.text(speech)) for group in groups]


def evened(pieces: list[Piece]) -> list[Piece]:
    """No more than `MANY` of them, neighbours put together evenly."""
    size = -(-len(pieces) // MANY)
    groups = [pieces[at : at + size] for at in range(0, len(pieces), size)] if size > 1 else [[piece] for piece in pieces]
    return [Piece(group[0].paragraph, group[0].start, group[-1].end) for group in groups]


def balanced_groups(pieces: list[Piece], most: int) -> list[Piece]:
    """Neighbours put together where they are short or too many; each group one stretch."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].end - joined[-1].start < SHORTEST_POINT:
            joined[-1] = Piece(piece.paragraph, joined[-1].start, piece.end)
        else:
            joined.append(piece)
    joined = evened(joined)
    while len(joined) > most:
        lengths = [joined[i + 1].end - joined[i].start for i in range(len(joined) - 1)]
        at = lengths.index(min(lengths))
        joined[at : at + 2] = [Piece(joined[at].paragraph, joined[at].start, joined[at + 1].end)]
    return joined
