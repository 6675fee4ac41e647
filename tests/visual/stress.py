"""A corpus of hard slides: every kind, few and many, long and short, mixed scripts, quotes at both ends, X and digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

LEADS = ("压实责任", "突出政治建设", "“两个维护”", "加强基层党建和能力建设", "正风肃纪", "高压惩治腐败", "重视自身建设", "GDP与投资")
SHORT = ("从严", "四线并进", "立案X件", "主要指标“两个高于”", "先行先试", "稳中求进", "增长5.2%", "全市第1位")
TEXTS = (
    "X个检查组专项督查，失责必问、问责必严",
    "严格“三会一课”，对照“四个合格”做到“四讲四有”",
    "“管肚子”“管脑子”并重，激励、容错、能上能下三项制度落地见效",
    "新建“两新”党组织X余个，投入1,268.45万元，提升党建阵地X个",
    "用好监督执纪“四种形态”，驰而不息整治“四风”",
    "无禁区、全覆盖、零容忍，2019年立案X件，同比下降12.3%",
    "制定职责清单，凡“三重一大”事项都集体决策",
    "5G、AI与IPv6协同，GDP同比增长5.2%，占全市比重57.4%",
)
LONG = tuple(f"{text}，推动各项工作落地生根、开花结果" for text in TEXTS)
PLAIN = ("推动伟大思想进机关进企业进社区进校园入心入脑", "凝聚起全区上下团结奋斗的磅礴力量", "农村土地承包经营权确权登记颁证走在前列") * 3
TITLES = (
    "法治先行",
    "坚持以打造经济强区为战略引领",
    "坚持以实现高质量发展为第一要务、率先崛起、转型跨越",
    "坚持习近平新时代中国特色社会主义思想为指导",
    "落实“十四五”规划和2035年远景目标，推动GDP迈上1,000亿元台阶",
)
MOTTOES = ("", "把关定向，集优成势", "问需于民、造福于民，凝心聚力、振气塑魂")
KEYS = ("党的领导", "人民中心", "新发展理念", "改革创新", "依法治区", "从严治党", "生态优先", "安全")
PAIRS = ("稳/进", "破/立", "义/利", "法/情", "权/责", "效率/公平")
NAMES = tuple("abcdefgh")
LABELS = (
    "地区生产总值",
    "一般公共预算收入",
    "社会消费品零售总额",
    "规模以上工业增加值",
    "心得体会、理论文章",
    "整改率",
    "空气优良天数",
    "全市重点项目综合考评",
)
VALUES = ("X", "31.2", "1,268.45", "X", "260", "100", "212", "第1")
UNITS = ("亿元", "亿元", "亿元", "%", "篇", "%", "天", "位")
CHANGES = {0: "同比 +X%", 1: "同比 +9.1%", 2: "占比提高0.5个百分点"}
SENTENCES = (
    "坚持**稳中求进**工作总基调，努力**走在前列**",
    "坚持**稳中求进**工作总基调，坚持**新发展理念**，努力在全面建成小康社会、加快建设社会主义现代化新征程上**走在前列**",
    "推动高质量发展",
)
TAGS = ("贯彻高质量发展要求", "统筹“五位一体”总体布局", "推动发展", "协调“四个全面”战略布局")

Slide = dict[str, Any]


def points(count: int, texts: Sequence[str], leads: Sequence[str] = LEADS) -> list[dict[str, str]]:
    return [{"lead": leads[i], "text": texts[i]} for i in range(count)]


def point_slides() -> Iterator[Slide]:
    """Points and figures in every proportion, titles and mottoes of every length."""
    for number, (count, figures) in enumerate(
        [
            (1, 0),
            (2, 0),
            (3, 0),
            (4, 0),
            (5, 0),
            (6, 0),
            (7, 0),
            (8, 0),
            (1, 1),
            (2, 4),
            (2, 6),
            (3, 3),
            (4, 3),
            (5, 3),
            (6, 2),
            (7, 3),
            (7, 2),
            (6, 3),
        ]
    ):
        yield {
            "title": TITLES[number % len(TITLES)],
            "motto": MOTTOES[number % 3],
            "points": points(count, SHORT if figures and count > 3 else TEXTS),
            "figures": list(NAMES[:figures]),
        }
    for count, figures in ((2, 2), (3, 0), (4, 0), (5, 0), (6, 0)):
        yield {"title": TITLES[count % 4], "motto": MOTTOES[1], "points": points(count, LONG), "figures": list(NAMES[:figures])}
    for count in (2, 4, 6):
        yield {"title": TITLES[1], "points": points(count, SHORT), "figures": list(NAMES[2 : 2 + count])}
        yield {"title": TITLES[1], "points": points(count, PLAIN)}
        yield {"title": TITLES[0], "points": list(TEXTS[:count])}


def other_slides() -> Iterator[Slide]:
    for count in range(1, 9):
        items = [
            {"key": KEYS[i], "lead": "坚持党对一切工作的领导", "text": (TEXTS if i % 2 and count < 7 else SHORT)[i]} for i in range(count)
        ]
        yield {"kind": "principles", "title": "牢牢把握基本原则", "claim": f"{count}个“必须”", "items": items}
    for count in (1, 2, 3, 4, 5, 6):
        items = [
            {"key": KEYS[i][:2], "lead": "产业结构不优", "text": LONG[i] if count < 5 else TEXTS[i] if count < 6 else PLAIN[i]}
            for i in range(count)
        ]
        yield {"kind": "problems", "title": "清醒认识**差距与不足**", "items": items}
    for count in (1, 2, 3, 5, 6):
        pairs = [{"pair": PAIRS[i], "lead": LEADS[0], "text": SHORT[i] if i % 2 else TEXTS[4][:16]} for i in range(count)]
        yield {"kind": "pairs", "title": "牢牢把握工作重点", "claim": f"{count}个统筹", "pairs": pairs}
    for number, sentence in enumerate(SENTENCES):
        yield {"kind": "statement", "title": "牢牢把握总体要求", "text": sentence, "tags": [TAGS[i % 4] for i in range(number * 5)]}
    for text, who in ((SENTENCES[0], {}), (LONG[2], {"by": "王大妈"}), (LONG[7], {"by": "党的二十大报告", "role": "城东社区居民"})):
        yield {"kind": "quote", "title": "群众怎么说", "text": text, **who}
    for count in (1, 2, 3):
        yield {
            "kind": "objectives", "title": "牢牢把握主要目标", "year": 2020, "heading": "主要预期目标",
            "text": "既坚持实事求是，又回应高质量发展和决胜全面小康的要求", "figures": list(NAMES[:count]),
        }  # fmt: skip


def stress_outline(theme: str, known: bool) -> tuple[str, str]:
    """(outline, ledger) as YAML; `known` fills every X with a number."""
    sections = [{"kind": "section", **slide} for slide in list(point_slides())[:7]]
    rest = [{"kind": "points", **slide} for slide in list(point_slides())[7:]]
    slides = [*sections, *rest, *other_slides()]
    for number, slide in enumerate(slides, 1):
        slide["title"] = f"{slide['title']}{number}"
        slide["notes"] = f"第{number}页的备注。"
    parts = [
        {"title": "甲部分", "claim": "七个坚持", "agenda": True, "motto": MOTTOES[2], "slides": slides[:7]},
        {"title": "乙部分", "slides": slides[7:]},
    ]
    outline = {
        "title": "压力测试", "kicker": "“测试”全体会议", "subtitle": "2019年工作 · 2020年安排", "organization": "区委常委会", "date": "2020-01",
        "theme": theme, "figures": "figures.yaml", "parts": parts, "closing": {"title": "谢谢大家", "text": "请提出意见和建议"},
    }  # fmt: skip
    figures = {}
    for i, name in enumerate(NAMES):
        value = VALUES[i] if VALUES[i] != "X" or not known else "412.6"
        figures[name] = {"label": LABELS[i], "value": value, "unit": UNITS[i]}
        if i in CHANGES:
            figures[name]["change"] = CHANGES[i].replace("X", "7.8") if known else CHANGES[i]
    figures["e"]["suffix"] = "余"
    figures["a"]["prefix"] = "预计"
    return yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), yaml.safe_dump(
        {"figures": figures}, allow_unicode=True, sort_keys=False
    )
