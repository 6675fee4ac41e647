"""Counted claims: their wording, their number and what is counted."""

from __future__ import annotations

import re

from deckgen.diagnostics import Span
from deckgen.numerals import to_number
from deckgen.outline import Claim

CLAIM = re.compile(
    r"(?:(?:[Oo]ur|[Tt]he)\s+)?[“\"「『]?\s*(?P<count>[0-9０-９.．,，]+|[零〇一二两三四五六七八九十百千万亿]+|[A-Za-z]+(?=[”\"\s]))[”\"」』]?\s*(?P<rest>.+)"
)
MEASURE_WORDS = re.compile(r"^(?:个方面|方面|个|项|条|大|种|点|者|组)?\s*")


def parsed_claim(text: str, span: Span) -> Claim | None:
    """七个坚持 as seven of 坚持; None when no number stands in front."""
    match = CLAIM.fullmatch(text)
    count = to_number(match["count"]) if match else None
    if match is None or count is None:
        return None
    noun = MEASURE_WORDS.sub("", match["rest"]).strip('“”"「」『』 ')
    return Claim(text, count, noun, span)
