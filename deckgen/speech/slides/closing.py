"""The last slide: the words with which the speech asks or calls."""

from __future__ import annotations

import re

from deckgen.speech.draft import DraftClosing
from deckgen.speech.source import Speech
from deckgen.speech.structure.front import Front
from deckgen.speech.structure.tree import Node
from deckgen.speech.text.sentences import clauses, sentences

ASKS = re.compile(r"请(?:予|各位|同志们|大家|领导|代表|委员|党工委|审议|批评|指正|乡亲).*|谢谢.*|Thank.*", re.I)
CALLS = re.compile(r"预祝.{4,}|(?:奋力|努力|共同|携手)?(?:谱写|开创|书写|奋力|夺取|创造|建设|实现|推动|为|迎接|续写).{4,}")
LONGEST = 24
LONGEST_TEXT = 52


def closing_of(speech: Speech, node: Node, front: Front) -> DraftClosing:
    """请同志们提出意见和建议, 谢谢大家, or what the speech calls for last."""
    texts = [piece.text(speech) for piece in node.body]
    phrases = [clause.text for text in texts for clause in clauses(text)]
    limit = LONGEST * (3 if speech.english else 1)
    if speech.english:
        phrases = [sentence.text.rstrip(".! ") for text in texts for sentence in sentences(text)]
    asked = [clause for clause in phrases if ASKS.match(clause) and len(clause) <= limit]
    called = [clause for clause in phrases if CALLS.search(clause) and len(clause) <= limit]
    fallback = "Thank you" if speech.english else "谢谢大家"
    title = next(iter(asked), "") or (called[-1] if called else fallback)
    return DraftClosing(title=title, at=(node.paragraph, 0), text=text_of(texts, title, called))


def text_of(texts: list[str], title: str, called: list[str]) -> str:
    """The last call that is short enough and is not the title already."""
    for text in reversed(texts):
        for sentence in reversed(sentences(text)):
            if len(sentence.text) <= LONGEST_TEXT and title not in sentence.text and CALLS.search(sentence.text):
                return sentence.text
    return next((call for call in reversed(called) if call != title and len(call) <= LONGEST_TEXT), "")
