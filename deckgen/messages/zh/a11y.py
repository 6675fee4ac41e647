"""Chinese: rules `a11y/…` of finished decks → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "a11y/alt-text": ("{kind}没有替代文字", "右键 → 查看替代文字，用一句话说明它；只起装饰作用的，勾选“标记为装饰性”"),
    "a11y/file-name-alt": ("替代文字只是文件名：“{alt}”", "用一句话说明它告诉观众什么"),
    "a11y/slide-title": ("这一页没有标题", "在标题占位符里写上标题；不想显示的可以移到幻灯片之外"),
    "a11y/title-unique": ("与第 {first} 页的标题相同：“{title}”", "把标题写具体，或在后一页加“（续）”"),
    "a11y/contrast": ("“{text}”的对比度只有 {ratio}，需要 {needed}（{color} 在 {ground} 上）", "把文字改深（或改浅），或换背景"),
    "a11y/reading-order": ("读屏顺序不对：{what}", "在选择窗格里拖动顺序，先读的在最下面"),
    "a11y/link-text": ("链接文字“{text}”没有说明去处", "把链接加在说明去处的文字上，如“2019年统计公报”"),
    "a11y/table-header": ("表格没有标题行", "表设计 → 勾选“标题行”，并在第一行写上各列的名称"),
    "a11y/merged-cells": ("表格里有合并的单元格：{cells}", "拆分单元格，或把一个复杂的表拆成两个简单的表"),
    "a11y/section-name": ("节没有起名字（“{name}”）", "右键节名 → 重命名节"),
    "a11y/section-unique": ("有两个节都叫“{name}”", "右键节名 → 重命名节"),
    "a11y/document-title": ("文档属性里没有标题（现在是“{title}”）", "文件 → 信息 → 属性 → 标题，写上这份报告的名称"),
    "a11y/language": ("有 {count} 处文字没有标明语言，如“{text}”", "全选 → 审阅 → 语言 → 设置校对语言"),
}

WORDS: dict[str, str] = {
    "a11y/picture": "图片",
    "a11y/media": "视频或音频",
    "a11y/chart": "图表",
    "a11y/table": "表格",
    "a11y/diagram": "SmartArt",
    "a11y/object": "对象",
    "a11y/group": "组合",
    "a11y/shape": "形状",
    "a11y/connector": "线条",
    "a11y/read-after": "它在上方或左侧，却在“{name}”之后被读到",
    "a11y/title-not-first": "标题不是第一个被读到的",
    "a11y/footer-before-content": "页脚、日期或页码在正文之前被读到",
}
