"""What stands before the matter: title, occasion, date, speaker, address."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from deckgen.language import has_hanzi
from deckgen.speech.source import Paragraph, Speech
from deckgen.speech.structure.roles import is_address
from deckgen.speech.text.numbering import mark_of

LONGEST_TITLE = 48
LONGEST_PERSON = 24
LONGEST_NAME = 40  # of a speaker, the office before it
BODY = re.compile("(?:Council|Trust|Authority|Department|University|Hospital|Board|Committee|Agency|Commission|Company|Group|Service)$")
MOST_LINES = 8
LONG_BEHIND = 28  # characters of a paragraph that a heading stands over
FOREWORD = re.compile("序[言]?|前\\s*言|引\\s*言|导\\s*语|Foreword|Introduction|Preface", re.I)
DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d|20[XＸ]{2}|[XＸ]{2,4}|二[〇○零O0][一二三四五六七八九〇○零]{2})\s*年\s*(?P<m>[0-9]{1,2}|[XＸ]{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(?P<d>[0-9]{1,2}|[XＸ]{1,2}|[一二三四五六七八九十]{1,3})\s*日)?"
)
OFFICE = re.compile(
    r"书记|区长|市长|县长|省长|镇长|乡长|局长|主任|主席|校长|院长|厅长|部长|董事长|总经理|同志$|报告人|主讲人|发言人|汇报人|Mayor|Director|Chair|President|Speaker|Minister",
    re.I,
)
NAME = re.compile(r"[\u4e00-\u9fff]{1,2}[\s\u3000]*[\u4e00-\u9fff]{1,2}|[A-Z][a-z]+(?: [A-Z]\.?)?(?: [A-Z][a-z]+)+")
OCCASION = re.compile(r"会议|大会|全会|座谈会|仪式|论坛|会上")
TITLE_ENDS = re.compile(
    r"(?:报告|讲话|发言|汇报|材料|意见|方案|通知|致辞|总结|规划|纲要|建议|要点|计划|讲稿|提纲|情况|说明|决定|草案|（草案）|（摘要）|述职|公报|清单|年报|Report|Address|Remarks|Speech|(?:Report|Review|Plan|Statement)(?: for)? \d{4}(?:[-–/]\d{2,4})?)[）)》]?$"
)
MEETING_ENDS = re.compile("(?:会议?|会上|会议上|大会|全会|仪式|论坛|活动|班)上?[）)》]?$")
ORGANIZATION = re.compile(r"(?:委员会|人民政府|政府|局|委|办公室|党组|常委会|公司|大学|学院|集团|中心|党委)$")


class Front(Struct, frozen=True):
    """The head of a speech; "" where it does not say."""

    title: str
    titled: bool  # the speech itself says so
    kicker: str = ""
    subtitle: str = ""
    presenter: str = ""
    organization: str = ""
    date: str = ""
    address: int = -1  # paragraph
    body: int = 0  # the first paragraph of the matter


def read_front(speech: Speech) -> Front:
    """The head, as far as it can be told from the first short paragraphs."""
    count = front_length(speech.paragraphs)
    heads = whole_lines(speech.paragraphs[:count])
    address = next((i for i, line in enumerate(speech.paragraphs[:count]) if is_address(line.text)), -1)
    fields: dict[str, str] = {}
    for text in heads:
        place(text, fields)
    named = worded(fields.pop("title", ""))
    named = named or worded(speech.title)
    title = named or stem_of(speech.path)
    return Front(title=title, titled=bool(named), address=address, body=count, **fields)


def whole_lines(lines: Sequence[Paragraph]) -> list[str]:
    """The texts of the head up to the address; titles and names of meetings that go over two lines as one."""
    texts: list[str] = []
    for at, line in enumerate(lines):
        if is_address(line.text):
            break
        slogan = len(texts) == 1 and is_slogan(lines[at - 1].text, line.text, lines[at + 1 :])
        if texts and (slogan or goes_on(texts[-1], line.text, first=len(texts) == 1)):
            gap = " " if slogan or not has_hanzi(texts[-1] + line.text) else ""
            texts[-1] = texts[-1] + gap + line.text
        else:
            texts.append(line.text)
    return texts


def is_slogan(above: str, text: str, behind: Sequence[Paragraph]) -> bool:
    """Whether a second line of slogans goes on with the title, before the ——在…会议上的报告 that says what it is."""
    if any(
        line.startswith(("——", "—", "（", "(", "在")) or DATE.search(line) or is_person(line) or mark_of(line) for line in (above, text)
    ):
        return False
    return (
        bool(behind) and behind[0].text.startswith(("——", "—")) and bool(OCCASION.search(behind[0].text)) and not TITLE_ENDS.search(above)
    )


def goes_on(above: str, text: str, first: bool) -> bool:
    """Whether a line of the head is the rest of the one above: of a meeting's name that does not end, or of a title."""
    if DATE.match(text.strip("（(【 ")) or mark_of(text) or len(above) + len(text) > LONGEST_TITLE:
        return False
    if above.startswith(("——", "—", "（", "(")) or (not first and above.startswith("在")):
        return not MEETING_ENDS.search(above) and bool(MEETING_ENDS.search(text))
    if not first or MEETING_ENDS.search(above) or DATE.search(above):
        return False
    if text.startswith(("——", "—", "（", "(", "在")) or is_person(text) or is_person(above):
        return False
    return not TITLE_ENDS.search(above) and bool(TITLE_ENDS.search(text))


def is_person(text: str) -> bool:
    return bool(NAME.fullmatch(text) and not BODY.search(text)) or (bool(OFFICE.search(text)) and not TITLE_ENDS.search(text))


def front_length(lines: tuple[Paragraph, ...]) -> int:
    """How many paragraphs belong to the head: short ones that end in no full stop, up to the address."""
    for index, line in enumerate(lines[:MOST_LINES]):
        if is_address(line.text):
            return index + 1
        if not is_short(line, first=not index):
            return index
        if index and begins_matter(line.text, lines[index + 1 : index + 2]):
            return index
        if index and line.level and index + 1 < len(lines) and not is_address(lines[index + 1].text):
            return index
    return min(1, len(lines)) if lines and is_short(lines[0], first=True) else 0


def begins_matter(text: str, behind: Sequence[Paragraph]) -> bool:
    """Whether a short line that says nothing of the occasion stands over a long paragraph: it is the first heading."""
    if FOREWORD.fullmatch(text.strip()):
        return True
    told = (
        text.startswith(("——", "—", "（", "(", "在"))
        or DATE.search(text)
        or OCCASION.search(text)
        or is_person(text)
        or ORGANIZATION.search(text)
    )
    if told or TITLE_ENDS.search(text) or not has_hanzi(text) or not behind or "　" in text:
        return False
    return len(behind[0].text) >= LONG_BEHIND and behind[0].text[-1] in "。！；"


def is_short(line: Paragraph, first: bool) -> bool:
    text = line.text
    limit = LONGEST_TITLE * (3 if text.isascii() else 1)
    if len(text) > limit or text[-1] in "。；;，,：:" or (text[-1] == "." and " " in text):
        return False
    mark = mark_of(text)
    return mark is None or mark.kind == "dash" or (first and mark.kind == "bullet")


def place(text: str, fields: dict[str, str]) -> None:
    """Put one paragraph of the head where it belongs."""
    plain = text.lstrip("（(【[—─–-").rstrip("）)】]").strip()
    date = DATE.search(plain)
    title = text.strip("《》*# ")
    if "title" not in fields and title and (not date or len(plain) > len(date[0]) + 2) and not says_when(text, bool(date)):
        fields["title"] = title
        return
    if date:
        fields.setdefault("date", date_of(date))
    rest = plain.replace(date[0], "").strip(" \u3000，,·") if date else plain
    free = ((name, words) for name, words in fields_of(rest) if name not in fields)
    fields.update([first] if (first := next(free, None)) else [])


def says_when(text: str, dated: bool) -> bool:
    """Whether a first line tells when, where or by whom, and is no title: ——…会议上, 省长 ×××, （2006年2月8日 ×××）."""
    if TITLE_ENDS.search(text):
        return False
    if text.startswith(("——", "──", "—")) or (dated and (text.startswith(("（", "(")) or bool(MEETING_ENDS.search(text)))):
        return True
    return len(text) <= LONGEST_PERSON and bool(re.search(r"(?:长|书记|主任|主席)[\s\u3000:：]+[\u4e00-\u9fff×X]", text))


def fields_of(text: str) -> Iterator[tuple[str, str]]:
    """The fields that a paragraph without its date may be for, and its words there; the likeliest first."""
    if OCCASION.search(text):
        yield "kicker", re.sub("^(?:在|于)|上$", "", text)
    if len(text) <= LONGEST_NAME and (OFFICE.search(text) or NAME.fullmatch(text)):
        yield "presenter", re.sub(r"[\s\u3000]+", " ", re.sub("^(?:报告人|主讲人|发言人|汇报人)[：:]", "", text))
    if ORGANIZATION.search(text):
        yield "organization", text
    if text:
        yield "subtitle", text


def date_of(match: re.Match[str]) -> str:
    """2024-01-05 where all of it are digits, else as it is written."""
    year, month, day = match["y"], match["m"], match["d"]
    if not (year.isdigit() and month.isdigit() and (day is None or day.isdigit())):
        return re.sub(r"\s", "", match[0])
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def worded(title: str) -> str:
    """`title`, unless it is made of marks alone."""
    return title if any(char.isalnum() for char in title) else ""


def stem_of(path: str) -> str:
    """The name of the file as a title."""
    stem = os.path.splitext(os.path.basename(path))[0].strip()
    return stem if re.search(r"\w", stem) else "讲话"
