"""Chinese: rules `layout/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "layout/overflow": ("`{what}` 放不下：共 {length} 个字，超出 {over} 个字，最多 {fits} 个字", "请精简文字，细节可以放进 notes"),
    "layout/crowded": ("这一页放不下 {count} 项内容", "请减少条目或指标卡，或分成两页"),
    "layout/figure-too-wide": ("指标 `{name}` 的数值“{text}”放不进指标卡", "请用 scale: 亿 或 万，减少小数位，或减少这一页的指标卡"),
}
