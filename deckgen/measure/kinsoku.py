"""避头尾: between which two characters a line may break."""

# FACTS of the project after GB/T 15834; · ％ ～ are added from the zh-CN lists of both clients.
NOT_AT_START = frozenset("!%),.:;?]}¢°’”‰′″℃、。〉》」』】〕〗！），．：；？］｝…—·％～\u00a0\u2060")
NOT_AT_END = frozenset("([{£¥‘“〈《「『【〔〖（［｛￥\u00a0\u2060")

SPACES = " \u3000"
LAST_SPACE = "\u3000"  # above it all is hanzi or full-width marks
# Marks from above U+2000 that stand inside Latin words and numbers: China’s, 5−3, €100.
LATIN_MARKS = frozenset("’‐‑–−€")


def breakable(text: str, at: int) -> bool:
    """Whether a line may end before `text[at]` by the rules of the clients; `at` is inside `text`.

    It may between any two hanzi and at spaces; not inside a Latin word or a number, not before
    a mark that may not start a line, not after one that may not end it.
    """
    last, first = text[at - 1], text[at]
    if first in NOT_AT_START or last in NOT_AT_END:
        return False
    if last > LAST_SPACE and first > LAST_SPACE:
        return True
    if last in SPACES or first in SPACES:
        end, begin = ink_end(text, 0, at), ink_begin(text, at)
        return end > 0 and begin < len(text) and keeps_marks(text[end - 1], text[begin])
    return not (is_latin(last) and is_latin(first))


def after_hyphen(text: str, at: int) -> bool:
    """Whether a Latin word may be broken there behind its own hyphen: outward-/looking, and not 5-/8 or -/5."""
    return 1 < at < len(text) and text[at - 1] == "-" and text[at - 2].isalpha() and text[at].isalpha()


def keeps_marks(last: str, first: str) -> bool:
    """Whether one line may end with `last` and the next start with `first` under 避头尾."""
    return first not in NOT_AT_START and last not in NOT_AT_END


def is_latin(char: str) -> bool:
    """Whether `char`, not a space, belongs to Latin words and numbers."""
    return char < "\u2000" or char in LATIN_MARKS


def ink_end(text: str, begin: int, end: int) -> int:
    """The offset after the last character before `end` that is not a space; `begin` when all are."""
    while end > begin and text[end - 1] in SPACES:
        end -= 1
    return end


def ink_begin(text: str, begin: int) -> int:
    """The offset of the first character from `begin` on that is not a space; the text's length when all are."""
    while begin < len(text) and text[begin] in SPACES:
        begin += 1
    return begin
