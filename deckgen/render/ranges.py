"""Which slides: `3-9,12`."""

from __future__ import annotations

import re

from deckgen.render.failure import RenderError

PIECE = re.compile(r"\s*+([0-9]{1,6})?+\s*+(-)?+\s*+([0-9]{1,6})?+\s*+")


def chosen(text: str, count: int) -> list[int]:
    """The slide numbers that `text` names, in order and each once; all of `count` for "".

    `3-` goes on to the last slide. Raises `RenderError` for what is no range and for a slide that is not there.
    """
    if not text:
        return list(range(1, count + 1))
    numbers: set[int] = set()
    for part in re.split("[,，、]", text):
        numbers.update(piece(part, text, count))
    return sorted(numbers)


def piece(part: str, text: str, count: int) -> range:
    """One part between commas."""
    match = PIECE.fullmatch(part.replace("\N{EN DASH}", "-").replace("—", "-"))
    if match is None or not (match[1] or match[3]):
        raise RenderError("render/range", got=text)
    first, last = int(match[1] or 1), int(match[3] or (count if match[2] else match[1]))
    if not match[2] and match[3]:
        raise RenderError("render/range", got=text)  # two numbers without a dash
    if first > last and match[1] and match[3]:
        raise RenderError("render/range-backwards", got=part.strip(), better=f"{last}-{first}")
    for number in (first, last):
        if not 1 <= number <= count:
            raise RenderError("render/no-such-slide", number=number, count=count)
    return range(first, last + 1)
