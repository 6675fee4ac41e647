"""Chinese: rules `layout/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "layout/overflow": ("`{what}` 放不下：共 {length} 个字，超出 {over} 个字，最多 {fits} 个字", "请精简文字，细节可以放进 notes"),
    "layout/unfit": ("`layout: {layout}` 排不下这一页", "请换一种排法（{others}）、精简文字，或删去 layout，由程序挑选"),
    "layout/crowded": ("这一页放不下 {count} 项内容：字号到下限，最多放下前 {fits} 项", "请减少条目或指标卡，或分成两页"),
    "layout/labels-hidden": (
        "图上有 {count} 个数没有地方标，没有标出",
        "请减少类别或组数，写 labels: ends 只标首尾，或改用 kind: table",
    ),
    "layout/cycle-short": ("`cycle: true` 要 {least} 步以上，这里有 {count} 步，画成了一排箭头", "请补上步骤，或去掉 cycle"),
    "layout/figure-too-wide": (
        "指标 `{name}` 的数值“{text}”放不进指标卡",
        "请用 scale: 亿 或 万，减少小数位，或减少这一页的指标卡；数值是文字的，请写短一些，或放到 kind: section 的指标卡上",
    ),
    "layout/text-overflow": ("第 {number} 页的“{name}”超出位置 {over} 磅", "请精简文字"),
    "layout/small-text": ("第 {number} 页的“{name}”只有 {size} 磅", "投影上 14 磅以下看不清：减少内容，或提高主题的字号下限"),
    "layout/density": ("第 {number} 页有 {count} {unit}，超过 {most} 个", "请把细节移到 notes，或分成两页"),
    "layout/orphan": ("第 {number} 页有孤字“{last}”：{text}", "请添一两个字或减一两个字"),
    "layout/crowded-slide": ("第 {number} 页排得太满，正文只有 {size} 磅", "请减少条目、缩短说明，或分成两页"),
    "layout/lonely-slide": ("“{title}”这一页只有一条内容", "请补上内容，并到相邻的页，或改成 kind: statement"),
    "layout/table-rows": ("表格有 {count} 行，一页最多 {most} 行", "在文件头写 overflow: continue 接到（续）页，或用 limit: 只取前几行"),
    "layout/notes-cut": (
        "第 {number} 页的备注有 {count} 个字，备注页最多印得下其中一部分，约有 {cut} 个字会被裁掉",
        "用 deckgen render --notes 印讲稿，放不下的会接着印在下一页；或缩短备注",
    ),
}

WORDS: dict[str, str] = {
    "layout/characters": "个字",
    "layout/words": "个词",
}
