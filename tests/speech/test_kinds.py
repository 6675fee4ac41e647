"""Kinds that dates and figures ask for: timelines, charts of years, comparisons, dashboards, targets; and what is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.cli.import_trial import Trial
from deckgen.cli.importing import made_to_fit
from deckgen.diagnostics import Findings
from deckgen.speech.understand import understand
from tests.some import some

from .made import LONG, made, report

DATED = ("2月底前，公布名单，落实到人。", "5月上旬前，逐村走访，登记造册。", "四季度，组织验收，公开结果。")


def test_tasks_with_dates_are_a_timeline(tmp_path: Path) -> None:
    slide = made(tmp_path, *report(LONG, "（一）时间安排", *DATED, f"（二）抓好落实。{LONG}")).slide("时间安排")
    assert slide["kind"] == "timeline"
    assert [(event["when"], event["lead"]) for event in slide["events"]] == [
        ("2月底前", "公布名单"),
        ("5月上旬前", "逐村走访"),
        ("四季度", "组织验收"),
    ]


def test_dates_in_one_sentence_and_in_brackets(tmp_path: Path) -> None:
    clauses = "3月底前完成摸底，6月底前完成整改，9月份接受检查。"
    stages = (
        "宣传阶段（1月）。张贴告示，入户讲解。",
        "整治阶段（2月至5月）。分片包干，销号管理。",
        "巩固阶段（6月底前）。健全制度，专人看护。",
    )
    result = made(tmp_path, "村庄整治方案", f"一、工作要求。{LONG}", "二、进度安排", clauses, "三、实施步骤", *stages, "四、保障措施", LONG)
    assert [event["when"] for event in result.slide("进度安排")["events"]] == ["3月底前", "6月底前", "9月份"] or result.slide("进度安排")[
        "kind"
    ] == "timeline"
    assert [(event["when"], event["lead"]) for event in result.slide("实施步骤")["events"]] == [
        ("1月", "宣传阶段"),
        ("2月至5月", "整治阶段"),
        ("6月底前", "巩固阶段"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "2026年至2028年，茶叶产值分别为3.1亿元、3.6亿元和4.2亿元。",
        "茶叶产值2026年达到3.1亿元，2027年达到3.6亿元，2028年达到4.2亿元。",
    ],
)
def test_one_figure_over_years_is_a_chart(tmp_path: Path, sentence: str) -> None:
    result = made(tmp_path, "茶产业情况", "一、产值连年增长", sentence, "二、下一步打算", LONG)
    slide = result.slide("产值连年增长")
    assert slide["kind"] == "chart"
    figure = result.figures[slide["figure"]]
    assert (figure["label"], str(figure["value"]), {k: str(v) for k, v in figure["history"].items()}) == (
        "茶叶产值",
        "4.2",
        {2026: "3.1", 2027: "3.6"},
    )


def test_what_moved_is_compared(tmp_path: Path) -> None:
    moved = "民宿由12家增加到31家，床位由240张增加到860张，入住率由38%提高到57%。"
    result = made(tmp_path, "旅游情况", "一、规模变化", moved, "二、下一步打算", LONG)
    slide = result.slide("规模变化")
    assert slide["kind"] == "compare"
    assert [str(result.figures[name]["base"]) for name in slide["figures"]] == ["12", "240", "38"]


def test_a_section_with_other_figures_stays_one(tmp_path: Path) -> None:
    mixed = "民宿由12家增加到31家。新修步道18公里。安装路灯210盏。栽植行道树3000株。"
    slides = made(tmp_path, "旅游情况", "一、规模变化", mixed, "二、下一步打算", LONG).slides
    assert "compare" not in [slide["kind"] for slide in slides]


def test_the_opening_figures_are_a_dashboard(tmp_path: Path) -> None:
    year = "2027年，全县生产总值完成88.6亿元，增长6.4%；财政收入5.7亿元，增长4.9%；农民人均收入19800元，增长7.1%。"
    first = made(tmp_path, *report(year, f"（一）产业发展。{LONG}", f"（二）民生改善。{LONG}")).slides[0]
    assert first["kind"] == "figures" and len(first["figures"]) == 3 and "points" not in first


def test_targets_are_told_by_their_title_and_results_are_not(tmp_path: Path) -> None:
    numbers = "城镇化率达到61%，研发投入强度达到2.3%，绿化率达到44%，人均绿地达到15平方米。"
    result = made(
        tmp_path, "发展规划", "一、主要指标完成情况", numbers, "二、发展目标", numbers.replace("达到", "提高到"), "三、保障措施", LONG
    )
    assert [result.slide(title)["kind"] != "objectives" for title in ("主要指标完成情况", "发展目标")] == [True, False]


def test_boxes_of_a_plan_are_slides_of_their_own(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        "东湾镇五年规划",
        "第一章　发展基础",
        "第一节　现状",
        LONG,
        "专栏1　五年主要指标",
        "1.粮食产量稳定在8万吨。",
        "2.绿化率达到45%。",
        "3.新增就业2000人。",
        "第二章　重点任务",
        "第一节　产业",
        LONG,
        "第二节　生态",
        LONG,
    )
    slide = result.slide("五年主要指标")
    assert slide["kind"] == "objectives" and len(slide["figures"]) == 3


def test_sections_of_two_sentences_have_a_slide_each_and_of_one_share_one(tmp_path: Path) -> None:
    two = "清理河道18公里，栽植树木2.6万株。办结群众来信310件，走访农户4200户，化解纠纷96起。"
    one = "清理河道18公里。"
    shared = made(tmp_path, "工作总结", "一、主要工作", *(f"（{n}）做好第{n}项。{one}" for n in "一二三"), "二、下步打算", LONG)
    own = made(tmp_path, "工作总结", "一、主要工作", *(f"（{n}）做好第{n}项。{two}" for n in "一二三"), "二、下步打算", LONG)
    assert "主要工作" in shared.titles() and "做好第一项" not in shared.titles()
    assert [f"做好第{n}项" in own.titles() for n in "一二三"] == [True] * 3


def test_parts_are_called_as_the_speech_calls_them(tmp_path: Path) -> None:
    text = f"现将2027年护林工作情况汇报如下。{LONG}"
    assert made(tmp_path, "汇报材料", text, f"（一）巡护到位。{LONG}", f"（二）宣传到位。{LONG}").parts() == ["2027年护林工作情况"]


def test_furniture_over_several_lines_is_left_out(tmp_path: Path) -> None:
    head = (
        "您的位置：",
        "首页",
        ">",
        "政务公开",
        "来源：",
        "岭前日报",
        "【字号：",
        "加大",
        "还原",
        "】",
        "县长周平作政府工作报告。记者 李安 摄",
    )
    result = made(tmp_path, *head, "岭前县政府工作报告", "各位代表：", f"（一）产业发展。{LONG}", f"（二）民生改善。{LONG}", "相关报道：")
    assert result.outline["title"] == "岭前县政府工作报告"
    assert "speech/furniture" in result.told and "岭前日报" not in str(result.outline)


def test_english_figures_come_to_a_value(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        "Annual Review",
        "Waiting times",
        "The median wait fell from 21 weeks to 16 weeks, and complaints fell by 12 per cent to 340. We opened 412 homes, an increase of 18 per cent.",
        "Schools",
        "91 per cent of our schools are rated good. Reduce the backlog of repairs, now £8 million.",
        name="review.txt",
    )
    cards = result.cards()
    assert cards["Median wait"] == "16weeks (21)"
    assert cards["Complaints"].startswith("340") and "12" in cards["Complaints"]
    assert cards["Homes opened"].startswith("412homes") and "18" in cards["Homes opened"]
    assert cards["Schools rated good"] == "91per cent" and cards["Backlog of repairs"] == "£8million"


def test_only_slides_that_changed_are_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that one theme cannot hold: the others are asked of that slide alone when it is shorter."""
    lines = report(*(f"（{n}）第{n}件事办好。{LONG}" for n in "一二三四五六七八"))
    lines = (*lines[:2], lines[2].replace("第一件事办好", "第一件事办得又快又好让家家户户都能按时用上干净放心的自来水"), *lines[3:])
    (tmp_path / "讲稿.txt").write_text("\n".join(lines), encoding="utf-8")
    understood = understand(str(tmp_path / "讲稿.txt"), "auto", Findings())
    assert understood is not None
    asked: dict[str, list[int]] = {}
    laid_out = Trial.errors_in

    def counted(trial: Trial, theme: str, texts: dict[str, str]) -> object:
        outline = next(text for path, text in texts.items() if path.endswith("outline.yaml"))
        asked.setdefault(theme, []).append(outline.count("- kind:"))
        return laid_out(trial, theme, texts)

    monkeypatch.setattr(Trial, "errors_in", counted)
    made_to_fit(understood, str(tmp_path))
    first = asked.pop("zhengwu-red")
    assert len(set(first)) == 1 and asked
    assert all(sum(counts) <= first[0] * 1.5 for counts in some(asked.values()))


AIMS = {
    "建管并重": "把骨干渠道全部修到田间地头去，更好服务全县粮食稳产增产大局",
    "节水优先": "把用水总量牢牢压在控制线以内，更好服务沿河十二个乡镇的用水",
    "群众参与": "把管护责任逐段落实到每一户人家，更好服务村村通水的长远目标",
}
WORKS = (
    "加固渠系，让末级渠道全部通水，让每一块农田都浇得上水。轮流值守，让旱情当天上报到人，让每一处险情都有人盯守到底。",
    "更换闸门，让放水多少看得清楚，让每一方水都用在庄稼上。分级计价，让超额用水多付水费，让节约下来的水还能转让出去。",
    "推选管水员，让管水的人由用水的人定，让大小事情商量着办。公开账目，让水费收支按月张榜，让每一笔开支都经得起追问。",
)


def test_a_long_sentence_behind_the_title_gives_its_first_clause_as_motto(tmp_path: Path) -> None:
    spoken = (f"坚持{aim}，{rest}。{work}{LONG}" for (aim, rest), work in zip(AIMS.items(), WORKS, strict=True))
    slide = made(tmp_path, "关于农田水利的发言", LONG, *spoken).slide("坚持建管并重")
    assert slide["motto"] == "把骨干渠道全部修到田间地头去"
    assert "坚持建管并重" not in [point.get("lead") for point in slide["points"]]


def test_what_is_said_twice_is_one_point(tmp_path: Path) -> None:
    twice = "推行轮灌制度，末级渠道全部通水，旱情当天上报到人。"
    points = made(tmp_path, *report(f"（一）抓灌溉。{twice}{twice}", f"（二）抓管护。{LONG}")).slide("抓灌溉")["points"]
    leads = [point.get("lead", point.get("text")) for point in points]
    assert len(leads) == len(set(leads))


def test_what_only_says_that_something_follows_is_no_point(tmp_path: Path) -> None:
    lines = ("（一）产业不断壮大", "一年来，主要做了以下几方面的工作。", "狠抓招商引资，新签项目一批。", "持续优化服务，办事更加便捷。")
    points = made(tmp_path, *report(LONG, *lines, f"（二）城乡面貌改善。{LONG}")).slide("产业不断壮大")["points"]
    assert points
    assert [point for point in points if "以下" in str(point) or str(point) == "一年来"] == []


def test_a_time_alone_says_nothing_behind_a_lead(tmp_path: Path) -> None:
    lines = ("（一）军民团结巩固发展", "过去一年，军民团结更加紧密。", "双拥共建持续深入，优抚政策全面落实。")
    points = made(tmp_path, *report(LONG, *lines, f"（二）城乡面貌改善。{LONG}")).slide("军民团结巩固发展")["points"]
    assert "军民团结更加紧密" in str(points)
    assert [point for point in points if isinstance(point, dict) and point.get("text") in ("过去一年", "一年来")] == []


def test_how_it_moved_against_a_year_is_no_lead(tmp_path: Path) -> None:
    lines = ("（一）群众生活改善", "农村居民人均收入完成22250元，比2010年增加13480元。", "城乡低保应保尽保，困难群众得到救助。")
    points = made(tmp_path, *report(LONG, *lines, f"（二）城乡面貌改善。{LONG}")).slide("群众生活改善")["points"]
    assert [point for point in points if isinstance(point, dict) and str(point.get("lead", "")).startswith("比2010年")] == []
