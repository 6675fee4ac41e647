"""What stands under a heading as slides: the kind that its form asks for, and a section of points for everything else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from deckgen.speech.draft import DraftItem, DraftSlide
from deckgen.speech.slides.chunks import MOST_POINTS, shared_out
from deckgen.speech.slides.forms import Forms
from deckgen.speech.slides.items import items_of, items_of_paragraphs
from deckgen.speech.slides.paragraphs import ONE_SLIDE, paragraph_slides
from deckgen.speech.slides.problems import problem_slides, problem_title
from deckgen.speech.slides.statement import statement_of
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.roles import greeted, part_role
from deckgen.speech.structure.tree import Node, holds_slides
from deckgen.speech.text.phrases import phrase
from deckgen.speech.text.sentences import sentences
from deckgen.speech.words.titles import short_title, title_and_motto, title_of_piece

DASH = 5.5  # rank of a heading; from here on down it heads points, not a section


class Sections:
    """Makes the slides of nodes of one speech."""

    def __init__(self, speech: Speech, forms: Forms) -> None:
        self.speech = speech
        self.forms = forms

    def of_part(self, node: Node, title: str) -> list[DraftSlide]:
        """Its own paragraphs where they have a form of their own, then a slide or more for each section."""
        if part_role(title) == "problems" or node.role == "problems":
            slides = problem_slides(self.speech, node, title)
            if slides:
                return slides
        own, others = parted_by_role(node)
        dated = self.forms.of_children(own, title) if own.children else self.forms.timeline(node.body, title, (node.paragraph, 0))
        if dated and dated[0].kind == "timeline":
            return [*dated, *self.of_all(others)]
        if not own.children and (aims := self.forms.objectives(node.body, title, (node.paragraph, 0))):
            return [*aims, *self.of_all(others)]
        if not own.children:
            return [*paragraph_slides(self.forms, node.body, title), *self.of_all(others)]
        if not holds_slides(self.speech, own) and not any(self.formed(child) for child in own.children):
            return [*self.before_points(own), *self.points_of(own, title, kind="points"), *self.of_all(others)]
        return [*self.opening(node), *self.of_all(node.children)]

    def of_all(self, nodes: Sequence[Node]) -> list[DraftSlide]:
        return [slide for child in nodes for slide in self.of_node(child)]

    def opening(self, node: Node) -> list[DraftSlide]:
        """What stands before the sections of a part: paragraphs with a form of their own, and the year's headline figures."""
        slides: list[DraftSlide] = []
        for piece in node.body:
            slides += self.forms.of_piece(piece) or ([] if slides else self.forms.headline(piece))
        return slides

    def aside(self, node: Node) -> list[DraftSlide]:
        """What looks back on the sections before it, or leads on: a slide or more of its own, titled by its own words."""
        first = greeted_piece(self.speech, node.body[0])
        body = [first, *node.body[1:]] if first.end > first.start else node.body[1:]
        if not body:
            return []
        at = (node.paragraph, 0)
        title = next((words for piece in body if (words := title_of_piece(self.speech, piece))), "")
        title = "" if node.role == "aims" else title
        slides = self.forms.of_body(body, title, at)
        if not slides:
            items, _ = items_of_paragraphs(self.speech, body)
            slides = shared_out(self.speech, DraftSlide(kind="points", title=title, at=at, items=tuple(items)), MOST_POINTS)
        return [structs.replace(slides[0], at=at), *slides[1:], *self.of_all(node.children)]

    def of_short(self, nodes: Sequence[Node], title: str) -> list[DraftSlide]:
        """Sections of a sentence or two as the points of one slide; [] where they are longer."""
        numbered = [node for node in nodes if node.heading and not node.role]
        group = Node(0.0, None, "", nodes[0].paragraph, [], list(numbered))
        if len(numbered) < 2 or len(numbered) != len(nodes) or holds_slides(self.speech, group):
            return []
        return self.points_slides(group, title, "points")

    def of_node(self, node: Node) -> list[DraftSlide]:
        """One slide, or as many as its points need."""
        if node.role == "thanks":
            return [thanks(self.speech, node)]
        if node.role in ("aims", "aside"):
            return self.aside(node)
        if node.role == "problems":
            return problem_slides(self.speech, node, problem_title(self.speech, node.body[0].text(self.speech)))
        title, motto = title_and_motto(short_title(self.speech, node))
        special = self.special(node, title)
        if special:
            return special
        return [*self.before_points(node), *self.points_of(node, title, motto), *self.after_points(node)]

    def special(self, node: Node, title: str) -> list[DraftSlide]:
        """The slides of a section that has a form of its own; [] for any other."""
        problems = problem_slides(self.speech, node, title) if part_role(title) == "problems" else []
        if problems:
            return problems
        if node.children:
            return self.forms.of_children(node, title)
        at = (node.paragraph, 0)
        return self.mixed(node, title, least=2) or self.forms.of_body(node.body, title, at) or self.mixed(node, title, least=1)

    def formed(self, node: Node) -> bool:
        """Whether a section is short and has a form of its own all the same: targets, dates."""
        title = short_title(self.speech, node)
        if node.children:
            return any(slide.kind in ("objectives", "timeline") for slide in self.forms.of_children(node, title))
        return any(slide.kind in ("objectives", "timeline") for slide in self.forms.of_body(node.body, title, (node.paragraph, 0)))

    def mixed(self, node: Node, title: str, least: int) -> list[DraftSlide]:
        """Paragraphs of which some (`least`) have a form of their own: each of those is a slide, what stands before them another."""
        if len(node.body) < 2:
            return []
        formed = {piece: self.forms.of_piece(piece) for piece in node.body}
        slides = [slide for own in formed.values() for slide in own]
        plain = [piece for piece, own in formed.items() if not own]
        if len(slides) < least:
            return []
        before = [piece for piece in plain if piece.paragraph < slides[0].at[0]]
        if before and sum(piece.end - piece.start for piece in plain) > ONE_SLIDE:
            items, _ = items_of_paragraphs(self.speech, before)
            section = DraftSlide(kind="section", title=title, at=(node.paragraph, 0), items=tuple(items))
            return [*shared_out(self.speech, section, MOST_POINTS), *slides]
        return [structs.replace(slides[0], at=(node.paragraph, 0), title=title or slides[0].title), *slides[1:]]

    def before_points(self, node: Node) -> list[DraftSlide]:
        """Targets and the like that stand between a heading and its subsections."""
        if not node.children:
            return []
        slides = [slide for piece in node.body for slide in self.forms.of_piece(piece)]
        return [structs.replace(slides[0], at=(node.paragraph, 0)), *slides[1:]] if slides else []

    def after_points(self, node: Node) -> list[DraftSlide]:
        """Paragraphs with a form of their own behind the last subsection."""
        last = node
        while last.children:
            last = last.children[-1]
        behind = last.body[1:] if last is not node else []
        return [slide for piece in behind for slide in self.forms.of_piece(piece) if slide.kind in ("pairs", "principles")]

    def points_of(self, node: Node, title: str, motto: str = "", kind: str = "") -> list[DraftSlide]:
        """The points of a section, begun where its first subsection is when slides stand before them."""
        kind = kind or ("points" if node.rank >= DASH or node.heading is None else "section")
        slides = self.points_slides(node, title, kind, motto)
        if slides and self.before_points(node):  # the heading's own line is with what stands before them
            slides[0] = structs.replace(slides[0], at=(node.children[0].paragraph, 0))
        return slides

    def points_slides(self, node: Node, title: str, kind: str, motto: str = "") -> list[DraftSlide]:
        items, _ = items_of(self.speech, node)
        items = items or [self.only_item(node, title)]
        if len(items) == 1 and kind == "points":
            said = statement_of(self.speech, [items[0].head, *items[0].body])
            if said:
                return [DraftSlide(kind="statement", title=title, at=(node.paragraph, 0), text=said[0], tags=said[1])]
        slide = DraftSlide(kind=kind, title=title, at=(node.paragraph, 0), motto=motto, items=tuple(items))
        return shared_out(self.speech, slide, MOST_POINTS)

    def only_item(self, node: Node, title: str) -> DraftItem:
        """A section that is a heading and nothing else; it says more than its title where that was shortened."""
        end = len(self.speech.paragraphs[node.paragraph].text)
        text = Piece(node.paragraph, node.heading.title.start, end) if node.heading else node.body[0]
        return DraftItem(text, (text,)) if len(text.text(self.speech)) > len(title) else DraftItem(text)


def parted_by_role(node: Node) -> tuple[Node, list[Node]]:
    """(the node with its own sections, what stands behind or between them and belongs to none)."""
    others = [child for child in node.children if child.role]
    own = Node(node.rank, node.heading, node.role, node.paragraph, node.body, [child for child in node.children if not child.role])
    return own, others


def greeted_piece(speech: Speech, piece: Piece) -> Piece:
    """`piece` without the greeting that it may begin with."""
    text = piece.text(speech)
    return piece.behind(len(text) - len(greeted(text)))


def thanks(speech: Speech, node: Node) -> DraftSlide:
    """来之不易 and to whom thanks are due, as one sentence."""
    text = node.body[0].text(speech)
    pieces = [node.body[0].part(sentence.start, sentence.end) for sentence in sentences(text)]
    thanking = [piece for piece in pieces if re.search("感谢|敬意|谢意|thank|gratitude", piece.text(speech))]
    chosen = (thanking or pieces)[-1]
    said = re.sub(r"^.*?(?=向)", "", chosen.text(speech))
    earned = re.search(r"成绩(?:的取得)?来之不易", text)
    title = earned[0] if earned else ("Thanks" if speech.english else "衷心感谢")
    return DraftSlide(
        kind="statement", title=title, at=(node.paragraph, 0), text=phrase(Piece(chosen.paragraph, chosen.end - len(said), chosen.end))
    )
