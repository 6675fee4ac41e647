"""Chinese: rules `portability/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "portability/stock-faces": ("{role}的字体“{face}”不是每台办公电脑都有", "请换成微软雅黑、等线、宋体、黑体、仿宋、楷体或华文中宋"),
}

WORDS: dict[str, str] = {
    "portability/headings": "标题",
    "portability/body-text": "正文",
}
