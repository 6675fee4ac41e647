"""What stands around and between the sections of a speech: heads, annexes, asides, targets, the year's figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from .made import LONG, made, report

SECTIONS = (f"（一）产业稳步发展。{LONG}", f"（二）民生持续改善。{LONG}")
TITLES = ["产业稳步发展", "民生持续改善", "抓好春耕", "修好水利"]


@pytest.mark.parametrize(
    ("annex", "rule"),
    [
        (("附件1", "2028年实事", "一、第一件。修路。", "二、第二件。通水。", "附件2", "名词解释", "1.“河长”：指负责人。"), "speech/annex"),
        (("注释", "[1]“河长”：指负责人。", "[2]“林长”：指负责人。"), "speech/annex"),
        (("[1]“河长”：指负责人。", "[2]“林长”：指负责人。"), "speech/annex"),
    ],
)
def test_annexes_and_notes_are_left_out_and_told(tmp_path: Path, annex: tuple[str, ...], rule: str) -> None:
    result = made(tmp_path, *report(*SECTIONS), *annex)
    assert result.titles() == TITLES
    assert result.parts() == ["2027年工作回顾", "2028年工作安排"]
    assert rule in result.told


def test_the_furniture_of_a_page_is_dropped_and_told(tmp_path: Path) -> None:
    head, *rest = report(*SECTIONS)
    result = made(tmp_path, "打印", "下载", "【字号：", "大", "小", "】", head, "来源：岭前日报", "各位代表：", *rest, "上一篇：通知")
    assert (result.outline["title"], result.titles()) == (head, TITLES)
    assert "speech/furniture" in result.told


@pytest.mark.parametrize(
    ("head", "title", "kicker"),
    [
        (
            ("政府工作报告", "——2028年1月9日在岭前县第九届", "人民代表大会第三次会议上"),
            "政府工作报告",
            "岭前县第九届人民代表大会第三次会议",
        ),
        (("在全县秸秆综合利用", "现场推进会上的讲话"), "在全县秸秆综合利用现场推进会上的讲话", None),
        (("——2028年1月9日在岭前县第九届人民代表大会第三次会议上",), "讲稿", "岭前县第九届人民代表大会第三次会议"),
        (("县长 ×××", "2028年工作报告"), "2028年工作报告", None),
    ],
)
def test_the_head(tmp_path: Path, head: tuple[str, ...], title: str, kicker: str | None) -> None:
    result = made(tmp_path, *head, "各位代表：", "现在报告工作，请予审议。", *report(*SECTIONS)[1:])
    assert result.outline["title"] == title
    assert kicker is None or result.outline["kicker"] == kicker


def test_the_title_that_markdown_says_of_itself(tmp_path: Path) -> None:
    result = made(tmp_path, "---", "title: 岭前县工作报告", "---", "各位代表：", *report(*SECTIONS)[1:], name="讲稿.md")
    assert result.outline["title"] == "岭前县工作报告"


def test_what_stands_behind_the_last_section_belongs_to_none(tmp_path: Path) -> None:
    aside = (
        "各位代表！过去的一年，我们深切体会到，必须坚持实干在前，把事情办到群众心坎上。",
        "我们必须坚持依法办事，认真办理建议，自觉接受监督。",
    )
    result = made(tmp_path, *report(*SECTIONS, *aside), "各位代表！任务已经明确。让我们齐心协力，为建设美丽岭前而奋斗！")
    assert result.titles()[:3] == [*TITLES[:2], "必须坚持实干在前，把事情办到群众心坎上"]
    assert "各位代表" not in result.slide("民生持续改善")["notes"]
    assert "任务已经明确" in result.outline["closing"]["notes"]


def test_the_year_in_figures_comes_before_the_sections(tmp_path: Path) -> None:
    year = "2027年，全县生产总值完成88.6亿元，增长6.4%；财政收入5.7亿元，增长4.9%；农民人均收入19800元，增长7.1%。"
    result = made(tmp_path, *report(year, *SECTIONS))
    first = result.slides[0]
    assert [result.figures[name]["label"] for name in first["figures"]] == ["生产总值", "财政收入", "农民人均收入"]
    assert result.titles()[1:] == TITLES


def test_results_are_no_targets(tmp_path: Path) -> None:
    year = "上级赋予我县新目标新定位，为我们指明方向。生产总值达到88.6亿元，财政收入增长4.9%，农民收入增长7.1%，用电量增长3%。"
    assert "objectives" not in [slide["kind"] for slide in made(tmp_path, *report(year, *SECTIONS)).slides]


def test_targets_behind_numbered_sentences_have_a_slide_of_their_own(tmp_path: Path) -> None:
    aims = "今年全县主要预期目标是：生产总值增长6%，固定资产投资增长7%，财政收入增长5%，失业率控制在4%以内。"
    lines = (
        "岭前县工作报告",
        "一、2027年工作回顾",
        *SECTIONS,
        "二、2028年总体考虑",
        f"一是坚持稳字当头。{LONG}",
        f"二是坚持改革创新。{LONG}",
        aims,
        "三、2028年重点工作",
        f"（一）抓好春耕。{LONG}",
        f"（二）修好水利。{LONG}",
    )
    slide = made(tmp_path, *lines).slide("主要预期目标")
    assert (slide["kind"], slide["year"], len(slide["figures"])) == ("objectives", 2028, 4)


def test_a_list_in_one_paragraph_never_titles_the_slide(tmp_path: Path) -> None:
    text = "一是查隐患。要逐户排查，登记造册。二是备物资。要配齐水泵沙袋，专人看管。三是练队伍。要每月演练，随叫随到。"
    lines = (
        "防汛会上的讲话",
        "同志们：",
        f"一、认清形势，绷紧思想弦\n{LONG}",
        "二、抓早抓小、联防联控，坚决守住安全底线",
        text,
        f"三、压实责任\n{LONG}",
    )
    slide = made(tmp_path, *lines).slide("抓早抓小、联防联控")
    assert slide["motto"] == "坚决守住安全底线"
    assert [(point["lead"], point["text"]) for point in slide["points"]] == [
        ("查隐患", "要逐户排查，登记造册"),
        ("备物资", "要配齐水泵沙袋，专人看管"),
        ("练队伍", "要每月演练，随叫随到"),
    ]


def test_leads_end_at_words_and_are_no_circumstances(tmp_path: Path) -> None:
    text = f"积极稳妥推进碳达峰碳中和，新增绿电装机。教育、医疗、养老等方面补短板力度加大，保障水平提高。过去一年，推行林长制，新造林多片。{LONG}"
    leads = [point.get("lead") for point in made(tmp_path, *report(f"（一）绿色转型加快。{text}", SECTIONS[1])).slides[0]["points"]]
    assert "积极稳妥推进碳达峰碳中和" in leads
    assert not {"教育、医疗", "过去一年", "积极稳妥推进碳达峰碳中"} & set(leads)


def test_the_qualifier_of_a_criticism_stays(tmp_path: Path) -> None:
    text = "在看到成绩的同时，我们也清醒认识到存在的问题：部分党支部存在组织生活不严格的问题，个别干部作风漂浮；产业层次不高，龙头企业偏少；基础设施欠账较多。"
    leads = [
        item["lead"] for slide in made(tmp_path, *report(*SECTIONS, text)).slides if slide["kind"] == "problems" for item in slide["items"]
    ]
    assert leads and leads[0].startswith("部分党支部")


@pytest.mark.parametrize("title", ["积极解决困难群众生活问题", "坚持问题导向抓落实"])
def test_to_solve_a_problem_is_none(tmp_path: Path, title: str) -> None:
    assert made(tmp_path, *report(f"（一）{title}。{LONG}", SECTIONS[1])).slides[0]["kind"] == "section"


def test_chapters_are_parts(tmp_path: Path) -> None:
    lines = [
        "岭前县发展规划",
        *(line for n in "一二" for line in (f"第{n}章 第{n}项总体安排", f"第一节 {n}个方向", LONG, f"第二节 {n}个重点", LONG)),
    ]
    assert made(tmp_path, *lines).parts() == ["第一项总体安排", "第二项总体安排"]


def test_english_parts_by_roman_numerals(tmp_path: Path) -> None:
    text = "We built three schools and added 1,200 places. A total of 9 old communities were renovated, and the river was cleaned up."
    lines = (
        "Report of the County",
        "Fellow Deputies,",
        "I. Our Work in 2027",
        "1. We improved schools",
        text,
        "2. We cleaned the river",
        text,
        "II. Plans for 2028",
        "1. Roads first",
        text,
    )
    result = made(tmp_path, *lines)
    assert result.parts() == ["Our Work in 2027", "Plans for 2028"]
    assert result.titles() == ["We improved schools", "We cleaned the river", "Roads first"]


def test_a_comma_before_letters_stays_wide(tmp_path: Path) -> None:
    result = made(
        tmp_path,
        "报告",
        "同志们：",
        "一、回顾",
        "（一）坚持绿色。优化环境，PM2.5浓度改善。",
        "（二）坚持改革。推进试点，ISO9001认证铺开。",
        "二、安排",
        "（一）稳中求进。完成任务。",
        "（二）改革开放。推进改革。",
    )
    assert [point["text"] for point in result.slides[0]["points"]] == ["优化环境，PM2.5浓度改善", "推进试点，ISO9001认证铺开"]
