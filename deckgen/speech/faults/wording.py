"""Words: years left out, two counts in a row, words twice, set phrases that are not written as they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.speech.faults.fault import HANZI, SpeechFault, around, fault

TWO_COUNTS = re.compile(
    r"[一二三四五六七八九十两]\s?[个项条点大]\s?\d{1,4}(?!\d)\s?(?:个?方面|[个项条点大])?|(?<!\d)\d{1,4}\s?[个项条]\s?[一二三四五六七八九十两]{1,3}\s?[个项条]"
    r"|(?<![\d.])\d{1,4}[个项条]\d{1,4}[个项条方]"
)
NO_YEAR = re.compile(
    r"(?:(?<=[。；，：:！\s——])|^|(?<=做好)|(?<=完成)|(?<=抓好)|(?<=谋划)|(?<=部署)|(?<=关于)|(?<=落实)|(?<=展望)|(?<=安排)|(?<=回顾))年(?=是|预期|工作|主要|全(?:年|区|市|县)|经济|重点|目标|任务|的工作|，|[上下]半年|[一二三四五六七八九十\d]+月|初|末)"
)
YEAR_WITHOUT = re.compile(r"(?<!\d)(?:19|20)\d\d(?=(?:工作|经济|全区|全市|全县|预算|财政|计划|目标|任务|主要|重点))")
REPEATED = re.compile(rf"([{HANZI}]{{2,4}})\1(?!\1)")
REPEATED_FINE = re.compile(
    r"(?:一个|一步|一天|一点|一件|一项|一年|层层|方方|实实|扎扎|明明|处处|人人|家家|户户|时时|事事|步步|年年|天天|代代|世世|点滴|研究|讨论|考虑|商量|学习|了解|一代|一批|一茬|一桩|一户|一村|一企|一校)"
)
PARTICLE = re.compile(r"的的|了了(?!解)|和和(?!气|美|睦|平)|是是(?!非)|在在|，的|、的(?!确)|和、|、和、|与与")
KNOWN_PHRASES = (
    (re.compile("中国特色社会(?!主义)"), "中国特色社会主义"),
    (re.compile("社会主义核心价值(?!观|体系|理念)"), "社会主义核心价值观"),
    (re.compile("习近平新时代中国特色社会主义思(?!想)"), "习近平新时代中国特色社会主义思想"),
    (re.compile("全面建成小康(?!社会|之|、|的|，)"), "全面建成小康社会"),
    (re.compile("驰而不息地不息|驰而不懈"), "驰而不息"),
    (re.compile("一如继往"), "一如既往"),
    (re.compile("再接再励"), "再接再厉"),
    (re.compile("迫不急待"), "迫不及待"),
    (re.compile("凝心聚力聚力"), "凝心聚力"),
)


def two_counts(text: str) -> Iterator[SpeechFault]:
    """五个6方面."""
    for match in TWO_COUNTS.finditer(text):
        yield fault(match.start(), "speech/two-counts", text=match[0])


def years_missing(text: str) -> Iterator[SpeechFault]:
    """年预期目标 without its year; 2019工作 without 年."""
    for match in NO_YEAR.finditer(text):
        yield fault(match.start(), "speech/no-year", text=text[match.start() : match.start() + 8])
    for match in YEAR_WITHOUT.finditer(text):
        yield fault(match.start(), "speech/year-without", text=text[match.start() : match.end() + 4])


def repeated_words(text: str) -> Iterator[SpeechFault]:
    for match in REPEATED.finditer(text):
        if not REPEATED_FINE.match(match[1]):
            yield fault(match.start(), "speech/repeated-words", text=match[0])
    for match in PARTICLE.finditer(text):
        if not doubled_word(text, match.start()):
            yield fault(match.start(), "speech/repeated-words", text=around(text, match))


def doubled_word(text: str, at: int) -> bool:
    """实实在在: the pair at `at` is the second half of a word that is doubled on purpose."""
    return at > 1 and text[at - 2] == text[at - 1] and text[at : at + 1] == text[at + 1 : at + 2]


def known_phrases(text: str) -> Iterator[SpeechFault]:
    """Set phrases that are not written as they are set."""
    for pattern, phrase in KNOWN_PHRASES:
        for match in pattern.finditer(text):
            yield fault(match.start(), "speech/known-phrase", text=around(text, match), phrase=phrase)
