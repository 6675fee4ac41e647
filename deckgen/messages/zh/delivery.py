"""Chinese: rules `delivery/…` → (what is wrong, what to do); the words of the table of minutes."""

MESSAGES: dict[str, tuple[str, str]] = {
    "delivery/too-long": (
        "全场要讲 {takes}，比 `minutes: {minutes}` 多 {over}",
        "请删减备注或讲话稿；或把 speech 的 minutes、rate 改成实际的",
    ),
    "delivery/slide-long": ("第 {number} 页要讲 {takes}，超过三分钟", "请分成两页，或缩短备注"),
    "delivery/slide-short": ("第 {number} 页只讲 {takes}，不到十秒", "请多讲几句，或并进前后的页"),
}
WORDS: dict[str, str] = {
    "delivery/about": "　约 {takes}",
    "delivery/slide": "第 {number} 页",
    "delivery/slide-line": "  {takes}　{slide}　{title}",
    "delivery/part-line": "{takes}　{title}（{slides} 页）",
    "delivery/whole": "全场 {takes}：每分钟 {rate} 字，{slides} 页，每页另加 2 秒，每段 0.5 秒",
    "delivery/whole-words": "全场 {takes}：每分钟 {rate} 词，{slides} 页，每页另加 2 秒，每段 0.5 秒",
    "delivery/by-speech": "全场按讲话稿算，各页按备注算（备注共 {takes}）",
    "delivery/left": "比 {minutes} 分钟少 {takes}",
    "delivery/over": "比 {minutes} 分钟多 {takes}",
}
