"""Slides of shortcomings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem, DraftSlide
from deckgen.speech.slides.chunks import MOST_PROBLEMS, shared_out
from deckgen.speech.slides.items import child_item
from deckgen.speech.slides.shortcomings import problem, problems_of, with_keys
from deckgen.speech.source import Piece, Speech, whole
from deckgen.speech.structure.tree import Node

LACKS = "困难|问题|不足|差距|短板|弱项|挑战|矛盾|风险|薄弱环节"
NAMED = re.compile(rf"(?P<how>(?:存在|面临)(?:的|着|一些|不少|诸多|许多|很多|突出)*)(?P<what>(?:{LACKS})(?:[、和与](?:{LACKS}))*)")


def problem_slides(speech: Speech, node: Node, title: str) -> list[DraftSlide]:
    """The shortcomings of a section, six a slide; [] for fewer than two."""
    items = numbered_problems(speech, node) if len(node.children) > 1 else []
    if not items:  # 一是……二是…… in one paragraph reads like a heading, too
        inside = [whole(speech, child.paragraph) for child in node.children] if len(node.children) == 1 else []
        items = problems_of(speech, [*node.body, *inside])
    return problem_slide(speech, DraftSlide(kind="problems", title=title, at=(node.paragraph, 0), items=tuple(items)))


def paragraph_problems(speech: Speech, body: Sequence[Piece], at: tuple[int, int]) -> list[DraftSlide]:
    """The same for paragraphs without a heading."""
    title = problem_title(speech, body[0].text(speech))
    return problem_slide(speech, DraftSlide(kind="problems", title=title, at=at, items=tuple(problems_of(speech, body))))


def problem_slide(speech: Speech, slide: DraftSlide) -> list[DraftSlide]:
    return shared_out(speech, slide, MOST_PROBLEMS) if len(slide.items) > 1 else []


def numbered_problems(speech: Speech, node: Node) -> list[DraftItem]:
    """A shortcoming for each numbered heading: what it says leads, what follows it explains."""
    items = []
    for child in node.children:
        if child.heading is None:
            return []
        title = child.heading.title
        behind = child_item(speech, child).body
        items.append(DraftItem(title, behind) if behind else problem(speech, title))
    return with_keys(speech, items)


def problem_title(speech: Speech, text: str) -> str:
    """What shortcomings are called that no heading names; `text` admits them."""
    if speech.english:
        return "Challenges"
    named = NAMED.search(text[:120])
    if named:
        return ("存在的" if "的" in named["how"] and named["how"].startswith("存在") else "") + named["what"]
    return "差距与不足" if re.search("差距|不足", text[:120]) else "存在的问题"
