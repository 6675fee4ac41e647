"""The language of a deck: what it says of its own accord, in Chinese as it always did and in English with no hanzi in it."""

from __future__ import annotations

import pytest
from msgspec import structs

from deckgen.kinds.registry import KINDS
from deckgen.language import EN_GB, EN_US, LANGUAGES, ZH_CN, Language, has_hanzi, language_of, spoken_in
from tests.some import some


@pytest.mark.parametrize(
    ("language", "date", "month"),
    [
        (ZH_CN, "2020年1月15日", "2020年1月"),
        (EN_GB, "15 January 2020", "January 2020"),
        (EN_US, "January 15, 2020", "January 2020"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language: Language, date: str, month: str):
    assert language.date(2020, 1, 15) == date
    assert language.date(2020, 1) == month


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (ZH_CN, "地区生产总值（预计）：X亿元，同比 +X%（待填）"),
        (EN_GB, "地区生产总值 (预计): X亿元, 同比 +X% (to come)"),
    ],
)
def test_a_figure_is_described_as_a_sentence(language: Language, sentence: str):
    assert language.described(language.bracketed("地区生产总值", "预计"), "X亿元", "同比 +X%", known=False) == sentence


def test_what_is_known_is_not_to_come():
    assert ZH_CN.described("发明专利", "1,234件") == "发明专利：1,234件"


def test_shapes_are_numbered_and_named_after_what_they_hold():
    assert ZH_CN.numbered(ZH_CN.names.card, 3) == "卡片3"
    assert EN_GB.numbered(EN_GB.names.card, 3) == "Card 3"
    assert ZH_CN.numbered(ZH_CN.names.point, 1, "加强党建") == "要点1 加强党建"
    assert ZH_CN.numbered(ZH_CN.names.banner, ZH_CN.numeral(11)) == "横幅十一"
    assert EN_US.numbered(EN_US.names.banner, EN_US.numeral(11)) == "Banner 11"


def test_slides_that_go_on_say_so():
    assert [ZH_CN.continued(n) for n in (1, 2)] == ["（续）", "（续2）"]
    assert [EN_GB.continued(n) for n in (1, 2)] == [" (continued)", " (continued 2)"]


def test_charts_and_pairs_are_titled():
    assert ZH_CN.chart_title("增长") == "预期增长（%）"
    assert ZH_CN.chart_title("") == "预期目标（%）"
    assert EN_GB.chart_title("up") == "Targets (up, %)"
    assert EN_GB.chart_title("") == "Targets (%)"
    assert ZH_CN.paired("稳", "进") == "稳与进"
    assert EN_GB.paired("Growth", "Stability") == "Growth and Stability"


def test_quotes_around_a_whole_claim_go_from_its_kicker_and_others_stay():
    assert ZH_CN.counted("“四个牢牢把握”", 2) == "四个牢牢把握 · 二"
    assert ZH_CN.counted("六个“必须”", 2) == "六个“必须” · 二"
    assert EN_US.counted("Four commitments", 2) == "Four commitments · 2"
    assert ZH_CN.quoted("七个坚持") == "“七个坚持”"
    assert ZH_CN.quoted("六个“必须”") == "六个“必须”"


def test_themes_made_in_chinese_have_english_names_in_an_english_deck():
    assert EN_GB.layout_label("cover", "封面") == "Cover"
    assert EN_GB.layout_label("cover", "Front page") == "Front page"
    assert EN_GB.theme_label("zhengwu-red", "政务红") == "zhengwu-red"
    assert EN_GB.ornament("金线", 2) == "Ornament 2"
    assert EN_GB.face("微软雅黑") == "Microsoft YaHei"
    assert ZH_CN.layout_label("cover", "封面") == "封面"
    assert ZH_CN.theme_label("zhengwu-red", "政务红") == "政务红"
    assert ZH_CN.ornament("金线", 2) == "金线"
    assert ZH_CN.face("微软雅黑") == "微软雅黑"


@pytest.mark.parametrize("language", [EN_GB, EN_US])
def test_english_has_no_hanzi_of_its_own(language: Language):
    words = [word for part in (language.names, language.prompts, language.furniture) for word in structs.astuple(part)]
    words += [language.choose(bodies.name) for kind in KINDS.values() for bodies in kind.bodies]
    assert len(words) > 60
    assert [word for word in words if has_hanzi(str(word))] == []


def test_every_chinese_name_has_an_english_one_of_its_own():
    assert all(has_hanzi(name) for name in some(structs.astuple(ZH_CN.names)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2019年工作报告", ZH_CN),
        ("Annual report 2030 with one 汉", ZH_CN),
        ("Annual report of the borough", EN_GB),
        ("£4 million were saved", EN_GB),
        ("Annual report of the county", EN_US),
        ("", EN_US),
    ],
)
def test_an_outline_that_does_not_say_its_language_shows_it(text: str, language: Language):
    assert spoken_in(text) is language


def test_a_tag_names_its_language():
    assert [language_of(tag).tag for tag in LANGUAGES] == ["zh-CN", "en-GB", "en-US"]
