"""Every field of both file formats, written once: what the reader knows and what the JSON Schema says.

A field is (type, required, description zh). The types are those of `schema.TYPES`.
"""

from __future__ import annotations

from msgspec import Struct


class Field(Struct, frozen=True):
    type: str
    doc: str
    required: bool = False


HEAD = {
    "title": Field("text", "报告标题：封面、页脚和文件属性都用它", required=True),
    "kicker": Field("text", "封面顶部的小字，一般是会议名称"),
    "subtitle": Field("text", "封面标题下面的一行"),
    "organization": Field("text", "报告单位"),
    "presenter": Field("text", "报告人"),
    "date": Field("text", "日期：2020-01、2020-01-15，或照原样显示的文字"),
    "theme": Field("text", "主题名称，或主题文件夹的路径"),
    "figures": Field("text", "指标台账文件，相对于大纲所在的文件夹"),
    "language": Field("language", "幻灯片的语言：zh-CN、en-GB 或 en-US；不写时，大纲里有汉字是中文，没有是英文"),
    "notes": Field("text", "封面的讲稿备注"),
    "keep": Field("words", "换行时不许拆开的词"),
    "overflow": Field("overflow", "放不下时：error 报错（默认），continue 接到（续）页"),
    "checks": Field("checks", "检查规则的取舍：off 不查，warning 提醒，error 报错；deckgen explain 列出全部规则"),
    "parts": Field("parts", "报告的各个部分", required=True),
    "closing": Field("closing", "封底：一句话，或 title、text、notes"),
}

PART = {
    "title": Field("text", "这一部分的标题，也是 PowerPoint 里节的名称", required=True),
    "claim": Field("text", "数得清的提法，如 七个坚持；数目与页数不符会报错"),
    "agenda": Field("flag", "true：在这一部分前面加一页总览"),
    "motto": Field("text", "总览页标题下面的一行"),
    "notes": Field("text", "总览页的讲稿备注"),
    "slides": Field("slides", "这一部分的幻灯片", required=True),
}

CLOSING = {
    "title": Field("text", "封底的大字", required=True),
    "text": Field("text", "大字下面的一行"),
    "notes": Field("text", "封底的讲稿备注"),
}

SLIDE = {
    "kind": Field("kind", "幻灯片的种类", required=True),
    "title": Field("text", "标题；**强调**的字用主题色", required=True),
    "kicker": Field("text", "标题上面的小字；所在部分有 claim 时自动生成"),
    "claim": Field("text", "跟在标题后面的提法，如 六个“必须”；数目与条目数不符会报错"),
    "notes": Field("text", "讲稿备注，可以用 {指标名}"),
}

POINTS = {
    "motto": Field("text", "标题下面的一行短语"),
    "points": Field("points", "要点，1 到 8 条", required=True),
    "figures": Field("names", "作为指标卡显示的台账名称，最多 8 个"),
}

# Sections carry a numeral where others have a kicker.
SECTION_SLIDE = {name: field for name, field in SLIDE.items() if name != "kicker"}

KINDS: dict[str, dict[str, Field]] = {
    "section": POINTS,
    "points": POINTS,
    "statement": {
        "text": Field("text", "用大字排出的一句话", required=True),
        "tags": Field("texts", "其余要求，做成标签，最多 12 个"),
    },
    "objectives": {
        "year": Field("text", "目标年份"),
        "heading": Field("text", "色块里的标题，如 主要预期目标"),
        "text": Field("text", "色块里的一句话"),
        "figures": Field("names", "目标在台账里的名称，1 到 8 个", required=True),
    },
    "principles": {"items": Field("items", "原则，1 到 8 条：key、lead、text", required=True)},
    "problems": {"items": Field("problems", "问题，1 到 6 条：key、lead、text", required=True)},
    "pairs": {"pairs": Field("pairs", "成对的关系，1 到 6 组：pair、lead、text", required=True)},
}

POINT = {
    "lead": Field("text", "要点的主题词"),
    "text": Field("text", "一句话说明"),
}

ITEM = {
    "key": Field("text", "关键词，2 到 6 个字"),
    "lead": Field("text", "完整的提法"),
    "text": Field("text", "一句话说明"),
}

PAIR = {
    "pair": Field("pair", "成对的两个字，如 稳/进", required=True),
    "lead": Field("text", "统筹的领域"),
    "text": Field("text", "一句话说明"),
}

LEDGER = {
    "sample": Field("flag", "true：这里的数值是示例，用到的页面会标明“示例数据”"),
    "extends": Field("text", "另一本台账；这里写了的才替换"),
    "grouping": Field("flag", "false：大数不加千位逗号，写 1234 而不写 1,234"),
    "figures": Field("figures", "指标，各有一个名称", required=True),
}

FIGURE = {
    "label": Field("text", "显示的名称"),
    "value": Field("value", "数值、文字（如 第1），或 X（尚未掌握）"),
    "unit": Field("text", "单位"),
    "prefix": Field("text", "名称旁的说明，如 预计、达到、增长"),
    "suffix": Field("text", "余、以上等"),
    "change": Field("change", "变化：同比 +X%、占比 X%、提高X个百分点"),
    "decimals": Field("digits", "小数位数，0 到 6"),
    "scale": Field("scale", "用 万、亿 表示，或 auto"),
    "period": Field("text", "所属时期，如 2019年"),
    "base": Field("value", "上年（基期）的数值；写了就核对变化是否算得对"),
    "parts_of": Field("text", "合计指标的名称；写了就核对各部分之和是否等于合计"),
    "source": Field("text", "提供数据的部门"),
    "sample": Field("flag", "true：这个数值是示例"),
}

CHANGE = {
    "wording": Field("text", "同比、占比、提高……"),
    "value": Field("value", "数值或 X", required=True),
    "unit": Field("text", "%、个百分点……"),
    "signed": Field("flag", "true：上升时写出加号"),
}


def slide_fields(kind: str) -> dict[str, Field]:
    """Every field of a slide of this kind; of any kind where the kind is not known."""
    if kind not in KINDS:
        return SLIDE | {name: field for fields in KINDS.values() for name, field in fields.items()}
    return (SECTION_SLIDE if kind == "section" else SLIDE) | KINDS[kind]
