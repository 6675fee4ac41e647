"""Small decks to seed faults into: one of this project, one as people make them with python-pptx, each built once."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import yaml
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from deckgen.diagnostics import Finding
from deckgen.inspect.rules.run import check_deck
from tests.support import compile_text, write

Edit = Callable[[bytes], bytes]
Found = tuple[str, int, str]  # rule, slide, shape

FIGURES = {
    "gdp": {"label": "地区生产总值", "value": 412.6, "unit": "亿元"},
    "growth": {"label": "增长速度", "value": 8.2, "unit": "%"},
    "income": {"label": "居民收入", "value": 9.1, "unit": "%"},
}
OUTLINE = {
    "title": "区委工作报告",
    "organization": "区委办公室",
    "date": "2020-01",
    "notes": "开场。",
    "figures": "figures.yaml",
    "divider": "off",
    "parts": [
        {
            "title": "回顾",
            "agenda": True,
            "notes": "先看全貌。",
            "slides": [
                {
                    "kind": "section", "title": "突出政治建设", "notes": "讲两点。", "figures": ["gdp"],
                    "points": [{"lead": "压实责任", "text": "X个检查组专项督查，失责必问"}, {"lead": "正风肃纪", "text": "立案X件，同比下降"}],
                },
                {"kind": "section", "title": "加强基层党建", "notes": "讲一点。", "points": [{"lead": "强基固本", "text": "新建党组织X个，提升阵地X个"}]},
            ],
        },
        {
            "title": "安排",
            "slides": [
                {
                    "kind": "objectives", "title": "把握主要目标", "notes": "讲目标。", "year": 2020, "heading": "主要预期目标",
                    "text": "实事求是", "figures": ["growth", "income"],
                }
            ],
        },
    ],
    "closing": {"title": "谢谢大家"},
}  # fmt: skip


@cache
def ours() -> bytes:
    """Six slides: cover, agenda, two sections, objectives with a chart, closing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        built = compile_text(
            yaml.safe_dump(OUTLINE, allow_unicode=True, sort_keys=False), folder, yaml.safe_dump({"figures": FIGURES}, allow_unicode=True)
        )
        return write(built.scene, folder / "deck.pptx").read_bytes()


@cache
def theirs() -> bytes:
    """Five slides: cover, bullets, table and picture, chart and group, text boxes; tagged, titled and described so that little is wrong."""
    deck = Presentation()
    deck.core_properties.title = "区发展和改革局汇报"
    cover, bullets, table, chart, boxes = (deck.slides.add_slide(deck.slide_layouts[n]) for n in (0, 1, 5, 5, 5))
    cover.shapes.title.text = "年度工作报告"
    cover.placeholders[1].text = "区发展和改革局"
    bullets.shapes.title.text = "主要成绩"
    bullets.placeholders[1].text = "地区生产总值增长\n财政收入增长\n居民收入增长"
    fill_table(table)
    fill_chart(chart)
    fill_boxes(boxes)
    for slide in deck.slides:
        slide.notes_slide.notes_text_frame.text = "讲稿。"
    return edited(saved(deck), {"ppt/slides/slide*.xml": tagged, "ppt/presentation.xml": with_notes_master})


def fill_table(slide: object) -> None:
    slide.shapes.title.text = "主要指标"  # type: ignore[attr-defined]
    frame = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(8), Inches(2))  # type: ignore[attr-defined]
    frame.name = "指标表"
    for row in range(3):
        for column in range(3):
            frame.table.cell(row, column).text = f"第{row}行{column}列"
    describe(frame, "三项指标")
    picture = slide.shapes.add_picture(png(), Inches(1), Inches(5))  # type: ignore[attr-defined]
    picture.name = "会场"
    describe(picture, "全体会议会场")


def fill_chart(slide: object) -> None:
    slide.shapes.title.text = "增长情况"  # type: ignore[attr-defined]
    data = CategoryChartData()
    data.categories = ["甲", "乙"]
    data.add_series("数", (1, 2))
    chart = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(5), Inches(4), data)  # type: ignore[attr-defined]
    chart.name = "增长图"
    describe(chart, "乙是甲的两倍")
    group = slide.shapes.add_group_shape()  # type: ignore[attr-defined]
    group.name = "组合甲"
    for left, name in ((6.5, "方块"), (8, "圆")):
        shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(3), Inches(1.2), Inches(1))
        shape.name = name
    describe(group, "两个方块")


def fill_boxes(slide: object) -> None:
    slide.shapes.title.text = "下一步打算"  # type: ignore[attr-defined]
    for name, left, top, text in (
        ("左框", 0.5, 2, "抓好重点项目建设"),
        ("右框", 5.2, 2, "抓好民生实事办理"),
        ("下框", 0.5, 5, "抓好安全生产工作"),
    ):
        box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(4.2), Inches(1))  # type: ignore[attr-defined]
        box.name = name
        box.text_frame.word_wrap = True
        box.text_frame.text = text


def describe(shape: object, text: str) -> None:
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)  # type: ignore[attr-defined]


def png(color: str = "red") -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(stream, "PNG")
    stream.seek(0)
    return stream


def saved(deck: object) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def tagged(xml: bytes) -> bytes:
    """Every run Chinese; text boxes without the autofit that would hide an overflow."""
    xml = re.sub(rb"<a:r><a:t>", b'<a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>', xml)
    return xml.replace(b"<a:spAutoFit/>", b"<a:noAutofit/>")


def with_notes_master(xml: bytes) -> bytes:
    """What python-pptx forgets."""
    masters = re.search(rb"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", xml, re.S)
    assert masters is not None
    return xml.replace(masters[0], masters[0] + b'<p:notesMasterIdLst><p:notesMasterId r:id="rId12"/></p:notesMasterIdLst>')


# ---- taking packages apart


def members(data: bytes) -> dict[str, bytes]:
    return dict(unpacked(data))


@lru_cache(maxsize=8)  # the decks that are edited again and again; those that came of it are not kept
def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:  # stored, which is fast
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def edited(data: bytes, edits: dict[str, Edit | None]) -> bytes:
    """The package with parts changed, or taken out; `*` in a name stands for digits. An edit that changes nothing is a mistake."""
    parts = members(data)
    for pattern, edit in edits.items():
        names = [name for name in parts if re.fullmatch(re.escape(pattern).replace(r"\*", r"\d+"), name)]
        assert names, pattern
        for name in names:
            if edit is None:
                del parts[name]
                continue
            content = edit(parts[name])
            assert content != parts[name], f"{name} is as before"
            parts[name] = content
    return packed(parts)


def swap(old: str, new: str, count: int = 1) -> Edit:
    """An edit of the first `count` places of a text, which must be there."""

    def edit(content: bytes) -> bytes:
        assert old.encode() in content, f"{old} is not there"
        return content.replace(old.encode(), new.encode(), count)

    return edit


def found(data: bytes) -> list[Found]:
    return [(finding.rule, finding.span.slide, finding.span.shape) for finding in check(data)]


def check(data: bytes) -> list[Finding]:
    return check_deck(data, "deck.pptx")
