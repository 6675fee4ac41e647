"""One shape of three: as it was written, as a person left it, as the outline has it now."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.xml import A, P
from deckgen.inspect.values import Shape
from deckgen.keep import looks
from deckgen.keep.texts import merged_lines, restyle, set_lines
from deckgen.keep.tree import Frame, child, frame_of, properties, set_frame
from deckgen.pull.changes import one_line, table_now, table_was
from deckgen.pull.matching import same_box, squeezed, texts_of
from deckgen.pull.theirs import lines_of
from deckgen.snapshot import ShapeRecord

FILLS = tuple(A + tag for tag in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
GRAPHIC = A + "graphic"


class Three(Struct, frozen=True):
    """A shape as it was written (`was`), as it is in the deck (`theirs`, `shape`) and as the outline has it (`ours`, `now`).

    `kinds`: what of the deck's is told as changed. `alike`: whether the outline has it as it was written. `exact`: whether the program
    that saved the deck writes what it does not change as it found it.
    """

    was: ShapeRecord
    theirs: Node
    shape: Shape
    ours: Node
    now: ShapeRecord
    kinds: frozenset[str]
    alike: bool
    exact: bool


class Taken(Struct, frozen=True):
    """What was taken from the deck, and which of its edits gave way to the outline."""

    changed: bool
    lost: frozenset[str] = frozenset()


class Rules(Struct, frozen=True):
    prefer_deck: bool = False
    text_only: bool = False


Graft = Callable[[Node], Node]  # a copy of an element of the deck, with its relations, for our slide


def merge_shape(three: Three, graft: Graft, rules: Rules) -> Taken:
    """Put into our shape what a person changed in it."""
    changed = False
    if not rules.text_only:
        changed |= place(three)
        changed |= surface(three, graft)
        changed |= described(three)
    text, lost = words(three, graft, rules)
    return Taken(changed | text, frozenset(lost))


def place(three: Three) -> bool:
    """Whether the shape stands elsewhere now."""
    theirs = frame_of(three.theirs)
    ours = frame_of(three.ours)
    turned = theirs is not None and theirs.turn != (ours.turn if ours else ())
    if not moved(three) and not (turned and three.exact):
        return False
    if theirs is None:
        box = three.shape.box
        theirs = Frame(round(box.x), round(box.y), round(box.width), round(box.height)) if box else None
    if theirs is None or theirs == ours:
        return False
    set_frame(three.ours, theirs)
    return True


def moved(three: Three) -> bool:
    if three.was.kind != "table":
        return "box" in three.kinds
    return not same_box(three.was, three.shape, table=True)


def surface(three: Three, graft: Graft) -> bool:
    if three.exact and three.alike:
        if looks.surface(three.theirs) == looks.surface(three.ours):
            return False
        for tag in (P + "blipFill", P + "style"):
            exchange(three.ours, three.theirs, tag, graft)
        replace_surface(three, graft, lambda one: one.tag != A + "xfrm")
        return True
    taken = False
    if "picture" in three.kinds and three.ours.tag == P + "pic":
        exchange(three.ours, three.theirs, P + "blipFill", graft)
        taken = True
    if "fill" in three.kinds:
        taken |= replace_surface(three, graft, lambda one: one.tag in FILLS)
    if "line" in three.kinds:
        taken |= replace_surface(three, graft, lambda one: one.tag == A + "ln")
    return taken


def exchange(ours: Node, theirs: Node, tag: str, graft: Graft) -> None:
    old, new = child(ours, tag), child(theirs, tag)
    if old is not None and new is not None:
        ours.replace(old, graft(new))
    elif old is not None and tag == P + "style":
        ours.remove(old)
    elif new is not None and tag == P + "style":
        holder = child(ours, P + "spPr")
        if holder is not None:
            holder.addnext(graft(new))


def replace_surface(three: Three, graft: Graft, which: Callable[[Node], bool]) -> bool:
    """Those children of `spPr` from the deck, in the places that the schema gives them."""
    ours, theirs = child(three.ours, P + "spPr"), child(three.theirs, P + "spPr")
    if ours is None or theirs is None:
        return False
    kept = [one for one in ours if not (isinstance(one.tag, str) and which(one))]
    fresh = [graft(one) for one in theirs if isinstance(one.tag, str) and which(one) and one.tag != A + "extLst"]
    for one in list(ours):
        ours.remove(one)
    for one in sorted([*kept, *fresh], key=order):
        ours.append(one)
    return True


def order(node: Node) -> int:
    name = str(node.tag).rpartition("}")[2]
    return looks.SURFACE.index(name) if name in looks.SURFACE else len(looks.SURFACE)


def described(three: Three) -> bool:
    """The alt text, which some programs lose."""
    ours, theirs = properties(three.ours), properties(three.theirs)
    if (
        not (three.exact and three.alike)
        or ours is None
        or theirs is None
        or not theirs.get("descr")
        or theirs.get("descr") == ours.get("descr")
    ):
        return False
    ours.set("descr", theirs.get("descr", ""))
    return True


# ---- words


def words(three: Three, graft: Graft, rules: Rules) -> tuple[bool, set[str]]:
    """(whether words or their style are another now, which kinds of edits gave way)."""
    if three.was.kind == "table":
        return table(three, graft, rules)
    ours, theirs = child(three.ours, P + "txBody"), child(three.theirs, P + "txBody")
    if ours is None or theirs is None:
        return False, set()
    was, now = lines(texts_of(three.was.words)), lines(texts_of(three.now.words))
    seen = lines(lines_of(three.shape.text))
    if three.exact and three.alike and not rules.text_only:
        if looks.body(theirs) == looks.body(ours):
            return False, set()
        three.ours.replace(ours, graft(theirs))
        return True, set()
    styled = bool(three.kinds & {"look", "emphasis"}) and not rules.text_only
    if same(was, now) and styled:
        take_body(three, ours, graft(theirs))
        return True, set()
    if same(was, now) or same(seen, now) or same(seen, was):
        return apply(three, ours, theirs, seen if same(was, now) else now, now, styled), set()
    if rules.prefer_deck:
        set_lines(ours, seen)
        return True, set()
    merged, both = merged_lines(was, seen, now)
    return apply(three, ours, theirs, merged, now, styled), {"words"} if both else set()


def apply(three: Three, ours: Node, theirs: Node, wanted: list[str], now: list[str], styled: bool) -> bool:
    """Our paragraphs say what is wanted, in the style of the deck where that was changed."""
    fresh = not same(wanted, now) or (same(wanted, now) and "breaks" in three.kinds and wanted != now)
    if fresh:
        set_lines(ours, wanted)
    if styled:
        restyle(ours, theirs)
    return fresh or styled


def take_body(three: Three, ours: Node, theirs: Node) -> None:
    """The paragraphs of the deck within our frame: margins and anchor that a program writes anew are no edits."""
    if not three.exact:
        for tag in (A + "bodyPr", A + "lstStyle"):
            old, new = child(theirs, tag), child(ours, tag)
            if old is not None:
                theirs.remove(old)
            if new is not None:
                theirs.insert(0 if tag == A + "bodyPr" else 1, deepcopy(new))
    three.ours.replace(ours, theirs)


def lines(text: tuple[str, ...]) -> list[str]:
    return [line for line in text if line.strip()]


def same(one: list[str], other: list[str]) -> bool:
    return [squeezed(line) for line in one] == [squeezed(line) for line in other]


# ---- tables


def table(three: Three, graft: Graft, rules: Rules) -> tuple[bool, set[str]]:
    """Of a table that the outline did not change the deck has the last word; else cell by cell while its form is the same."""
    ours, theirs = child(three.ours, GRAPHIC), child(three.theirs, GRAPHIC)
    if ours is None or theirs is None:
        return False, set()
    reshaped = bool(three.kinds & {"rows"})
    if three.alike and not rules.text_only:
        if (looks.canonical(theirs) == looks.canonical(ours)) if three.exact else not reshaped:
            return (False, set()) if three.exact else cells(three, ours, rules)
        three.ours.replace(ours, graft(theirs))
        return True, set()
    if reshaped and rules.prefer_deck and not rules.text_only:
        three.ours.replace(ours, graft(theirs))
        return True, set()
    if reshaped:
        return False, {"rows"}
    return cells(three, ours, rules)


def cells(three: Three, graphic: Node, rules: Rules) -> tuple[bool, set[str]]:
    was, now, seen = table_was(three.was), table_was(three.now), table_now(three.shape)
    if [len(row) for row in was] != [len(row) for row in now]:
        return False, {"cell"} & three.kinds
    changed, lost = False, set()
    bodies = [list(row.iterfind(f"{A}tc/{A}txBody")) for row in graphic.iter(A + "tr")]
    for number, row in enumerate(was):
        for at, old in enumerate(row):
            our, their = now[number][at], seen[number][at] if number < len(seen) and at < len(seen[number]) else old
            if one_line(their) in (one_line(old), one_line(our)):
                continue
            if one_line(our) != one_line(old) and not rules.prefer_deck:
                lost.add("cell")
            elif number < len(bodies) and at < len(bodies[number]):
                set_lines(bodies[number][at], their.split("\n"))
                changed = True
    return changed, lost
