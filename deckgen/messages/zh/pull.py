"""Chinese: what a person changed in a deck, and what becomes of it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "pull/edited-since": (
        "这份演示文稿生成以后手改过 {count} 处，大纲里还没有",
        "用 deckgen pull {deck} 收回到大纲；再 build 时不会覆盖它",
    ),
}

WORDS: dict[str, str] = {
    "pull/edited": "{path} 生成以后手改过 {count} 处，没有覆盖：",
    "pull/foreign": "{path} 不是本工具写成的样子（别的程序做的，或旧版本生成后又存过、看不出改了哪里），没有覆盖。",
    "pull/newer": "{path} 是较新版本的 deckgen 生成的，这个版本看不出有没有手改过，没有覆盖；请升级 deckgen。",
    "pull/ways": "可以：\n"
    "  deckgen pull {path} {outline}      把改动收回到大纲和台账\n"
    "  deckgen build {outline} -o 另一个文件名.pptx\n"
    "  deckgen build {outline} --force     照大纲重新生成，手改的那份先另存在旁边",
    "pull/ways-foreign": "可以：\n  deckgen build {outline} -o 另一个文件名.pptx\n  deckgen build {outline} --force     原来的先另存在旁边",
    "pull/kept-edited": "{path} 生成以后手改过，没有覆盖；请换一个文件名，或用 deckgen pull 收回改动，或写 force=True。",
    "pull/kept-foreign": "{path} 不是本工具写成的样子，没有覆盖；请换一个文件名，或写 force=True。",
    "pull/kept-newer": "{path} 是较新版本的 deckgen 生成的，没有覆盖；请升级 deckgen，或换一个文件名。",
    "pull/copy-name": "（手改 {day}）",
    "pull/kept-copy": "手改的那份另存为 {copy}",
    "pull/more-edits": "……另有 {count} 处",
    "pull/on-slide": "第 {slide} 页“{title}”：{what}",
    "pull/off-slide": "原第 {was} 页“{title}”：{what}",
    "pull/edit-words": "{shape}：“{old}” → “{new}”",
    "pull/edit-breaks": "{shape}：换行动过：“{new}”",
    "pull/edit-emphasis": "{shape}：加重的字变了（加重“{new}”，不再加重“{old}”）",
    "pull/edit-cell": "表格 {shape}：“{old}” → “{new}”",
    "pull/edit-rows": "表格 {shape}：行列变了（原来 {old} 行，现在 {new} 行）",
    "pull/edit-notes": "备注改过：“{new}”（去掉 {old} 段）",
    "pull/edit-box": "{shape}：移动过或改了大小",
    "pull/edit-look": "{shape}：字号或颜色改过",
    "pull/edit-fill": "{shape}：填充颜色改过",
    "pull/edit-picture": "{shape}：换了图片",
    "pull/edit-chart": "{shape}：图表数据改过",
    "pull/edit-gone": "{shape}：删掉了（“{old}”）",
    "pull/edit-new": "{shape}：新加的（“{new}”）",
    "pull/edit-moving": "加了动画或切换",
    "pull/edit-hidden": "隐藏了",
    "pull/edit-shown": "不再隐藏",
    "pull/edit-slide-gone": "整页删掉了",
    "pull/edit-slide-new": "新加的页",
    "pull/edit-slide-moved": "从第 {old} 页移来",
    "pull/edit-remark": "批注 {old}：{new}",
}
