"""The three-way rebuild: what the outline says now, with what a person changed since the last time, and nothing lost without a word."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO

from lxml import etree
from lxml.etree import _Element as Node
from msgspec import Struct

from deckgen.inspect.package.xml import MC, A, P
from deckgen.keep import looks
from deckgen.keep.graft import Grafter
from deckgen.keep.package import Bringer, Parts
from deckgen.keep.shape import Rules
from deckgen.keep.show import Section, Show, in_order, parted
from deckgen.keep.slide import Edit, Side, SlideMerge, plain_shape
from deckgen.keep.texts import set_lines
from deckgen.keep.tree import child
from deckgen.keep.whole import Layouts, copy_slide, drop_links, loosen, places_of
from deckgen.pull.base import origin_of_bytes
from deckgen.pull.changes import Change, Teller, moved_slides, note_changes, slide_changes
from deckgen.pull.matching import SlidePair, matched_slides
from deckgen.pull.rebuilt import snapshot_of
from deckgen.pull.theirs import TheirDeck, TheirSlide, read_theirs
from deckgen.scene import Scene
from deckgen.snapshot import SlideRecord, Snapshot, words_print
from deckgen.write.pptx.presentation import write_pptx

OFFICE_WRITERS = (b"LibreOffice", b"OpenOffice")  # programs that write every shape anew
AUTHORS = ("commentAuthors", "authors")


class NotKeptError(Exception):
    """Why nothing can be kept of a deck: foreign, plain, newer, unreadable, theme."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Kept(Struct, frozen=True):
    """The deck, and what became of every edit of the old one."""

    data: bytes
    edits: list[Edit]
    slides: int  # how many there are

    @property
    def given_up(self) -> list[Edit]:
        return [edit for edit in self.edits if edit.why]


def keep(scene: Scene, data: bytes, rules: Rules) -> Kept:
    """The deck of a scene with what a person changed in an older one; slides that the outline freezes are taken from it whole.

    Raise `NotKeptError` for a deck that says nothing of how it was built.
    """
    buffer = BytesIO()
    write_pptx(scene, buffer)
    ours = buffer.getvalue()
    origin = origin_of_bytes(data)
    if origin.snapshot is None:
        raise NotKeptError(origin.kind)
    if origin.snapshot.theme != scene.design.name and not rules.text_only:
        raise NotKeptError("theme")
    theirs = read_theirs(data)
    if not theirs.readable:
        raise NotKeptError("unreadable")
    frozen = frozenset(slide.number for slide in scene.slides if slide.frozen)
    if origin.kind == "written" and not frozen:
        return Kept(ours, [], len(scene.slides))
    return DeckMerge(scene, ours, origin.snapshot, (data, theirs), rules, frozen).merged()


class DeckMerge:
    """Merges a deck into ours, slide by slide."""

    def __init__(
        self, scene: Scene, ours: bytes, was: Snapshot, deck: tuple[bytes, TheirDeck], rules: Rules, frozen: frozenset[int]
    ) -> None:
        data, self.theirs = deck
        self.was, self.now = was, snapshot_of(scene)
        self.ours = read_theirs(ours)
        self.target, self.source = Parts(ours), Parts(data)
        self.bringer = Bringer(self.source, self.target)
        self.rules, self.frozen = rules, frozen
        self.chinese = scene.properties.language.startswith("zh")
        self.exact = not saved_by_office(self.source)
        self.pairs = matched_slides(was, self.theirs)
        self.moved = moved_slides(self.pairs)
        self.ours_of = counterparts(was, self.now, self.ours)
        self.edits: list[Edit] = []
        self.slides: dict[str, str] = {}  # part of the deck -> of ours
        self.gone: set[str] = set()
        self.lost: list[str] = []  # slides that have no place in the outline any more

    def merged(self) -> Kept:
        self.name_slides()
        layouts = Layouts(
            self.source, self.target,
            [(pair.slide.part, own.part) for pair in self.pairs if pair.slide is not None and (own := self.own(pair)) is not None],
        )  # fmt: skip
        for pair in self.pairs:
            self.slide(pair, layouts)
        self.put_in_order()
        self.drop_unreached()
        return Kept(self.target.packed(), self.edits, len(Show(self.target).slides()))

    def own(self, pair: SlidePair) -> TheirSlide | None:
        """Our slide for one of the deck."""
        number = self.ours_of.get(pair.was, 0)
        return self.ours.slides[number - 1] if number else None

    def name_slides(self) -> None:
        """Which part of ours each slide of the deck is; those that come whole get names of their own."""
        taken = 0
        for pair in self.pairs:
            if pair.slide is None:
                continue
            own = self.own(pair)
            if own is not None:
                self.slides[pair.slide.part] = own.part
            elif not self.rules.text_only and (pair.record is None or self.was_edited(pair)):
                number = len(self.ours.slides) + 1 + taken
                while self.target.has(f"ppt/slides/slide{number}.xml"):
                    number += 1
                self.slides[pair.slide.part] = f"ppt/slides/slide{number}.xml"
                taken = number - len(self.ours.slides)

    def was_edited(self, pair: SlidePair) -> bool:
        return any(change.kind != "slide-moved" for change in slide_changes(pair, self.was, set()))

    # ---- slide by slide

    def slide(self, pair: SlidePair, layouts: Layouts) -> None:
        own = self.own(pair)
        if pair.slide is None:
            self.deleted(pair, own)
            return
        about = Teller(pair.slide.number, pair.was, pair.slide.title or (pair.record.title if pair.record else ""))
        if pair.was in self.moved and own is not None:
            self.edits.append(Edit(about.change("slide-moved", old=str(pair.was), new=str(pair.slide.number))))
        if pair.record is None or own is None:
            self.whole(pair, layouts, about)
        elif own.number in self.frozen:
            self.replace(pair.slide, own, layouts)
        else:
            self.merge(pair.record, pair.slide, own, about)

    def deleted(self, pair: SlidePair, own: TheirSlide | None) -> None:
        """A slide that a person deleted is deleted, unless the outline changed it since."""
        if own is None or pair.record is None or self.rules.text_only:
            return
        change = Change("slide-gone", 0, pair.was, pair.record.title)
        if self.unchanged(pair.record, self.now.slides[own.number - 1]) or self.rules.prefer_deck:
            self.gone.add(own.part)
            self.edits.append(Edit(change))
        else:
            self.edits.append(Edit(change, "conflict"))

    def unchanged(self, was: SlideRecord, now: SlideRecord) -> bool:
        def words(record: SlideRecord, snapshot: Snapshot) -> list[object]:
            return [plain_shape(shape, snapshot) for shape in record.shapes]

        return words(was, self.was) == words(now, self.now)

    def whole(self, pair: SlidePair, layouts: Layouts, about: Teller) -> None:
        if pair.slide is None or pair.slide.part not in self.slides:
            return
        own = self.slides[pair.slide.part]
        copy_slide(self.bringer, pair.slide, own, layouts.of(pair.slide.part, self.exact), self.slides)
        self.authors(pair.slide)
        if pair.record is None:
            self.edits.append(Edit(about.change("slide-new")))
        else:
            self.lost.append(own)
            self.edits += [Edit(change, "unplaced") for change in slide_changes(pair, self.was, set())]

    def replace(self, slide: TheirSlide, own: TheirSlide, layouts: Layouts) -> None:
        """A slide that the outline freezes."""
        notes = self.target.related_to(own.part, "notesSlide")
        self.target.remove(notes)
        copy_slide(self.bringer, slide, own.part, layouts.of(slide.part, self.exact), self.slides)
        self.authors(slide)

    def merge(self, record: SlideRecord, slide: TheirSlide, own: TheirSlide, about: Teller) -> None:
        root = self.target.root(own.part)
        grafter = Grafter(self.bringer, slide.part, own.part, root, self.slides)
        now = self.now.slides[own.number - 1]
        merge = SlideMerge(
            (record, self.was), Side(slide, self.source.root(slide.part)), Side(own, root), (now, self.now), grafter, self.rules, self.exact
        )
        self.edits += merge.merge(about)
        changed = merge.changed
        if not self.rules.text_only:
            changed |= slide.ground != record.ground and self.background(merge, grafter, about)
            changed |= self.hidden(record, slide, own, about)
            self.comments(slide, own, about)
        if changed:
            layout = self.target.related_to(own.part, "slideLayout")
            places = places_of(self.target.root(layout))
            for element in root.iter(P + "sp", P + "pic", P + "graphicFrame"):
                loosen(element, places, None)
            self.target.touch(own.part)
            keep_prefixes(self.target, own.part, self.source.root(slide.part))
        self.notes(record, slide, own, about)

    def background(self, merge: SlideMerge, grafter: Grafter, about: Teller) -> bool:
        theirs, ours = (child(side.root, P + "cSld", P + "bg") for side in (merge.theirs, merge.ours))
        holder = child(merge.ours.root, P + "cSld")
        same = ours is theirs is None or (ours is not None and theirs is not None and looks.canonical(ours) == looks.canonical(theirs))
        if holder is None or same:
            return False
        if ours is not None:
            holder.remove(ours)
        if theirs is not None:
            holder.insert(0, grafter.graft(theirs))
        self.edits.append(Edit(about.change("ground")))
        return True

    def hidden(self, record: SlideRecord, slide: TheirSlide, own: TheirSlide, about: Teller) -> bool:
        if slide.hidden == record.hidden or slide.hidden == own.hidden:
            return False
        root = self.target.root(own.part)
        if slide.hidden:
            root.set("show", "0")
        else:
            root.attrib.pop("show", None)
        self.edits.append(Edit(about.change("hidden" if slide.hidden else "shown")))
        return True

    def notes(self, record: SlideRecord, slide: TheirSlide, own: TheirSlide, about: Teller) -> None:
        change = next(note_changes(record, slide, about), None)
        if change is None or [words_print(line) for line in slide.notes] == [words_print(line) for line in own.notes]:
            return
        if list(record.notes) != [words_print(line) for line in own.notes] and not self.rules.prefer_deck:
            self.edits.append(Edit(change, "conflict"))
            return
        part = self.target.related_to(own.part, "notesSlide")
        root = self.target.root(part)
        for shape in root.iter(P + "sp"):
            mark, body = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph"), child(shape, P + "txBody")
            if mark is not None and mark.get("type") == "body" and body is not None:
                write_notes(body, slide.notes)
        self.target.touch(part)
        self.edits.append(Edit(change))

    # ---- comments

    def comments(self, slide: TheirSlide, own: TheirSlide, about: Teller) -> None:
        if not slide.remarks:
            return
        for one in self.source.relations(slide.part):
            if one.kind == "comments" and not one.external and (place := self.bringer.bring(one.target)):
                self.target.relate(own.part, one.type, place)
        self.authors(slide)
        self.edits += [Edit(about.change("remark", old=remark.author, new=remark.text)) for remark in slide.remarks]

    def authors(self, slide: TheirSlide) -> None:
        """Who wrote comments is listed once for the deck."""
        for one in self.source.relations(self.source.main) if slide.remarks else ():
            if one.kind in AUTHORS and not one.external and (place := self.bringer.bring(one.target)):
                self.target.relate(self.target.main, one.type, place)

    # ---- the show

    def put_in_order(self) -> None:
        show = Show(self.target)
        ours = [part for part in show.slides() if part not in self.gone]
        lost = set(self.lost)
        theirs = [
            (self.slides[pair.slide.part], pair.record is None or pair.was in self.moved)
            for pair in sorted(
                (pair for pair in self.pairs if pair.slide is not None), key=lambda pair: pair.slide.number if pair.slide else 0
            )
            if pair.slide is not None and pair.slide.part in self.slides and self.slides[pair.slide.part] not in lost
        ]
        order = ours if self.rules.text_only else in_order(ours, theirs)
        elsewhere = {part for part, other in theirs if other}
        sections = parted(order, self.renamed(show.sections()), elsewhere, self.added_sections())
        if self.lost:
            sections = [*sections, Section("未归位" if self.chinese else "Unplaced", tuple(self.lost))]
        if [*order, *self.lost] == show.slides() and sections == show.sections():
            return
        for part in order:
            drop_links(self.target, part, self.gone)
        show.write([*order, *self.lost], sections)
        for part in self.gone:
            self.target.remove(part)

    def renamed(self, sections: list[Section]) -> list[Section]:
        """Sections under the names that a person gave them."""
        if not self.was.sections or self.rules.text_only:
            return sections
        theirs = {self.slides.get(part, ""): one.name for one in Show(self.source).sections() for part in one.slides[:1]}
        found = []
        for section in sections:
            name = next((theirs[part] for part in section.slides[:1] if part in theirs), section.name)
            fresh = name != section.name and name not in self.was.sections and section.name in self.was.sections
            if fresh:
                self.edits.append(Edit(Change("section", 0, 0, section.name, old=section.name, new=name)))
            found.append(Section(name, section.slides) if fresh else section)
        return found

    def added_sections(self) -> dict[str, str]:
        """The slides of sections that hold none of ours, with the names of those."""
        fresh = {pair.slide.part for pair in self.pairs if pair.slide is not None and pair.record is None}
        return {
            self.slides[part]: section.name
            for section in Show(self.source).sections()
            if section.slides and fresh.issuperset(section.slides)
            for part in section.slides
            if part in self.slides
        }

    def drop_unreached(self) -> None:
        """Take out the parts that only a slide had which is gone."""
        if not self.target.changed and not self.target.gone:
            return
        reached, waiting = set[str](), [""]
        while waiting:
            for one in self.target.relations(waiting.pop()):
                if not one.external and one.target not in reached and self.target.has(one.target):
                    reached.add(one.target)
                    waiting.append(one.target)
        for part in [*self.target.names, *self.target.changed]:
            if not part.endswith((".rels", "[Content_Types].xml")) and part not in reached:
                self.target.remove(part)


def counterparts(was: Snapshot, now: Snapshot, ours: TheirDeck) -> dict[int, int]:
    """Of each slide that was written, the number of ours."""
    if [(one.at, one.title) for one in was.slides] == [(one.at, one.title) for one in now.slides]:
        return {number: number for number in range(1, len(now.slides) + 1)}
    return {pair.was: pair.slide.number for pair in matched_slides(was, ours) if pair.record is not None and pair.slide is not None}


def saved_by_office(parts: Parts) -> bool:
    part = parts.related_to("", "extended-properties")
    return parts.has(part) and any(name in parts.content(part) for name in OFFICE_WRITERS)


def write_notes(body: Node, lines: tuple[str, ...]) -> None:
    """The paragraphs of notes, in the style of ours."""
    first = body.find(A + "p")
    if first is not None and first.find(A + "r") is None and lines:
        end = first.find(A + "endParaRPr")
        run = first.makeelement(A + "r", None, None)
        style = run.makeelement(A + "rPr", dict(end.attrib) if end is not None else None, None)
        words = run.makeelement(A + "t", None, None)
        words.text = lines[0]
        run.append(style)
        run.append(words)
        for one in list(first):
            first.remove(one)
        first.append(run)
    set_lines(body, lines)


def keep_prefixes(parts: Parts, part: str, theirs: Node) -> None:
    """Alternatives name the prefixes that they require: those of the deck are declared on our slide as well."""
    root = parts.root(part)
    required = {prefix for one in root.iter(MC + "Choice") for prefix in one.get("Requires", "").split()}
    missing = {prefix: theirs.nsmap[prefix] for prefix in sorted(required) if prefix not in root.nsmap and prefix in theirs.nsmap}
    if not missing:
        return
    prefixes = dict(root.nsmap)
    prefixes.update(missing)
    fresh = etree.Element(root.tag, dict(root.attrib), nsmap=prefixes)
    for one in root:
        fresh.append(deepcopy(one))
    parts.roots[part] = fresh
