"""The theme's layouts as the scene holds them: ornaments, and every placeholder that slides may fill."""

from __future__ import annotations

from deckgen import scene
from deckgen.geometry import Box, grid, px
from deckgen.layout.typeset import Typesetter
from deckgen.scene import Align, Anchor, Placeholder
from deckgen.theme import LayoutSpec, Place, Theme

PlaceholderSet = dict[str, Placeholder]

# `type` and `idx` of the places a theme draws (ST_PlaceholderType; idx 0 is left out in the file).
PLACES: dict[str, tuple[str, int, str, str]] = {
    "title": ("title", 0, "标题", "单击此处编辑标题"),
    "subtitle": ("subTitle", 1, "副标题", "单击此处编辑副标题"),
    "kicker": ("body", 10, "眉题", "眉题"),
    "motto": ("body", 11, "短语", "短语"),
    "numeral": ("body", 12, "序号", "序"),
    "foot": ("body", 13, "落款", "单位与日期"),
    "year": ("body", 14, "年份", "年份"),
    "heading": ("body", 15, "色块标题", "目标"),
    "text": ("body", 16, "说明", "单击此处编辑说明"),
    "body": ("body", 1, "正文", "单击此处编辑正文"),
    "footer": ("ftr", 90, "页脚", ""),
    "number": ("sldNum", 91, "页码", ""),
}
CENTERED = {"cover", "closing"}  # their title is a `ctrTitle`

# The bodies that layout code places itself: name stem, first idx, how many, roles of the levels, label.
BODIES: dict[str, tuple[tuple[str, int, int, tuple[str, ...], str], ...]] = {
    "agenda": (("item", 21, 12, ("agenda-title", "agenda-motto"), "条目"),),
    "section": (("item", 21, 8, ("lead", "detail"), "要点"),),
    "points": (("item", 21, 8, ("lead", "detail"), "要点"),),
    "statement": (("item", 21, 1, ("statement",), "论断"),),
    "principles": (("item", 21, 8, ("principle-key", "principle-lead", "principle-text"), "原则"),),
    "problems": (
        ("key", 41, 6, ("problem-key",), "关键词"),
        ("item", 21, 6, ("problem-lead", "problem-text"), "问题"),
        ("detail", 51, 6, ("problem-text",), "说明"),
    ),
    "pairs": (("item", 21, 6, ("pair-kicker", "pair-lead", "pair-text"), "统筹"),),
}


def placeholder_sets(theme: Theme, typesetter: Typesetter) -> dict[str, PlaceholderSet]:
    """For each layout its placeholders by name."""
    return {name: placeholders(spec, typesetter) for name, spec in theme.layouts.items()}


def placeholders(spec: LayoutSpec, typesetter: Typesetter) -> PlaceholderSet:
    found = {name: placed(spec, name, place, typesetter) for name, place in spec.places.items()}
    vertical = spec.options.get("arrangement") == "banners"
    for stem, first, count, roles, label in BODIES.get(spec.name, ()):
        boxes = default_boxes(spec, stem, count)
        for n in range(count):
            name = f"{stem}{n + 1}"
            found[name] = leveled(name, "body", first + n, boxes[n], roles, f"{label}{n + 1}", typesetter, vertical=vertical)
    return found


def placed(spec: LayoutSpec, name: str, place: Place, typesetter: Typesetter) -> Placeholder:
    kind, idx, label, prompt = PLACES[name]
    if name == "title" and spec.name in CENTERED:
        kind = "ctrTitle"
    return leveled(name, kind, idx, place.box, (place.role,), label, typesetter, prompt, place.align, place.anchor)


def leveled(
    name: str,
    kind: str,
    idx: int,
    box: Box,
    roles: tuple[str, ...],
    label: str,
    typesetter: Typesetter,
    prompt: str = "单击此处编辑文本",
    align: Align = "l",
    anchor: Anchor = "t",
    vertical: bool = False,
) -> Placeholder:
    settings = [typesetter.setting(role) for role in roles]
    return Placeholder(
        role=name, type=kind, idx=idx, box=box, styles=tuple(s.style for s in settings), leadings=tuple(s.leading for s in settings),
        label=label, prompt=prompt, align=align, anchor=anchor, vertical=vertical,
        # LibreOffice sets footers and numbers in a style of its own unless the slide says otherwise.
        inherits=kind not in ("ftr", "sldNum"),
    )  # fmt: skip


def default_boxes(spec: LayoutSpec, stem: str, count: int) -> list[Box]:
    """Where empty bodies stand on a slide that somebody inserts by hand: two columns, row by row."""
    content = spec.content
    if stem in ("key", "detail"):
        left, right = content.cut_left(content.width // 5, px(16))
        return (left if stem == "key" else right.cut_left(right.width // 2, px(16))[1]).rows(count, px(12))
    if spec.name == "problems":
        return content.cut_left(content.width // 5, px(16))[1].cut_left(content.width * 2 // 5, px(16))[0].rows(count, px(12))
    if count == 1:
        return [content]
    return grid(content, [2] * (count // 2), px(24), px(12))


def design(theme: Theme, sets: dict[str, PlaceholderSet]) -> scene.Design:
    """The theme as the writers need it."""
    layouts = {name: layout(spec, sets[name]) for name, spec in theme.layouts.items()}
    return scene.Design(
        name=theme.label,
        width=theme.sheet.width,
        height=theme.sheet.height,
        palette=theme.palette,
        fonts=theme.fonts,
        master=layouts.pop("master"),
        layouts=tuple(layouts.values()),
    )


def layout(spec: LayoutSpec, found: PlaceholderSet) -> scene.Layout:
    return scene.Layout(
        name=spec.name, label=spec.label, background=spec.background, ornaments=spec.ornaments,
        placeholders=tuple(found.values()), hides_master=spec.hides_master,
    )  # fmt: skip
