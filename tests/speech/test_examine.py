"""The examiner: a hand-written outline passes, and each kind of damage is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.beside import beside
from tests.some import some

from ..support import REPORT
from .examine import Score, examine, reported, row, table
from .expected import CORPUS, Expected, Fault, expectations, load_expected, place_of
from .quality import cut_word, fault_of_lead, fault_of_text


@pytest.fixture
def report() -> Expected:
    return load_expected(CORPUS / "report_2019.expected.yaml", beside("report/report-2019.txt"))


def examine_edited(report: Expected, folder: Path, *edits: tuple[str, str], build: bool = False) -> Score:
    """The score of the hand-written report after edits of its outline or its ledger, each of which must hit something."""
    texts = {name: (REPORT / name).read_text(encoding="utf-8") for name in ("outline.yaml", "figures.yaml")}
    for old, new in edits:
        hit = [name for name, text in texts.items() if old in text]
        assert hit, f"{old!r} is nowhere"
        texts |= {name: texts[name].replace(old, new, 1) for name in hit[:1]}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return examine(report, folder / "outline.yaml", build=build)


def test_the_hand_written_report_scores_well(report: Expected, tmp_path: Path) -> None:
    score = examine_edited(report, tmp_path, build=True)
    tallies = (score.sections, score.mottoes, score.points, score.counts, score.problems, score.targets, score.principles, score.pairs)
    assert [(tally.found, tally.missing) for tally in tallies] == [(n, ()) for n in (7, 7, 29, 7, 4, 6, 6, 5)]
    assert score.claims.share == 1 and score.statement and score.closing and score.in_order
    assert (score.quantities.found, score.quantities.of, score.labels.share) == (121, 121, 1)
    assert (score.surplus, score.intruders, score.broken, score.leads, score.texts, score.titles_twice) == ((), (), (), (), (), ())
    # It is a summary with a title of its own: its notes are not the speech, and nothing has told the faults.
    assert not score.whole and not score.title and score.faults.found == 0 and score.placed.found == 0


@pytest.mark.parametrize(
    ("edit", "failing"),
    [
        (("title: 坚持以打造经济强区为战略引领", "title: 打造经济强区"), "sections"),
        (("motto: 率先崛起、转型跨越", "motto: 率先崛起"), "mottoes"),
        (("          - lead: 做好群团工作\n            text: 工会、共青团、妇联改革扎实推进\n", ""), "points"),
        (
            ("          - key: 动能\n            lead: 创新引领不足\n            text: 开放型经济水平不高，新旧动能转换需加力\n", ""),
            "problems",
        ),
        (("industry_2020, ", ""), "targets"),
        (("          - key: 依法治区\n            lead: 全面依法治区\n            text: 依法治区、依法执政、依法行政\n", ""), "principles"),
        (("pair: 法/情", "pair: 理/情"), "pairs"),
        (("    claim: 七个坚持\n", ""), "claims"),
        (("    unit: 万平方米\n", "    unit: 平方米\n"), "quantities"),
        (("    label: 群众满意率\n    value: X", "    label: 群众满意率\n    value: 98.5"), "quantities"),
        (("    label: 心得体会、理论文章", "    label: 会议次数"), "quantities"),
    ],
)
def test_damage_of_the_outline_is_seen(report: Expected, tmp_path: Path, edit: tuple[str, str], failing: str) -> None:
    score = examine_edited(report, tmp_path, edit)
    names = ("sections", "mottoes", "points", "problems", "targets", "principles", "pairs", "claims", "quantities")
    short = [name for name in names if getattr(score, name).share < 1]
    # A section that is not found cannot have its motto or its points.
    assert short == ([failing] if failing != "sections" else ["sections", "mottoes", "points"])


def test_names_that_pass_for_figures_are_seen(report: Expected, tmp_path: Path) -> None:
    ring = "  circle:\n    label: 服务圈\n    value: 15\n    unit: 分钟服务圈\n"
    score = examine_edited(report, tmp_path, ("  # 一、思想指导\n", ring + "  # 一、思想指导\n"))
    assert [text.partition(" →")[0] for text in score.intruders] == ["36: 15分钟服务圈"]
    assert len(score.surplus) == 1 and score.precision < 1


def test_a_deck_that_does_not_build_is_seen(report: Expected, tmp_path: Path) -> None:
    score = examine_edited(report, tmp_path, ("motto: 把关定向，集优成势", "motto: " + "把关定向集优成势" * 30), build=True)
    assert any("overflow" in text for text in score.broken)


def test_poor_words_are_seen(report: Expected, tmp_path: Path) -> None:
    score = examine_edited(
        report,
        tmp_path,
        ("lead: 强化实体支撑", "lead: 着力强化实体支"),
        ("lead: 提振质量效益", "lead: 着力提振质量效益的"),
        ("text: 打通“军转民、民参军”双向通道", "text: 打通“军转民、"),
        ("title: 牢牢把握基本原则", "title: 牢牢把握主要目标"),
    )
    assert len(score.leads) == 2 and len(score.texts) == 1 and score.titles_twice == ("牢牢把握主要目标",)


@pytest.mark.parametrize("lead", ["加", "推进改革，", "坚持以人民为中心的", "落实“三会一课", "一二三四五六七八九十一二三四五六七八九"])
def test_bad_leads(lead: str) -> None:
    assert fault_of_lead(lead, "zh")


def test_good_leads() -> None:
    assert not any(fault_of_lead(lead, "zh") for lead in ("改革", "推进“放管服”改革", "一窗通办，一网通享"))
    assert cut_word("发展实体经", ("我们大力发展实体经济。",)) and not cut_word("发展实体经济", ("我们大力发展实体经济。",))


@pytest.mark.parametrize("text", ["，推进改革", "推进改革、", "推进**改革**", "推进《条例", "很" * 61])
def test_bad_texts(text: str) -> None:
    assert fault_of_text(text, 60)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("a/report-2019.txt:54:26: 警告[speech/claim] 数目不符", True),
        ("a/report-2019.txt:54:300: 警告[speech/quote] 引号不配对", False),
        ("第 54 行：五个6方面", True),
        ("a/report-2019.txt:5:26: 警告", False),
    ],
)
def test_findings_are_heard(report: Expected, said: str, heard: bool) -> None:
    assert reported(Fault(54, "五个6方面", ""), report, said) is heard


def test_a_table_has_a_line_for_every_speech(report: Expected, tmp_path: Path) -> None:
    score = examine_edited(report, tmp_path)
    lines = table([score, score]).split("\n")
    assert len(lines) == 4 and "121/121" in row(score) and lines[-1].startswith("2 speeches")


def test_the_expectations_agree_with_their_speeches() -> None:
    files = [path for path in expectations(CORPUS) if path.name != "report_2019.expected.yaml"]
    assert len(files) >= 11
    for path in some(files):
        expected = load_expected(path)
        assert all(fault.text in expected.lines[fault.line - 1] for fault in expected.facts.faults)
        assert expected.counted


def test_a_place_must_be_found_once() -> None:
    with pytest.raises(ValueError, match="2 times"):
        place_of(("完成3项，完成3项",), 1, "完成[3]项")
