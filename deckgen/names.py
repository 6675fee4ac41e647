"""What shapes are called in the selection pane, and what empty places of a layout say, in the language of the deck."""

from __future__ import annotations

from msgspec import Struct


class Name(Struct, frozen=True):
    """One name in both languages, for what a single kind of slide has; `Language.choose` takes that of the deck."""

    zh: str
    en: str


class Names(Struct, frozen=True, kw_only=True):
    """Names in the selection pane; `Language.numbered` puts a number behind one (卡片1, Card 1)."""

    # placeholders of the layouts
    title: str
    subtitle: str
    kicker: str
    motto: str
    numeral: str
    foot: str
    year: str
    heading: str
    text: str
    body: str
    footer: str
    page_number: str
    date: str
    note: str
    # what repeats on a slide
    navigation: str
    progress: str
    card: str
    row: str
    short_rule: str
    divider: str
    edge: str  # behind the name of the surface that it belongs to
    detail: str
    # agenda
    banner: str
    banner_text: str
    entry: str
    entry_text: str
    # points and figures
    point: str
    motto_card: str
    figure_panel: str
    figure_card: str
    ground: str
    figure_text: str
    figure_name: str
    figure_value: str
    figure_change: str
    headline_figure: str
    # ornaments of a theme, and the notes
    ornament: str
    slide_image: str
    notes: str


class Prompts(Struct, frozen=True, kw_only=True):
    """What an empty place says on a layout, by the place; `other` for every body without words of its own."""

    title: str
    subtitle: str
    kicker: str
    motto: str
    numeral: str
    foot: str
    year: str
    heading: str
    text: str
    body: str
    note: str
    other: str
    notes: str


CHINESE_NAMES = Names(
    title="标题", subtitle="副标题", kicker="眉题", motto="短语", numeral="序号", foot="落款", year="年份", heading="色块标题",
    text="说明", body="正文", footer="页脚", page_number="页码", date="日期", note="页注",
    navigation="导航", progress="进度", card="卡片", row="行", short_rule="短线", divider="分隔线", edge="色边", detail="说明",
    banner="横幅", banner_text="横幅文字", entry="条目", entry_text="条目文字",
    point="要点", motto_card="短语卡", figure_panel="指标面板", figure_card="指标卡", ground="底", figure_text="数据", figure_name="名称", figure_value="数值",
    figure_change="变化", headline_figure="首要指标",
    ornament="装饰", slide_image="幻灯片图像", notes="备注",
)  # fmt: skip

ENGLISH_NAMES = Names(
    title="Title", subtitle="Subtitle", kicker="Kicker", motto="Motto", numeral="Number", foot="Foot", year="Year", heading="Heading",
    text="Text", body="Body", footer="Footer", page_number="Slide number", date="Date", note="Foot note",
    navigation="Navigation", progress="Progress", card="Card", row="Row", short_rule="Short rule", divider="Divider", edge="edge",
    detail="Detail",
    banner="Banner", banner_text="Banner text", entry="Entry", entry_text="Entry text",
    point="Point", motto_card="Motto card", figure_panel="Figure panel", figure_card="Figure card", ground="Ground", figure_text="Figure", figure_name="Name",
    figure_value="Value", figure_change="Change", headline_figure="Headline figure",
    ornament="Ornament", slide_image="Slide image", notes="Notes",
)  # fmt: skip

CHINESE_PROMPTS = Prompts(
    title="单击此处编辑标题", subtitle="单击此处编辑副标题", kicker="眉题", motto="短语", numeral="序", foot="单位与日期", year="年份",
    heading="目标", text="单击此处编辑说明", body="单击此处编辑正文", note="数据来源", other="单击此处编辑文本", notes="单击此处编辑备注",
)  # fmt: skip

ENGLISH_PROMPTS = Prompts(
    title="Click to add title", subtitle="Click to add subtitle", kicker="Kicker", motto="Motto", numeral="No.", foot="Organization and date",
    year="Year", heading="Targets", text="Click to add text", body="Click to add text", note="Source", other="Click to add text", notes="Click to add notes",
)  # fmt: skip
