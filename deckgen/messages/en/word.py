"""English: words and marks that messages are put together with."""

WORDS: dict[str, str] = {
    "word/comma": ", ",
    "word/clause": ", ",
    "word/semicolon": "; ",
    "word/error": "error",
    "word/warning": "warning",
    "word/hint": "hint: {hint}",
    "word/near": "did you mean `{near}`?",
    "word/slide": "{path}: slide {slide}",
}
