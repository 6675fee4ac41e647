"""What nobody sees is not judged: text beside the slide, empty lines, what appears only after something else is gone."""

from __future__ import annotations

import io

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from deckgen.inspect.rules.run import check_deck
from tests.inspect.faults import ANIMATION

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def rules(
    text: str,
    at: tuple[float, float, float, float],
    size: int = 18,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
    below: str = "",
    animated: bool = False,
) -> set[str]:
    """Of a slide with this text in a box, and another text further down."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "标题"
    for words, place in ((text, at), (below, (1, 3.5, 8, 1))):
        frame = slide.shapes.add_textbox(*map(Inches, place)).text_frame
        frame.word_wrap, frame.auto_size, frame.vertical_anchor, frame.text = True, MSO_AUTO_SIZE.NONE, anchor, words
        for paragraph in frame.paragraphs:
            paragraph.font.size = Pt(size)
            for run in paragraph.runs:
                run.font.size = Pt(size)
    if animated:
        slide.element.append(parse_xml(ANIMATION.format(3).replace("</p:sld>", "").replace("<p:timing>", f"<p:timing {P}>")))
    buffer = io.BytesIO()
    show.save(buffer)
    return {finding.rule for finding in check_deck(buffer.getvalue(), "") if finding.rule.startswith(("deck/", "a11y/contrast"))}


LONG = "问需于民，办好实事；依法治区，平安建设。" * 12


def test_a_text_beside_the_slide_is_told_once_and_not_judged_further() -> None:
    on, off = (rules(LONG[:60], (x, 2, 3, 0.3), 8) for x in (1, 11))
    assert {"deck/small-print", "deck/loose-text"} <= on
    assert "deck/off-slide" in off
    assert not off & {"deck/small-print", "deck/loose-text", "deck/overflow-text"}


def test_empty_lines_take_no_room_that_anybody_sees() -> None:
    faults = {"deck/loose-text", "deck/overflow-text"}
    assert not rules("平安建设" + "\n" * 8, (1, 2, 8, 0.6)) & faults
    assert not rules("\n" * 4 + "平安建设" + "\n" * 4, (1, 2, 8, 0.6), anchor=MSO_ANCHOR.MIDDLE) & faults
    assert rules("\n" * 4 + "平安建设", (1, 2, 8, 0.6)) & faults  # they push the text out below


def test_texts_that_come_one_after_the_other_do_not_meet() -> None:
    meeting = (LONG, (1, 2, 8, 0.5))
    assert "deck/overflow-text" in rules(*meeting, below="凝心聚力，振奋精神")
    assert "deck/overflow-text" not in rules(*meeting, below="凝心聚力，振奋精神", animated=True)
