"""Chinese: rules `theme/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "theme/color": ("颜色“{got}”不合规则", "写六位十六进制数，如 A8161B；全是数字时加引号"),
    "theme/sizes": ("`{role}` 的字号应当从大到小", "写如 [32, 28, 24]"),
    "theme/path": ("看不懂路径“{got}”", "只用 M、L、C、Z，坐标是设计像素"),
    "theme/box": ("`{key}` 应当是四个数：[左, 上, 宽, 高]", "单位是设计像素，页面为 1280×720"),
    "theme/gradient": ("渐变至少要两种颜色", "写如 gradient: [accent1, accent1 -20]"),
}
