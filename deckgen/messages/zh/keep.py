"""Chinese: what was kept of a deck that a person edited."""

MESSAGES: dict[str, tuple[str, str]] = {}

WORDS: dict[str, str] = {
    "keep/not-theme": "{path} 用的是另一个主题，样子搬不过来；加 --text-only 只保留文字，或照原来的主题生成（--theme）。",
    "keep/no-edits": "没有手改过的地方。",
    "keep/kept": "保留手改 {count} 处：",
    "keep/why-conflict": "两边都改过，文字照大纲 {count} 处（--prefer deck 照演示文稿）：",
    "keep/why-gone": "大纲里已经没有这些形状，没有保留 {count} 处：",
    "keep/why-unplaced": "大纲里已经没有这些页，整页放在最后的“未归位”一节，{count} 处：",
    "keep/not-frozen": "第 {slide} 页“{title}”写了 keep: deck，这次没有 --keep，照大纲生成。",
    "keep/not-each": "--keep 是一份演示文稿的手改，不能与 --each 同用；请一份一份地生成。",
    "keep/not-for-sending": "--keep 会带上手改的备注和批注，不能与 --for-sending 同用；请先 --keep 生成，再发送大纲里收回过改动的那份（deckgen pull）。",
    "keep/without-deck": "--prefer deck 和 --text-only 要与 --keep 演示文稿.pptx 同用。",
}
