"""The faces of a template, and with which table of widths they are measured."""

from __future__ import annotations

from deckgen.scene import FontPair
from deckgen.style import Face
from deckgen.template.facts import Facts, LayoutFact
from deckgen.template.places import scope_of

SONG = ("宋", "仿宋", "楷", "song", "simsun", "fangsong", "kaiti", "mincho", "ming", "serif")
SANS = ("黑", "雅黑", "等线", "hei", "yahei", "dengxian", "gothic", "sans", "圆", "pingfang")
TIMES = ("times", "georgia", "garamond", "cambria", "book antiqua", "palatino", "century", "serif")
STAND_IN = "微软雅黑"


def faces_of(facts: Facts, layout: LayoutFact) -> dict[Face, FontPair]:
    """Latin and Chinese face of headings and of text; where a theme names no Chinese face, the one that clients fall back on."""
    theme = scope_of(facts, layout).theme
    pairs: dict[Face, FontPair] = {}
    for role, pair in (("heading", "+mj"), ("body", "+mn")):
        latin, ea = theme.faces.get(f"{pair}-lt", ""), theme.faces.get(f"{pair}-ea", "")
        pairs[role] = FontPair(latin or ea or "Arial", ea or STAND_IN)  # type: ignore[index]
    return pairs


def metrics_of(facts: Facts, layout: LayoutFact) -> dict[Face, str]:
    return {role: table_for(pair) for role, pair in faces_of(facts, layout).items()}


def table_for(pair: FontPair) -> str:
    """The table by the names of the faces: that of the Chinese one where it sets Latin letters too."""
    latin = pair.latin.lower()
    if latin == pair.ea.lower() or not latin.isascii():
        return "song" if is_song(pair.ea) else "sans"
    if "sans" not in latin and any(word in latin for word in TIMES):
        return "times"
    return "sans" if any(word in latin for word in SANS) else "arial"


def is_song(face: str) -> bool:
    lower = face.lower()
    return any(word in lower for word in SONG) and "sans" not in lower
