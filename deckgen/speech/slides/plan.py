"""The tree of a speech as parts and slides."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from msgspec import structs

from deckgen.diagnostics import Term, term
from deckgen.speech.draft import Draft, DraftItem, DraftPart, DraftSlide
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.slides.chunks import MOST_POINTS, shared_out
from deckgen.speech.slides.closing import closing_of
from deckgen.speech.slides.forms import MADE, Forms
from deckgen.speech.slides.paragraphs import paragraph_slides
from deckgen.speech.slides.problems import problem_slides, problem_title
from deckgen.speech.slides.sections import Sections
from deckgen.speech.source import Piece, Speech, whole
from deckgen.speech.structure.claims import CountedClaim, announced, speaks_of
from deckgen.speech.structure.front import Front
from deckgen.speech.structure.roles import greeted
from deckgen.speech.structure.tree import Node, Tree
from deckgen.speech.words.titles import short_title

# 现将2030年工作情况汇报如下: what the speech calls what it tells.
REPORTED = re.compile(
    "(?:现(?:在)?[将就把]|下面[，,]?(?:我)?(?:将|就|把)?)[^，。；]{0,12}?((?:20[0-9]{2}年|[一两三五]年来|今年以来|上半年|近年来)?[^，。；年将就把]{0,8}(?:工作|情况))(?:有关情况)?[^，。；]{0,8}(?:汇报|报告|通报|述职)"
)
AGENDA_LEAST, AGENDA_MOST = 4, 12
CONTENTS, CONTENTS_ENGLISH = "主要内容", "Overview"  # no words of the speech: marked
YEAR = re.compile(r"((?:19|20)(?:\d\d|[XＸ×]{2}))\s*年")


def make_draft(speech: Speech, front: Front, tree: Tree, quantities: tuple[Quantity, ...]) -> Draft:
    """The whole deck, every slide with the place where its notes begin."""
    planner = Planner(speech, front, tree, quantities)
    parts = [part for part in planner.parts() if part.slides]
    closing = next((node for node in tree.root.children if node.role == "closing"), None)
    if not parts:
        parts, closing = [planner.bare()], None
    return Draft(
        front=front,
        title=front.title,
        parts=tuple(parts),
        closing=closing_of(speech, closing, front) if closing else None,
        doubts=() if front.titled else (term("speech/no-title"),),
    )


class Planner:
    def __init__(self, speech: Speech, front: Front, tree: Tree, quantities: tuple[Quantity, ...]) -> None:
        self.speech = speech
        self.front = front
        self.tree = tree
        self.forms = Forms(speech, quantities)
        self.sections = Sections(speech, self.forms)
        self.preamble = list(tree.root.body)

    def parts(self) -> list[DraftPart]:
        nodes = [node for node in self.tree.root.children if node.role != "closing"]
        if self.tree.parts:
            return [self.part_of(node, index == 0) for index, node in enumerate(nodes)]
        groups: list[list[Node]] = []
        for node in nodes:
            if not groups or node.role in ("plan", "problems"):
                groups.append([])
            groups[-1].append(node)
        first_is_matter = not groups or groups[0][0].role in ("plan", "problems")
        parts = [self.implicit(group, index == 0) for index, group in enumerate(groups)]
        if first_is_matter:
            opening = self.unnumbered()
            parts = [opening, *parts] if opening else parts
        return parts

    # ---- parts that a heading names

    def part_of(self, node: Node, first: bool) -> DraftPart:
        title = node.heading.title.text(self.speech) if node.heading else self.role_title(node)
        slides = [*(self.headlines() if first else []), *self.sections.of_part(node, title)]
        lead = [*(self.preamble if first else []), *node.body]
        at = (node.paragraph, 0)
        return self.finished(title, at, slides, lead, node.children)

    # ---- parts that only their paragraphs tell

    def implicit(self, group: list[Node], first: bool) -> DraftPart:
        head = group[0]
        if head.role in ("plan", "problems"):
            return self.role_part(head, group[1:])
        short = self.sections.of_short(group, self.slide_title()) if first else []
        short = self.doubted(short)
        slides = short or [slide for node in group for slide in self.sections.of_node(node)]
        slides = [*(self.headlines() if first else []), *slides]
        title = self.review_title() if first else short_title(self.speech, head)
        lead = self.preamble if first else []
        at = (lead[-1].paragraph, 0) if lead and announced(lead[-1].text(self.speech)) else (head.paragraph, 0)
        return self.finished(title, at, slides, lead, [node for node in group if not node.role])

    def role_part(self, node: Node, following: list[Node]) -> DraftPart:
        title = self.role_title(node)
        alone = node.role == "problems" and not node.children
        slides = problem_slides(self.speech, node, title) if alone else self.sections.of_part(node, title)
        slides += [slide for other in following for slide in self.sections.of_node(other)]
        return self.finished(title, (node.paragraph, 0), slides, node.body, node.children)

    def unnumbered(self) -> DraftPart | None:
        """The paragraphs before anything that stands out."""
        if not self.preamble:
            return None
        slides = self.doubted(paragraph_slides(self.forms, self.preamble, self.slide_title(), opening=True))
        return self.finished(self.review_title(), slides[0].at, slides, [], []) if slides else None

    def bare(self) -> DraftPart:
        """A speech of a title or a greeting and no more: its paragraphs as points."""
        first = self.front.body if self.front.body < len(self.speech.paragraphs) else 0
        pieces = [whole(self.speech, index) for index in range(first, len(self.speech.paragraphs))]
        items = tuple(DraftItem(piece, (piece,)) for piece in pieces)
        slide = DraftSlide(kind="points", title=self.slide_title(), at=(first, 0), items=items)
        return self.finished(self.review_title(), slide.at, self.doubted(shared_out(self.speech, slide, MOST_POINTS)), [], [])

    def headlines(self) -> list[DraftSlide]:
        """The year's figures that the speech begins with."""
        return next((slides for piece in self.preamble if (slides := self.forms.headline(piece))), [])

    # ---- what all parts share

    def finished(self, title: str, at: tuple[int, int], slides: list[DraftSlide], lead: list[Piece], children: list[Node]) -> DraftPart:
        claim, doubts = self.claim_of(lead, slides, children)
        listed = [slide for slide in slides if slide.kind == "section"] or slides
        agenda = bool(claim) or (title != self.front.title and AGENDA_LEAST <= len(listed) <= AGENDA_MOST)
        if slides and not agenda and at < slides[0].at:
            slides = [structs.replace(slides[0], at=at), *slides[1:]]
        elif slides and agenda and at >= slides[0].at:
            at = slides[0].at  # nothing leads in: the overview has no notes of its own
        return DraftPart(title=title, at=at, slides=tuple(slides), claim=claim, agenda=agenda, doubts=doubts)

    def claim_of(self, lead: list[Piece], slides: list[DraftSlide], children: list[Node]) -> tuple[str, tuple[Term, ...]]:
        """The claim made of these slides, when they keep it; a doubt when they do not."""
        claim = self.announced_in(lead)
        if claim is None or not slides:
            return "", ()
        listed = [slide for slide in slides if slide.kind == "section"] or slides
        if claim.count == len(listed):
            return claim.text, ()
        titles = [node.heading.title.text(self.speech) for node in children if node.heading]
        if not speaks_of(claim, titles):
            return "", ()
        return "", (term("speech/claim-not-kept", claim=claim.text, count=len(titles)),)

    def announced_in(self, lead: list[Piece]) -> CountedClaim | None:
        for piece in reversed(lead):
            claim = announced(piece.text(self.speech))
            if claim:
                return claim
        return None

    def review_title(self) -> str:
        """What the speech itself calls the part that it begins with, else the title of the speech."""
        text = "".join(piece.text(self.speech) for piece in self.preamble)
        years = YEAR.findall(text)
        looks_back = re.search("回顾|一年来|过去(?:的)?一年|总结|汇报", text) or (
            years and re.search("(?:区|市|县|省|党|局|镇)委|政府", text)
        )
        reported = REPORTED.search(text)
        if reported:
            return reported[1]
        if looks_back and (own := next((words for words in reviews(years) if words in self.said), "")):
            return own
        return self.front.title

    def slide_title(self) -> str:
        """The title of a slide that holds the whole part: what the speech calls that; 主要内容 where it says nothing but its own title."""
        title = self.review_title()
        if title != self.front.title:
            return title
        return CONTENTS_ENGLISH if self.speech.english else CONTENTS

    def doubted(self, slides: list[DraftSlide]) -> list[DraftSlide]:
        """The slides, those marked whose title is not the speech's own."""
        return [
            structs.replace(slide, doubts=(*slide.doubts, MADE)) if slide.title in (CONTENTS, CONTENTS_ENGLISH) else slide
            for slide in slides
        ]

    @cached_property
    def said(self) -> str:
        """All that the speech says."""
        return "".join(line.text for line in self.speech.paragraphs)

    def role_title(self, node: Node) -> str:
        if node.role == "problems":
            return problem_title(self.speech, greeted(node.body[0].text(self.speech)) if node.body else "")
        year = self.coming_year(node)
        return "Plans" if self.speech.english else (f"{year}年工作安排" if year else "下一步工作安排")

    def coming_year(self, node: Node) -> str:
        """The year that the plans speak of most, later than the one that is looked back on."""
        text = "".join(line.text for line in self.speech.paragraphs[node.paragraph :])
        back = Counter(YEAR.findall("".join(line.text for line in self.speech.paragraphs[: node.paragraph])))
        years = Counter(YEAR.findall(text))
        past = max(back, key=lambda year: (back[year], year), default="")
        later = [year for year in years if year > past]
        return max(later, key=lambda year: (years[year], year), default="")


def reviews(years: list[str]) -> list[str]:
    """How a part that looks back is called, if the speech calls it so."""
    return [
        *(f"{year}年{word}" for year in years[:1] for word in ("工作回顾", "工作总结", "工作情况", "主要工作")),
        "工作回顾",
        "一年来的工作",
        "工作情况",
    ]
