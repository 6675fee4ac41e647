"""A text body with everything it inherits resolved, set into its shape."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.inspect.package.parts import Relations
from deckgen.inspect.package.xml import A, Element, R, attributes, inner, number
from deckgen.inspect.resolve.fills import Fill
from deckgen.inspect.resolve.levels import LEVELS, Level, Levels, Spacing, over, read_levels, read_paragraph, read_run, stacked
from deckgen.inspect.resolve.matrix import Matrix
from deckgen.inspect.resolve.scope import Base, Scope
from deckgen.inspect.shapes import setting
from deckgen.inspect.values import FinishedRun, FinishedText, Link

DEFAULT_SIZE = 1800
SINGLE_SPACING = Spacing(100_000, False)
NO_SPACE = Spacing(0, True)
INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}  # defaults of CT_TextBodyProperties
AUTOFITS = {A + "noAutofit": "", A + "normAutofit": "norm", A + "spAutoFit": "shape"}
WHOLE = 100_000
BREAK = "\n"


class Surroundings(Struct, frozen=True):
    """The shape a text stands in, in its own coordinates."""

    width: int
    height: int
    matrix: Matrix
    insets: tuple[int, int, int, int] | None = None  # of a cell, which keeps them elsewhere
    anchor: str = ""


class TextDefaults(Struct, frozen=True):
    """What text properties are resolved against."""

    scope: Scope
    levels: Levels
    scale: int = WHOLE  # of the type, by autofit


def read_text(body: Element, base: Base, scope: Scope, around: Surroundings) -> FinishedText:
    """The text of a shape or a cell."""
    bodies = [own for own in (body.find(A + "bodyPr"), *base.bodies) if own is not None]
    autofit = next((child for own in bodies for child in own if child.tag in AUTOFITS), None)
    fitted = attributes(autofit)
    styles = body.find(A + "lstStyle")
    levels = stacked(read_levels(styles), base.levels) if styles is not None and len(styles) else base.levels
    style = TextDefaults(scope, levels, number(fitted.get("fontScale"), WHOLE) or WHOLE)
    paragraphs = tuple(read_set(paragraph, style) for paragraph in body.iterfind(A + "p"))
    frame = frame_of(bodies, around, number(fitted.get("lnSpcReduction")))
    lines, needed, pitch = setting.set_text(paragraphs, frame)
    warp = next((preset.get("prst") for own in bodies if (preset := own.find(A + "prstTxWarp")) is not None), None)
    return FinishedText(
        paragraphs=tuple(runs for runs, _ in paragraphs),
        lines=lines,
        needed=needed,
        room=around.width if frame.upright else around.height,
        pitch=pitch,
        autofit="" if autofit is None else AUTOFITS[autofit.tag],
        upright=frame.upright,
        warped=warp not in (None, "textNoShape"),
    )


def frame_of(bodies: list[Element], around: Surroundings, reduction: int) -> setting.TextFrame:
    def said(name: str, default: str) -> str:
        return next((own.get(name, "") for own in bodies if name in own.attrib), default)

    left, top, right, bottom = (number(said(name, ""), default) for name, default in INSETS.items())
    return setting.TextFrame(
        width=around.width,
        height=around.height,
        insets=around.insets or (left, top, right, bottom),
        anchor=around.anchor or said("anchor", "t"),
        vertical=said("vert", "horz"),
        wraps=said("wrap", "square") != "none",
        columns=number(said("numCol", "1"), 1),
        matrix=around.matrix,
        reduction=reduction,
    )


def read_set(paragraph: Element, style: TextDefaults) -> tuple[tuple[FinishedRun, ...], setting.ParagraphSetting]:
    """The runs of a paragraph, at least one, and how it is set."""
    properties = paragraph.find(A + "pPr")
    depth = 0 if properties is None else number(properties.get("lvl"))
    level = style.levels[depth if 0 <= depth < LEVELS else 0]
    if properties is not None:
        level = over(read_paragraph(properties), level)
    runs = tuple(read_runs(paragraph, level, style))
    return runs, setting.ParagraphSetting(
        align=level.align or "l",
        leading=level.leading or SINGLE_SPACING,
        before=level.before or NO_SPACE,
        after=level.after or NO_SPACE,
        left=max(0, level.left or 0),
        first=first_line(level),
    )


def first_line(level: Level) -> int:
    """Where the first line begins beside the others; a bullet that hangs in front takes its own room, and the text stands flush."""
    first = level.first or 0
    return 0 if level.bullet and first < 0 else max(first, -max(0, level.left or 0))


def read_runs(paragraph: Element, level: Level, style: TextDefaults) -> Iterator[FinishedRun]:
    empty = True
    for child in paragraph:
        if child.tag in (A + "r", A + "fld"):
            yield read_one(child.find(A + "rPr"), child.findtext(A + "t") or "", level, style)
        elif child.tag == A + "br":
            yield read_one(child.find(A + "rPr"), BREAK, level, style)
        else:
            continue
        empty = False
    if empty:
        yield read_one(paragraph.find(A + "endParaRPr"), "", level, style)


def read_one(properties: Element | None, text: str, level: Level, style: TextDefaults) -> FinishedRun:
    said = over(read_run(properties), level)
    scope = style.scope
    link = read_link(inner(properties, A + "hlinkClick"), scope.relations)
    return FinishedRun(
        text=text.upper() if said.caps == "all" else text,
        size=max(1, (said.size or DEFAULT_SIZE) * style.scale // WHOLE),
        bold=bool(said.bold),
        fill=link_fill(properties, said, style) if link else run_fill(said, style),
        latin=scope.theme.face(said.latin, "+mn-lt"),
        ea=scope.theme.face(said.ea, "+mn-ea"),
        lang=said.lang or "",
        alt_lang=said.alt_lang or "",
        tracking=said.tracking or 0,
        raised=bool(said.raised),
        link=link,
    )


def run_fill(said: Level, style: TextDefaults) -> Fill:
    return style.scope.text_fill if said.fill is None else style.scope.fill(said.fill)


def link_fill(properties: Element | None, said: Level, style: TextDefaults) -> Fill:
    """The theme's colour of links, unless the link says that it keeps its text's (MS-ODRAWXML hlinkClr)."""
    kept = properties is not None and any(e.tag.endswith("}hlinkClr") and e.get("val") == "tx" for e in properties.iter())
    return run_fill(said, style) if kept else style.scope.slot_fill("hlink")


def read_link(click: Element | None, relations: Relations) -> Link | None:
    if click is None:
        return None
    relation = relations.by_id.get(click.get(R + "id", ""))
    action = click.get("action", "")
    if relation is None:
        return Link(action, True) if action else None
    return Link(relation.target, not relation.external)
