"""Slides with a form of their own: targets, principles, pairs, shortcomings, one long sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.speech.draft import DraftItem
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.slides.items import first_clause_item, part
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.numbering import inline_marks
from deckgen.speech.text.phrases import NOTHING, Phrase, balanced, phrase, trimmed, without_connective
from deckgen.speech.text.sentences import Stretch, clauses, segments, sentences

AIM = re.compile(
    r"(?:预期|主要|发展|奋斗|工作|总体)?目标[^。：:]{0,16}(?:是|为|：|:)|(?:目标|力争|预期)[^。]{0,12}[：:]|(?:targets?|goals?|aims?)\b.{0,40}(?:are|:)",
    re.I,
)
AIMS_LEAST = 3
GENERAL = re.compile(r"总体要求|总体思路|指导思想|总的要求|总要求|基本思路|工作思路|总体考虑")
SENTENCE_LEAST = 60
PAIR = re.compile(
    r"[“‘\"「](?P<a>[\u4e00-\u9fff]{1,3}?)[与和](?P<b>[\u4e00-\u9fff]{1,3}?)(?:[”’\"」]|气|的?关系)|[“‘](?P<c>[\u4e00-\u9fff]{1,2})[”’][与和][“‘](?P<d>[\u4e00-\u9fff]{1,2})[”’]"
)
PLAIN_PAIR = re.compile(
    r"(?:统筹|处理|把握|兼顾|平衡)好?(?P<lead>[^，。；“]{0,10}?)(?P<a>[\u4e00-\u9fff]{1,2})[与和](?P<b>[\u4e00-\u9fff]{1,2})的?关系"
)
PAIRS_LEAST = 3
QUOTED_PAIRS_LEAST = 2  # 统筹…的“进与出”: a form that nothing else has
PRINCIPLES_LEAST = 3
OTHERS = re.compile(r"(?<=[，,；;])(?=(?:部分|一些|个别|少数|有的|有些)[\u4e00-\u9fff])")
AFTERWARDS = re.compile(r"(?:对此|对于这些|这些(?:问题|困难)|我们(?:一定|将|必须|要|高度)|针对(?:这些|上述))")
LACK = re.compile(
    r"不(?!断|仅|但|忘|负|是|仅仅|同)[\u4e00-\u9fff]|较?[弱低慢少差]|欠|缺|滞后|薄弱|短板|难|亟待|有待|尚|仍|任重|压力|偏|需要|不到位|制约|突出|不容|风险"
)
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


# ---- targets


def aims_of(speech: Speech, body: Sequence[Piece], quantities: Sequence[Quantity], titled: bool) -> list[Piece]:
    """The sentences that count targets; [] where fewer than three stand together."""
    found = []
    for piece in body:
        text = piece.text(speech)
        match = AIM.search(text)
        if not match and not titled:
            continue
        start = match.start() if match else 0
        for sentence in sentences(text):
            inside = within(quantities, part(piece, sentence.start, sentence.end))
            if sentence.end > start and len(inside) >= AIMS_LEAST:
                found.append(part(piece, sentence.start, sentence.end))
    return found


def within(quantities: Sequence[Quantity], piece: Piece) -> list[Quantity]:
    return [q for q in quantities if q.line == piece.line and piece.start <= q.start and q.end <= piece.end]


# ---- principles


def principles_of(speech: Speech, body: Sequence[Piece], named: bool) -> list[DraftItem]:
    """The principles that sentences beginning alike (必须……) set out, each with the sentences up to the next; [] for fewer than three.

    坚持 begins many a sentence that is none: it counts only where a title or the paragraph names principles.
    """
    best: list[DraftItem] = []
    for word in ("必须", "要坚持", "始终坚持", "坚持") if named else ("必须",):
        items = begun_with(speech, body, word)
        if len(items) > len(best):
            best = items
    return best if len(best) >= PRINCIPLES_LEAST else []


def begun_with(speech: Speech, body: Sequence[Piece], word: str) -> list[DraftItem]:
    starts: list[tuple[Piece, Stretch]] = []
    for piece in body:
        text = piece.text(speech)
        colon = re.search("[：:]", text[:40])
        for sentence in sentences(text):
            at = sentence
            if colon and sentence.start < colon.end() < sentence.end and not sentence.text.startswith(word):
                at = Stretch(text[colon.end() : sentence.end].strip(), colon.end(), sentence.end, sentence.mark)
            head = re.match(rf"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，)?{word}", at.text)
            if head:
                starts.append((piece, at))
    items = []
    for index, (piece, at) in enumerate(starts):
        end = starts[index + 1][1].start if index + 1 < len(starts) and starts[index + 1][0] == piece else piece.end - piece.start
        skip = at.text.index(word) + (len(word) if word == "必须" else 0)
        items.append(principle(speech, part(piece, at.start + skip, at.end), part(piece, at.end, end)))
    return items


def principle(speech: Speech, head: Piece, rest: Piece) -> DraftItem:
    """The principle itself, and what unfolds it: the sentences behind, or its own clauses."""
    text = head.text(speech)
    if len(rest.text(speech).strip("。；;， ")) > 4:
        return DraftItem(head, (rest,))
    first = clauses(text)[0]
    return DraftItem(part(head, first.start, first.end), (part(head, first.end + 1, len(text)),) if first.end + 1 < len(text) else ())


# ---- pairs


def pairs_of(speech: Speech, body: Sequence[Piece]) -> list[DraftItem]:
    """统筹经济增长的“稳与进”，……； — also where a quote has lost its partner; [] for fewer than three."""
    found = []
    for piece in body:
        text = piece.text(speech)
        for segment in segments(text):
            match = PAIR.search(segment.text[:40]) or PLAIN_PAIR.search(segment.text[:40])
            if match:
                found.append(pair(speech, piece, segment, match))
    quoted = any("统筹" in piece.text(speech) and PAIR.search(piece.text(speech)) for piece in body)
    return found if len(found) >= (QUOTED_PAIRS_LEAST if quoted else PAIRS_LEAST) else []


def pair(speech: Speech, piece: Piece, segment: Stretch, match: re.Match[str]) -> DraftItem:
    groups = match.groupdict()
    sides = (groups.get("a") or groups.get("c") or "", groups.get("b") or groups.get("d") or "")
    before = segment.text[: match.start()] if not groups.get("lead") else groups["lead"]
    field = re.sub(r"^.*(?:统筹|处理|把握|兼顾|平衡|正确|协调)好?|^[一二三四五六七八九十]是|的$|中$", "", before.rstrip("的中“‘ "))
    start = segment.text.find(field) if field else match.start()
    head = part(piece, segment.start + start, segment.start + start + len(field))
    rest = part(piece, segment.start + match.end(), segment.end)
    return DraftItem(head, (rest,), phrase(head) if 0 < len(field) <= 10 else NOTHING, pair=sides)


# ---- shortcomings


def problems_of(speech: Speech, body: Sequence[Piece]) -> list[DraftItem]:
    """Each shortcoming that the paragraphs name, without what is said before and after them."""
    found: list[DraftItem] = []
    for piece in body:
        text = piece.text(speech)
        start, end = problem_span(text)
        inner = part(piece, start, end)
        marks = inline_marks(inner.text(speech))
        if len(marks) > 1:
            ends = [offset for offset, _ in marks[1:]] + [end - start]
            stretches = [part(inner, mark.end, stop) for (_, mark), stop in zip(marks, ends, strict=True)]
        else:
            stretches = [p for s in segments(inner.text(speech)) for p in by_whom(speech, part(inner, s.start, s.end))]
        found.extend(problem(speech, stretch) for stretch in stretches if stretch.end - stretch.start > 5)
    return with_keys(speech, found)


def problem_span(text: str) -> tuple[int, int]:
    """Where the list of shortcomings begins, behind 主要表现在： or the sentence that admits them, and where it ends."""
    colon = re.search(r"(?:表现在?|体现在?|主要(?:是|有|问题是)|如下|以下几个?方面)[^，。；]{0,10}?[：:，,]|[：:]", text[:220])
    found = sentences(text)
    first = inline_marks(text)
    start = colon.end() if colon else (first[0][0] if first else (found[0].end + 1 if len(found) > 1 else 0))
    end = len(text)
    for sentence in found:
        if sentence.start > start and AFTERWARDS.match(sentence.text):
            end = sentence.start
            break
    return min(start, end), end


def by_whom(speech: Speech, piece: Piece) -> list[Piece]:
    """部分党组织……, 一些干部…… behind other shortcomings is one of its own."""
    text = piece.text(speech)
    match = next((m for m in OTHERS.finditer(text) if m.start() > 8), None)
    if match is None:
        return [piece]
    return [part(piece, 0, match.start()), part(piece, match.start(), len(text))]


def problem(speech: Speech, piece: Piece) -> DraftItem:
    """The first short clause that says what is lacking leads."""
    own = without_connective(speech, trimmed(speech, piece))
    text = own.text(speech)
    found = clauses(text)
    inner = re.search(r"存在着?(?P<what>[\u4e00-\u9fff]{4,14}?)(?:、|等|的问题)", found[0].text) if found else None
    if inner and len(found[0].text) > 16:
        start = found[0].start + inner.start("what")
        return DraftItem(part(own, start, start + len(inner["what"])), (own,), phrase(part(own, start, start + len(inner["what"]))))
    for clause in found[:4]:
        lead = without_connective(speech, part(own, clause.start, clause.end))
        if LACK.search(clause.text) and 4 <= lead.end - lead.start <= 14:
            return DraftItem(lead, (own,), phrase(lead))
    return first_clause_item(own, text) if found else DraftItem(own, (own,))


def with_keys(speech: Speech, items: list[DraftItem]) -> list[DraftItem]:
    """A key word for each by what it speaks of; a word is given once, and none where none fits."""
    taken: set[str] = set()
    found = []
    for item in items:
        texts = [item.head.text(speech), " ".join(piece.text(speech) for piece in item.body)]
        key = next((word for text in texts for pattern, word in KEYS if re.search(pattern, text) and word not in taken), "")
        taken.add(key)
        found.append(DraftItem(item.head, item.body, item.lead, key))
    return found if all(item.key for item in found) else [DraftItem(i.head, i.body, i.lead) for i in found]


# ---- one long sentence


def statement_of(speech: Speech, body: Sequence[Piece]) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """(the sentence in short, the rest of its demands as tags) of a paragraph that is one long sentence; None of any other."""
    pieces = [part(piece, s.start, s.end) for piece in body for s in sentences(piece.text(speech))]
    if not pieces:
        return None
    longest = max(pieces, key=lambda piece: piece.end - piece.start)
    if longest.end - longest.start < SENTENCE_LEAST:
        return None
    text = longest.text(speech)
    colon = re.search("[：:]", text[:40])
    inner = part(longest, colon.end(), len(text)) if colon else longest
    found = [trimmed(speech, part(inner, c.start, c.end)) for c in clauses(inner.text(speech))]
    found = [piece for piece in found if piece.end > piece.start and balanced(piece.text(speech))]
    if len(found) < 2:
        return phrase(inner), ()
    chosen = chosen_clauses(speech, found)
    tags = [without_adverb(speech, piece) for piece in found if piece not in chosen]
    short = [piece for piece in tags if 4 <= piece.end - piece.start <= 16]
    return commas(chosen), tuple(phrase(piece) for piece in short[:6])


def chosen_clauses(speech: Speech, found: list[Piece]) -> list[Piece]:
    """What guides (以……为指导), what is held to (坚持……, two of them), and what it is for (the last)."""
    texts = [piece.text(speech) for piece in found]
    guide = next((i for i, text in enumerate(texts) if re.match("以.*(?:为指导|为统领|为引领|为主题)$", text)), 0)
    held = [i for i, text in enumerate(texts) if i != guide and re.match("坚持|贯彻|落实|锚定|聚焦|围绕", text) and len(text) <= 18][:2]
    last = len(found) - 1
    order = sorted({guide, *held, last})
    while len(order) > 1 and sum(len(texts[i]) + 1 for i in order) > 96:
        order.remove(order[-2] if len(order) > 2 else order[0])
    return [found[i] for i in order]


def without_adverb(speech: Speech, piece: Piece) -> Piece:
    match = re.match(r"(?:着力|全面(?!从严|依法|深化|建成)|深入|大力|扎实|统筹)(?=[\u4e00-\u9fff]{4})", piece.text(speech))
    return part(piece, match.end(), piece.end - piece.start) if match else piece


def commas(pieces: list[Piece]) -> Phrase:
    parts: list[Piece | str] = []
    for index, piece in enumerate(pieces):
        parts.extend(["，", piece] if index else [piece])
    return phrase(*parts)
