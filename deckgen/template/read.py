"""A template from its bytes: package, presentation, masters, layouts. Nothing here decides what a layout is for."""

from __future__ import annotations

import posixpath
from collections import Counter
from functools import lru_cache

from deckgen.geometry import Box
from deckgen.inspect.designs import Designs, read_table_styles
from deckgen.inspect.package.parts import OpenedPackage, open_package
from deckgen.inspect.package.xml import A, Element, MalformedError, P, R, children, flag, inner, parse
from deckgen.inspect.presentation import read_presentation
from deckgen.inspect.resolve.fills import fill_element
from deckgen.inspect.resolve.levels import read_levels
from deckgen.inspect.resolve.matrix import IDENTITY, Transform, placed, read_frame
from deckgen.inspect.resolve.scope import kind_of
from deckgen.inspect.shapes.shapes import KINDS, frame_of, leaves
from deckgen.inspect.shapes.shapes import name_of as shape_name
from deckgen.template.facts import ArtFact, Facts, LayoutFact, PlaceFact, TemplateError

# What the opener of packages found, and what that means for a template.
REFUSED = {"not-a-deck": "theme/not-a-deck", "encrypted": "theme/encrypted", "too-large": "theme/too-large"}
OF_SLIDES = ("ppt/slides/", "ppt/notesSlides/", "ppt/charts/", "ppt/diagrams/", "ppt/comments/", "ppt/tags/")
MOST_LAYOUTS = 400  # the most that a survey of 207 files met is 123
MACROS = "vbaProject"
LEAST_SIDE = 914_400  # EMU; a page of less than an inch is a slip
WIDEST = 6  # times as wide as high
STANDARD = ("title", "body", "dt", "ftr", "sldNum")

Frames = dict[str, Transform]  # of the places of a master, by the type that it knows


@lru_cache(maxsize=4)
def read_template(data: bytes, with_slides: bool = False) -> Facts:
    """Everything that a template says; raise `TemplateError` for what is none. Sample slides are unpacked only when they are asked for."""
    package = open_package(data, with_slide_parts if with_slides else wanted)
    for fault in package.faults:
        if fault.kind in REFUSED:
            raise TemplateError(REFUSED[fault.kind])
    main = package.main
    root = parsed(package, main)
    if root is None or root.tag != P + "presentation":
        raise TemplateError("theme/not-a-deck")
    return TemplateReader(package, main, root).facts()


def wanted(name: str) -> bool:
    """Whether a part says anything about the design: of sample slides only their relations do, and pictures are unpacked when a deck
    is written."""
    return name.endswith(".rels") or (name.lower().endswith(".xml") and not name.startswith(OF_SLIDES))


def with_slide_parts(name: str) -> bool:
    return wanted(name) or (name.startswith("ppt/slides/") and name.endswith(".xml"))


def parsed(package: OpenedPackage, part: str) -> Element | None:
    content = package.contents.get(part)
    if not content:
        return None
    try:
        return parse(content)
    except MalformedError:
        return None


class TemplateReader:
    def __init__(self, package: OpenedPackage, main: str, root: Element) -> None:
        self.package = package
        self.main = main
        self.show = read_presentation(root, main)
        self.roots: dict[str, Element] = {}
        relations = package.of(main)
        styles = read_table_styles(self.root(relations.target("tableStyles")))
        self.designs = Designs(package, self.root, read_levels(root.find(P + "defaultTextStyle")), styles)
        targets = [relations.by_id[rid].target for _, rid in self.show.slide_ids if rid in relations.by_id]
        self.slides = tuple(targets)
        self.uses = Counter(package.of(part).target("slideLayout") for part in targets)
        self.scale = 6_858_000 / self.show.height

    def root(self, part: str) -> Element | None:
        if part not in self.roots:
            root = parsed(self.package, part)
            if root is None:
                return None
            self.roots[part] = root
        return self.roots[part]

    def facts(self) -> Facts:
        show = self.show
        if not (
            show.width >= LEAST_SIDE and show.height >= LEAST_SIDE and show.height <= 2 * show.width and show.width <= WIDEST * show.height
        ):
            raise TemplateError("theme/page-size", width=show.width // 12_700, height=show.height // 12_700)
        masters: list[LayoutFact] = []
        layouts: list[LayoutFact] = []
        for part in self.master_parts():
            root = self.root(part)
            if root is None:
                continue
            frames = frames_of(root)
            number = len(masters)
            masters.append(self.layout(part, root, number, frames, ()))
            for target in self.layout_parts(part, root):
                own = self.root(target)
                if own is not None and len(layouts) < MOST_LAYOUTS:
                    layouts.append(self.layout(target, own, number, frames, masters[-1].own_art))
        if not masters:
            raise TemplateError("theme/no-master")
        macros = any(each.kind == MACROS for each in self.package.of(self.main).by_id.values())
        return Facts(self.package, self.main, show, tuple(masters), tuple(layouts), self.designs, self.roots, self.slides, macros)

    def master_parts(self) -> list[str]:
        relations = self.package.of(self.main).by_id
        return [relations[rid].target for _, rid in self.show.master_ids if rid in relations and relations[rid].kind == "slideMaster"]

    def layout_parts(self, part: str, root: Element) -> list[str]:
        """The layouts of a master in the order in which PowerPoint offers them."""
        relations = self.package.of(part).by_id
        listed = [entry.get(f"{{{RELATIONS}}}id", "") for entry in children(root, P + "sldLayoutIdLst")]
        return [relations[rid].target for rid in listed if rid in relations and relations[rid].kind == "slideLayout"]

    def layout(self, part: str, root: Element, master: int, frames: Frames, above: tuple[ArtFact, ...]) -> LayoutFact:
        places, art = self.contents(root, frames, part)
        ground = inner(root, P + "cSld", P + "bg")
        own = inner(ground, P + "bgPr")
        fill = fill_element(own)
        return LayoutFact(
            part=part,
            name=(attribute(inner(root, P + "cSld"), "name") or posixpath.basename(part).removesuffix(".xml")).strip(),
            type=root.get("type", ""),
            master=master,
            places=tuple(places),
            own_art=tuple(art),
            master_art=above if flag(root, "showMasterSp", True) else (),
            own_ground=ground is not None,
            picture_ground=fill is not None and fill.tag == A + "blipFill",
            slides=self.uses[part],
            ground_media=self.media(own, part) if fill is not None and fill.tag == A + "blipFill" else "",
        )

    def contents(self, root: Element, frames: Frames, part: str) -> tuple[list[PlaceFact], list[ArtFact]]:
        """Placeholders, and what is drawn."""
        places: list[PlaceFact] = []
        art: list[ArtFact] = []
        for element, matrix in (leaf for child in children(root, P + "cSld", P + "spTree") for leaf in leaves(child, IDENTITY)):
            mark = mark_of(element)
            if mark is not None:
                places.append(self.place(element, mark, frames))
            elif is_seen(element) and (frame := frame_of(element, None)):
                box = self.scaled(placed(frame, matrix).box(0, 0, frame.width, frame.height))
                art.append(ArtFact(KINDS[element.tag], name_of(element), box, text_of(element), self.media(element, part)))
        return places, art

    def media(self, element: Element | None, part: str) -> str:
        """The part of the picture that an element shows, "" for none."""
        if element is None or element.tag not in (P + "pic", P + "bgPr"):
            return ""
        blip = next(element.iter(A + "blip"), None)
        relation = None if blip is None else self.package.of(part).by_id.get(blip.get(R + "embed", ""))
        return relation.target if relation and not relation.external else ""

    def place(self, element: Element, mark: Element, frames: Frames) -> PlaceFact:
        kind = mark.get("type", "obj")
        own = read_frame(inner(element, P + "spPr", A + "xfrm")) or frames.get(kind_of(kind))
        box = self.scaled(Box(own.x, own.y, own.width, own.height)) if own else None
        upright = mark.get("orient") == "vert" or (attribute(inner(element, P + "txBody", A + "bodyPr"), "vert") or "horz") not in ("horz",)
        return PlaceFact(kind, mark.get("idx", "0"), name_of(element), box, upright)

    def scaled(self, box: Box) -> Box:
        if self.scale == 1:
            return box
        x, y = round(box.x * self.scale), round(box.y * self.scale)
        return Box(x, y, round(box.right * self.scale) - x, round(box.bottom * self.scale) - y)


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def frames_of(master: Element) -> Frames:
    """Where a master puts the places that layouts may leave to it."""
    frames: Frames = {}
    for shape in children(master, P + "cSld", P + "spTree"):
        mark = mark_of(shape)
        frame = read_frame(inner(shape, P + "spPr", A + "xfrm"))
        if mark is not None and frame:
            frames.setdefault(kind_of(mark.get("type", "obj")), frame)
    return frames


def mark_of(element: Element) -> Element | None:
    """The mark of a placeholder; found child by child, since a search by a path takes four times as long."""
    for child in element:
        place = child.find(P + "nvPr")
        if place is not None:
            return place.find(P + "ph")
    return None


def drawing_of(element: Element) -> Element | None:
    """The properties that have name and id."""
    return next((found for child in element if (found := child.find(P + "cNvPr")) is not None), None)


def name_of(element: Element) -> str:
    return shape_name(drawing_of(element))


def attribute(element: Element | None, name: str) -> str:
    return "" if element is None else element.get(name, "")


def is_seen(element: Element) -> bool:
    """Whether a shape shows anything: a fill, a line, a style of the theme, or words."""
    if flag(drawing_of(element), "hidden") or next(element.iter(P + "oleObj"), None) is not None:
        return False  # an object of another program, which no deck takes along
    if element.tag != P + "sp":
        return True
    properties = element.find(P + "spPr")
    fill = fill_element(properties)
    line = inner(properties, A + "ln")
    edge = fill_element(line)
    styled = element.find(P + "style") is not None
    filled = styled if fill is None else fill.tag != A + "noFill"
    edged = styled and line is None if edge is None else edge.tag != A + "noFill"
    return filled or edged or bool(text_of(element))


def text_of(element: Element) -> str:
    return "".join(run.text or "" for run in element.iter(A + "t")).strip()
