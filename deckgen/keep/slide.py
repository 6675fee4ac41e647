"""One slide of three: shapes that stayed are merged, those of a person are put where they stood, what moves goes along."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.xml import MC, A, P
from deckgen.keep import looks
from deckgen.keep.graft import Grafter
from deckgen.keep.shape import Rules, Three, merge_shape
from deckgen.keep.tree import Frame, child, elements, frame_of, group_of, id_of, set_frame, transform_of, tree_of, unit, units
from deckgen.pull.changes import Change, Kind, Teller, is_number, reordered, shape_changes
from deckgen.pull.matching import matched_shapes, squeezed, texts_of
from deckgen.pull.theirs import TheirSlide, lines_of
from deckgen.snapshot import Look, Piece, ShapeRecord, SlideRecord, Snapshot, Words

NOTHING: frozenset[Kind] = frozenset()


class Side(Struct, frozen=True):
    """A slide of one of the decks: as `inspect` reads it, and its tree."""

    slide: TheirSlide
    root: Node


class Edit(Struct, frozen=True):
    """An edit of the deck, and what became of it: "" (kept), conflict (the outline has the word), gone (nothing to put it on)."""

    change: Change
    why: str = ""


class SlideMerge:
    """Merges the edits of one slide into ours."""

    def __init__(
        self, was: tuple[SlideRecord, Snapshot], theirs: Side, ours: Side, now: tuple[SlideRecord, Snapshot], grafter: Grafter, rules: Rules, exact: bool,
    ) -> None:  # fmt: skip
        self.record, self.snapshot = was
        self.theirs, self.ours = theirs, ours
        self.now, self.now_snapshot = now
        self.grafter = grafter
        self.rules = rules
        self.exact = exact
        self.their_nodes = elements(theirs.root, theirs.slide.shapes)
        self.our_nodes = elements(ours.root, ours.slide.shapes)
        self.known: dict[Node, Node] = {}  # of the deck -> of ours
        self.changed = False
        self.edits: list[Edit] = []

    def merge(self, about: Teller) -> list[Edit]:
        """What a person did on the slide; the tree of ours has it then, and `changed` says whether it is another."""
        ours_of = self.counterparts()
        pairs = matched_shapes(self.record, self.theirs.slide)
        gone = []
        for pair in pairs:
            if pair.record is None or is_number(pair):
                self.meet(pair.index, ours_of.get(pair.was, -1))
                continue
            at = ours_of.get(pair.was, -1)
            changes = list(shape_changes(pair, self.theirs.slide, self.snapshot, about))
            if pair.shape is None:
                gone += [(pair.was, pair.record, at, changes)]
                continue
            self.meet(pair.index, at)
            self.stayed(pair.record, pair.index, at, changes, about)
        if not self.rules.text_only:
            for _, record, at, changes in gone:
                self.take_off(record, at, changes)
            self.regroup(ours_of, {pair.was: pair.index for pair in pairs if pair.record is not None})
            if reordered([pair for pair in pairs if not is_number(pair)]):
                self.edits.append(Edit(about.change("order"), "conflict" if self.now_order_differs() else ""))
            self.foreign([pair.index for pair in pairs if pair.record is None and not is_number(pair)], about)
            self.motion(about)
        return self.edits

    def counterparts(self) -> dict[int, int]:
        """Of each shape that was written, which of ours it is now."""
        if [shape.name for shape in self.record.shapes] == [shape.name for shape in self.now.shapes]:
            return {n: n for n in range(len(self.record.shapes))}
        return {
            pair.was: pair.index for pair in matched_shapes(self.record, self.ours.slide) if pair.record is not None and pair.index >= 0
        }

    def meet(self, index: int, at: int) -> None:
        theirs = self.their_nodes[index] if index >= 0 else None
        ours = self.our_nodes[at] if 0 <= at < len(self.our_nodes) else None
        if theirs is not None and ours is not None:
            self.known[theirs] = ours

    # ---- shapes that are there still

    def stayed(self, record: ShapeRecord, index: int, at: int, changes: list[Change], about: Teller) -> None:
        theirs = self.their_nodes[index]
        ours = self.known.get(theirs) if theirs is not None else None
        if theirs is None:
            return
        if ours is None:
            self.edits += [Edit(change, "gone") for change in changes]
            return
        now = self.now.shapes[at]
        kinds = frozenset(change.kind for change in changes)
        three = Three(
            record, theirs, self.theirs.slide.shapes[index], ours, now, frozenset(kinds),
            alike=plain_shape(record, self.snapshot) == plain_shape(now, self.now_snapshot), exact=self.exact,
        )  # fmt: skip
        if record.kind == "chart" and not self.rules.text_only:
            taken, lost = self.chart(three), frozenset[str]()
            lost = frozenset({"chart"}) if "chart" in kinds and not taken else lost
        else:
            result = merge_shape(three, self.grafter.graft, self.rules)
            taken, lost = result.changed, result.lost
        self.changed |= taken
        told = [change for change in changes if not self.is_said(change, now)]
        self.edits += [Edit(change, "conflict" if change.kind in lost else "") for change in told]
        if taken and not changes:
            self.edits.append(Edit(about.change("look", record.name)))

    def is_said(self, change: Change, now: ShapeRecord) -> bool:
        """Whether the outline says by now what the person wrote."""
        if change.kind == "words":
            return squeezed("".join(texts_of(now.words))) == squeezed(change.new)
        if change.kind == "cell":
            return any(squeezed("".join(texts_of(words))) == squeezed(change.new) for row in now.cells for words in row)
        return change.kind == "chart" and now.data == change.new

    def chart(self, three: Three) -> bool:
        """The chart of the deck with its workbook, where the outline has it as it was written."""
        box = "box" in three.kinds and (frame := frame_of(three.theirs)) is not None
        if box and frame is not None:
            set_frame(three.ours, frame)
        if three.alike or self.rules.prefer_deck:
            looks_new = three.exact and self.grafter.chart_looks(three.theirs) != self.grafter.own_chart_looks(three.ours)
            if "chart" in three.kinds or looks_new:
                old, new = child(three.ours, A + "graphic"), child(three.theirs, A + "graphic")
                if old is not None and new is not None:
                    three.ours.replace(old, self.grafter.graft(new))
                    return True
        return bool(box)

    # ---- shapes that are gone

    def take_off(self, record: ShapeRecord, at: int, changes: list[Change]) -> None:
        """What a person deleted is deleted, unless the outline changed what it says since."""
        ours = self.our_nodes[at] if 0 <= at < len(self.our_nodes) else None
        if ours is None or ours.getparent() is None:
            return
        if record.kind == "group":
            if not any(True for _ in units(ours)):
                detach(ours)
                self.changed = True
            return
        now = self.now.shapes[at]
        same = [squeezed(line) for line in texts_of(record.words)] == [
            squeezed(line) for line in texts_of(now.words)
        ] and record.data == now.data
        if same or self.rules.prefer_deck:
            group = group_of(ours)
            detach(ours)
            if group is not None and not any(True for _ in units(group)):
                detach(group)
            self.changed = True
        self.edits += [Edit(change, "" if same or self.rules.prefer_deck else "conflict") for change in changes]

    # ---- shapes of a person, groups, order

    def regroup(self, ours_of: dict[int, int], theirs_of: dict[int, int]) -> None:
        """Groups that a person took apart are taken apart."""
        for was, record in enumerate(self.record.shapes):
            at = ours_of.get(was, -1)
            if record.kind != "group" or theirs_of.get(was, -1) >= 0 or at < 0:
                continue
            ours = self.our_nodes[at]
            if ours is None or ours.getparent() is None:
                continue
            inside = list(units(ours))
            loose = [one for one in inside if (theirs := self.back(one)) is not None and group_of(theirs) is None]
            if inside and len(loose) == len(inside):
                for one in inside:
                    ours.addprevious(one)
                detach(ours)
                self.changed = True

    def back(self, ours: Node) -> Node | None:
        return next((theirs for theirs, own in self.known.items() if own is ours), None)

    def foreign(self, indexes: Iterable[int], about: Teller) -> None:
        """Put the person's own shapes where they stand among ours; within a new group our shapes are ours."""
        tree = tree_of(self.ours.root)
        theirs = tree_of(self.theirs.root)
        if tree is None or theirs is None:
            return
        new = {node for index in indexes if (node := self.their_nodes[index]) is not None}
        for index in indexes:
            shape, node = self.theirs.slide.shapes[index], self.their_nodes[index]
            if node is not None and shape.kind != "group" and not (shape.is_footer and not lines_of(shape.text)):
                self.edits.append(Edit(about.change("new", shape.name, new=" ".join(lines_of(shape.text)))))
        self.reorder(theirs, tree)
        self.level(theirs, tree, new)

    def level(self, theirs: Node, ours: Node, new: set[Node]) -> None:
        """The shapes of one tree or group."""
        last: Node | None = None
        for one in list(units(theirs)):
            node = inner_shape(one)
            own = self.known.get(node) if node is not None else None
            if own is not None:
                last = unit(own) if unit(own).getparent() is ours else last
                if node is not None and node.tag == P + "grpSp":
                    self.level(node, own, new)
                continue
            if node is None or node not in new or is_empty_footer(node):
                continue
            made = self.placed(one, node)
            if last is None:
                first = next(iter(units(ours)), None)
                if first is not None:
                    first.addprevious(made)
                else:
                    ours.append(made)
            else:
                last.addnext(made)
            last = made
            self.changed = True

    def placed(self, one: Node, node: Node) -> Node:
        """A copy of a shape of the person; a group takes those of ours that stand in it along."""
        if node.tag != P + "grpSp" or not any(inside in self.known for inside in node.iter()):
            made = self.grafter.shape(one)
            frame = frame_of(node)
            if group_of(node) is not None and frame is not None and made.tag != MC + "AlternateContent":
                set_frame_deep(made, frame)
            return made
        made = self.grafter.shape(shell_of(node))
        frame = frame_of(node)
        if frame is not None:
            set_frame(made, frame)
        for inside in units(node):
            shape = inner_shape(inside)
            own = self.known.get(shape) if shape is not None else None
            if shape is not None:
                made.append(unit(own) if own is not None else self.placed(inside, shape))
        return made

    def reorder(self, theirs: Node, ours: Node) -> None:
        """What a person brought to the front or sent back stands there, if the order of the deck is another than it was."""
        order = [own for one in units(theirs) if (node := inner_shape(one)) is not None and (own := self.known.get(node)) is not None]
        order = [own for own in order if own.getparent() is ours]
        places = {own: at for at, own in enumerate(units(ours))}
        was = [places[own] for own in order if own in places]
        if was == sorted(was) or self.now_order_differs():
            return
        wanted = iter(order)
        for own in [one for one in units(ours) if one in set(order)]:
            mark = own.makeelement("mark", None, None)
            own.addprevious(mark)
        for mark in ours.findall("mark"):
            mark.addnext(next(wanted))
            ours.remove(mark)
        self.changed = True

    def now_order_differs(self) -> bool:
        """Whether the outline has other shapes by now: then their order is ours."""
        return [shape.name for shape in self.record.shapes] != [shape.name for shape in self.now.shapes]

    # ---- motion

    def motion(self, about: Teller) -> None:
        """Transitions and animations of the deck, of the shapes that are there."""
        motion = self.theirs.slide.motion
        if motion in (self.record.motion, self.now.motion):
            return
        root = self.ours.root
        for one in looks.motions(root):
            root.remove(one)
        ids = {id_of(theirs): id_of(ours) for theirs, ours in self.known.items()} | self.grafter.ids
        after = next((one for one in reversed(root) if one.tag in (P + "clrMapOvr", P + "cSld")), None)
        for one in looks.motions(self.theirs.root):
            copy = retargeted(self.grafter.graft(one), ids)
            if after is not None and copy is not None:
                after.addnext(copy)
                after = copy
        self.changed = True
        self.edits.append(Edit(about.change("moving")))


def retargeted(motion: Node, ids: dict[str, str]) -> Node | None:
    """The animation with our ids; effects on what is not there any more go, and all of it when none is left."""
    for target in list(motion.iter(P + "spTgt")):
        own = ids.get(target.get("spid", ""), "")
        if own:
            target.set("spid", own)
            continue
        effect: Node | None = target
        while effect is not None and not (
            effect.tag == P + "par" and any("presetClass" in one.attrib for one in effect.iterfind(P + "cTn"))
        ):
            effect = effect.getparent()
        if effect is not None:
            detach_with_empty(effect)
    for build in list(motion.iter(P + "bldP", P + "bldDgm", P + "bldOleChart", P + "bldGraphic")):
        own = ids.get(build.get("spid", ""), "")
        if own:
            build.set("spid", own)
        else:
            detach_with_empty(build)
    if motion.tag == P + "timing" and not any("presetClass" in one.attrib for one in motion.iter(P + "cTn")):
        return None
    return motion


def detach_with_empty(node: Node) -> None:
    """Take an element out, and those around it that hold nothing then."""
    while (parent := node.getparent()) is not None:
        parent.remove(node)
        if parent.tag == P + "childTnLst" and len(parent) == 0:
            up = parent.getparent()  # p:cTn
            node = up.getparent() if up is not None and up.getparent() is not None else parent  # type: ignore[assignment]
        elif parent.tag == P + "bldLst" and len(parent) == 0:
            node = parent
        else:
            return


def detach(node: Node) -> None:
    whole = unit(node)
    parent = whole.getparent()
    if parent is not None:
        parent.remove(whole)


def inner_shape(one: Node) -> Node | None:
    """The shape itself, of alternatives the first."""
    if one.tag != MC + "AlternateContent":
        return one
    chosen = one.find(MC + "Choice")
    chosen = one.find(MC + "Fallback") if chosen is None else chosen
    return next((inside for inside in chosen), None) if chosen is not None else None


def shell_of(group: Node) -> Node:
    """A group without what it holds."""
    shell = deepcopy(group)
    for one in list(units(shell)):
        shell.remove(one)
    return shell


def set_frame_deep(element: Node, frame: Frame) -> None:
    """Have a shape that stood in a group stand on the slide; a group keeps its own units."""
    transform = transform_of(element)
    off, ext = child(transform, A + "off"), child(transform, A + "ext")
    if off is not None and ext is not None:
        off.set("x", str(frame.x))
        off.set("y", str(frame.y))
        ext.set("cx", str(frame.width))
        ext.set("cy", str(frame.height))


def is_empty_footer(node: Node) -> bool:
    """A date, footer or number that a program adds without words."""
    place = node.find(f"*/{P}nvPr/{P}ph")
    return (
        place is not None
        and place.get("type") in ("dt", "ftr", "sldNum")
        and not "".join(one.text or "" for one in node.iter(A + "t")).strip()
    )


def plain_shape(shape: ShapeRecord, snapshot: Snapshot) -> tuple[object, ...]:
    """What a shape is, without where its words come from."""
    return (
        shape.name, shape.box, shape.kind, shape.fill, shape.stroke, shape.place, plain_words(shape.words, snapshot),
        tuple(tuple(plain_words(words, snapshot) for words in row) for row in shape.cells), shape.data,
    )  # fmt: skip


def plain_words(words: Words, snapshot: Snapshot) -> tuple[object, ...]:
    return tuple(tuple((char, look_of(piece, snapshot)) for piece in pieces for char in piece.text) for pieces in words)


def look_of(piece: Piece, snapshot: Snapshot) -> Look:
    return snapshot.looks[piece.look] if 0 <= piece.look < len(snapshot.looks) else Look(0, "")
