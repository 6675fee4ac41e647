"""The deck as a value: everything that was asked of decks so far, read part by part so that no tree outlives its slide."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from deckgen.geometry import Box
from deckgen.inspect.designs import Designs, SlideDesign, read_background, read_table_styles
from deckgen.inspect.package.facts import ChartFacts, PartFacts, gather
from deckgen.inspect.package.parts import ROOT, TYPES, OpenedPackage, open_package
from deckgen.inspect.package.xml import A, Element, MalformedError, P, children, flag, parse
from deckgen.inspect.package.zipped import PackageFault
from deckgen.inspect.presentation import read_presentation, read_title
from deckgen.inspect.resolve.fills import NOTHING
from deckgen.inspect.resolve.levels import read_levels
from deckgen.inspect.resolve.scope import placeholder_of
from deckgen.inspect.shapes.shapes import read_shapes
from deckgen.inspect.values import FinishedSlide, Presentation, Shape

MOTION = ("transition", "timing")
OPENERS = {"not-a-deck", "encrypted", "too-large"}  # with these there is nothing more to read


class FinishedDeck(Struct, frozen=True):
    package: OpenedPackage
    faults: tuple[PackageFault, ...]
    facts: dict[str, PartFacts]  # of every well-formed XML part
    presentation: Presentation | None
    slides: tuple[FinishedSlide, ...]
    designs: tuple[SlideDesign, ...]  # the layouts that slides follow
    title: str
    numbers: dict[str, int]  # of slides, by part

    @property
    def page(self) -> Box:
        show = self.presentation
        return Box(0, 0, show.width, show.height) if show else Box(0, 0, 0, 0)

    def fault(self, kind: str) -> list[PackageFault]:
        return [fault for fault in self.faults if fault.kind == kind]

    def charts(self) -> Iterator[tuple[FinishedSlide, Shape, ChartFacts]]:
        """Every chart that a slide shows, in the order of slides, with the facts of its part."""
        for slide in self.slides:
            for shape in slide.shapes:
                facts = self.facts.get(shape.part)
                if facts is not None and facts.chart is not None:
                    yield slide, shape, facts.chart

    def number(self, part: str) -> int:
        """The slide that a part is, or belongs to by its notes; 0 for the others."""
        return self.numbers.get(part, 0)


def read_deck(data: bytes) -> FinishedDeck:
    package = open_package(data)
    reader = DeckReader(package)
    kept = {package.main, *(part for part in package.contents if is_shared(part, package))}
    for part in sorted(package.contents):
        if part in kept:
            reader.keep(part)
    root = reader.root(package.main)
    if root is None or root.tag != P + "presentation":
        if not any(fault.kind in OPENERS for fault in package.faults):
            reader.faults.append(PackageFault("not-a-deck", package.main, "presentation"))
        return FinishedDeck(package, tuple(reader.faults), reader.facts, None, (), (), "", {})
    return reader.deck(root)


def is_shared(part: str, package: OpenedPackage) -> bool:
    """Whether many slides ask the part: its tree is kept."""
    return package.types.of(part).rpartition(".")[2] in (
        "theme+xml",
        "slideMaster+xml",
        "slideLayout+xml",
        "tableStyles+xml",
    ) or part.startswith(("ppt/theme/", "ppt/slideMasters/", "ppt/slideLayouts/"))


class DeckReader:
    """Parses every XML part once, and builds slides from those that are slides."""

    def __init__(self, package: OpenedPackage) -> None:
        self.package = package
        self.faults = list(package.faults)
        self.damaged = {fault.part for fault in package.faults}
        self.facts: dict[str, PartFacts] = {}
        self.roots: dict[str, Element] = {}
        self.seen: set[str] = set()
        self.page = Box(0, 0, 0, 0)

    def keep(self, part: str) -> None:
        root = self.parsed(part)
        if root is not None:
            self.roots[part] = root

    def root(self, part: str) -> Element | None:
        return self.roots.get(part)

    def parsed(self, part: str) -> Element | None:
        """The tree of a part with its facts noted; None for what is no XML."""
        if part in self.seen or part not in self.package.contents or not part.lower().endswith(".xml") or part == TYPES:
            return None
        self.seen.add(part)
        content = self.package.contents[part]
        try:
            root = parse(content)
        except MalformedError as error:
            if part not in self.damaged:  # a member is not blamed twice
                self.faults.append(PackageFault("malformed-xml", part, str(error)))
            return None
        self.facts[part] = gather(root, content)
        return root

    def deck(self, root: Element) -> FinishedDeck:
        presentation = read_presentation(root, self.package.main)
        self.page = Box(0, 0, presentation.width, presentation.height)
        levels = read_levels(root.find(P + "defaultTextStyle"))
        relations = self.package.of(self.package.main)
        styles = read_table_styles(self.root(relations.target("tableStyles")))
        designs = Designs(self.package, self.root, levels, styles)
        targets = [relations.by_id[rid].target if rid in relations.by_id else "" for _, rid in presentation.slide_ids]
        slides = [self.slide(number, part, designs) for number, part in enumerate(targets, 1)]
        core = self.parsed(self.package.of(ROOT).target("core-properties"))
        for part in sorted(self.package.contents):
            self.parsed(part)
        numbers = {slide.part: slide.number for slide in reversed(slides) if slide.part}
        notes = {target: number for part, number in numbers.items() if (target := self.package.of(part).target("notesSlide"))}
        used = {design.part: design for slide in slides if (design := designs.layout(self.layout_of(slide.part)))}
        return FinishedDeck(
            self.package, tuple(self.faults), self.facts, presentation, tuple(slides), tuple(used.values()), read_title(core),
            {**notes, **numbers},
        )  # fmt: skip

    def marked(self, shape: Shape) -> Shape:
        """The shape, knowing whether it stands beside the slide."""
        box, page = shape.box, self.page
        if box is None or not (box.right <= 0 or box.bottom <= 0 or box.x >= page.right or box.y >= page.bottom):
            return shape
        return structs.replace(shape, beside=True)

    def layout_of(self, part: str) -> str:
        return self.package.of(part).target("slideLayout")

    def slide(self, number: int, part: str, designs: Designs) -> FinishedSlide:
        """An empty slide stands for one that cannot be read."""
        root = self.parsed(part)
        if root is None:
            return FinishedSlide(number=number, part=part, readable=False)
        design = designs.for_slide(root, self.layout_of(part))
        scope = design.scope(root, self.package, part)
        background = read_background(root, scope)
        background = design.background if background is None else background
        return FinishedSlide(
            number=number,
            part=part,
            shapes=tuple(self.marked(shape) for shape in read_shapes(root, scope, parts=self.parsed)),
            below=design.shapes if flag(root, "showMasterSp", True) else (),
            background=NOTHING if background is None else background,
            hidden=not flag(root, "show", True),
            notes=self.notes(self.package.of(part).target("notesSlide")),
            opening=design.opening,
            moves=any(True for tag in MOTION for _ in root.iter(P + tag)),
        )

    def notes(self, part: str) -> str:
        root = self.parsed(part)
        if root is None:
            return ""
        bodies = [shape for shape in children(root, P + "cSld", P + "spTree") if (place := placeholder_of(shape)) and place.type == "body"]
        return "\n".join(text for body in bodies for run in body.iter(A + "t") if (text := (run.text or "").strip()))
