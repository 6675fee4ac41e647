"""Chinese: words and marks that messages are put together with."""

WORDS: dict[str, str] = {
    "word/comma": "、",
    "word/clause": "，",
    "word/semicolon": "；",
    "word/error": "错误",
    "word/warning": "警告",
    "word/hint": "提示：{hint}",
    "word/near": "是不是 `{near}`？",
    "word/slide": "{path}: 第 {slide} 页",
}
