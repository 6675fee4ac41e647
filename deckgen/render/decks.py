"""What a .pptx says about itself before anything is rendered."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from msgspec import Struct

from deckgen.render.failure import RenderError

PRESENTATION, CORE = "ppt/presentation.xml", "docProps/core.xml"
NO_MOMENT = "20000101000000"
OLE = b"\xd0\xcf\x11\xe0"  # the container of .ppt and of encrypted .pptx files
HIDDEN = re.compile(rb'<p:sld [^<>]*\bshow="(?:0|false)"')
DAMAGE = (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError)


class DeckFacts(Struct, frozen=True):
    """How many slides there are, whether some are hidden, and when it was saved (20200101000000)."""

    count: int
    hides: bool
    moment: str


def look_into(path: Path) -> DeckFacts:
    """Raise `RenderError` when the file is no presentation that can be opened."""
    with path.open("rb") as file:
        if file.read(4) == OLE:
            raise RenderError("render/encrypted")
    try:
        with zipfile.ZipFile(path) as package:
            count = len(re.findall(rb"<p:sldId\b", package.read(PRESENTATION)))
            slides = [name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
            hides = any(HIDDEN.search(package.read(name)) for name in slides)
            saved = moment_in(package.read(CORE)) if CORE in package.namelist() else ""
    except DAMAGE as error:
        raise RenderError("render/broken-deck") from error
    if not count:
        raise RenderError("render/no-slides")
    return DeckFacts(count, hides, saved or NO_MOMENT)


def moment_in(core: bytes) -> str:
    modified = re.search(rb"<dcterms:modified[^<>]*>([^<]*)<", core)
    digits = re.sub(r"\D", "", modified[1].decode(errors="replace"))[:14] if modified else ""
    return digits if len(digits) == 14 else ""


def notes_of(path: Path) -> list[str]:
    """The notes of every slide."""
    from pptx.package import (
        Package,
    )  # 146 ms: only for the notes of a deck that we did not build; `Presentation` refuses shows and templates

    try:
        return [notes_text(slide) for slide in Package.open(str(path)).presentation_part.presentation.slides]
    except Exception as error:  # python-pptx says in many ways that a file is damaged
        raise RenderError("render/broken-deck") from error


def notes_text(slide: object) -> str:
    if not getattr(slide, "has_notes_slide", False):
        return ""
    frame = slide.notes_slide.notes_text_frame  # type: ignore[attr-defined]
    return "" if frame is None else str(frame.text).replace("\v", "\n")
