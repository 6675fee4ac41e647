"""What moved from one value to another: 从2025年的368亿元增长到2030年的493亿元 is one figure, 493亿元, that was 368."""

from __future__ import annotations

import re

from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.verdicts import MOVE, SHORT_MOVE

EARLIER = r"(?:(?:19|20)\d\d年(?:末|底|初)?|上年(?:同期|末|底)?|去年(?:同期|末|底)?|年初|同期|原来|过去|改革前|[\u4e00-\u9fff“”]{1,8}?(?:时|年|前|末|初|底))"
FROM = re.compile(rf"(?:由|从)(?:{EARLIER})?的?(?:约|近|不足|不到)?$")
LATER = r"(?:(?:19|20)\d\d年(?:末|底)?|现在|目前|今年|当前|如今|去年|上年)?的?"
TURN = re.compile(
    rf"(?:，|,|大幅度?|进一步|迅速|稳步|逐年|逐步|已|快速)*(?:(?P<move>(?:{MOVE}|{SHORT_MOVE})?)了?(?P<to>到|至|为|成)?了?){LATER}"
    r"(?P<bound>接近|超过|近|约|以上|突破)?"
)
# Behind 从A any verb leads to B: 从37个调整为32个.
ANY_TURN = re.compile(rf"(?:，|,)?(?P<move>[\u4e00-\u9fff]{{0,6}}?)了?(?P<to>到|至|为){LATER}(?P<bound>接近|超过|近|约)?")
LOOK_BACK = 18  # characters before a quantity in which 从 is looked for


def origin(text: str, quantity: Quantity) -> re.Match[str] | None:
    """从2025年的 before the quantity."""
    return FROM.search(text[max(0, quantity.start - LOOK_BACK) : quantity.start])


def turn(text: str, quantity: Quantity, behind: Quantity | None) -> re.Match[str] | None:
    """增长到2030年的 between a quantity and the one behind it."""
    if behind is None or behind.start - quantity.end > LOOK_BACK:
        return None
    between = text[quantity.end : behind.start]
    match = TURN.fullmatch(between)
    if match and (match["to"] or match["move"].endswith(("至", "到"))):
        return match
    return ANY_TURN.fullmatch(between) if origin(text, quantity) else None


def moved_to(match: re.Match[str]) -> str:
    """增长到: what the card says before the value."""
    return match["bound"] or f"{match['move']}{match['to'] or ''}" if match["move"] else match["bound"] or ""


def same_measure(earlier: Quantity, later: Quantity) -> bool:
    """Whether the one can stand as the base of the other: numbers of one unit, which the first may leave out."""
    return earlier.number is not None and later.number is not None and earlier.unit in (later.unit, "") and not later.rank
