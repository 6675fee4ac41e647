"""与报告年份不符的年份

查什么：正文、备注和指标时期里的“2018年”，不在报告自己的年份之内。报告的年份，是标题、日期、各部分标题和目标年份里写到的。
为什么：由去年的稿子改来的，最容易漏改年份。“比2018年”“自2018年以来”“到2025年”这样的不算。
怎么改：改成正确的年份；确实要讲往年的，写明“比2018年……”，或 `checks: {other-year: off}`。

---
A year that is not the report's

Finds: years in texts, notes and periods that are none of the report's own: those of its title, date, parts and objectives.
Why: a report made from last year's keeps last year's dates. Comparisons (比2018年, 自2018年以来, 到2025年) are left alone.
Mend: correct the year, write it as a comparison, or `checks: {other-year: off}`.
"""

from __future__ import annotations

import re

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity, listed
from deckgen.outline import Outline

RULE = "content/other-year"
SEVERITY: Severity = "warning"
PARTIAL = False

YEAR = "([12](?<![0-9].)[09][0-9]{2})年(?!代)"
ANY_YEAR = "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])"
COMPARISON = tuple("自从比较到至于在以《—－-")  # before a year: 比2018年, 到2025年, 于2017年召开, 《2018年…》


def check(subject: Subject) -> Found:
    own = own_years(subject.outline)
    if not own:
        return
    known = {"known": listed(sorted(own))}
    script = subject.script
    for match in re.finditer(YEAR, script.joined):
        beside = compared(script.before(match.start(), 1), script.joined[match.end() : match.end() + 3])
        if match[1] not in own and not beside and id(script.text_at(match.start())) not in subject.data:
            yield script.span(match.start(), match.end()), {"year": match[1], **known}
    for figure in subject.figures_used:
        for year in re.findall(YEAR, figure.period):
            if year not in own:
                yield figure.source, {"year": year, **known}


def own_years(outline: Outline) -> set[str]:
    """The years that the report is about, as its head, its parts and its objectives name them."""
    years = {getattr(slide, "year", "") for part in outline.parts for slide in part.slides}
    texts = [outline.title, outline.subtitle, outline.kicker, outline.date, *(part.title for part in outline.parts)]
    return {year for text in texts for year in re.findall(ANY_YEAR, text.plain)} | {
        year for name in years for year in re.findall(ANY_YEAR, name)
    }


def compared(before: str, after: str) -> bool:
    return before in COMPARISON or after.startswith(("以来", "至", "到", "—", "－", "-", "起", "底以来"))
