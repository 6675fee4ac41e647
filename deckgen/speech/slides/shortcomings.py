"""Shortcomings: what a paragraph admits, one by one, each with a key word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from deckgen.speech.draft import DraftItem
from deckgen.speech.slides.items import first_clause_item, listed
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.numbering import inline_marks
from deckgen.speech.text.phrases import phrase, trimmed, without_connective
from deckgen.speech.text.sentences import Stretch, clauses, segments, sentences

OTHERS = re.compile(r"(?<=[，,；;])(?=(?:部分|一些|个别|少数|有的|有些)[\u4e00-\u9fff])")
AFTERWARDS = re.compile(r"(?:对此|对于这些|这些(?:问题|困难)|我们(?:一定|将|必须|要|高度)|针对(?:这些|上述))")
LACK = re.compile(
    r"不(?!断|仅|但|忘|负|是|仅仅|同)[\u4e00-\u9fff]|较?[弱低慢少差]|欠|缺|滞后|薄弱|短板|难|亟待|有待|尚|仍|任重|压力|偏|需要|不到位|制约|突出|不容|风险"
)
# Behind which the list of shortcomings begins.
LISTED_AFTER = re.compile(r"(?:表现在?|体现在?|主要(?:是|有|问题是)|如下|以下几个?方面)[^，。；]{0,10}?[：:，,]|[：:]")
NAMED_LACK = re.compile(r"存在着?(?P<what>[\u4e00-\u9fff]{4,14}?)(?:、|等|的问题)")
# The first sentence admits that there are shortcomings and names none.
ADMITS = re.compile("问题|不足|差距|短板|困难|挑战|矛盾|problem|shortcoming|challenge|difficult(?:y|ies)|concern", re.I)
SHORTEST, LONGEST_LEAD = 4, 14
QUALIFIED = re.compile("(?:部分|一些|个别|少数|有的|有些|某些|一定程度上?|局部|有时|基层)")
LONGEST_QUALIFIED = 20  # characters of a lead that says of whom it is true
KEYS = (
    ("党组织|从严治党|党的|党建|廉|腐败", "党建"),
    ("干部|作风|形式主义|担当", "作风"),
    ("民生|就业|教育|医疗|养老|公共服务|群众", "民生"),
    ("创新|动能|科技|人才", "动能"),
    ("产业|结构|实体|工业", "产业"),
    ("生态|环境|污染|大气|节能", "生态"),
    ("安全|稳定|信访|风险", "安全"),
    ("财政|收支|债务|资金", "财政"),
    ("城市|城镇|乡村|农村|城乡|农业", "城乡"),
    ("营商|政务|改革|开放|市场", "改革"),
    ("项目|投资|招商", "项目"),
    ("治理|社区|基层", "治理"),
    ("经济|增长|发展|质量|效益", "发展"),
    ("服务|能力|水平", "能力"),
)


def problems_of(speech: Speech, body: Sequence[Piece]) -> list[DraftItem]:
    """Each shortcoming that the paragraphs name, without what is said before and after them."""
    stretches = [stretch for piece in body for stretch in shortcomings(speech, piece)]
    return with_keys(speech, [problem(speech, stretch) for stretch in stretches if stretch.end - stretch.start > 5])


def shortcomings(speech: Speech, piece: Piece) -> list[Piece]:
    """The stretches of one paragraph that name a shortcoming each: numbered ones, or what ； and full stops part."""
    inner = piece.part(*problem_span(piece.text(speech)))
    text = inner.text(speech)
    marks = inline_marks(text)
    if marks:
        return listed(inner, marks, len(text))
    return [part for segment in segments(text) for part in by_whom(speech, inner.part(segment.start, segment.end))]


def problem_span(text: str) -> tuple[int, int]:
    """Where the list of shortcomings begins, behind 主要表现在： or the sentence that admits them, and where it ends."""
    stretches = sentences(text)
    start = problem_start(text, stretches)
    ends = (sentence.start for sentence in stretches if sentence.start > start and AFTERWARDS.match(sentence.text))
    end = next(ends, len(text))
    return min(start, end), end


def problem_start(text: str, stretches: list[Stretch]) -> int:
    colon = LISTED_AFTER.search(text[:220])
    if colon:
        return colon.end()
    marks = inline_marks(text)
    if marks:
        return marks[0][0]
    return stretches[0].end + 1 if len(stretches) > 1 and ADMITS.search(stretches[0].text) else 0


def by_whom(speech: Speech, piece: Piece) -> list[Piece]:
    """部分党组织……, 一些干部…… behind other shortcomings is one of its own."""
    text = piece.text(speech)
    match = next((m for m in OTHERS.finditer(text) if m.start() > 8), None)
    if match is None:
        return [piece]
    return [piece.part(0, match.start()), piece.part(match.start(), len(text))]


def problem(speech: Speech, piece: Piece) -> DraftItem:
    """The first short clause that says what is lacking leads."""
    own = without_connective(speech, trimmed(speech, piece))
    stretches = clauses(own.text(speech))
    if not stretches:
        return DraftItem(own, (own,))
    if QUALIFIED.match(stretches[0].text):  # 部分党组织存在党的领导弱化 is not said of all
        named = NAMED_LACK.search(stretches[0].text)
        end = named.end("what") if named else len(stretches[0].text)
        lead = own.part(stretches[0].start, stretches[0].start + end)
        return DraftItem(lead, (own,), phrase(lead)) if end <= LONGEST_QUALIFIED else DraftItem(own, (own,))
    for clause in stretches[:4]:
        lead = without_connective(speech, own.part(clause.start, clause.end))
        if LACK.search(clause.text) and SHORTEST <= lead.end - lead.start <= LONGEST_LEAD:
            return DraftItem(lead, (own,), phrase(lead))
    return first_clause_item(own, own.text(speech))


def with_keys(speech: Speech, items: list[DraftItem]) -> list[DraftItem]:
    """A key word for each by what it speaks of; a word is given once, and none where one of them finds none."""
    keys: list[str] = []
    for item in items:
        texts = [item.head.text(speech), " ".join(piece.text(speech) for piece in item.body)]
        keys.append(next((word for text in texts for pattern, word in KEYS if re.search(pattern, text) and word not in keys), ""))
    return [structs.replace(item, key=key) for item, key in zip(items, keys if all(keys) else [""] * len(keys), strict=True)]
