"""What a deck keeps of its template: masters, layouts and themes with all they lead to; and the presentation part with room for our slides."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable

from deckgen.archive import BROKEN, DECK, inflated
from deckgen.inspect.package.parts import OpenedPackage, Relation, Relations, source_of
from deckgen.inspect.package.xml import P
from deckgen.scene import Foundation, Part
from deckgen.template.facts import Facts, TemplateError
from deckgen.template.pieces import attribute, bytes_of, children, pieces, text_of, without
from deckgen.template.read import parsed

# What the presentation leads to that a new deck has as well.
KEPT = ("slideMaster", "notesMaster", "handoutMaster", "theme", "tableStyles")
# What nothing may be reached through: old slides lead to everything.
OBJECTS = ("oleObject", "control", "vbaProject")  # of other programs: nothing that runs is kept
NEVER = ("slide", "notesSlide", "comments")
DROPPED = ("sldIdLst", "smartTags", "embeddedFontLst", "custShowLst", "photoAlbum", "custDataLst", "modifyVerifier")
BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")
SECTIONS = "521415D9-36F7-43E2-AB2F-B90AF26B5E84"
MEDIUM_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"  # what PowerPoint gives a new table where a presentation names no style
CLICK = re.compile(r"<a:hlink(Click|Hover)\b[^<>]*>")
FRAME, FRAME_END = "<p:graphicFrame>", "</p:graphicFrame>"


def foundation(data: bytes, facts: Facts, layouts: dict[str, str]) -> Foundation:
    """The package that a deck is written into; `layouts` says on which part each of our layouts stands."""
    package = facts.package
    relations = [
        each
        for each in package.of(facts.main).by_id.values()
        if each.kind in KEPT and not each.external and each.target in package.contents
    ]
    names = reached(package, [each.target for each in relations])
    head, tail, extensions = presentation_pieces(text_of(package.contents[facts.main]))
    notes = next((each.target for each in relations if each.kind == "notesMaster"), "")
    styles = next((each.target for each in relations if each.kind == "tableStyles"), "")
    return Foundation(
        parts=tuple(kept_parts(data, package, names)),
        layouts=layouts,
        main=facts.main,
        head=head,
        tail=tail,
        extensions=extensions,
        relations=tuple(sorted((each.rid, each.kind, each.target) for each in relations)),
        notes_master=notes,
        notes_body=body_index(package, notes),
        table_style=default_style(package, styles),
    )


def reached(package: OpenedPackage, starts: Iterable[str]) -> list[str]:
    """The parts themselves and all that they lead to, with the parts that hold their relations; in the order of their names."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        part = waiting.pop()
        if part in found or part not in package.contents:
            continue
        found.add(part)
        rels = rels_of(part)
        if rels in package.contents:
            found.add(rels)
        waiting += [each.target for each in package.of(part).by_id.values() if followed(each)]
    return sorted(found)


def followed(relation: Relation) -> bool:
    return not relation.external and relation.kind not in (*NEVER, *OBJECTS)


def rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def kept_parts(data: bytes, package: OpenedPackage, names: Iterable[str]) -> list[Part]:
    """The parts with their bytes as they are; pictures are unpacked only now, and counted as they are."""
    parts = []
    room = DECK.total
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in names:
                content = package.contents[name]
                if not content or not name.lower().endswith((".xml", ".rels")):
                    content, size = inflated(file, file.getinfo(member_name(file, name)), room)
                    room -= size
                outside = {each.rid for each in package.of(name).by_id.values() if not stays(each, package)}
                if name.endswith(".rels"):
                    content = without_relations(content, package.of(source_of(name)), package)
                elif outside:
                    content = without_references(content, outside)
                parts.append(Part(name, package.types.of(name), content))
    except (*BROKEN, KeyError) as error:
        raise TemplateError("theme/not-a-deck") from error
    return parts


def stays(relation: Relation, package: OpenedPackage) -> bool:
    """Whether a relation leads to a part of the package that is kept: not outside, not to an old slide, not to an object of a program."""
    return (
        not relation.external
        and relation.kind not in OBJECTS
        and (relation.kind in NEVER or relation.target in package.contents or not relation.target)
    )


def without_relations(content: bytes, relations: Relations, package: OpenedPackage) -> bytes:
    """The relations that stay; the same bytes where all do."""
    gone = [each.rid for each in relations.by_id.values() if not stays(each, package)]
    if not gone:
        return content
    text = text_of(content)
    cuts = [(piece.start, piece.end) for piece in children(text) if attribute(piece.tag, "Id") in gone]
    return bytes_of(without(text, cuts))


def without_references(content: bytes, rids: set[str]) -> bytes:
    """The part without links to these relations: clicks that lead outside, pictures that stand outside, objects of other programs."""
    text = text_of(content)
    for rid in sorted(rids):
        text = without_frames(without_clicks(text, rid), rid)
        for space in " \n\t\r":
            text = text.replace(f'{space}r:link="{rid}"', "")
    return bytes_of(text)


def without_clicks(text: str, rid: str) -> str:
    """Without `a:hlinkClick` and `a:hlinkHover` of this relation, with all that they hold."""
    kept, at = [], 0
    for tag in CLICK.finditer(text):
        if tag.start() < at or f'r:id="{rid}"' not in tag[0]:
            continue
        kept.append(text[at : tag.start()])
        at = tag.end()
        if not tag[0].endswith("/>"):
            closing = f"</a:hlink{tag[1]}>"
            found = text.find(closing, at)
            at = found + len(closing) if found >= 0 else at
    return "".join((*kept, text[at:]))


def without_frames(text: str, rid: str) -> str:
    """Without graphic frames that hold an object of another program by this relation."""
    kept, at = [], 0
    while (start := text.find(FRAME, at)) >= 0 and (end := text.find(FRAME_END, start)) >= 0:
        end += len(FRAME_END)
        own = text[text.find("<p:oleObj", start, end) : end]
        kept.append(text[at:start] if own.startswith("<p:oleObj") and f'r:id="{rid}"' in own else text[at:end])
        at = end
    return "".join((*kept, text[at:]))


def member_name(file: zipfile.ZipFile, part: str) -> str:
    return part if part in file.NameToInfo else f"/{part}"


def presentation_pieces(text: str) -> tuple[str, str, str]:
    """(up to the list of slides, behind it, the extensions that stay): without what belongs to the old slides."""
    head = ""
    parts = []
    extensions = ""
    found = list(children(text))
    root = next(piece for piece in pieces(text, 0) if piece.depth == 0)
    head = text[: root.inner[0]]
    for piece in found:
        written = text[piece.start : piece.end]
        if piece.name in BEFORE_SLIDES:
            head += written
        elif piece.name == "extLst":
            extensions = kept_extensions(written)
        elif piece.name not in DROPPED:
            parts.append(written)
    return head, "".join(parts), extensions


def kept_extensions(text: str) -> str:
    """Guides and the like; not the sections of the old slides, and nothing that leads to another part."""
    found = list(children(text))
    kept = [text[piece.start : piece.end] for piece in found]
    return "".join(each for each in kept if SECTIONS not in each.upper() and "r:id" not in each)


def body_index(package: OpenedPackage, notes: str) -> str:
    """The index of the place for notes on the notes master."""
    root = parsed(package, notes) if notes else None
    if root is None:
        return "1"
    marks = [mark for mark in root.iter(P + "ph") if mark.get("type") == "body"]
    return marks[0].get("idx", "0") if marks else "1"


def default_style(package: OpenedPackage, styles: str) -> str:
    root = parsed(package, styles) if styles else None
    return (root.get("def", "") if root is not None else "") or MEDIUM_STYLE
