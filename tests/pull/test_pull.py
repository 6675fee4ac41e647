"""What a person changes in a deck goes back to the files: that, whole, and nothing else."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import Result
from PIL import Image
from pptx.dml.color import RGBColor

import deckgen
from deckgen.pipeline import Request
from deckgen.pull.carry import PullOptions
from deckgen.pull.pulling import Pulled, pull
from deckgen.pull.rebuilt import Rebuilt
from deckgen.pull.theirs import read_theirs
from tests.pull import randomly
from tests.pull.support import FIGURES, OUTLINE, SHOWCASE, by_office, commanded, edited, needs_office, rewritten

Deck = pptx.presentation.Presentation

OUTLINE_TEXT = """\
# 全区工作报告
title: 工作报告   # 题目
figures: figures.yaml
date: 2020-01-15
parts:
  - title: 工作回顾
    slides:
      # 第一页的说明
      - kind: section
        title: "坚持项目带动"
        motto: 抓项目就是抓发展   # 短语
        points:
          - lead: 招商引资
            text: >-
              引进项目{projects}，
              到位资金{funds}
          # 第二条要核对
          - lead: '建设提速'
            text: 开工率**明显提高**，比上年快
          - 服务优化：一窗受理、一网通办
        notes: |
          第一段，讲招商。
          第二段，讲建设{projects}。
      - kind: section
        title: 坚持民生优先
        points:
          - {lead: 就业, text: 新增岗位充足}
          - {lead: 养老, text: 床位有增加}
          - {lead: 就医, text: 等候时间短}
      # 第三页
      - kind: table
        title: 指标一览
        columns: [指标, 数值]
        rows:
          - [生产总值, 412.6]
          - [财政收入, 38]
          - [出口, 12]
closing: 请审议
"""
LEDGER_TEXT = """\
figures:
  projects: {label: 引进项目, value: X, unit: 个}  # 统计局
  funds:
    label: 到位资金
    value: X
    unit: 亿元
"""


class Case:
    """An outline, its deck edited, and what became of it."""

    def __init__(self, folder: Path, outline: str = OUTLINE_TEXT, ledger: str = LEDGER_TEXT) -> None:
        self.outline, self.ledger, self.deck = folder / "outline.yaml", folder / "figures.yaml", folder / "a.pptx"
        self.outline.write_bytes(outline.encode())
        self.ledger.write_bytes(ledger.encode())
        deckgen.build(self.outline, self.deck)

    def edit(self, *edits: Callable[[Deck], object]) -> Case:
        for each in edits:
            edited(self.deck, each)
        return self

    def pull(self, with_figures: bool = False) -> Pulled:
        return pull(self.deck.read_bytes(), Request(str(self.outline)), PullOptions(with_figures))

    def text(self, with_figures: bool = False) -> str:
        """The outline as it becomes, every edit of the deck in it."""
        pulled = self.pull(with_figures)
        assert [outcome for outcome in pulled.outcomes if outcome.why] == []
        return pulled.texts.get(str(self.outline), self.outline.read_bytes()).decode()


def replaced(old: str, new: str, slide: int | None = None) -> Callable[[Deck], object]:
    """The first run that holds `old`, on a slide or anywhere, with `new` in its place."""

    def edit(deck: Deck) -> None:
        slides = list(deck.slides) if slide is None else [deck.slides[slide]]
        for one in slides:
            for shape in randomly.shapes_of(one.shapes):
                frames = [shape.text_frame] if shape.has_text_frame else randomly.cells(shape)
                for frame in frames:
                    for paragraph in frame.paragraphs:
                        for run in paragraph.runs:
                            if old in run.text:
                                run.text = run.text.replace(old, new, 1)
                                return
        raise AssertionError(old)

    return edit


def test_without_an_edit_no_byte_changes(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(lambda deck: None)
    pulled = case.pull(True)
    assert (pulled.texts, pulled.outcomes) == ({}, [])


@needs_office
@pytest.mark.parametrize("outline", [OUTLINE, SHOWCASE], ids=["report", "showcase"])
def test_what_libreoffice_saved_changes_no_byte(outline: Path, tmp_path: Path) -> None:
    deckgen.build(outline, tmp_path / "a.pptx")
    pulled = pull(by_office(tmp_path / "a.pptx").read_bytes(), Request(str(outline)), FIGURES)
    assert (pulled.texts, pulled.outcomes) == ({}, [])


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("项目带动", "项目为王", 'title: "坚持项目带动"', 'title: "坚持项目为王"'),
        ("抓发展", "抓“发展”", "抓项目就是抓发展   # 短语", "抓项目就是抓“发展”   # 短语"),
        ("建设提速", "建设'提速'", "lead: '建设提速'", "lead: '建设''提速'''"),
        ("比上年快", "比上年快: 三成", "text: 开工率**明显提高**，比上年快", "text: '开工率**明显提高**，比上年快: 三成'"),
        ("开工率", "开工率#1", "text: 开工率**明显提高**，比上年快", "text: '开工率#1**明显提高**，比上年快'"),
        ("一窗受理", "一站受理", "- 服务优化：一窗受理、一网通办", "- 服务优化：一站受理、一网通办"),
        ("岗位充足", "岗位充足, 稳定", "text: 新增岗位充足}", "text: '新增岗位充足, 稳定'}"),
        ("引进项目", "引进大项目", "引进项目{projects}，\n", "引进大项目{projects}，\n"),
        ("财政收入", "财政总收入", "- [财政收入, 38]", "- [财政总收入, 38]"),
        ("床位有增加", "床位有{增加}", "text: 床位有增加}", "text: '床位有{{增加}}'}"),
        ("明显提高", "明显**提高", "开工率**明显提高**", "开工率**明显\\*\\*提高**"),
    ],
)
def test_words_change_where_they_stand(old: str, new: str, before: str, after: str, tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced(old, new, {"财政收入": 3, "岗位充足": 2, "床位有增加": 2}.get(old, 1)))
    assert before in OUTLINE_TEXT
    assert case.text() == OUTLINE_TEXT.replace(before, after, 1)


def weighed(words: str, bold: bool, slide: int = 1) -> Callable[[Deck], object]:
    """These words made bold, or plain, as PowerPoint does: in a run of their own."""

    def edit(deck: Deck) -> None:
        for shape in randomly.shapes_of(deck.slides[slide].shapes):
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                if words in "".join(run.text for run in paragraph.runs):
                    weigh(paragraph, words, bold)
                    return
        raise AssertionError(words)

    return edit


def weigh(paragraph: Any, words: str, bold: bool) -> None:
    at = "".join(run.text for run in paragraph.runs).index(words)
    done = 0
    for run in list(paragraph.runs):
        text, left, right = run.text, max(0, at - done), min(len(run.text), at + len(words) - done)
        done += len(text)
        if left >= right:
            continue
        run.text = text[:left]
        last = run._r
        for piece, weight in ((text[left:right], bold), (text[right:], run.font.bold)):
            fresh = deepcopy(run._r)
            last.addnext(fresh)
            last = fresh
            made = next(one for one in paragraph.runs if one._r is fresh)
            made.text, made.font.bold = piece, weight
            if weight is False:  # strong words have a colour of their own in this theme
                made.font.color.rgb = RGBColor.from_string("2A2422")


@pytest.mark.parametrize(
    ("words", "bold", "before", "after"),
    [
        ("比上年快", True, "text: 开工率**明显提高**，比上年快", "text: 开工率**明显提高**，**比上年快**"),
        ("开工率", True, "text: 开工率**明显提高**，", "text: '**开工率明显提高**，"),
        ("明显提高", False, "开工率**明显提高**，", "开工率明显提高，"),
        ("明显", False, "开工率**明显提高**，", "开工率明显**提高**，"),
        ("进项目", True, "引进项目{projects}", "引**进项目**{projects}"),
        ("X亿元", True, "              到位资金{funds}", "              到位资金**{funds}**"),
        ("一窗受理", True, "- 服务优化：一窗受理、", "- 服务优化：**一窗受理**、"),
    ],
)
def test_words_that_became_strong_or_plain(words: str, bold: bool, before: str, after: str, tmp_path: Path) -> None:
    assert before in OUTLINE_TEXT
    expected = OUTLINE_TEXT.replace(before, after, 1)
    case = Case(tmp_path).edit(weighed(words, bold))
    assert case.text() == (expected.replace("，比上年快\n", "，比上年快'\n") if "'**" in after else expected)
    assert run(case).exit_code == 0
    assert commanded("build", case.outline, "-o", case.deck).exit_code == 0, "the edit is in the outline: no edit any more"


def test_words_that_were_typed_and_made_strong_at_once(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("比上年快", "比上年快三成"), weighed("三成", True))
    assert "开工率**明显提高**，比上年快三成\n" in case.pull().texts[str(case.outline)].decode()


def test_line_ends_and_the_mark_at_the_start_stay(tmp_path: Path) -> None:
    text = "\ufeff" + OUTLINE_TEXT.replace("\n", "\r\n")
    case = Case(tmp_path, text).edit(replaced("项目带动", "项目为王"), lambda deck: randomly.move_a_slide(deck, Fixed()))
    pulled = case.pull()
    made = pulled.texts[str(case.outline)].decode()
    assert made.startswith("\ufeff") and made.count("\r\n") == made.count("\n") and "项目为王" in made


class Fixed(random.Random):
    """Moves the third slide to the place of the second."""

    def choice(self, seq: object) -> object:  # type: ignore[override]
        return list(seq)[2]  # type: ignore[call-overload]

    def randrange(self, *arguments: int) -> int:  # type: ignore[override]
        return 1


def test_an_x_becomes_a_number_in_the_ledger(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("X", "36", 1))
    without = case.pull()
    assert [outcome.why for outcome in without.outcomes] == ["figures"] and not without.texts
    pulled = case.pull(True)
    assert pulled.texts == {str(case.ledger): LEDGER_TEXT.replace("value: X, unit: 个", "value: 36, unit: 个").encode()}


def test_a_number_that_differs_in_two_places_is_a_question(tmp_path: Path) -> None:
    outline = OUTLINE_TEXT.replace("motto: 抓项目就是抓发展", "motto: 引进{projects}")
    case = Case(tmp_path, outline).edit(replaced("X个", "36个", 1), replaced("X个", "37个", 1))
    pulled = case.pull(True)
    assert {(outcome.why, outcome.first, outcome.second) for outcome in pulled.outcomes} == {("disagree", "36个", "37个")}
    assert not pulled.texts


def test_a_number_that_the_ledger_has_otherwise_by_now_is_a_question(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("X", "36", 1))
    case.ledger.write_text(LEDGER_TEXT.replace("value: X, unit: 个", "value: 40, unit: 个"), encoding="utf-8")
    (outcome,) = case.pull(True).outcomes
    assert (outcome.why, outcome.first, outcome.second) == ("ledger", "40个", "36个")


def test_another_unit_is_refused(tmp_path: Path) -> None:
    case = Case(tmp_path, OUTLINE_TEXT.replace("closing:", "checks: {}\nclosing:").replace("motto: 抓项目就是抓发展", "figures: [funds]"))
    assert [outcome.why for outcome in case.edit(replaced("亿元", "万元", 1)).pull(True).outcomes] == ["unit"]


def test_notes_paragraph_by_paragraph(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        frame = deck.slides[1].notes_slide.notes_text_frame
        frame.paragraphs[0].runs[0].text = "第一段，讲引进。"
        frame.add_paragraph().text = "第三段。"

    expected = OUTLINE_TEXT.replace("第一段，讲招商。", "第一段，讲引进。").replace(
        "讲建设{projects}。\n", "讲建设{projects}。\n          第三段。\n"
    )
    assert Case(tmp_path).edit(edit).text() == expected


def test_notes_of_a_slide_that_had_none(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(lambda deck: setattr(deck.slides[3].notes_slide.notes_text_frame, "text", "照表念。"))
    assert case.text() == OUTLINE_TEXT.replace("          - [出口, 12]\n", "          - [出口, 12]\n        notes: |\n          照表念。\n")


def test_a_moved_slide_takes_its_comments_along(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        one = slides[3]
        slides.remove(one)
        slides.insert(1, one)

    made = Case(tmp_path).edit(edit).text()
    assert sorted(made.splitlines()) == sorted(OUTLINE_TEXT.splitlines())
    assert made.index("# 第三页") < made.index("kind: table") < made.index("# 第一页的说明") < made.index("坚持项目带动")


def test_a_deleted_slide_goes_and_the_comment_above_it_stays(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        deck.part.drop_rel(slides[3].rId)
        slides.remove(slides[3])

    made = Case(tmp_path).edit(edit).text()
    assert "# 第三页" in made and "指标一览" not in made and "坚持民生优先" in made


TWO_PARTS = OUTLINE_TEXT.replace(
    "closing: 请审议\n",
    """\
  - title: 工作安排
    slides:
      # 安排的第一页
      - kind: points
        title: 抓好两件事
        points: [抓落实, 抓督查]
      - {kind: points, title: 再抓两件, points: [抓学习, 抓培训]}
closing: 请审议
""",
)


def put(slide: int, before: int) -> Callable[[Deck], object]:
    """A slide taken out and put in before the one that has the number `before` then."""

    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        one = slides[slide]
        slides.remove(one)
        slides.insert(before, one)

    return edit


def deleted(slide: int) -> Callable[[Deck], object]:
    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        deck.part.drop_rel(slides[slide].rId)
        slides.remove(slides[slide])

    return edit


def titles(deck: Path) -> list[str]:
    return [" ".join(slide.shapes.title.text_frame.text.split()) for slide in pptx.Presentation(str(deck)).slides]


def test_a_slide_moved_to_another_part_takes_its_comments_along(tmp_path: Path) -> None:
    """Cover, divider, three slides; divider, two slides; closing: the first goes behind the first of the second part."""
    case = Case(tmp_path, TWO_PARTS)
    before = titles(case.deck)
    moved = before.index("坚持项目带动")
    made = case.edit(put(moved, before.index("再抓两件") - 1)).text()
    assert sorted(made.splitlines()) == sorted(TWO_PARTS.splitlines())
    order = [
        "坚持民生优先",
        "# 第三页",
        "工作安排",
        "# 安排的第一页",
        "抓好两件事",
        "# 第一页的说明",
        "坚持项目带动",
        "讲建设{projects}",
        "再抓两件",
    ]
    assert [made.index(words) for words in order] == sorted(made.index(words) for words in order)
    case.outline.write_text(made, encoding="utf-8")
    wanted = titles(case.deck)
    assert commanded("build", case.outline, "-o", case.deck).exit_code == 0 and titles(case.deck) == wanted


def test_two_slides_moved_together_and_edited(tmp_path: Path) -> None:
    case = Case(tmp_path, TWO_PARTS)
    at = titles(case.deck).index("坚持项目带动")
    end = titles(case.deck).index("再抓两件")
    made = case.edit(replaced("项目带动", "项目为王"), put(at, end), put(at, end)).text()
    assert [made.index(words) for words in ("再抓两件", "坚持项目为王", "坚持民生优先")] == sorted(
        made.index(words) for words in ("再抓两件", "坚持项目为王", "坚持民生优先")
    )
    assert "指标一览" in made.partition("工作安排")[0]


def test_the_only_slide_of_a_part_stays(tmp_path: Path) -> None:
    text = TWO_PARTS.replace("      - {kind: points, title: 再抓两件, points: [抓学习, 抓培训]}\n", "")
    case = Case(tmp_path, text)
    at = titles(case.deck).index("抓好两件事")
    pulled = case.edit(put(at, 2)).pull()
    assert [outcome.why for outcome in pulled.outcomes] == ["last-slide"] and not pulled.texts


def test_a_deleted_slide_stays_as_comments_when_asked(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(deleted(3))
    assert run(case, "--keep-deleted").exit_code == 0
    made = case.outline.read_text(encoding="utf-8")
    assert "      # 第三页\n      # - kind: table\n      #   title: 指标一览\n" in made
    back = "".join(
        f"{line.replace('# ', '', 1) if line.startswith('      # ') and '页' not in line else line}\n" for line in made.splitlines()
    )
    assert back == OUTLINE_TEXT


def test_a_deleted_slide_stays_as_comments_among_slides_that_were_moved(tmp_path: Path) -> None:
    case = Case(tmp_path, TWO_PARTS)
    names = titles(case.deck)
    gone = names.index("再抓两件")
    case.edit(
        lambda deck: (put(names.index("坚持民生优先"), names.index("坚持项目带动"))(deck), put(gone - 1, gone)(deck), deleted(gone)(deck))
    )
    assert run(case, "--keep-deleted").exit_code == 0
    made = case.outline.read_text(encoding="utf-8")
    assert made.index("坚持民生优先") < made.index("坚持项目带动")
    assert (
        "      # 安排的第一页\n      # - kind: points\n      #   title: 抓好两件事\n" in made
        and "\n      - {kind: points, title: 再抓两件" in made
    )


def test_a_comment_is_told_at_its_line(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(put(3, 1))
    commented_on(case.deck, "ppt/slides/slide3.xml", "王主任", "这一条再核一下")
    result = run(case)
    line = next(n for n, text in enumerate(case.outline.read_text(encoding="utf-8").splitlines(), 1) if "坚持民生优先" in text) - 1
    assert f"{case.outline}:{line}:9: " in result.output and "这一条再核一下" in result.output


def commented_on(deck: Path, slide: str, author: str, words: str) -> None:
    """A comment as PowerPoint 2007 writes one."""
    p = "http://schemas.openxmlformats.org/presentationml/2006/main"
    r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.presentationml"
    rels = slide.replace("slides/", "slides/_rels/") + ".rels"
    rewritten(deck, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", f'<Override PartName="/ppt/comments/comment1.xml" ContentType="{kinds}.comments+xml"/><Override PartName="/ppt/commentAuthors.xml" ContentType="{kinds}.commentAuthors+xml"/></Types>'.encode()))  # fmt: skip
    rewritten(deck, rels, lambda xml: xml.replace(b"</Relationships>", f'<Relationship Id="rIdC" Type="{r}/comments" Target="../comments/comment1.xml"/></Relationships>'.encode()))  # fmt: skip
    rewritten(deck, "ppt/_rels/presentation.xml.rels", lambda xml: xml.replace(b"</Relationships>", f'<Relationship Id="rIdC" Type="{r}/commentAuthors" Target="commentAuthors.xml"/></Relationships>'.encode()))  # fmt: skip
    with zipfile.ZipFile(deck, "a") as package:
        package.writestr("ppt/comments/comment1.xml", f'<p:cmLst xmlns:p="{p}"><p:cm authorId="0" dt="2026-11-30T20:00:00" idx="1"><p:pos x="10" y="10"/><p:text>{words}</p:text></p:cm></p:cmLst>')  # fmt: skip
        package.writestr("ppt/commentAuthors.xml", f'<p:cmAuthorLst xmlns:p="{p}"><p:cmAuthor id="0" name="{author}" initials="W" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>')  # fmt: skip


def blank_slide(deck: Deck, title: str, before: int) -> Any:
    """A new slide with nothing but a title."""
    slide = deck.slides.add_slide(deck.slides[1].slide_layout)
    slide.shapes.title.text = title
    for place in list(slide.placeholders):
        if place.placeholder_format.idx:
            place._element.getparent().remove(place._element)
    put(len(deck.slides) - 1, before)(deck)
    return slide


def test_a_new_slide_with_a_table(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        cells = blank_slide(deck, "各镇进度", 2).shapes.add_table(3, 2, 914_400, 1_828_800, 6_000_000, 2_000_000).table
        for number, text in enumerate(["镇", "开工: 个", "东镇", "12", "西镇", ""]):
            cells.cell(number // 2, number % 2).text = text

    case = Case(tmp_path).edit(edit)
    made = case.text()
    entry = "      - kind: table\n        title: 各镇进度\n        columns: [镇, '开工: 个']\n        rows:\n          - [东镇, 12]\n          - [西镇, '']\n"
    assert made == OUTLINE_TEXT.replace(
        "      - kind: section\n        title: 坚持民生", f"{entry}      - kind: section\n        title: 坚持民生"
    )


def test_a_new_slide_with_a_picture_is_saved_beside(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        slide = blank_slide(deck, "新广场建成", 2)
        drawn = BytesIO()
        Image.new("RGB", (640, 480), (40, 120, 90)).save(drawn, "PNG")
        shape = slide.shapes.add_picture(drawn, 914_400, 1_828_800)
        shape._element.nvPicPr.cNvPr.set("descr", "市民在新广场上跳舞")
        slide.shapes.add_textbox(7_000_000, 2_000_000, 3_000_000, 900_000).text_frame.text = "面积扩大一倍"

    case = Case(tmp_path).edit(edit)
    tried = run(case, "--dry-run")
    assert not (tmp_path / "图片").exists() and "图片" in tried.output
    assert run(case).exit_code == 0
    (saved,) = (tmp_path / "图片").iterdir()
    made = case.outline.read_text(encoding="utf-8")
    assert f"        image: 图片/{saved.name}\n        alt: 市民在新广场上跳舞\n        points:\n          - 面积扩大一倍\n" in made
    with Image.open(saved) as picture:
        assert picture.size == (640, 480)
    assert commanded("build", case.outline, "-o", case.deck).exit_code == 0


def test_a_new_slide_that_no_kind_says_is_listed_and_the_rest_is_carried(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        slide = blank_slide(deck, "图文混排", 2)
        for n in range(2):
            slide.shapes.add_table(2, 2, 914_400, 914_400 * (n + 1), 6_000_000, 800_000)

    pulled = Case(tmp_path).edit(edit, replaced("项目带动", "项目为王")).pull()
    assert {outcome.change.kind: outcome.why for outcome in pulled.outcomes} == {"slide-new": "slide", "words": ""}


def lost_record(deck: Path) -> None:
    """As a program leaves it that drops what it does not know."""
    rewritten(deck, "customXml/item1.xml", lambda xml: b"<nothing/>")
    rewritten(deck, "docProps/app.xml", lambda xml: xml.replace(b"<Application>deckgen</Application>", b"<Application>Other</Application>"))


def test_a_deck_that_lost_its_record_is_held_against_the_outline_of_now(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), replaced("X", "36", 1), deleted(3))
    lost_record(case.deck)
    pulled = case.pull(True)
    assert not pulled.recorded
    assert {outcome.change.kind: outcome.why for outcome in pulled.outcomes} == {"words": "", "slide-gone": "unrecorded"}
    assert pulled.texts[str(case.outline)].decode() == OUTLINE_TEXT.replace("项目带动", "项目为王")
    assert "value: 36, unit: 个" in pulled.texts[str(case.ledger)].decode()
    told = run(case, "--dry-run")
    assert told.exit_code == 1 and "lost its record" in told.stderr


@pytest.mark.parametrize("value", ["13", "X"])
def test_without_record_a_number_of_the_ledger_stays(value: str, tmp_path: Path) -> None:
    """Whether the deck or the ledger is the newer one, nobody can tell."""
    case = Case(tmp_path)
    case.edit(replaced("X", value, 1))
    lost_record(case.deck)
    case.ledger.write_text(LEDGER_TEXT.replace("value: X", "value: 36", 1), encoding="utf-8")
    pulled = case.pull(True)
    assert {outcome.why for outcome in pulled.outcomes if outcome.change.kind == "words"} == {"ledger"}
    assert str(case.ledger) not in pulled.texts


def test_without_record_and_edit_no_byte_changes(tmp_path: Path) -> None:
    case = Case(tmp_path)
    lost_record(case.deck)
    pulled = case.pull(True)
    assert (pulled.texts, pulled.outcomes) == ({}, [])


def test_a_deck_without_record_of_something_else_is_refused(tmp_path: Path) -> None:
    case = Case(tmp_path)
    lost_record(case.deck)
    case.outline.write_text(
        "title: 另一份\nparts:\n  - title: 部分\n    slides:\n      - {kind: points, title: 别的, points: [甲, 乙]}\n", encoding="utf-8"
    )
    assert run(case).exit_code == 2


def test_a_deleted_point_goes_and_the_comment_above_it_stays(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        shape = next(shape for shape in deck.slides[1].shapes if shape.has_text_frame and "建设提速" in shape.text_frame.text)
        shape._element.getparent().remove(shape._element)

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace(
        "          - lead: '建设提速'\n            text: 开工率**明显提高**，比上年快\n", ""
    )


def test_a_deleted_row_of_a_table(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        table = next(shape for shape in deck.slides[3].shapes if shape.has_table).table
        table._tbl.remove(table._tbl.tr_lst[2])

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace("          - [财政收入, 38]\n", "")


def test_a_new_slide_of_title_and_lines_becomes_points(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        slide = deck.slides.add_slide(deck.slides[1].slide_layout)
        slide.shapes.title.text = "补充一页"
        for place in list(slide.placeholders):
            if place.placeholder_format.idx in (21, 22):
                place.text_frame.text = f"第{place.placeholder_format.idx - 20}条：要抓紧"
            elif place.placeholder_format.idx:
                place._element.getparent().remove(place._element)
        slides = deck.slides._sldIdLst
        one = slides[len(slides) - 1]
        slides.remove(one)
        slides.insert(2, one)

    made = Case(tmp_path).edit(edit).text()
    entry = (
        "      - kind: points\n        title: 补充一页\n        points:\n          - text: 第1条：要抓紧\n          - text: 第2条：要抓紧\n"
    )
    assert made == OUTLINE_TEXT.replace(
        "      - kind: section\n        title: 坚持民生", f"{entry}      - kind: section\n        title: 坚持民生"
    )


def test_an_outline_that_was_changed_since_keeps_what_it_says(tmp_path: Path) -> None:
    """Words that were changed on both sides are a question; others are carried, wherever they stand by now."""
    case = Case(tmp_path).edit(replaced("床位有增加", "床位增加一成", 2), replaced("等候时间短", "等候时间更短", 2))
    changed = OUTLINE_TEXT.replace("床位有增加", "床位多了").replace("          - {lead: 就业, text: 新增岗位充足}\n", "")
    case.outline.write_text(changed, encoding="utf-8")
    pulled = case.pull()
    assert [(outcome.change.shape[:3], outcome.why) for outcome in pulled.outcomes] == [("要点2", "elsewhere"), ("要点3", "")]
    assert pulled.texts[str(case.outline)].decode() == changed.replace("等候时间短", "等候时间更短")


def test_two_copies_pulled_in_turn(tmp_path: Path) -> None:
    case = Case(tmp_path)
    first, second = tmp_path / "b.pptx", tmp_path / "c.pptx"
    for copy, (old, new) in ((first, ("项目带动", "项目为王")), (second, ("床位有增加", "床位增加一成"))):
        shutil.copy(case.deck, copy)
        edited(copy, replaced(old, new))
        pulled = pull(copy.read_bytes(), Request(str(case.outline)))
        case.outline.write_bytes(pulled.texts[str(case.outline)])
    assert case.outline.read_text(encoding="utf-8") == OUTLINE_TEXT.replace("项目带动", "项目为王").replace("床位有增加", "床位增加一成")


def test_what_an_outline_cannot_say_is_listed(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(lambda deck: deck.slides[1].shapes.add_textbox(0, 0, 914_400, 914_400).__setattr__("name", "便签"))
    (outcome,) = case.pull().outcomes
    assert (outcome.why, outcome.change.slide, outcome.change.shape) == ("shape", 2, "便签")


def test_a_word_in_two_runs_and_breaks_of_every_kind(tmp_path: Path) -> None:
    """PowerPoint parts runs as it likes; a vertical tab is a break; empty paragraphs at the end are nothing."""

    def edit(deck: Deck) -> None:
        frame = next(s for s in deck.slides[1].shapes if s.has_text_frame and s.text_frame.text == "坚持项目带动").text_frame
        frame.text = "坚持\v项目"
        run = frame.paragraphs[0].add_run()
        run.text = "带动好"
        frame.add_paragraph()

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace('"坚持项目带动"', '"坚持项目带动好"')


def test_a_deck_of_another_outline(tmp_path: Path) -> None:
    """What was edited is found nowhere: told, and nothing is written."""
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"))
    case.outline.write_text(
        "title: 另一份\nparts:\n  - title: 部分\n    slides:\n      - {kind: points, title: 别的, points: [甲, 乙]}\n", encoding="utf-8"
    )
    pulled = case.pull()
    assert [outcome.why for outcome in pulled.outcomes] == ["elsewhere"] and not pulled.texts


@pytest.mark.parametrize("member", ["ppt/slides/slide2.xml", "ppt/presentation.xml"])
def test_a_damaged_deck_is_refused(member: str, tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"))
    rewritten(case.deck, member, lambda xml: xml[: len(xml) // 2])
    result = run(case, "--figures")
    assert result.exit_code == 2 and case.outline.read_bytes() == OUTLINE_TEXT.encode()


def test_a_longer_text_that_does_not_fit_is_carried_and_told(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目带动" * 40, 1))
    result = run(case)
    assert result.exit_code == 1 and "layout/overflow" in result.stderr and "项目带动" * 40 in case.outline.read_text(encoding="utf-8")


def run(case: Case, *arguments: str) -> Result:
    return commanded("pull", case.deck, case.outline, *arguments)


def test_the_command_writes_all_or_shows_only(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), replaced("X", "36", 1))
    tried = run(case, "--figures", "--dry-run")
    assert case.outline.read_bytes() == OUTLINE_TEXT.encode() and case.ledger.read_bytes() == LEDGER_TEXT.encode()
    done = run(case, "--figures")
    assert (tried.exit_code, done.exit_code) == (0, 0) and tried.stdout == done.stdout
    assert '-        title: "坚持项目带动"' in done.stdout and '+        title: "坚持项目为王"' in done.stdout
    again = commanded("build", case.outline, "-o", case.deck)
    assert again.exit_code == 0, again.stderr  # what the outline says now is no edit any more
    assert "title" not in run(case).stdout


def test_what_is_left_makes_the_exit_code(tmp_path: Path) -> None:
    assert run(Case(tmp_path).edit(replaced("X", "36", 1))).exit_code == 1


# ---- random edits


def carried_whole(data: bytes, outline: Path) -> None:
    """Every edit is in the files or is listed; the files say nothing that nobody typed."""
    pulled = pull(data, Request(str(outline)), FIGURES)
    theirs = read_theirs(data)
    if pulled.findings:
        return
    from deckgen.files import Folder, Memory, Overlay
    from deckgen.pipeline import compile_deck

    built = Rebuilt(compile_deck(Request(str(outline), files=Overlay(Memory(pulled.texts), Folder()))).scene, theirs)
    assert [outcome for outcome in pulled.outcomes if not outcome.why and not built.says(outcome.change)] == []
    if not any(not outcome.why for outcome in pulled.outcomes):
        assert not pulled.texts


@pytest.mark.slow
@pytest.mark.parametrize("outline", [OUTLINE, SHOWCASE], ids=["report", "showcase"])
def test_random_edits_through_python_pptx(outline: Path) -> None:
    base = deckgen.build(outline).data
    assert base is not None
    for seed in (106, *range(1000, 1012)):
        deck = pptx.Presentation(BytesIO(base))
        randomly.edit_randomly(deck, seed)
        buffer = BytesIO()
        deck.save(buffer)
        carried_whole(buffer.getvalue(), outline)
