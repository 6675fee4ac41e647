"""A deck as somebody left it: slides and shapes as `inspect` reads them, and what only this room asks of a package."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterator
from hashlib import blake2b
from io import BytesIO

from msgspec import Struct

from deckgen.archive import BROKEN, DECK, ArchiveError, inflated
from deckgen.inspect.deck import FinishedDeck, read_deck
from deckgen.inspect.package.parts import Relations
from deckgen.inspect.package.xml import P14, A, C, Element, MalformedError, P, R, children, local, parse
from deckgen.inspect.resolve.scope import placeholder_of
from deckgen.inspect.values import FinishedSlide, FinishedText, Shape
from deckgen.pictures import NAME_BYTES
from deckgen.snapshot import motion_name

ESCAPED_BREAK = "_x000B_"  # how a vertical tab is written in text (ECMA-376 Part 1, 22.9.2.19)


class Remark(Struct, frozen=True):
    """A comment that somebody left on a slide."""

    author: str
    text: str


class TheirSlide(Struct, frozen=True):
    """One slide; `data` has of each chart its numbers and of each picture its digest, by the index of the shape."""

    number: int
    id: str
    title: str
    shapes: tuple[Shape, ...]
    notes: tuple[str, ...]
    hidden: bool
    ground: str  # what is behind it instead of its layout's: the digest of a picture, or what fills it
    motion: str  # its transition and animations, as the snapshot names them
    data: dict[int, str]
    media: dict[int, str]  # of each picture its part in the package
    remarks: tuple[Remark, ...]
    part: str


class TheirDeck(Struct, frozen=True):
    slides: tuple[TheirSlide, ...]
    finished: FinishedDeck
    sections: tuple[str, ...] = ()  # their names; none where a program dropped them

    @property
    def readable(self) -> bool:
        return bool(self.slides) and all(slide.readable for slide in self.finished.slides)


class Pictures:
    """The pictures of a package by their digests; each is read once, and none of a deck without pictures."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.known: dict[str, str] = {}

    def digest(self, part: str) -> str:
        """As `pictures.py` names them; "" for one that cannot be read."""
        if part not in self.known:
            self.known[part] = ""
            with contextlib.suppress(KeyError, ArchiveError, *BROKEN), zipfile.ZipFile(BytesIO(self.data)) as package:
                content, _ = inflated(package, package.getinfo(part), DECK.total)
                self.known[part] = blake2b(content, digest_size=NAME_BYTES).hexdigest()
        return self.known[part]


def read_theirs(data: bytes) -> TheirDeck:
    """The deck; without slides where it cannot be read as one."""
    deck = read_deck(data)
    show = deck.presentation
    if show is None:
        return TheirDeck((), deck)
    authors = comment_authors(deck)
    pictures = Pictures(data)
    return TheirDeck(
        tuple(their_slide(slide, id, deck, authors, pictures) for slide, (id, _) in zip(deck.slides, show.slide_ids, strict=True)), deck,
        section_names(deck),
    )  # fmt: skip


def their_slide(slide: FinishedSlide, id: str, deck: FinishedDeck, authors: dict[str, str], pictures: Pictures) -> TheirSlide:
    root = tree(deck, slide.part)
    relations = deck.package.of(slide.part)
    notes = tree(deck, relations.target("notesSlide"))
    return TheirSlide(
        number=slide.number,
        id=id,
        title=" ".join(slide.title.split("\n")),
        shapes=slide.shapes,
        notes=tuple(note_lines(notes)) if notes is not None else (),
        hidden=slide.hidden,
        ground=ground_of(root, relations, pictures) if root is not None else "",
        motion=motion_of(root) if root is not None else "",
        data=dict(contents(slide, root, deck, pictures)) if root is not None else {},
        media=dict(media_of(slide, root, deck)) if root is not None else {},
        remarks=tuple(remarks(deck, relations.target("comments"), authors)),
        part=slide.part,
    )


def section_names(deck: FinishedDeck) -> tuple[str, ...]:
    root = tree(deck, deck.package.main)
    return tuple(one.get("name", "") for one in root.iter(P14 + "section")) if root is not None else ()


def tree(deck: FinishedDeck, part: str) -> Element | None:
    content = deck.package.contents.get(part)
    if content is None:
        return None
    try:
        return parse(content)
    except MalformedError:
        return None


def ground_of(root: Element, relations: Relations, pictures: Pictures) -> str:
    """The digest of a picture; of any other background its elements, each with what it says; "" for none of its own."""
    ground = root.find(f"{P}cSld/{P}bg")
    if ground is None:
        return ""
    picture = relations.by_id.get(next((e.get(R + "embed", "") for e in ground.iter(A + "blip")), ""))
    if picture is not None:
        return pictures.digest(picture.target)
    return " ".join(":".join([local(e), *e.attrib.values()]) for e in ground.iter())


def motion_of(root: Element) -> str:
    """What moves: a transition with an effect, and the effects of a timing (programs write both without any)."""
    transition = next(
        (local(child) for one in root.iter(P + "transition") for child in one if child.tag not in (P + "extLst", P + "sndAc")), ""
    )
    effects = [f"{one.get('presetClass')}{one.get('presetID', '')}" for one in root.iter(P + "cTn") if "presetClass" in one.attrib]
    return motion_name(transition, effects)


def note_lines(root: Element) -> Iterator[str]:
    """The paragraphs of the notes that hold words."""
    for shape in children(root, P + "cSld", P + "spTree"):
        place = placeholder_of(shape)
        if place and place.type == "body":
            for paragraph in shape.iter(A + "p"):
                line = "".join("\n" if e.tag == A + "br" else e.text or "" for e in paragraph.iter() if e.tag in (A + "t", A + "br"))
                if line.strip():
                    yield plain(line)


def contents(slide: FinishedSlide, root: Element, deck: FinishedDeck, media: Pictures) -> Iterator[tuple[int, str]]:
    for index, shape in enumerate(slide.shapes):
        if shape.kind == "chart":
            yield index, chart_words(tree(deck, shape.part))
    for index, part in media_of(slide, root, deck):
        yield index, media.digest(part)


def media_of(slide: FinishedSlide, root: Element, deck: FinishedDeck) -> Iterator[tuple[int, str]]:
    """The index of each picture and its part."""
    relations = deck.package.of(slide.part)
    pictures = (e.get(R + "embed", "") for picture in root.iter(P + "pic") for e in picture.iterfind(f"{P}blipFill/{A}blip"))
    for index, shape in enumerate(slide.shapes):
        if shape.kind == "picture" and (relation := relations.by_id.get(next(pictures, ""))):
            yield index, relation.target


def chart_words(root: Element | None) -> str:
    """Names and numbers of a chart as the snapshot writes them: category,category|name=number,number."""
    if root is None:
        return ""
    series = list(root.iter(C + "ser"))
    heads = [points(one.find(C + "cat")) for one in series]
    rows = [f"{','.join(points(one.find(C + 'tx')))}={','.join(points(one.find(C + 'val')))}" for one in series]
    return "|".join([",".join(heads[0]) if heads else "", *rows])


def points(holder: Element | None) -> list[str]:
    """The cached values in their places; "" where there is none."""
    if holder is None:
        return []
    count = next((int(e.get("val", "0")) for e in holder.iter(C + "ptCount") if e.get("val", "0").isdecimal()), 0)
    found = {e.get("idx", ""): (e.findtext(C + "v") or "") for e in holder.iter(C + "pt")}
    return [found.get(str(index), "") for index in range(min(count, 10_000))]


def comment_authors(deck: FinishedDeck) -> dict[str, str]:
    main = deck.package.of(deck.package.main)
    found: dict[str, str] = {}
    for kind in ("commentAuthors", "authors"):
        root = tree(deck, main.target(kind))
        found |= {e.get("id", ""): e.get("name", "") for e in (root.iter() if root is not None else ()) if e.get("name")}
    return found


def remarks(deck: FinishedDeck, part: str, authors: dict[str, str]) -> Iterator[Remark]:
    """Comments of both kinds: p:cm of 2007, threads of 2018."""
    root = tree(deck, part)
    for comment in root if root is not None else ():
        texts = [e.text for e in comment.iter() if e.tag in (P + "text", A + "t") and e.text]
        if texts:
            yield Remark(authors.get(comment.get("authorId", ""), ""), " ".join(texts))


def plain(text: str) -> str:
    return text.replace(ESCAPED_BREAK, "\n").replace("\v", "\n")


def lines_of(text: FinishedText | None) -> tuple[str, ...]:
    """The paragraphs as they read, breaks as \\n, without empty ones at the end."""
    lines = [plain("".join(run.text for run in paragraph)) for paragraph in text.paragraphs] if text else []
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)
