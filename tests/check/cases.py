"""One input that each rule must find something in, and one beside it, nearly the same, that it must leave alone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, structs

from deckgen.check.rule import Rule
from deckgen.check.subject import Subject
from deckgen.figures import Ledger
from deckgen.outline import Outline, Text
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Scene, TextBox
from tests.check.helpers import POINTS, findings_of, ledger, outline, with_ledger
from tests.support import OUTLINE, ROOT

Edit = Callable[[str], str]
GDP: dict[str, object] = {"label": "地区生产总值", "value": 412.6, "unit": "亿元"}
RATE: dict[str, object] = {"label": "经济增速", "value": 7.8, "unit": "%"}
SENTENCE = "围绕中心服务大局推动各项工作落实见效，"


class Given(Struct, frozen=True):
    """A report as its author wrote it."""

    text: str
    book: str = ""
    theme: Edit | None = None  # of the file of a copy of zhengwu-red

    def rules(self) -> set[str]:
        """All rules that find something."""
        if self.theme is None:
            return {finding.rule for finding in findings_of(self.text, self.book)}
        with tempfile.TemporaryDirectory() as folder:
            path = themed(Path(folder), self.theme)
            return {finding.rule for finding in findings_of(self.text, self.book, theme=str(path))}


class Placed(Struct, frozen=True):
    """A scene whose first motto was exchanged: what the layout itself would never let pass."""

    edit: Callable[[TextBox], TextBox]

    def ask(self, rule: Rule) -> set[str]:
        subject = Subject(Outline(path="", title=Text()), Ledger("", {}), (), "")
        subject.scene = exchanged(self.edit)
        return {rule.RULE for _ in rule.check(subject)}


def exchanged(edit: Callable[[TextBox], TextBox]) -> Scene:
    scene = compile_deck(Request(str(OUTLINE))).scene
    slide = scene.slides[2]
    motto = next(item for item in slide.items if isinstance(item, TextBox) and item.placeholder and item.placeholder.role == "motto")
    items = tuple(edit(motto) if item is motto else item for item in slide.items)
    slides = tuple(structs.replace(other, items=items) if other is slide else other for other in scene.slides)
    return structs.replace(scene, slides=slides)


def in_lines(*texts: str) -> Callable[[TextBox], TextBox]:
    """The box with one paragraph, broken into these lines."""

    def edit(box: TextBox) -> TextBox:
        paragraph = box.paragraphs[0]
        run = paragraph.lines[0][0]
        lines = tuple((structs.replace(run, text=text),) for text in texts)
        return structs.replace(box, paragraphs=(structs.replace(paragraph, lines=lines),))

    return edit


def themed(folder: Path, edit: Edit) -> Path:
    """A copy of a theme with its file changed."""
    theme = folder / "mine"
    shutil.copytree(ROOT / "themes" / "zhengwu-red", theme)
    path = theme / "theme.yaml"
    text = path.read_text(encoding="utf-8")
    assert edit(text) != text
    path.write_text(edit(text), encoding="utf-8")
    return theme


def sizes_of_details(sizes: str) -> Edit:
    return lambda text: text.replace("\nlayouts:", f"\ntype: {{detail: {{sizes: [{sizes}]}}}}\n\nlayouts:")


def said(*texts: str) -> str:
    """An outline of one slide that says this."""
    return outline("points: [第一个要点, " + ", ".join(f"'{text}'" for text in texts) + "]")


def entries(count: int, length: int) -> str:
    """So many points whose texts are so long."""
    text = (SENTENCE * 10)[:length]
    return "points: [" + ", ".join(f"{{lead: 第{'一二三四五六七八'[n]}个要点, text: {text}}}" for n in range(count)) + "]"


def claimed(claim: str, slides: int) -> str:
    listed = ", ".join(f"{{kind: points, title: 甲{n}, points: [乙], notes: 丙}}" for n in range(slides))
    return f'title: 报告\nnotes: 丁\nparts:\n- title: 一\n  claim: "{claim}"\n  slides: [{listed}]\n'


def tabled(cell: str) -> str:
    """An outline of one table with this cell."""
    return outline(f"columns: [指标, 数值]\nrows: [[生产总值, {cell}]]", kind="table")


def second_slide(title: str) -> str:
    return f"{outline()}  - {{kind: points, title: {title}, points: [甲, 乙], notes: 丙}}\n"


def figure(uses: str = "a", **figures: dict[str, object]) -> Given:
    return Given(with_ledger(uses), ledger(**figures))


def parts(unit: str, *values: int) -> dict[str, dict[str, object]]:
    return {f"p{n}": {"label": f"部分{n}", "value": value, "unit": unit, "parts_of": "a"} for n, value in enumerate(values)}


TOTAL: dict[str, object] = {"label": "合计", "value": 30, "unit": "人"}
GROWN: dict[str, object] = {"label": "指标", "value": 412.6, "base": 382.7, "unit": "亿元"}
DATED = "date: 2020-01\nsubtitle: 2019年工作总结\n"

# Rule -> (found, left alone).
CASES: dict[str, tuple[Given | Placed, Given | Placed]] = {
    "content/unknown-value": (figure(a=GDP | {"value": "X"}), figure(a=GDP)),
    "content/sample-value": (figure(a=GDP | {"sample": True}), figure(a=GDP | {"sample": False})),
    "content/unused-figure": (figure(a=GDP, b=TOTAL), figure("a, b", a=GDP, b=TOTAL)),
    "content/twice-defined": (figure("a, b", a=GDP, b=GDP), figure("a, b", a=GDP, b=GDP | {"prefix": "达到"})),
    "content/label-conflict": (figure("a, b", a=GDP, b=GDP | {"value": 420}), figure("a, b", a=GDP, b=GDP | {"value": 420, "period": "2020年"})),
    "content/share-over-100": (figure(a={"label": "满意率", "value": 102, "unit": "%"}), figure(a={"label": "满意率", "value": 100, "unit": "%"})),
    "content/total-of-parts": (figure(a=TOTAL, **parts("人", 10, 21)), figure(a=TOTAL, **parts("人", 10, 20))),
    "content/part-unit": (figure(a=TOTAL, **parts("家", 10, 20)), figure(a=TOTAL, **parts("人", 10, 20))),
    "content/base-change": (figure(a=GROWN | {"change": "同比 +8.7%"}), figure(a=GROWN | {"change": "同比 +7.8%"})),
    "content/target-completion": (
        figure(a=GDP | {"target": 400, "change": "完成年度目标的 102.1%"}),
        figure(a=GDP | {"target": 400, "change": "完成年度目标的 103.2%"}),
    ),
    "content/rank-conflict": (
        figure(a=RATE | {"rank": "全市第1", "compare": {"邻县": 7.9}}),
        figure(a=RATE | {"rank": "全市第2", "compare": {"邻县": 7.9}}),
    ),
    "content/shares-of-whole": (
        figure(a=TOTAL, **{name: part | {"change": "占比 50%"} for name, part in parts("人", 10, 20).items()}),
        figure(a=TOTAL, **{name: part | {"change": f"占比 {part['value'] / 0.3:.1f}%"} for name, part in parts("人", 10, 20).items()}),
    ),
    "content/unsaid-measure": (figure(a=GDP | {"change": "7.8%"}), figure(a=GDP | {"change": "同比 7.8%"})),
    "layout/notes-cut": (Given(outline(notes=SENTENCE * 160)), Given(outline(notes=SENTENCE * 60))),
    "delivery/too-long": (Given(outline(head="speech: {minutes: 1}\n", notes=SENTENCE * 12)), Given(outline(head="speech: {minutes: 1}\n", notes=SENTENCE * 8))),
    "delivery/slide-long": (Given(outline(head="speech: {rate: 170}\n", notes=SENTENCE * 31)), Given(outline(head="speech: {rate: 170}\n", notes=SENTENCE * 27))),
    "delivery/slide-short": (Given(outline(head="speech: {rate: 170}\n")), Given(outline(head="speech: {rate: 170}\n", notes=SENTENCE * 2))),
    "content/bare-quantity": (
        Given(with_ledger("a", "points: [第一个要点, 地区生产总值完成400亿元]"), ledger(a=GDP)),
        Given(with_ledger("a", "points: [第一个要点, 固定资产投资完成400亿元]"), ledger(a=GDP)),
    ),
    "content/loose-unknown": (Given(said("组织学习X次")), Given(said("区委X届X次全会"))),
    "content/unknown-cell": (Given(tabled("X%")), Given(tabled("甲X"))),
    "content/hidden-slide": (Given(outline("points: [甲, 乙]\nhidden: true")), Given(outline("points: [甲, 乙]\nhidden: false"))),
    "content/claim-count": (Given(claimed("七个坚持", 6)), Given(claimed("七个坚持", 7))),
    "content/same-title": (Given(second_slide("标题")), Given(second_slide("另一个"))),
    "content/empty-title": (Given(outline().replace("title: 标题", "title: ……")), Given(outline().replace("title: 标题", "title: 第一……"))),
    "content/missing-notes": (Given(outline(notes="")), Given(outline(notes="有"))),
    "content/other-year": (
        Given(outline("points: [第一个要点, 完成2018年复检]", DATED)),
        Given(outline("points: [第一个要点, 完成2019年复检]", DATED)),
    ),
    "content/impossible-date": (Given(said("2月30日召开")), Given(said("2月29日召开"))),
    "content/half-width-mark": (Given(said("凝心聚力,振气塑魂")), Given(said("凝心聚力，振气塑魂1,234次"))),
    "content/unpaired-mark": (Given(said("两个“不平衡问题")), Given(said("两个“不平衡”问题"))),
    "content/doubled-mark": (Given(said("狠抓落实，，见到实效")), Given(said("狠抓落实……见到实效"))),
    "content/mixed-quotes": (Given(said('坚持"一线"工作法')), Given(said('坚持“一线”工作法, the "line"'))),
    "layout/text-overflow": (Placed(in_lines(*["政治建设"] * 9)), Placed(in_lines("政治建设"))),
    "layout/orphan": (Placed(in_lines("坚持党建引领，凝心聚力，", "行")), Placed(in_lines("坚持党建引领，凝心聚", "力前行"))),
    "layout/small-text": (Given(outline(entries(4, 30)), theme=sizes_of_details("12, 11")), Given(outline(entries(4, 30)), theme=sizes_of_details("18, 14"))),
    "layout/density": (Given(outline(entries(6, 34))), Given(outline(entries(6, 20)))),
    "layout/crowded-slide": (Given(outline(entries(4, 30)), theme=sizes_of_details("17, 16")), Given(outline(entries(4, 30)), theme=sizes_of_details("18"))),
    "layout/lonely-slide": (Given(outline("points: [一个要点]")), Given(outline(POINTS))),
    "portability/stock-faces": (
        Given(outline(), theme=lambda text: text.replace("华文中宋", "方正小标宋简体")),
        Given(outline(), theme=lambda text: text.replace("华文中宋", "华文宋体")),
    ),
}  # fmt: skip
