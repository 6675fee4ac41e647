"""Chinese: rules `content/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "content/claim-without-number": ("提法“{claim}”里读不出数目", "claim 以一到九十九的数目开头，如 七个坚持、六个“必须”"),
    "content/claim-count": ("提法“{claim}”说是 {claimed} 个，实际有 {found} 个", "请核对内容是否有遗漏，或改提法里的数目"),
    "content/hidden-slide": ("“{title}”是备用页，放映时跳过", "要讲的，去掉 hidden"),
    "content/same-title": ("与第 {first} 页的标题相同：“{title}”", "PowerPoint 的辅助功能检查要求标题不重复，请改其中一个"),
    "content/unknown-value": (
        "“{title}”这一页有 {count} 个指标还是 X：{names}",
        "填进台账，页面和备注随之更新；`deckgen figures 大纲 --missing` 按部门列出",
    ),
    "content/sample-value": ("“{title}”这一页用了 {count} 个示例数据：{names}", "正式汇报前换成真实数值"),
    "content/unused-figure": ("指标 `{name}`（{label}）没有用到", "在大纲里引用它，或从台账里删去"),
    "content/twice-defined": ("`{name}` 与 `{first}` 是同一个指标：{label}", "请删去一个，两处都引用剩下的那个"),
    "content/label-conflict": (
        "{label}有两个数值：`{name}` 是 {value}，`{first}` 是 {other}",
        "请核对哪个对；确是两个指标的，用 label 或 period 区分",
    ),
    "content/share-over-100": ("{what}是 {value}，超过了 100%", "请核对小数点；完成率、增长率才可以超过 100%"),
    "content/total-of-parts": ("{label}写的是 {total}，各部分之和是 {found}：{parts}", "请核对各部分和合计"),
    "content/part-unit": ("`{name}` 的单位是“{unit}”，与合计 `{total}` 的“{other}”不是一回事", "请核对单位，或改 parts_of"),
    "content/base-change": (
        "{label}：{value}，上年 {base}，算出来约为 {found}，写的却是“{change}”",
        "请核对三个数；按不变价计算的增速不要写 base",
    ),
    "content/target-completion": (
        "{label}：{value}，目标 {target}，算出来完成 {found}，写的却是“{change}”",
        "请核对三个数；完成率另有口径的，不要写 target",
    ),
    "content/rank-conflict": (
        "{label}的位次“{rank}”与别处的数对不上：{others}",
        "请核对位次和 compare；数小为好的指标写 good: down",
    ),
    "content/shares-of-whole": ("{label}：占比“{shares}”与合计对不上，算出来是 {found}", "请核对各部分、合计和占比"),
    "content/unsaid-measure": ("`{name}`（{label}）的{what}", "写成 同比 +7.8%、占比 57.4%，数值写上 unit"),
    "content/bare-quantity": ("这里直接写了“{text}”，台账里有 `{name}`（{label} {value}）", "改用 {{{name}}}，台账更新时这里也跟着变"),
    "content/loose-unknown": ("“{text}”没有登记在台账里", "登记以后用 {{名称}} 引用，才能列出、提醒和填写"),
    "content/empty-title": ("标题“{title}”里没有字", "请写上标题"),
    "content/missing-notes": ("第 {number} 页“{title}”没有讲稿备注", "请写 notes；不需要时在文件头写 checks: {{missing-notes: off}}"),
    "content/other-year": ("{year}年不是这份报告的年份（{known}）", "请核对；确是往年的，写成“比{year}年……”"),
    "content/impossible-date": ("没有“{date}”这一天", "请核对日期"),
    "content/half-width-mark": ("汉字中间用了半角标点“{mark}”：{text}", "请换成全角的“{full}”"),
    "content/unpaired-mark": ("“{mark}”没有成对：{text}", "请补上或删去一个"),
    "content/doubled-mark": ("标点重复“{marks}”：{text}", "请删去多余的"),
    "content/mixed-quotes": ("中文里用了直引号 {mark}：{text}", "请换成 “” 或 ‘’"),
    "content/unknown-cell": ("“{title}”里的 {text} 还没有填", "填上数字，或在台账里起个名称，写成 {{名称.value}}"),
    "content/chart-unknown": ("“{title}”这张图的数全是 X", "画出来只有虚线框；至少填一个数，或先不放这一页"),
}

WORDS: dict[str, str] = {
    "content/change": "变化",
    "content/target": "目标",
    "content/base": "上年（基期）数",
    "content/figure": "{name}（{label}）",
    "content/figure-part": "{name}（{label}的{what}）",
    "content/figure-value": "{name}（{label} {value}）",
    "content/more": "等（另有 {count} 个）",
    "content/bare-change": "变化只写了“{change}”，没有说与什么比",
    "content/no-unit": "数值 {value} 没有单位",
}
