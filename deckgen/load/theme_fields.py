"""Every field of a theme, written once: what the reader knows and what the JSON Schema says. All may be left out but the name."""

from __future__ import annotations

from msgspec import Struct

from deckgen.base import BASE, LAYOUTS, OPTIONS
from deckgen.scene import Align, Anchor
from deckgen.style import SLOTS

METRICS = ("sans", "serif", "times", "song", "arial")
SHAPES = ("rect", "ellipse", "roundRect")
EDGES = ("none", "left", "top", "bottom")
DASHES = ("solid", "dash", "sysDash", "sysDot")
ALIGNS: dict[str, Align] = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS: dict[str, Anchor] = {"top": "t", "middle": "ctr", "bottom": "b"}

MOST_SIZES = 12
MOST_STOPS = 10
MOST_ORNAMENTS = 200


class Field(Struct, frozen=True):
    """`type` is a key of `theme_values.READERS` and of `theme_schema.TYPES`; a `group` holds fields or entries of its own."""

    type: str
    doc: str
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    required: bool = False


THEME = {
    "name": Field("text", "主题的名称", required=True),
    "label": Field("text", "列表和文件里显示的名称"),
    "extends": Field("text", "以哪个主题为底：名称，或主题文件夹的路径；不写就以内置的素白为底"),
    "page": Field("page", "页面：16:9、4:3、32:9，或 [宽, 高]；高总是 720 设计像素"),
    "margins": Field("group", "页边距，设计像素"),
    "gutter": Field("length", "并排的卡片之间的距离", least=4, most=80),
    "frame": Field("group", "内容四周的东西画在哪里"),
    "palette": Field("group", "十二个色槽，六位十六进制"),
    "faces": Field("group", "标题和正文的字体"),
    "type": Field("group", "每一种文字怎样排"),
    "surfaces": Field("group", "卡片、面板、线怎样画"),
    "layouts": Field("group", "母版和每一种页面"),
    "logo": Field("group", "单位的徽标，画在封面、封底和页脚"),
}

MARGINS = {
    "left": Field("length", "左边距", least=0, most=400),
    "right": Field("length", "右边距", least=0, most=400),
    "top": Field("length", "上边距", least=0, most=200),
    "bottom": Field("length", "下边距，页脚在里面", least=0, most=200),
}

FRAME = {
    "progress": Field("box", "进度条走满时的样子"),
    "dots": Field("box", "圆点导航：靠右排"),
    "bar": Field("box", "分段导航：排满"),
}

LOGO = {
    "picture": Field("text", "图片文件，PNG 或 JPEG，相对于主题的文件夹", required=True),
    "cover": Field("box", "在封面和封底上的位置；不写就没有"),
    "footer": Field("box", "在页脚的位置；不写就没有"),
}

PALETTE = {slot: Field("rgb", f"色槽 {slot}") for slot in SLOTS}

FACES = {
    "heading": Field("group", "标题的字体"),
    "body": Field("group", "正文的字体"),
}

FACE = {
    "latin": Field("text", "西文和数字的字体"),
    "ea": Field("text", "汉字的字体"),
    "metrics": Field("choice", "排版时量字宽用的字表", choices=METRICS),
    "fallback": Field("text", "看的人没有这种字体时，实时页面和 SVG 用什么代替"),
}

ROLE = {
    "face": Field("choice", "用标题的字体还是正文的", choices=("heading", "body")),
    "sizes": Field("sizes", "字号（磅），从大到小；最后一个是底线", least=6, most=200),
    "bold": Field("flag", "粗体"),
    "color": Field("color", "颜色"),
    "strong": Field("color", "强调的字的颜色"),
    "tracking": Field("whole", "字距，千分之一字", least=0, most=1000),
    "leading": Field("whole", "行距，字号的百分之几", least=80, most=300),
}

SURFACE = {
    "fill": Field("fill", "填充；none 不填"),
    "stroke": Field("stroke", "边框；none 没有"),
    "shape": Field("choice", "形状", choices=SHAPES),
    "edge": Field("choice", "哪一边有色边；none 没有", choices=EDGES),
    "edge_fill": Field("fill", "色边的填充"),
    "edge_width": Field("length", "色边的宽度", least=0, most=100),
}

LAYOUT = {
    "label": Field("text", "在“新建幻灯片”里显示的名称"),
    "background": Field("fill", "背景"),
    "ornaments": Field("ornaments", "装饰，写了就整个换掉"),
    "places": Field("group", "标题等文字的位置"),
    "content": Field("box", "内容区"),
    "options": Field("group", "排法"),
    "hides_master": Field("flag", "true：不显示母版的装饰"),
}

PLACE = {
    "box": Field("box", "位置"),
    "role": Field("choice", "哪一种文字", choices=tuple(BASE.roles)),
    "align": Field("choice", "左右对齐", choices=tuple(ALIGNS)),
    "anchor": Field("choice", "上下对齐", choices=tuple(ANCHORS)),
}

ORNAMENT = {
    "name": Field("text", "在“选择窗格”里显示的名称"),
    "shape": Field("choice", "形状", choices=SHAPES),
    "box": Field("box", "位置；可以伸出页面", required=True),
    "path": Field("text", "任意形状：M x y L x y C x y x y x y Z，坐标是设计像素"),
    "fill": Field("fill", "填充"),
    "stroke": Field("stroke", "边框"),
}

GRADIENT = {
    "gradient": Field("stops", "两种到十种颜色", required=True),
    "angle": Field("whole", "方向，顺时针的度数，0 从左到右", least=0, most=360),
}

STROKE = {
    "color": Field("color", "颜色"),
    "width": Field("length", "粗细", least=0.25, most=40),
    "dash": Field("choice", "线型", choices=DASHES),
}

# The entries of a group: those that there are, and the fields of each.
ENTRIES: dict[str, tuple[tuple[str, ...], dict[str, Field]]] = {
    "type": (tuple(BASE.roles), ROLE),
    "surfaces": (tuple(BASE.surfaces), SURFACE),
    "layouts": (tuple(LAYOUTS), LAYOUT),
}
# The options of a layout, as fields.
CHOICES = {
    layout: {option: Field("choice", "排法", choices=values) for option, values in options.items()} for layout, options in OPTIONS.items()
}
