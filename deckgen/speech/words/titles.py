"""Titles and the rhyming clauses behind them: 坚持以打造经济强区为战略引领 / 把关定向，集优成势."""

from __future__ import annotations

import re

from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.tree import Node
from deckgen.speech.text.phrases import balanced
from deckgen.speech.text.sentences import clauses
from deckgen.speech.words.leads import CIRCUMSTANCE, FRAGMENT, bare, lead_of

LONGEST = 40
LONGEST_EVER = 200  # no heading is longer; what is, is no heading, and measuring it takes seconds
TITLE_LEAST = 6
MOTTO_MOST = 24
TOPIC_MOST = 28  # characters of a topic sentence that is a title as it stands


def title_and_motto(text: str) -> tuple[str, str]:
    """The heading parted before its rhyming clauses: at least two phrases of one length, four to six characters each."""
    text = text.strip(" 　。：:；;")
    for match in re.finditer(r"[，,\u3000]\s*|——|\s{2,}", text):
        title, motto = text[: match.start()], text[match.end() :]
        if len(title) >= TITLE_LEAST and (is_motto(motto) or (is_doubled(title) and len(motto) <= MOTTO_MOST and "，" not in motto)):
            return title, motto
    return text, ""


def is_doubled(title: str) -> bool:
    """突出重点、综合施策: whole by itself, so that what follows may stand below it."""
    return re.fullmatch("([\u4e00-\u9fff]{4,6})、([\u4e00-\u9fff]{4,6})", title) is not None


def is_motto(text: str) -> bool:
    phrases = re.split("[，,、]", text)
    lengths = {len(phrase) for phrase in phrases}
    return 2 <= len(phrases) <= 4 and len(text) <= MOTTO_MOST and len(lengths) == 1 and lengths <= {3, 4, 5, 6} and text.isprintable()


def short_title(speech: Speech, node: Node) -> str:
    """The title of a node; of a paragraph without one, its topic sentence in short."""
    if node.heading:
        return node.heading.title.text(speech)[:LONGEST_EVER]
    return title_of_piece(speech, node.body[0])


def topic_of(speech: Speech, head: Piece) -> str:
    """这五年，创新动能加速释放，转型升级步伐加快: the sentence without its circumstance, where it is two clauses as a heading has them."""
    parts = [head.part(clause.start, clause.end) for clause in clauses(head.text(speech))]
    while len(parts) > 1 and CIRCUMSTANCE.match(parts[0].text(speech)):
        parts = parts[1:]
    told = Piece(head.paragraph, parts[0].start, parts[-1].end) if parts else head
    text = bare(speech, told).text(speech)
    return text if len(parts) == 2 and len(text) <= TOPIC_MOST and not FRAGMENT.match(text) and balanced(text) else ""


def title_of_piece(speech: Speech, piece: Piece) -> str:
    """What the first sentence says, short enough to be a title."""
    from deckgen.speech.text.sentences import sentences

    text = piece.text(speech)
    first = sentences(text)[0]
    head = piece.part(first.start, first.end)
    topic = topic_of(speech, head)
    if topic:
        return topic
    lead = lead_of(speech, head, room=24 if not text.isascii() else 60)
    if lead:
        return lead.plain(speech)
    return ""
