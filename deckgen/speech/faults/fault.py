"""One fault of one paragraph, before its place in the file is known."""

from __future__ import annotations

import re

from msgspec import Struct

HANZI = "\u4e00-\u9fff"


class SpeechFault(Struct, frozen=True, gc=False):
    """Where it begins in its paragraph, the rule it breaks, and what is told about it."""

    offset: int
    rule: str
    facts: dict[str, object]


def fault(offset: int, rule: str, **facts: object) -> SpeechFault:
    return SpeechFault(offset, rule, facts)


def around(text: str, match: re.Match[str]) -> str:
    """The words of a match and a few on both sides."""
    return text[max(0, match.start() - 6) : match.end() + 6]
