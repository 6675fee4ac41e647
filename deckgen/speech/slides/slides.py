"""What stands under a heading as slides: the kind that its form asks for, and a section of points for everything else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from deckgen.diagnostics import Words
from deckgen.speech.draft import DraftItem, DraftSlide
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.slides.items import (
    INTRO,
    child_item,
    has_topic,
    items_of,
    items_of_paragraphs,
    paragraph_item,
    part,
    sentence_items,
)
from deckgen.speech.slides.special import GENERAL, aims_of, pairs_of, principles_of, problem, problems_of, statement_of, with_keys
from deckgen.speech.source import Piece, Speech, whole
from deckgen.speech.structure.claims import common_head, counted
from deckgen.speech.structure.roles import part_role, role_of
from deckgen.speech.structure.tree import Node
from deckgen.speech.text.phrases import phrase
from deckgen.speech.text.sentences import sentences
from deckgen.speech.words.titles import short_title, title_and_motto, title_of_piece

MOST_POINTS, MOST_PROBLEMS = 8, 6
GOOD_POINTS = 6
ONE_SLIDE = 150  # characters: a paragraph as long as this makes a slide by itself
LEAD_IN = 160  # characters: a shorter paragraph before the sections only leads in to them
DASH = 5.5


class Slides:
    def __init__(self, speech: Speech, quantities: Sequence[Quantity]) -> None:
        self.speech = speech
        self.quantities = quantities

    # ---- a part

    def of_part(self, node: Node, title: str) -> list[DraftSlide]:
        """Its own paragraphs where they have a form of their own, then a slide or more for each section."""
        if part_role(title) == "problems" or node.role == "problems":
            found = self.of_problems(node, title)
            if found:
                return found
        if not node.children:
            return self.of_paragraphs(node.body, title)
        slides = [slide for piece in node.body for slide in self.special([piece], "", self.start_of(piece))]
        if self.children_are_points(node):
            return [*self.before_points(node, title), *self.points_of(node, title, "", "points")]
        for child in node.children:
            slides.extend(self.of_node(child))
        return slides

    def children_are_points(self, node: Node) -> bool:
        """Whether what stands under a part is too short to fill slides."""
        mean = sum(child.length() for child in node.children) / len(node.children)
        return mean < 90 and not any(child.children for child in node.children)

    def of_short(self, nodes: Sequence[Node], title: str) -> list[DraftSlide]:
        """Sections of a sentence or two as the points of one slide; [] where they are longer."""
        numbered = [node for node in nodes if node.heading and not node.role]
        group = Node(0.0, None, "", nodes[0].line, [], list(numbered))
        if len(numbered) < 2 or len(numbered) != len(nodes) or not self.children_are_points(group):
            return []
        return self.points_slides(group, title, "points")

    def of_problems(self, node: Node, title: str) -> list[DraftSlide]:
        """Its shortcomings, six a slide."""
        items = self.numbered_problems(node) if len(node.children) > 1 else []
        if not items:  # 一是……二是…… in one paragraph reads like a heading, too
            inside = [whole(self.speech, child.line) for child in node.children] if len(node.children) == 1 else []
            items = problems_of(self.speech, [*node.body, *inside])
        if len(items) < 2:
            return []
        return chunked(self, "problems", title, (node.line, 0), items, MOST_PROBLEMS)

    def numbered_problems(self, node: Node) -> list[DraftItem]:
        """A shortcoming for each numbered heading: what it says leads, what follows it explains."""
        items = []
        for child in node.children:
            if child.heading is None:
                return []
            title = child.heading.title
            behind = child_item(self.speech, child).body
            items.append(problem(self.speech, title) if not behind else DraftItem(title, behind))
        return with_keys(self.speech, items)

    def all_of(self, node: Node) -> Piece:
        """The paragraph of a node from its title on."""
        start = node.heading.title.start if node.heading else 0
        return Piece(node.line, start, len(self.speech.paragraphs[node.line].text))

    def pieces(self, node: Node) -> list[Piece]:
        found = [node.heading.title] if node.heading else []
        return [*found, *node.body, *(piece for child in node.children for piece in self.pieces(child))]

    # ---- a section

    def of_node(self, node: Node) -> list[DraftSlide]:
        """One slide, or as many as its points need."""
        at = (node.line, 0)
        if node.role == "thanks":
            return self.thanks(node)
        if node.role == "problems":
            return self.of_problems(node, self.problem_title(node))
        title, motto = title_and_motto(short_title(self.speech, node))
        if part_role(title) == "problems":
            problems = self.of_problems(node, title)
            if problems:
                return problems
        if not node.children:
            found = self.mixed(node, title, at, least=2) or self.special(node.body, title, at) or self.mixed(node, title, at)
            if found:
                return found
        else:
            special = self.special_children(node, title, at)
            if special:
                return special
        return [*self.before_points(node, title), *self.points_of(node, title, motto), *self.after_points(node)]

    def before_points(self, node: Node, title: str) -> list[DraftSlide]:
        """Targets and the like that stand between a heading and its subsections."""
        if not node.children:
            return []
        found = [slide for piece in node.body for slide in self.special([piece], "", self.start_of(piece))]
        return [structs.replace(found[0], at=(node.line, 0)), *found[1:]] if found else []

    def after_points(self, node: Node) -> list[DraftSlide]:
        """Paragraphs with a form of their own behind the last subsection."""
        last = node
        while last.children:
            last = last.children[-1]
        behind = last.body[1:] if last is not node else []
        return [
            slide for piece in behind for slide in self.special([piece], "", self.start_of(piece)) if slide.kind in ("pairs", "principles")
        ]

    def points_of(self, node: Node, title: str, motto: str, kind: str = "") -> list[DraftSlide]:
        kind = kind or ("points" if node.rank >= DASH or node.heading is None else "section")
        slides = self.points_slides(node, title, kind, motto)
        if slides and self.before_points(node, title):  # the heading's own line is with what stands before them
            slides[0] = structs.replace(slides[0], at=(node.children[0].line, 0))
        return slides

    def problem_title(self, node: Node) -> str:
        text = node.body[0].text(self.speech)
        if self.speech.english:
            return "Challenges"
        return "差距与不足" if re.search("差距|不足", text[:120]) else "存在的问题"

    def points_slides(self, node: Node, title: str, kind: str, motto: str = "") -> list[DraftSlide]:
        items, _ = items_of(self.speech, node)
        if not items:
            text = self.all_of(node) if node.heading else node.body[0]
            items = [DraftItem(text, (text,))] if len(text.text(self.speech)) > len(title) else [DraftItem(text)]
        if len(items) == 1 and kind == "points":
            said = statement_of(self.speech, [items[0].head, *items[0].body])
            if said:
                return [DraftSlide(kind="statement", title=title, at=(node.line, 0), text=said[0], tags=said[1])]
        return chunked(self, kind, title, (node.line, 0), items, MOST_POINTS, motto)

    def thanks(self, node: Node) -> list[DraftSlide]:
        """来之不易 and to whom thanks are due, as one sentence."""
        text = node.body[0].text(self.speech)
        pieces = [part(node.body[0], s.start, s.end) for s in sentences(text)]
        thanks = [piece for piece in pieces if re.search("感谢|敬意|谢意|thank|gratitude", piece.text(self.speech))]
        said = re.sub(r"^.*?(?=向)", "", (thanks or pieces)[-1].text(self.speech))
        chosen = (thanks or pieces)[-1]
        shown = Piece(chosen.line, chosen.end - len(said), chosen.end)
        earned = re.search(r"成绩(?:的取得)?来之不易", text)
        title = earned[0] if earned else ("Thanks" if self.speech.english else "衷心感谢")
        return [DraftSlide(kind="statement", title=title, at=(node.line, 0), text=phrase(shown))]

    # ---- forms of their own

    def special(self, body: Sequence[Piece], title: str, at: tuple[int, int]) -> list[DraftSlide]:
        """The slide whose form these paragraphs have; [] for none."""
        if not body:
            return []
        pairs = pairs_of(self.speech, body)
        if pairs:
            return [self.pairs(title or "统筹兼顾", at, pairs, body)]
        aims = aims_of(self.speech, body, self.quantities, bool(re.search("目标|指标", title)))
        if aims and len(body) <= 2:
            return [DraftSlide(kind="objectives", title=title or "主要预期目标", at=at, aims=tuple(aims), items=self.reasons(body, aims))]
        named = bool(re.search("原则|必须|遵循", title + body[0].text(self.speech)[:60])) and len(body) == 1
        principles = principles_of(self.speech, body, named)
        if principles and self.mostly(principles, body):
            found = self.principles(title, at, principles, body)
            if found:
                return found
        text = body[0].text(self.speech)
        if len(body) == 1 and (GENERAL.search(title) or GENERAL.search(text[:50])):
            statement = statement_of(self.speech, body)
            match = GENERAL.search(text[:50])
            if statement:
                words, tags = statement
                return [DraftSlide(kind="statement", title=title or (match[0] if match else "总体要求"), at=at, text=words, tags=tags)]
        if not title and role_of(text, False) == "problems":
            items = problems_of(self.speech, body)
            if len(items) > 1:
                gap = "差距与不足" if re.search("差距|不足", text[:120]) else "存在的问题"
                return chunked(self, "problems", "Challenges" if self.speech.english else gap, at, items, MOST_PROBLEMS)
        return []

    def mostly(self, items: list[DraftItem], body: Sequence[Piece]) -> bool:
        """Whether the entries are most of what these paragraphs say."""
        said = sum(piece.end - piece.start for item in items for piece in (item.head, *item.body))
        return said * 2 > sum(piece.end - piece.start for piece in body)

    def reasons(self, body: Sequence[Piece], aims: Sequence[Piece]) -> tuple[DraftItem, ...]:
        """What is said about the targets behind them."""
        last = aims[-1]
        rest = Piece(last.line, last.end, len(self.speech.paragraphs[last.line].text))
        inside = [piece for piece in (rest, *body) if piece.line == last.line and piece.start >= last.end and piece.end - piece.start > 6]
        return (DraftItem(inside[0], (inside[0],)),) if inside else ()

    def pairs(self, title: str, at: tuple[int, int], items: list[DraftItem], body: Sequence[Piece]) -> DraftSlide:
        text = " ".join(piece.text(self.speech) for piece in body)
        word = "统筹" if text.count("统筹") >= len(items) else ""
        claim = counted(len(items), word, quoted=False) if word else ""
        return DraftSlide(kind="pairs", title=title, at=at, items=tuple(items[:6]), claim=claim if len(items) <= 6 else "")

    def principles(self, title: str, at: tuple[int, int], items: list[DraftItem], body: Sequence[Piece]) -> list[DraftSlide]:
        text = " ".join(piece.text(self.speech) for piece in body)
        quoted = text.count("必须") >= len(items)
        title = title or ("必须坚持的原则" if quoted else "")
        if not title:
            return []
        claim = counted(len(items), "必须", quoted=True) if quoted and len(items) <= MOST_POINTS else ""
        found = chunked(self, "principles", title, at, items, MOST_POINTS)
        first = found[0]
        if len(found) == 1 and claim:
            doubts = (Words(f"原文此处列出 {len(items)} 个“必须”", f"the speech lists {len(items)} principles here"),)
            return [structs.replace(first, claim=claim, doubts=doubts if re.search(r"[一二三四五六七八九十]个\d", text) else ())]
        return found

    def special_children(self, node: Node, title: str, at: tuple[int, int]) -> list[DraftSlide]:
        """Principles and pairs that are numbered."""
        heads = [child.heading.title.text(self.speech) for child in node.children if child.heading]
        if len(heads) != len(node.children) or len(heads) < 3:
            return []
        body = [self.all_of(child) for child in node.children]
        pairs = pairs_of(self.speech, body)
        if len(pairs) == len(heads):
            return [self.pairs(title, at, pairs, body)]
        if common_head(heads) in ("必须", "坚持") and re.search("原则|必须|遵循|把握", title):
            items, _ = items_of(self.speech, node)
            return chunked(self, "principles", title, at, items, MOST_POINTS)
        return []

    def mixed(self, node: Node, title: str, at: tuple[int, int], least: int = 1) -> list[DraftSlide]:
        """Paragraphs of which some (`least`) have a form of their own: each of those is a slide, what stands before them another."""
        if len(node.body) < 2:
            return []
        slides: list[DraftSlide] = []
        rest: list[Piece] = []
        for piece in node.body:
            special = self.special([piece], "", self.start_of(piece))
            if special:
                slides.extend(special)
            else:
                rest.append(piece)
        if len(slides) < least:
            return []
        if rest and sum(piece.end - piece.start for piece in rest) > ONE_SLIDE and rest[0].line < slides[0].at[0]:
            items, _ = items_of_paragraphs(self.speech, [piece for piece in rest if piece.line < slides[0].at[0]])
            return [*chunked(self, "section", title, at, items, MOST_POINTS), *slides]
        return [structs.replace(slides[0], at=at, title=title or slides[0].title), *slides[1:]]

    # ---- paragraphs without any heading

    def of_paragraphs(self, body: Sequence[Piece], title: str, opening: bool = False) -> list[DraftSlide]:
        """Special forms as they come; long paragraphs a slide each; short ones as points together."""
        slides: list[DraftSlide] = []
        gathered: list[Piece] = []
        for index, piece in enumerate(body):
            special = self.special([piece], "", self.start_of(piece))
            if special:
                self.flush(gathered, title, slides)
                slides.extend(special)
            elif opening and index < 2 and not slides and not gathered and self.leads_in(piece, body[index + 1 :]):
                continue
            else:
                gathered.append(piece)
        self.flush(gathered, title, slides)
        return slides

    def leads_in(self, piece: Piece, following: Sequence[Piece]) -> bool:
        text = piece.text(self.speech)
        return bool(following) and not has_topic(self.speech, piece) and (len(text) < LEAD_IN or bool(INTRO.match(text)))

    def flush(self, gathered: list[Piece], title: str, slides: list[DraftSlide]) -> None:
        if not gathered:
            return
        lengths = [piece.end - piece.start for piece in gathered]
        scale = 3 if self.speech.english else 1
        if len(gathered) > 1 and sum(lengths) / len(lengths) >= ONE_SLIDE * scale:
            slides.extend(slide for piece in gathered for slide in self.of_paragraph(piece))
        elif len(gathered) == 1 and lengths[0] >= 40:
            own = title_of_piece(self.speech, gathered[0]) if slides else ""
            items, _ = items_of_paragraphs(self.speech, gathered)
            slides.extend(chunked(self, "points", own or title, self.start_of(gathered[0]), items, MOST_POINTS))
        else:
            items = [paragraph_item(self.speech, piece) for piece in gathered]
            slides.extend(chunked(self, "points", title, self.start_of(gathered[0]), items, GOOD_POINTS))
        gathered.clear()

    def of_paragraph(self, piece: Piece) -> list[DraftSlide]:
        """A long paragraph: its topic sentence is the title, its sentences are the points."""
        text = piece.text(self.speech)
        first = sentences(text)[0]
        title = title_of_piece(self.speech, piece)
        rest = part(piece, first.end + 1, len(text)) if has_topic(self.speech, piece) and title else piece
        items, _ = items_of_paragraphs(self.speech, [rest])
        if not items:
            items = sentence_items(self.speech, piece)
        return chunked(self, "section", title, self.start_of(piece), items, MOST_POINTS)

    def start_of(self, piece: Piece) -> tuple[int, int]:
        """Where the notes of a slide begin that begins with `piece`: at its number, if it has one."""
        return (piece.line, 0) if piece == whole(self.speech, piece.line) or piece.start < 24 else (piece.line, piece.start)


def chunked(
    slides: Slides, kind: str, title: str, at: tuple[int, int], items: Sequence[DraftItem], most: int, motto: str = ""
) -> list[DraftSlide]:
    """One slide, or even ones of at most `most` entries; those behind the first are points with a title of their own."""
    count = max(1, -(-len(items) // most))
    bounds = [len(items) * n // count for n in range(count + 1)]
    found = []
    for number in range(count):
        own = tuple(items[bounds[number] : bounds[number + 1]])
        start = at if not number else place_of(slides.speech, own[0])
        later = kind if kind not in ("section",) else "points"
        found.append(
            DraftSlide(
                kind=kind if not number else later,
                title=title if not number else continued_title(title, number),
                at=start,
                motto=motto if not number else "",
                items=own,
            )
        )
    return found


def continued_title(title: str, number: int) -> str:
    return f"{title} ({number + 1})" if title.isascii() and title else f"{title}（{'一二三四五六七八九十'[min(number, 9)]}）"


def place_of(speech: Speech, item: DraftItem) -> tuple[int, int]:
    """Where an entry begins, its number included: behind the last mark that ends a sentence."""
    text = speech.paragraphs[item.head.line].text[: item.head.start]
    return item.head.line, max(text.rfind(mark) for mark in "。；;！") + 1
