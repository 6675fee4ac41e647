"""Chinese: what agents are told over `deckgen mcp`."""

WORDS: dict[str, str] = {
    "agent/instructions": (
        "把 YAML 写的工作报告大纲和指标台账编译成 PowerPoint。先用 kinds 看有哪些页面、怎么写；改了大纲用 check 查，每一处都指到行和列；"
        "用 render 看画面；数字只写在台账里，还不知道的写 X，不要编造。路径都相对于这一个文件夹。"
    ),
    "agent/build": "编译大纲，告诉页数、待填的指标和全部问题。这里只读：不写文件。",
    "agent/build-writing": "编译大纲，写成 output（默认 dist/ 里以标题命名的 .pptx），告诉页数、待填的指标和全部问题。手改过的、别人的演示文稿不覆盖。",
    "agent/check": "检查大纲，或一份做好的 .pptx：内容、数字、版面、无障碍、文件本身；每一处指到行和列，或第几页、哪个形状。final：还有 X 就算错。",
    "agent/kinds": "有哪些页面；给出 name，就有这一种的例子、字段和排法。",
    "agent/figures": "台账里的每个指标：值、单位、状态、归哪个部门、用在第几页；missing：只要还不知道的。",
    "agent/render": "把几页画成 PNG（slides 如 3-5，一次最多 8 页）。大纲直接画；做好的 .pptx 要装 LibreOffice。",
    "agent/schema-outline": "大纲的 JSON Schema",
    "agent/schema-figures": "指标台账的 JSON Schema",
    "agent/schema-theme": "主题的 JSON Schema",
    "agent/slide": "第 {number} 页",
    "agent/no-folder": "没有这个文件夹：{path}",
    "agent/no-path": "请给出文件的路径。",
    "agent/outside": "{path} 在这个文件夹之外，不能用。",
    "agent/link": "{path} 经过符号链接，不能用；请给出文件本身的路径。",
    "agent/no-kind": "没有 `{name}` 这种页面。有：{known}",
    "agent/width": "宽度在 {least} 到 {most} 像素之间。",
    "agent/too-many-pictures": "一次最多画 {most} 页，这里要 {count} 页；请用 slides 分几次要。",
    "agent/needs": "这一步要用 {package}，装 deckgen 时没有带上 [{extra}]。",
}
