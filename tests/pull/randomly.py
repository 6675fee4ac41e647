"""Random edits of a deck, as people make them: typing into words, deleting, moving and hiding slides, notes, points."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pptx.presentation
from pptx.shapes.base import BaseShape
from pptx.text.text import _Run

WORDS = (
    "稳步",
    "，",
    "进一步",
    "抓实",
    "“两个确保”",
    "（三）",
    "：",
    "AI",
    " new",
    "50%",
    "# 注",
    "- 项",
    "'",
    '"',
    "{",
    "}",
    "**",
    "\\",
    "……",
    "—",
)


def shapes_of(shapes: object) -> Iterator[BaseShape]:
    for shape in shapes:  # type: ignore[attr-defined]
        yield shape
        if shape.shape_type == 6:
            yield from shapes_of(shape.shapes)


def runs(deck: pptx.presentation.Presentation) -> list[_Run]:
    """Every run with words, those of furniture too."""
    return [
        run
        for slide in deck.slides
        for shape in shapes_of(slide.shapes)
        for frame in ([shape.text_frame] if shape.has_text_frame else cells(shape))
        for paragraph in frame.paragraphs
        for run in paragraph.runs
        if run.text.strip()
    ]


def cells(shape: BaseShape) -> list[object]:
    return [cell.text_frame for row in shape.table.rows for cell in row.cells] if shape.has_table else []  # type: ignore[attr-defined]


def type_somewhere(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    run = chance.choice(runs(deck))
    run.text = typed(run.text, chance)


def typed(text: str, chance: random.Random) -> str:
    """A text with a word put in, taken out or exchanged."""
    at = chance.randrange(len(text) + 1)
    until = min(len(text), at + chance.choice((0, 0, 1, 2, 4)))
    new = chance.choice(WORDS) if until == at or chance.random() < 0.6 else ""
    made = text[:at] + new + text[until:]
    return made if made.strip() else text + new


def say_something(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    slide = chance.choice(list(deck.slides))
    paragraphs = [one for one in slide.notes_slide.notes_text_frame.paragraphs if one.text.strip()]
    if paragraphs:
        run = chance.choice(paragraphs).runs[0]
        run.text = typed(run.text, chance)


def move_a_slide(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    slides = deck.slides._sldIdLst
    one = chance.choice(list(slides))
    slides.remove(one)
    slides.insert(chance.randrange(len(slides) + 1), one)


def delete_a_slide(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    slides = deck.slides._sldIdLst
    if len(slides) < 4:
        return
    one = chance.choice(list(slides))
    deck.part.drop_rel(one.rId)
    slides.remove(one)


def delete_a_shape(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    slide = chance.choice(list(deck.slides))
    if not len(slide.shapes):
        return
    shape = chance.choice(list(slide.shapes))
    shape._element.getparent().remove(shape._element)


def draw_something(deck: pptx.presentation.Presentation, chance: random.Random) -> None:
    slide = chance.choice(list(deck.slides))
    slide.shapes.add_textbox(0, 0, 914_400, 457_200).text_frame.text = "手写的一句"


EDITS = (type_somewhere, type_somewhere, type_somewhere, say_something, move_a_slide, delete_a_slide, delete_a_shape, draw_something)


def edit_randomly(deck: pptx.presentation.Presentation, seed: int, count: int = 0) -> None:
    chance = random.Random(seed)
    for _ in range(count or chance.choice((1, 1, 2, 4))):
        chance.choice(EDITS)(deck, chance)
