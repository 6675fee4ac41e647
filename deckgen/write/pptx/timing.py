"""What a slide does when it is shown: how it comes (`p:transition`), and what of it comes click by click (`p:timing`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from deckgen.scene import Item, PlacedSlide, ShapeBox, TextBox
from deckgen.write.pptx.shape import ShapeWriter

# Both plain elements of ECMA-376: a `p14:dur` would need `mc:Ignorable`, without which PowerPoint refuses the file.
TRANSITIONS = {
    "": "",
    "fade": '<p:transition spd="med"><p:fade/></p:transition>',
    "push": '<p:transition spd="med"><p:push/></p:transition>',
}
AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
APPEAR = 'presetID="1" presetClass="entr" presetSubtype="0" fill="hold"'


def with_ids(writer: ShapeWriter, items: Sequence[Item]) -> tuple[str, list[tuple[Item, int]]]:
    """The XML of the items, and the shape id of each that a click brings."""
    written, ids = [], []
    for item in items:
        if item.step:
            ids.append((item, writer.last_id + 1))
        written.append(writer.item(item))
    return "".join(written), ids


def moving_tail(slide: PlacedSlide, ids: Sequence[tuple[Item, int]]) -> str:
    """What stands behind `p:clrMapOvr`: the transition, then the timing (CT_Slide)."""
    return TRANSITIONS[slide.transition] + (timing(ids) if ids else "")


def timing(ids: Sequence[tuple[Item, int]]) -> str:
    """One sequence: with each click the items of its step appear, the first by the click and the others with it (CT_SlideTiming)."""
    numbers = Numbers()
    root, sequence = numbers.next(), numbers.next()
    ordered = sorted(ids, key=lambda each: each[0].step)
    clicks = "".join(click(numbers, list(group)) for _, group in groupby(ordered, key=lambda each: each[0].step))
    built = "".join(build(item, spid) for item, spid in ids if isinstance(item, (TextBox, ShapeBox)))
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}</p:childTnLst></p:cTn>'
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>'
        f"</p:childTnLst></p:cTn></p:par></p:tnLst>{f'<p:bldLst>{built}</p:bldLst>' if built else ''}</p:timing>"
    )


class Numbers:
    """The ids of the time nodes of a slide, counted from 1."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def click(numbers: Numbers, shown: Sequence[tuple[Item, int]]) -> str:
    """One click: PowerPoint wants it wrapped twice, once to wait and once to begin."""
    waiting, beginning = numbers.next(), numbers.next()
    effects = "".join(effect(numbers, each, "withEffect" if at else "clickEffect") for at, each in enumerate(shown))
    return (
        f'<p:par><p:cTn id="{waiting}" fill="hold">{ON_CLICK}<p:childTnLst><p:par><p:cTn id="{beginning}" fill="hold">{AT_ONCE}'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def effect(numbers: Numbers, shown: tuple[Item, int], node: str) -> str:
    """A shape appears: from now on it is visible. `grpId` leads to its entry among the builds, where it has one."""
    item, spid = shown
    outer, inner = numbers.next(), numbers.next()
    entry = ' grpId="0"' if isinstance(item, (TextBox, ShapeBox)) else ""
    return (
        f'<p:par><p:cTn id="{outer}" {APPEAR}{entry} nodeType="{node}">{AT_ONCE}<p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{inner}" dur="1" fill="hold">{AT_ONCE}</p:cTn><p:tgtEl><p:spTgt spid="{spid}"/></p:tgtEl>'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


def build(item: TextBox | ShapeBox, spid: int) -> str:
    """A shape is built as one, its ground with its text (CT_TLBuildParagraph); groups, charts and pictures have no entry here."""
    ground = ' animBg="1"' if isinstance(item, ShapeBox) or item.fill is not None or item.stroke is not None else ""
    return f'<p:bldP spid="{spid}" grpId="0"{ground}/>'
