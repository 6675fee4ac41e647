"""Chinese numerals, read and written, as far as a report counts (1 to 99), and numbers as they are read out; English number words, read."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
GROUPS = ("万亿", "亿", "万", "")  # of four digits
MOST_DIGITS = 4 * len(GROUPS)
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


def spelled(number: str, by_digit: bool = False) -> str:
    """A number in digits as it is read out: 412.6 is 四百一十二点六; a year digit by digit, and so what begins with 0 or is too long to be an amount."""
    whole, _, fraction = number.partition(".")
    digits = "".join(DIGITS[int(char)] for char in whole)
    read = digits if by_digit or len(whole) > MOST_DIGITS or (len(whole) > 1 and whole[0] == "0") else amount_spelled(whole)
    return read + ("点" + "".join(DIGITS[int(char)] for char in fraction) if fraction else "")


def amount_spelled(whole: str) -> str:
    """An amount of up to sixteen digits, four by four: 10203 is 一万零二百零三."""
    if not int(whole):
        return DIGITS[0]
    padded = whole.zfill(-(-len(whole) // 4) * 4)
    groups = [padded[start : start + 4] for start in range(0, len(padded), 4)]
    read = ""
    for group, unit in zip(groups, GROUPS[-len(groups) :], strict=True):
        said = group_spelled(group)
        read += (DIGITS[0] if read and said and group[0] == "0" else "") + said + (unit if said else "")
    return read.removeprefix("一") if read.startswith("一十") else read


def group_spelled(group: str) -> str:
    """Four digits, "" for 0000: 0203 is 二百零三; zeros in between are one."""
    read, gap = "", False
    for digit, unit in zip(group, ("千", "百", "十", ""), strict=True):
        if digit == "0":
            gap = bool(read)
            continue
        read += (DIGITS[0] if gap else "") + DIGITS[int(digit)] + unit
        gap = False
    return read
