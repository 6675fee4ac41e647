"""Chinese: rules `theme/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "theme/color": ("颜色“{got}”不合规则", "写六位十六进制数，如 A8161B；全是数字时加引号"),
    "theme/shade": ("“{got}”的深浅或透明超出范围", "深浅写 -100 到 100，不透明度写 0% 到 100%，如 accent1 -20 80%"),
    "theme/sizes": ("字号应当从大到小", "写如 [32, 28, 24]，最后一个是底线"),
    "theme/range": ("`{key}` 应当在 {least} 到 {most} 之间，这里是“{got}”", "请改成范围内的数"),
    "theme/too-many": ("`{key}` 有 {count} 项，最多 {most} 项", "请删去多余的"),
    "theme/path": ("看不懂路径“{got}”", "以 M 开头，只用 M、L、C、Z，坐标是设计像素"),
    "theme/box": ("`{key}` 应当是四个数：[左, 上, 宽, 高]", "单位是设计像素，页面高 720"),
    "theme/off-page": ("`{key}` 伸出了页面，或者太小", "页面宽 {width}、高 {height}；最小 {least}"),
    "theme/margins": ("页边距之间剩下的太小", "至少要留宽 {width}、高 {height} 设计像素"),
    "theme/gradient": ("渐变要两种到 {most} 种颜色", "写如 gradient: [accent1, accent1 -20]"),
    "theme/extends-itself": ("主题“{name}”绕回了自己，或者一层套一层多于 {most} 层", "extends 应当指向另一个主题"),
    "theme/not-a-deck": (
        "这个文件打不开：不是 .pptx、.potx 或 .ppsx",
        "用 PowerPoint 或 WPS 另存为“PowerPoint 模板 (.potx)”再试；换一个主题照样能生成",
    ),
    "theme/encrypted": ("模板有密码，读不了", "在 PowerPoint 里取消密码（文件 → 信息 → 保护演示文稿）后再试"),
    "theme/too-large": ("模板太大，展开后超出上限", "删去示例页和大图片，另存为 .potx 再试"),
    "theme/page-size": ("模板的页面是 {width} × {height} 磅，没法排版", "页面高度至少 72 磅，宽高比在 1:2 到 6:1 之间：设计 → 幻灯片大小"),
    "theme/no-master": ("模板里没有母版", "用 PowerPoint 打开，另存为 .potx 再试"),
    "theme/macros": ("模板里有宏（{name}），不用", "在 PowerPoint 里另存为不带宏的 .potx"),
    "theme/no-layouts": ("模板里没有版式，没法放内容", "用 PowerPoint 打开模板，在“视图 → 幻灯片母版”里加一个版式；或者换一个主题"),
}
