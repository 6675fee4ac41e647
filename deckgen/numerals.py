"""Chinese numerals, read and written, as far as a report counts (1 to 99); English number words, read."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
VALUES = {char: value for value, char in enumerate(DIGITS)} | {"两": 2, "〇": 0}
ENGLISH = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－Ｘｘ", "0123456789.,%+-Xx")


def to_chinese(number: int) -> str:
    """一 … 九十九; other numbers in Arabic digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


def to_number(text: str) -> int | None:
    """The number that 七, 十二, 两, 7, ７ or Seven stands for; None for anything else."""
    text = text.translate(FULL_WIDTH)
    if text.lower() in ENGLISH:
        return ENGLISH.index(text.lower()) + 1
    if text.isascii() and text.isdigit():
        return int(text[:6])
    tens, ten, ones = text.rpartition("十")
    if not all(char in VALUES for char in tens + ones) or len(tens) > 1 or len(ones) > 1 or not text:
        return None
    if not ten:
        return VALUES[ones]
    return (VALUES[tens] if tens else 1) * 10 + (VALUES[ones] if ones else 0)
