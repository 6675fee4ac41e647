"""Write an outline of N slides with the richness of the 2019 report; equal N, equal bytes.

python generate.py 1000 work/1000
python generate.py 500 work/dense --points 8 --figures 6
"""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import phrases
import yaml

Node = dict[str, Any]

MOST_FIGURES = 240
CARDS = 6
NOTES_LENGTH = 400
SIDE_KINDS = ("objectives", "principles", "pairs", "problems", "statement", "points")
# Sections of a part and slides of the part after it; the first pair gives the twelve slides of the report.
PART_SIZES = ((7, 2), (8, 3), (9, 4), (10, 4))
SHORT_OUTLINE = 4  # cover, agenda, one slide, closing


class Dice:
    """An endless stream of the same picks on every machine (`random` promises that only for `random()`)."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        # The generator of Knuth's MMIX; its high bits are the good ones.
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def pick(self, words: Sequence[str]) -> str:
        return words[self.below(len(words))]

    def several(self, words: Sequence[str], count: int) -> list[str]:
        """`count` different words, neighbours in the list; all of them when there are fewer."""
        start = self.below(len(words))
        return [words[(start + i) % len(words)] for i in range(min(count, len(words)))]


class Writer:
    """Makes slides one after the other; no two have the same title."""

    def __init__(self, figure_count: int) -> None:
        self.dice = Dice(2019)
        self.figures = figures(figure_count)
        self.names = list(self.figures)
        self.made = 0
        self.sides = 0

    def section(self) -> Node:
        count = 4 + self.made % 3
        return {
            "kind": "section",
            **self.head(),
            "motto": self.dice.pick(phrases.MOTTOES),
            "points": self.points(count),
            "figures": self.cards(CARDS),
            "notes": self.notes(),
        }

    def side(self) -> Node:
        """A slide of another kind, the kinds in turn."""
        kind = SIDE_KINDS[self.sides % len(SIDE_KINDS)]
        self.sides += 1
        return {"kind": kind, **self.head(), **self.side_body(kind), "notes": self.notes()}

    def side_body(self, kind: str) -> Node:
        match kind:
            case "objectives":
                return {
                    "year": "2020年",
                    "heading": "主要预期目标",
                    "text": "实事求是，积极稳妥",
                    "figures": self.cards(CARDS),
                }
            case "principles":
                return {"claim": "六个“必须”", "items": self.items(phrases.KEYS, phrases.PRINCIPLES, 6)}
            case "pairs":
                items = self.items(phrases.PAIRS, phrases.PAIR_LEADS, 5)
                return {"claim": "五个统筹", "pairs": [{"pair": item.pop("key"), **item} for item in items]}
            case "problems":
                return {"items": self.items(phrases.PROBLEM_KEYS, phrases.PROBLEMS, 5)}
            case "statement":
                return {"text": self.dice.pick(phrases.STATEMENTS), "tags": list(phrases.TAGS)}
        return {"points": self.points(4), "figures": self.cards(CARDS)}

    def dense(self, points: int, cards: int) -> Node:
        """A slide with as many points and cards as asked; its texts are short, so that six fit beside six cards."""
        leads = self.dice.several(phrases.LEADS, points)
        return {
            "kind": "points",
            **self.head(),
            "points": [{"lead": lead, "text": self.phrase(12, 18)} for lead in leads],
            "figures": self.cards(cards),
            "notes": self.notes(),
        }

    def head(self) -> Node:
        self.made += 1
        return {"title": title(self.made - 1)}

    def points(self, count: int) -> list[Node]:
        shortest, longest = (18, 28) if count == 4 else (13, 20)  # five and six points have room for one line each under six figures
        points = []
        for place, lead in enumerate(self.dice.several(phrases.LEADS, count)):
            text = self.figure_phrase() if place == count - 1 else self.phrase(shortest, longest)
            points.append({"lead": lead, "text": text})
        return points

    def items(self, keys: Sequence[str], leads: Sequence[str], count: int) -> list[Node]:
        start = self.dice.below(len(keys))
        places = [(start + i) % len(keys) for i in range(count)]
        return [{"key": keys[place], "lead": leads[place], "text": self.phrase(18, 24)} for place in places]

    def phrase(self, shortest: int, longest: int) -> str:
        """Clauses of the report joined to a text of `shortest` to `longest` characters."""
        text = self.dice.pick(phrases.CLAUSES)
        while len(text) < shortest:
            clause = self.dice.pick(phrases.CLAUSES)
            if clause not in text and len(text) + 1 + len(clause) <= longest:
                text += f"，{clause}"
        return text

    def figure_phrase(self) -> str:
        """A text with a figure of the ledger in it and key words set apart; at most 19 characters as shown."""
        name = self.dice.pick(self.names[:40])
        return f"**{self.figures[name]['label']}**{{{name}}}，{self.dice.pick(phrases.CLAUSES[:18])}"

    def cards(self, count: int) -> list[str]:
        return self.dice.several(self.names, count)

    def notes(self) -> str:
        """Speaker notes of about `NOTES_LENGTH` characters in three paragraphs."""
        name = self.dice.pick(self.names)
        paragraphs = [f"据测算，{{{name}.label}}预计完成{{{name}}}。"]
        for share in (1, 2, 3):
            paragraph = ""
            while len(paragraph) + sum(map(len, paragraphs)) < NOTES_LENGTH * share // 3:
                paragraph += self.dice.pick(phrases.SENTENCES)
            paragraphs.append(paragraph)
        return "\n".join(paragraphs) + "\n"


def report_like(slide_count: int) -> tuple[Node, Node]:
    """Outline and ledger of `slide_count` slides, cover, agenda and closing among them."""
    if slide_count < SHORT_OUTLINE:
        raise ValueError(f"an outline has {SHORT_OUTLINE} slides or more, not {slide_count}")
    writer = Writer(min(MOST_FIGURES, max(48, 2 * slide_count)))
    parts = list(parts_of(slide_count - 3, writer))
    parts[0].update(agenda=True, motto="不忘初心，砥砺前行", notes=writer.notes())
    parts[0]["slides"] = parts[0].pop("slides")  # last, as a person would write it
    return outline(parts, writer), {"figures": writer.figures}


def dense_deck(slide_count: int, points: int, cards: int) -> tuple[Node, Node]:
    """Cover, closing and between them slides of `points` points and `cards` figure cards each."""
    writer = Writer(48)
    slides = [writer.dense(points, cards) for _ in range(slide_count - 2)]
    return outline([{"title": "工作回顾", "slides": slides}], writer), {"figures": writer.figures}


def outline(parts: list[Node], writer: Writer) -> Node:
    return {
        "title": "区委常委会工作报告",
        "kicker": "区委全体会议",
        "subtitle": "2019年工作情况和2020年工作安排",
        "organization": "中共XX区委常委会",
        "date": "2020年1月",
        "figures": "figures.yaml",
        "divider": "off",  # so that N slides are N
        "notes": writer.notes(),
        "parts": parts,
        "closing": {"title": "请同志们提出意见和建议", "text": "凝心聚力，克难攻坚", "notes": writer.notes()},
    }


def parts_of(slide_count: int, writer: Writer) -> Iterator[Node]:
    """Parts of sections and parts of other slides in turn, until all slides are written."""
    left, turn = slide_count, 0
    while left:
        sections, sides = PART_SIZES[turn % len(PART_SIZES)]
        turn += 1
        sections = min(sections, left)
        left -= sections
        yield part("工作回顾", "坚持", turn, [writer.section() for _ in range(sections)])
        sides = min(sides, left)
        left -= sides
        if sides:
            yield part("工作安排", "牢牢把握", turn, [writer.side() for _ in range(sides)])


def part(name: str, promise: str, turn: int, slides: list[Node]) -> Node:
    """A part that claims its number of slides, where three or more make a claim worth its name."""
    title = name if turn == 1 else f"{name}（{numeral(turn)}）"
    claim = {"claim": f"{numeral(len(slides))}个{promise}"} if len(slides) > 2 else {}
    return {"title": title, **claim, "slides": slides}


def title(index: int) -> str:
    """The title of slide `index`; neighbours differ in every word that may differ, and no title comes twice."""
    turn, domain = divmod(index, len(phrases.DOMAINS))
    role = (turn + domain) % len(phrases.ROLES)
    turn //= len(phrases.ROLES)
    place, stem = divmod(turn, len(phrases.STEMS))
    if place > len(phrases.PLACES):
        raise ValueError(f"there are no words for {index + 1} different titles")
    where = ("", *phrases.PLACES)[place]
    return f"{where}{phrases.STEMS[stem]}{phrases.DOMAINS[domain]}为{phrases.ROLES[role]}"


def figures(count: int) -> Node:
    """A ledger of `count` figures, every other one known."""
    dice = Dice(count)
    ledger: Node = {}
    for index, (label, unit) in enumerate(itertools.islice(figure_labels(), count)):
        known = index % 2 == 1
        value = (dice.below(9000) + 100) / 10 if unit == "亿元" else dice.below(900) + 10
        entry: Node = {"label": label, "value": value if known else "X", "unit": unit}
        if unit == "亿元":
            entry["change"] = f"同比 +{dice.below(150) / 10 + 0.1:.1f}%" if known else "同比 +X%"
        ledger[f"f{index:03}"] = entry
    return ledger


def figure_labels() -> Iterator[tuple[str, str]]:
    """Labels and units: those of the report, then the short ones of them for one place after the other."""
    yield from phrases.FIGURES
    for place in phrases.PLACES:
        # A narrow card has room for a label of seven characters.
        yield from ((place + label, unit) for label, unit in phrases.FIGURES if len(label) <= 7 - len(place))


def numeral(number: int) -> str:
    """Chinese numeral of 1 to 999: 七, 十二, 二百零五."""
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{digits[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{digits[tens] if hundreds or tens > 1 else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


class Dumper(yaml.CSafeDumper):
    """Writes a text of several lines as a block, as an author does."""


def block_text(dumper: Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


Dumper.add_representer(str, block_text)


def write(deck: tuple[Node, Node], folder: Path) -> Path:
    """Write outline and ledger into `folder`; the path of the outline comes back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, node in zip(("outline.yaml", "figures.yaml"), deck, strict=True):
        text = yaml.dump(node, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "outline.yaml"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slides", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, help="points slides only, with so many points each (1-8)")
    parser.add_argument("--figures", type=int, default=0, help="and so many figure cards (0-8)")
    options = parser.parse_args()
    deck = dense_deck(options.slides, options.points, options.figures) if options.points else report_like(options.slides)
    print(write(deck, options.folder))


if __name__ == "__main__":
    main()
