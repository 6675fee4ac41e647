"""Faults of the speech itself, each where it stands: what its author wants to know before it is read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Findings
from deckgen.numerals import to_number
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Paragraph, Piece, Speech
from deckgen.speech.structure.claims import announced, claims_in, speaks_of
from deckgen.speech.structure.headings import Heading
from deckgen.speech.structure.refrains import sentences_with
from deckgen.speech.structure.tree import Node, Tree, walk
from deckgen.speech.text.numbering import inline_marks

HANZI = "\u4e00-\u9fff"
OPENING, CLOSING = "“‘《（〈「『【〔", "”’》）〉」』】〕"
TWO_COUNTS = re.compile(
    r"[一二三四五六七八九十两]\s*[个项条点大]\s*\d+\s*(?:个?方面|[个项条点大])?|\d+\s*[个项条]\s*[一二三四五六七八九十两]+\s*[个项条]|(?<![\d.])\d+[个项条]\d+[个项条方]"
)
NO_YEAR = re.compile(
    r"(?:(?<=[。；，：:！\s——])|^|(?<=做好)|(?<=完成)|(?<=抓好)|(?<=谋划)|(?<=部署)|(?<=关于)|(?<=落实)|(?<=展望)|(?<=安排)|(?<=回顾))年(?=是|预期|工作|主要|全(?:年|区|市|县)|经济|重点|目标|任务|的工作|，|[上下]半年|[一二三四五六七八九十\d]+月|初|末)"
)
YEAR_WITHOUT = re.compile(r"(?<!\d)(?:19|20)\d\d(?=(?:工作|经济|全区|全市|全县|预算|财政|计划|目标|任务|主要|重点))")
HALF_MARK = re.compile(
    rf"(?<=[{HANZI}”》）%％])[,;:?!](?=[{HANZI}“《（0-9XＸ]|$)|(?<=[0-9XＸ])[;](?=[{HANZI}“《])|(?<=[{HANZI}])\.(?=[{HANZI}“]|$)"
)
DOUBLED = re.compile(r"([，。；：、])\1+|[，；：、][。！？]|[。！？][，；：、]|，、|、，|；，|，；|：，")
STRAIGHT = re.compile(r"''|``|“\"|\"”")
BEFORE_BRACKET = re.compile(r"[，、；](?=[（(][^）)]{1,8}[）)][》，。])")
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
NUMBER_BEFORE = re.compile(r"(?:^|[，。；：、\s])[\d一二三四五六七八九十]{1,2}$")
INLINE_COUNT = re.compile(
    r"([一二三四五六七八九十两]|\d{1,2})(?:个|项|条|点|件|大)(?:方面|工作|任务|问题|举措|措施|要求|意见|建议|重点)?[^。；，]{0,12}[：:。]$"
)
IMPOSSIBLE_SHARE = re.compile(
    "(?:占比?|比重|完成率|覆盖率|合格率|整改率|满意[率度]|入学率|参保率|达标率|普及率|就诊率|绿化率|及格率|率)(?:达到|达|为|提高到|提高至|上升到)?$"
)


def find_faults(speech: Speech, tree: Tree, quantities: tuple[Quantity, ...], findings: Findings) -> None:
    """Note every fault as a warning at its line and column."""
    for index, line in enumerate(speech.paragraphs):
        for offset, rule, facts in in_line(line):
            findings.warn(speech.span(index, offset), rule, **facts)
    for node in walk(tree.root):
        claim_faults(speech, node, tree, findings)
        numbering_faults(speech, [child.heading for child in node.children if child.heading], findings)
    for quantity in quantities:
        share_faults(speech, quantity, findings)
    same_heading_faults(speech, tree.headings, findings)


SpeechFault = tuple[int, str, dict[str, object]]


def in_line(line: Paragraph) -> Iterator[SpeechFault]:
    """(offset, rule, facts) of what one paragraph shows by itself."""
    for look in (unpaired, two_counts, years_missing, half_marks, doubled_marks, repeated_words, known_phrases, inline_count_faults):
        yield from look(line.text)


def two_counts(text: str) -> Iterator[SpeechFault]:
    """五个6方面."""
    for match in TWO_COUNTS.finditer(text):
        yield match.start(), "speech/two-counts", {"text": match[0]}


def years_missing(text: str) -> Iterator[SpeechFault]:
    """年预期目标 without its year; 2019工作 without 年."""
    for match in NO_YEAR.finditer(text):
        yield match.start(), "speech/no-year", {"text": text[match.start() : match.start() + 8]}
    for match in YEAR_WITHOUT.finditer(text):
        yield match.start(), "speech/year-without", {"text": text[match.start() : match.end() + 4]}


MOST_HALVES = 3  # of one paragraph that are shown: who types so does it everywhere


def half_marks(text: str) -> Iterator[SpeechFault]:
    """Marks of half width between hanzi: the first ones of a paragraph, each with how many there are."""
    halves = list(HALF_MARK.finditer(text)) if not text.isascii() else []
    for half in halves[:MOST_HALVES]:
        yield half.start(), "speech/half-width", {"text": around(text, half), "count": len(halves)}


def doubled_marks(text: str) -> Iterator[SpeechFault]:
    for pattern in (DOUBLED, BEFORE_BRACKET):
        for match in pattern.finditer(text):
            yield match.start(), "speech/doubled-mark", {"text": around(text, match)}


def repeated_words(text: str) -> Iterator[SpeechFault]:
    for match in REPEATED.finditer(text):
        if not REPEATED_FINE.match(match[1]):
            yield match.start(), "speech/repeated-words", {"text": match[0]}
    for match in PARTICLE.finditer(text):
        if not doubled_word(text, match.start()):
            yield match.start(), "speech/repeated-words", {"text": around(text, match)}


def doubled_word(text: str, at: int) -> bool:
    """实实在在: the pair at `at` is the second half of a word that is doubled on purpose."""
    return at > 1 and text[at - 2] == text[at - 1] and text[at : at + 1] == text[at + 1 : at + 2]


def known_phrases(text: str) -> Iterator[SpeechFault]:
    """Set phrases that are not written as they are set."""
    for pattern, phrase in KNOWN_PHRASES:
        for match in pattern.finditer(text):
            yield match.start(), "speech/known-phrase", {"text": around(text, match), "phrase": phrase}


def around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 6) : match.end() + 6]


def unpaired(text: str) -> Iterator[SpeechFault]:
    """Quotes and brackets without their partner; the straight pairs that stand for one."""
    for match in STRAIGHT.finditer(text):
        yield match.start(), "speech/straight-quote", {"text": around(text, match)}
    stack: list[tuple[int, str]] = []
    for at, char in enumerate(text):
        if char in OPENING:
            if char in "“‘" and stack and stack[-1][1] == char:  # opened again before it was closed
                yield left_open(text, *stack.pop())
            stack.append((at, char))
        elif char in CLOSING:
            yield from closed(text, at, stack)
    for start, mark in stack:
        yield left_open(text, start, mark)


def closed(text: str, at: int, stack: list[tuple[int, str]]) -> Iterator[SpeechFault]:
    """Take the partner of the closing mark at `at` off the stack; what stood open above it, or that there is none, is a fault."""
    partner = OPENING[CLOSING.index(text[at])]
    if any(mark == partner for _, mark in stack):
        while stack[-1][1] != partner:
            yield left_open(text, *stack.pop())
        stack.pop()
    elif not needs_no_partner(text, at):
        yield at, "speech/unpaired", {"mark": text[at], "text": text[max(0, at - 8) : at + 1]}


def left_open(text: str, start: int, mark: str) -> SpeechFault:
    return start, "speech/unpaired", {"mark": mark, "text": text[start : start + 10]}


def needs_no_partner(text: str, at: int) -> bool:
    """1）and 一）number things, and ’ is an apostrophe behind a letter."""
    if text[at] == "）":
        return bool(NUMBER_BEFORE.search(text, max(0, at - 3), at))
    return text[at] == "’" and text[at - 1 : at].isascii()


def inline_count_faults(text: str) -> Iterator[SpeechFault]:
    """做到三个坚持：一是……二是…… — counted otherwise than announced, in one paragraph."""
    marks = inline_marks(text)
    if len(marks) < 2:
        return
    match = INLINE_COUNT.search(text[: marks[0][0]])
    count = to_number(match[1]) if match else None
    if match and count and count != len(marks):
        yield match.start(), "speech/claim-count", {"claim": match[0].rstrip("：:。"), "claimed": count, "found": len(marks)}


def claim_faults(speech: Speech, node: Node, tree: Tree, findings: Findings) -> None:
    """A claim announced before numbered parts that are more or fewer; 六个必须 followed by five."""
    for piece in node.body:
        text = piece.text(speech)
        claim = announced(text)
        titles = [child.heading.title.text(speech) for child in node.children if child.heading]
        if claim and speaks_of(claim, titles) and claim.count != len(titles):
            facts = {"claim": claim.text, "claimed": claim.count, "found": len(titles)}
            findings.warn(speech.span(piece.line, piece.start + claim.start), "speech/claim-count", **facts)
        elif claim is None and titles:
            general_count_fault(speech, piece, text, len(titles), findings)
        for said in claims_in(text):
            found = len(sentences_with(speech, [piece], said.noun)) if said.noun in ("必须", "坚持", "统筹") else 0
            if found >= 3 and found != said.count and said.end < len(text) - 40:
                facts = {"claim": said.text, "claimed": said.count, "found": found}
                findings.warn(speech.span(piece.line, piece.start + said.start), "speech/claim-count", **facts)


ANNOUNCES = re.compile(
    r"(?P<n>[一二三四五六七八九十两]{1,2}|\d{1,2})(?:个方面|方面|点|项(?:重点)?(?:工作|任务|措施|举措)|件(?:大事|实事)|个问题|条)(?:的?[^。，；]{0,10})?[：:。]?$"
)


def general_count_fault(speech: Speech, piece: Piece, text: str, found: int, findings: Findings) -> None:
    """讲三点意见： followed by four."""
    match = ANNOUNCES.search(text)
    count = to_number(match["n"]) if match else None
    if match and count and count > 1 and count != found:
        facts = {"claim": match[0].rstrip("：:。"), "claimed": count, "found": found}
        findings.warn(speech.span(piece.line, piece.start + match.start()), "speech/claim-count", **facts)


def numbering_faults(speech: Speech, headings: list[Heading], findings: Findings) -> None:
    """Numbers that are skipped, or stand twice, among the headings of one parent."""
    last: dict[str, int] = {}
    for heading in headings:
        mark = heading.mark
        if mark is None or not mark.number or mark.kind == "firstly":
            continue
        before = last.get(mark.kind, 0)
        if mark.number not in (before + 1, 1) or (mark.number == 1 and before == 1):
            words = speech.paragraphs[heading.line].text[:12]
            findings.warn(speech.span(heading.line), "speech/numbering", text=words, before=before, number=mark.number)
        last[mark.kind] = mark.number


def same_heading_faults(speech: Speech, headings: list[Heading], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for heading in headings:
        title = heading.title.text(speech)
        if heading.alone and len(title) > 3 and title in seen:
            findings.warn(speech.span(heading.line), "speech/same-heading", title=title, first=speech.paragraphs[seen[title]].line)
        seen.setdefault(title, heading.line)


def share_faults(speech: Speech, quantity: Quantity, findings: Findings) -> None:
    """A share of more than 100 %."""
    number = quantity.number
    if quantity.unit not in ("%", "％") or number is None or number <= 100:
        return
    before = speech.paragraphs[quantity.line].text[: quantity.start]
    if IMPOSSIBLE_SHARE.search(before) and "完成" not in before[-12:]:
        findings.warn(speech.span(quantity.line, quantity.start), "speech/over-100", text=before[-8:] + quantity.written + "%")
