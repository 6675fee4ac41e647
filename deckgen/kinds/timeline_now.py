"""Where “now” stands among the milestones of a timeline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.kinds.timeline import Event, Timeline
from deckgen.language import MONTHS

YEAR = re.compile(r"(?:19|20)\d\d")
QUARTER = re.compile(r"([一二三四1-4])季度|Q([1-4])", re.IGNORECASE)
QUARTERS = "一二三四"
MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})日)?|^[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
DAY = re.compile(r"\d{1,2}")
# Where in its month a part of it is; a month without any is meant as a whole.
PARTS = {"上旬": 5, "early": 5, "中旬": 15, "mid": 15, "下旬": 25, "late": 25, "初": 1, "底": 30, "末": 30, "end": 30}
MIDDLE = 15

Moment = tuple[int, int, int]  # year (0 where none is written), month, day


def reached(slide: Timeline) -> float:
    """How many milestones “now” has reached: 1 at the first, 1.5 half the way to the second, 0.5 before all.

    Without a word of now that is the last one done, 0 where none is.
    """
    events = slide.events
    done = float(max((n for n, event in enumerate(events, 1) if event.done), default=0))
    if not slide.now:
        return done
    words = slide.now.plain
    same = [n for n, event in enumerate(events, 1) if event.when.plain.startswith(words) or words.startswith(event.when.plain)]
    if same:
        return float(same[-1])
    return between(moment(words), events) or done + 0.5


def between(now: Moment | None, events: Sequence[Event]) -> float | None:
    """Half the way between the last milestone before that moment and the next one; None where a date cannot be told."""
    moments = [moment(event.when.plain) for event in events]
    known = [each for each in moments if each]
    if now is None or len(known) < len(moments):
        return None
    year, last = known[0][0], 0
    passed = 0
    for own, month, day in known:
        # 2025年3月, 9月, 1月: a year holds until the next one, which begins where the months do so again.
        year = own or year + (month < last)
        last = month
        passed += (year, month, day) <= (now[0] or known[0][0], *now[1:])
    return passed + 0.5


def moment(words: str) -> Moment | None:
    """The date that a text says, as far as it says one; None where it has neither year nor month."""
    year = YEAR.search(words)
    rest = words[year.end() :].lstrip("年") if year else words
    month, day = month_of(rest) or (month_of(words[: year.start()]) if year else None) or (0, 0)
    if not year and not month:
        return None
    part = next((day for part, day in PARTS.items() if part in words.lower()), MIDDLE)
    return (int(year[0]) if year else 0, month, day or part)


def month_of(words: str) -> tuple[int, int] | None:
    """Month and day, 0 where no day is written; a quarter is meant as its last one."""
    quarter = QUARTER.search(words)
    if quarter:
        found = quarter[1] or quarter[2]
        return 3 * (QUARTERS.index(found) + 1 if found in QUARTERS else int(found)), 30
    named = next((n for n, name in enumerate(MONTHS, 1) if name[:3].lower() in words.lower()), 0)
    if named:
        day = DAY.search(words)
        return named, int(day[0]) if day else 0
    written = MONTH.search(words)
    return (int(written[1] or written[3]), int(written[2] or written[4] or 0)) if written else None
