"""Each of the seven values falls for the fault that it is for, names the slide, and leaves the others alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Inches, Pt

from deckgen.cli.scored import message
from deckgen.inspect.deck import FinishedDeck, read_deck
from deckgen.score.run import NAMES, score_deck
from deckgen.score.sight import content_share
from deckgen.score.values import Measure, Score
from tests.inspect.decks import ours, theirs

WORDS = "压实责任，专项督查；失责必问，立行立改；强基固本，提升阵地；问需于民，办好实事；依法治区，平安建设；凝心聚力，振奋精神"


def deck_of(*slides: Callable[[Slide], None], layout: int = 5) -> Score:
    """The score of a deck of these slides on python-pptx's own layouts (5: title only, 6: blank)."""
    return score_deck(read(*slides, layout=layout))


def read(*slides: Callable[[Slide], None], layout: int = 5) -> FinishedDeck:
    show = Presentation()
    for number, draw in enumerate(slides, 1):
        slide = show.slides.add_slide(show.slide_layouts[layout])
        if slide.shapes.title is not None:
            slide.shapes.title.text = f"第{number}件事"
        draw(slide)
    buffer = io.BytesIO()
    show.save(buffer)
    return read_deck(buffer.getvalue())


def of(score: Score, name: str) -> Measure:
    return score.measures[NAMES.index(name)]


def points(score: Score, name: str) -> float:
    value = of(score, name).points
    assert value is not None
    return value


def costs(score: Score, name: str) -> list[tuple[str, int]]:
    """What it lost by, and on which slide; all of it can be told in both languages."""
    assert all(message(cost, lang) for measure in score.measures for cost in measure.costs for lang in ("zh", "en"))
    return [(cost.id, cost.slide) for cost in of(score, name).costs]


def counts(score: Score) -> tuple[int, int]:
    errors, warnings = (int(str(of(score, "access").facts[name])) for name in ("errors", "warnings"))
    return errors, warnings


def words(slide: Slide, text: str = WORDS, size: int = 20, at: tuple[float, float, float, float] = (1, 2, 8, 4)) -> None:
    frame = slide.shapes.add_textbox(*map(Inches, at)).text_frame
    frame.word_wrap = True
    frame.text = text
    frame.paragraphs[0].runs[0].font.size = Pt(size)


def picture(slide: Slide, at: tuple[float, float, float, float] = (0, 0, 10, 7.5)) -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, "png")
    buffer.seek(0)
    slide.shapes.add_picture(buffer, *map(Inches, at))


def chart(slide: Slide) -> None:
    data = CategoryChartData()
    data.categories = ["甲", "乙"]
    data.add_series("去年", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *map(Inches, (1, 2, 8, 4)), data)


def moving(slide: Slide) -> None:
    words(slide)
    slide.element.append(slide.element.makeelement(qn("p:transition"), {}))


def test_a_deck_of_pictures_has_no_level() -> None:
    score = deck_of(picture, picture, layout=6)
    assert score.level == 0
    assert points(score, "editability") == 0
    assert costs(score, "editability") == [("score/picture-slide", 1), ("score/picture-slide", 2)]
    assert score.levels == (2, 0, 0, 0, 0, 0)


def test_the_worst_slide_is_the_level_of_the_deck() -> None:
    score = deck_of(words, words, picture, layout=6)
    assert (score.level, score.levels[0], score.levels[2]) == (0, 1, 2)


def test_a_text_of_loose_lines_is_no_more_than_text() -> None:
    def line_by_line(slide: Slide) -> None:
        for number in range(8):
            words(slide, f"第{number}行", at=(1, 0.5 + number * 0.7, 6, 0.5))

    score = deck_of(line_by_line, layout=6)
    assert (score.level, costs(score, "editability")) == (1, [("score/line-by-line", 1)])
    assert deck_of(words, layout=6).level == 2  # a paragraph, but no placeholder


def test_layouts_then_data_then_motion() -> None:
    assert deck_of(words, words).level == 3
    assert deck_of(words, chart).level == 4
    assert deck_of(moving, chart).level == 5
    assert deck_of(moving, words).level == 3  # a gate that is not passed ends it


def test_text_outside_of_placeholders_costs_by_its_share() -> None:
    def body(slide: Slide) -> None:
        slide.placeholders[1].text = WORDS

    assert points(deck_of(body, layout=1), "editability") == 70
    assert 50 <= points(deck_of(words), "editability") < 54  # all but the title


def test_a_text_that_is_too_high_for_its_slide_is_capped() -> None:
    score = deck_of(words, words, lambda slide: words(slide, WORDS * 4, 28, (1, 5, 8, 2)))
    assert points(score, "fit") <= 49
    assert {slide for _, slide in costs(score, "fit")} == {3}
    assert points(deck_of(words, words), "fit") == 100


def test_small_and_pale_text_is_counted_by_characters() -> None:
    large = points(deck_of(words), "legibility")
    assert large == pytest.approx(100, abs=0.1)

    def pale(slide: Slide) -> None:
        words(slide)
        slide.shapes[-1].text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)

    small, faint = (deck_of(draw) for draw in (lambda slide: words(slide, size=9), pale))
    assert 45 < points(small, "legibility") < 60  # 9 of 18 points, and the title
    assert points(faint, "legibility") < 15
    assert costs(small, "legibility") == costs(faint, "legibility") == [("score/hard-to-read", 1)]
    assert of(faint, "legibility").facts["pale"] != "0" == of(small, "legibility").facts["pale"]


def test_a_text_over_a_picture_is_not_called_pale() -> None:
    def over(slide: Slide) -> None:
        picture(slide)
        words(slide)

    assert points(deck_of(over), "legibility") > 99


def test_boxes_out_of_line_and_uneven_gaps() -> None:
    def grid(slide: Slide) -> None:
        for column in range(3):
            words(slide, "平安建设", at=(0.5 + 3 * column, 2, 2.5, 1))

    def scattered(slide: Slide) -> None:
        for column, (x, y) in enumerate(((0.5, 2), (2.9, 2.6), (6.1, 3.5), (4.3, 5.1))):
            words(slide, f"平安建设{column}", at=(x, y, 2, 1))

    def uneven(slide: Slide) -> None:
        for x in (0.5, 3.1, 7):
            words(slide, "平安建设", at=(x, 2, 2.5, 1))

    assert points(deck_of(grid), "order") == 100
    assert (points(deck_of(scattered), "order"), costs(deck_of(scattered), "order")) == (0, [("score/out-of-line", 1)])
    assert points(deck_of(uneven), "order") < 100
    assert points(deck_of(words), "order") == 100  # one box is in no disorder
    assert points(deck_of(words, scattered), "order") == 50


def test_too_little_and_too_much() -> None:
    def fair(slide: Slide) -> None:
        words(slide, WORDS, 32)

    assert costs(deck_of(fair), "density") == []
    assert ("score/too-much-text", 1) in costs(deck_of(lambda slide: words(slide, WORDS * 6, 12)), "density")
    bare = deck_of(lambda slide: words(slide, "平安", 18, (1, 6.8, 1, 0.5)))
    assert {name for name, _ in costs(bare, "density")} == {"score/bare", "score/too-little-text"}
    assert points(bare, "density") < 30 < 99 < points(deck_of(fair), "density")
    assert ("score/too-little-text", 1) not in costs(deck_of(chart), "density")  # a chart speaks


def test_one_picture_again_and_again_has_no_rhythm() -> None:
    same = deck_of(*[words] * 12)
    assert {name for name, _ in costs(same, "rhythm")} == {
        "score/monotonous",
        "score/same-picture",
        "score/few-pictures",
        "score/only-words",
    }
    assert points(same, "rhythm") < 10

    def wide(slide: Slide) -> None:
        words(slide, size=32)

    def right(slide: Slide) -> None:
        words(slide, size=28, at=(3, 2, 6, 4))

    def two(slide: Slide) -> None:
        words(slide, at=(1, 2, 4, 2))
        words(slide, at=(5, 4, 4, 3))

    lively = deck_of(wide, chart, right, two, two, chart, wide, right, two, wide, two, chart, picture)
    assert {name for name, _ in costs(lively, "rhythm")} <= {"score/restless"}  # charts fill a page, a short text does not
    assert points(lively, "rhythm") > 80
    assert of(deck_of(words, chart), "rhythm").points is None  # two slides have no rhythm


def test_findings_of_accessibility_cost_what_the_table_says() -> None:
    plain = deck_of(words)
    errors, warnings = counts(plain)
    assert points(plain, "access") == max(0, 100 - 15 * errors - 5 * warnings)
    assert (errors, warnings) != (0, 0)  # python-pptx gives the text no language
    assert len(of(plain, "access").costs) == errors + warnings
    assert points(score_deck(read_deck(theirs())), "access") > points(plain, "access")
    long = deck_of(*[words] * 30)
    errors, warnings = counts(long)
    assert points(long, "access") == pytest.approx(max(0, 100 - (15 * errors + 5 * warnings) / 3))


def test_content_share_is_near_what_a_picture_would_say() -> None:
    """Of the page without its margins, in a window of 201 × 151 px: nothing, one word in the middle, everything."""

    def full_page(slide: Slide) -> None:
        words(slide, WORDS * 2, 36, (0.5, 1, 9, 6))

    empty, corner, full = read(lambda slide: None, lambda slide: words(slide, "平", 18, (5, 4, 1, 0.5)), full_page, layout=6).slides
    page = read(words).page
    assert content_share(empty, page) == 0
    assert 0.05 < content_share(corner, page) < 0.2
    assert content_share(full, page) > 0.8


def test_our_own_deck_loses_little() -> None:
    score = score_deck(read_deck(ours()))
    assert [points(score, name) for name in ("fit", "access")] == [100, 100]
    assert score.level == 4  # its objectives are a chart with numbers
    assert score.slides == 6


def test_a_deck_without_slides_has_nothing_to_judge() -> None:
    score = deck_of()
    assert {measure.points for measure in score.measures} == {None}
    assert score.lowest == 100


def test_a_text_that_leaves_its_filled_box_is_told_with_its_lines() -> None:
    def crowded(slide: Slide) -> None:
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(2), Inches(3), Inches(0.6))
        box.text_frame.text = WORDS * 6

    score = deck_of(words, crowded)
    assert ("score/overflow", 2) in costs(score, "fit")
