"""The facts of the 2019 report: what a reader of the original would check."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from deckgen import outline
from deckgen.kinds.objectives import Objectives
from deckgen.kinds.pairs import Pairs
from deckgen.kinds.principles import Principles
from deckgen.kinds.problems import Problems
from deckgen.kinds.section import Section
from deckgen.outline import Outline, Text
from deckgen.scene import ChartBox, Group, TableBox
from tests.beside import beside
from tests.some import some
from tests.support import LEDGERS, OUTLINE, Deck, box_text, report_of, squeezed, text_boxes, walk

TITLES = (
    ("坚持习近平新时代中国特色社会主义思想为指导", "不忘初心，牢记使命"),
    ("坚持以打造经济强区为战略引领", "把关定向，集优成势"),
    ("坚持以实现高质量发展为第一要务", "率先崛起、转型跨越"),
    ("坚持以民主法治建设为基础保障", "依法治区、法治先行"),
    ("坚持以宣传思想文化为大事要事", "凝心聚力、振气塑魂"),
    ("坚持以改善群众生活为根本宗旨", "问需于民、造福于民"),
    ("坚持以全面从严治党为根本保证", "主责主抓，实干实效"),
)
# What the original itself states; everything else in the ledger is X.
FACTS = {
    "revenue_rank": "第1",
    "project_rank": "第1",
    "patent_rank": "第1",
    "health_coverage": "100",
    "hazard_fix_rate": "100",
    "hazchem_permit_rate": "100",
}
# Phrases with an official wording, which nobody may paraphrase, and lists that the original only enumerates.
OFFICIAL = (
    "习近平新时代中国特色社会主义思想",
    "向在座的各位同志，向全区各级党组织和广大党员干部，表示衷心的感谢",
    "党中央、国务院，省委、省政府和市委、市政府的正确领导",
    "以习近平同志为核心的党中央坚决拥护、真诚爱戴、绝对服从",
    "政治坚定、党性坚强、作风坚决的区委领导集体",
    "党的领导、人民当家作主、依法治国有机统一",
    "每一个司法案件中感受到公平正义",
    "深化经济体制、民主法治、社会体制、生态文明体制、党的建设制度",
    "全面建成小康社会、加快建设社会主义现代化新征程上走在前列",
    "请同志们提出意见和建议",
)
COPIED = 20  # so many characters in a row are no coincidence


@pytest.fixture(scope="module")
def report() -> Outline:
    return report_of(OUTLINE).outline


def slides(report: Outline, kind: type[outline.Slide]) -> list[outline.Slide]:
    return [slide for part in report.parts for slide in part.slides if isinstance(slide, kind)]


def test_sections_have_their_exact_titles_and_mottoes(report: Outline) -> None:
    found = [slide for slide in slides(report, Section) if isinstance(slide, Section)]
    assert tuple((slide.title.plain, slide.motto.plain) for slide in found) == TITLES


def test_sections_have_all_their_points(report: Outline) -> None:
    assert [len(slide.points) for slide in slides(report, Section)] == [2, 3, 4, 6, 3, 4, 7]  # type: ignore[attr-defined]


def test_the_second_half_has_all_its_items(report: Outline) -> None:
    (objectives,) = slides(report, Objectives)
    (principles,) = slides(report, Principles)
    (problems,) = slides(report, Problems)
    (pairs,) = slides(report, Pairs)
    assert [len(objectives.figures), len(principles.items), len(problems.items)] == [6, 6, 4]  # type: ignore[attr-defined]
    assert [(p.first, p.second) for p in pairs.pairs] == [("稳", "进"), ("破", "立"), ("义", "利"), ("法", "情"), ("权", "责")]  # type: ignore[attr-defined]


def test_claims_are_those_of_the_report(report: Outline) -> None:
    assert [part.claim.text if part.claim else "" for part in report.parts] == ["七个坚持", "", "四个牢牢把握"]
    claims = [slide.claim.text for part in report.parts for slide in part.slides if slide.claim]
    assert claims == ["六个“必须”", "五个统筹"]


def test_a_point_is_a_phrase_and_not_a_paragraph(report: Outline) -> None:
    points = [point for slide in slides(report, Section) for point in slide.points]  # type: ignore[attr-defined]
    assert len(points) == 29
    assert all(2 <= len(point.lead.plain) <= 12 and 8 <= len(point.text.plain) <= 44 for point in some(points))


def test_every_slide_has_notes_of_substance(x_deck: Deck) -> None:
    assert {slide.title: len(slide.notes) for slide in x_deck.scene.slides if len(slide.notes) < 60} == {}


# ---- figures


def test_every_quantity_is_unknown_until_somebody_fills_it() -> None:
    book = report_of(OUTLINE).ledger.figures
    assert len(book) > 100
    known = {name: figure.number for name, figure in book.items() if figure.value is not None}
    assert known == FACTS
    assert [name for name, figure in book.items() if figure.change and figure.change.value is not None] == []


def test_every_unknown_figure_has_a_sample() -> None:
    book = report_of(OUTLINE, LEDGERS["sample"]).ledger.figures
    assert set(book) == set(report_of(OUTLINE).ledger.figures)
    assert [name for name, figure in book.items() if not figure.known] == []
    assert {name for name, figure in book.items() if not figure.sample} == set(FACTS)


def test_every_figure_is_used_and_names_who_keeps_it() -> None:
    report = report_of(OUTLINE)
    assert set(report.used) == set(report.ledger.figures)
    assert [name for name, figure in report.ledger.figures.items() if not (figure.label and figure.department)] == []


def test_the_x_ledger_holds_no_other_digit() -> None:
    """Not even in a label or a unit, 1号线 and 2020 aside."""
    for name, figure in some(report_of(OUTLINE).ledger.figures.items()):
        words = f"{figure.label}{figure.unit}{figure.prefix}{figure.suffix}{figure.change.text if figure.change else ''}"
        assert not re.search(r"\d", words.replace("1号线", "")), name


def test_x_cards_are_marked(x_deck: Deck) -> None:
    shown = [card for slide in x_deck.scene.slides for card in walk(slide.items) if isinstance(card, Group) and "卡 " in card.name]
    assert len(shown) >= 21
    for card in some(shown):
        words = "".join(box_text(item) for item in card.items if hasattr(item, "paragraphs"))
        assert ("待填" in words) == ("X" in words), card.name


def test_targets_stand_beside_the_year_before_also_while_they_are_x(x_deck: Deck, sample_deck: Deck) -> None:
    """A native table, so that the deck has data in it before anybody has filled in a figure; every X in it is dashed."""
    (table,) = [item for slide in x_deck.scene.slides for item in walk(slide.items) if isinstance(item, TableBox)]
    rows = [[box_text(box) for box in table.boxes[start : start + 3]] for start in range(0, len(table.boxes), 3)]
    assert rows[:3] == [["指标", "2019年", "2020年目标"], ["地区生产总值", "预计X亿元", "达到X"], ["一般公共预算收入", "增长X%", "增长X%"]]
    assert rows[3] == ["规模以上工业增加值", "—", "增长X%"], "the original says nothing of 2019"
    assert all(
        (cell.stroke is not None) == ("X" in box_text(box)) for cell, box in some(zip(sum(table.cells, ()), table.boxes, strict=True))
    )
    (chart,) = [item for slide in sample_deck.scene.slides for item in walk(slide.items) if isinstance(item, ChartBox)]
    assert [(series.name, series.labels) for series in chart.series] == [
        ("2019年", ("9.1%", "", "11.5%", "10.2%", "")),
        ("2020年目标", ("8.0%", "8.2%", "9.0%", "9.5%", "8.8%")),
    ]


def test_the_third_section_is_a_dashboard_of_one_slide(x_deck: Deck) -> None:
    (slide,) = [slide for slide in x_deck.scene.slides if slide.title == TITLES[2][0]]
    assert slide.arrangement == "strip-and-cards"
    leads = [card for card in slide.items if isinstance(card, Group) and card.name.endswith("地区生产总值")]
    others = [card for card in slide.items if isinstance(card, Group) and card.name.startswith("指标卡") and card not in leads]
    assert len(leads) == 1 and len(others) == 3 and all(leads[0].box.width > card.box.width for card in some(others))


def test_a_deck_of_samples_shows_no_x(sample_deck: Deck) -> None:
    """XX is the place whose name the original hides, X届X次 a session, X河 and X渠 rivers: no figures."""
    hidden = re.compile(r"XX|X届X次|X河|X渠")
    for slide in some(sample_deck.scene.slides):
        texts = [box_text(box) for box in text_boxes(slide)] + [slide.notes]
        assert [text for text in texts if "X" in hidden.sub("", text) or "待填" in text] == [], slide.title


def test_samples_agree_with_each_other() -> None:
    """Figures that the report states twice are one; a share is what its parts make it."""
    book = report_of(OUTLINE, LEDGERS["sample"]).ledger.figures
    assert book["center_study"].value == book["theory_study"].value
    assert book["riverside_clearance"].number == "46.8"
    tertiary, gdp = book["tertiary"], book["gdp"]
    assert tertiary.change is not None
    assert tertiary.change.value == round(tertiary.value / gdp.value * 100, 1)  # type: ignore[operator,union-attr,arg-type]


# ---- beside the original


@pytest.fixture(scope="module")
def original(request: pytest.FixtureRequest) -> str:
    return squeezed(beside("report/report-2019.txt").read_text(encoding="utf-8"))


def test_titles_and_mottoes_stand_in_the_original(report: Outline, original: str) -> None:
    for title, motto in TITLES:
        assert squeezed(f"{title}，{motto}") in original
    named = [part.claim.text for part in report.parts if part.claim]
    assert all(f"“{claim}”" in original or claim in original for claim in some(named))


def test_no_sentence_is_copied(report: Outline, original: str) -> None:
    """Points and notes are our own words; what has an official wording is listed above."""
    found = sorted({stretch for text in texts(report) for stretch in copied(text, original)})
    assert found == []


def texts(report: Outline) -> Iterator[str]:
    slides = [slide for part in report.parts for slide in part.slides]
    yield from (report.notes.plain, report.closing.notes.plain if report.closing else "")
    for part in report.parts:
        yield part.notes.plain
    for slide in slides:
        yield slide.notes.plain
        for entry in (*getattr(slide, "points", ()), *getattr(slide, "items", ()), *getattr(slide, "pairs", ())):
            yield from (entry.lead.plain, entry.text.plain)
        yield getattr(slide, "text", Text()).plain


def copied(text: str, original: str) -> Iterator[str]:
    """Sentences of a text, official wordings cut out, that stand word for word in the original."""
    for phrase in OFFICIAL:
        text = text.replace(phrase, "。")
    for sentence in re.split(r"[。；！？\n]", text):
        words = squeezed(sentence).strip("，、：")
        if len(words) >= COPIED and words in original:
            yield words
