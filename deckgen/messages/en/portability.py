"""English: rules `portability/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "portability/stock-faces": (
        "the face of {role}, “{face}”, is not on every office machine",
        "use 微软雅黑, 等线, 宋体, 黑体, 仿宋, 楷体 or 华文中宋",
    ),
}

WORDS: dict[str, str] = {
    "portability/headings": "headings",
    "portability/body-text": "body text",
}
