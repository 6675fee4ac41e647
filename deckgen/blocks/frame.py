"""What frames a slide's content: its title block, progress along the footer rule, and the navigation of sections."""

from __future__ import annotations

from msgspec import structs

from deckgen import outline
from deckgen.blocks.page import SLACK, DeckSetup, Page, Position
from deckgen.blocks.passage import Passage, joined, one_line
from deckgen.drawing import FINE, HAIRLINE, INK, MAIN, MUTED, WHITE
from deckgen.geometry import Box, px
from deckgen.outline import NO_TEXT, Run, Text
from deckgen.scene import ShapeBox
from deckgen.theme import Surface, type_role

DOT, DOT_PITCH, DOT_GAP = px(26), px(34), px(4)
BAR_GAP = px(4)
MOST_DOTS = 9  # 十一 and 十二 do not fit a dot
TITLE_RISE = px(4)  # so much higher starts a title of two lines
CLEAR = px(16)  # between title or motto and the content
FOOT_GAP = px(6)
SOURCES = ("数据来源", "资料来源", "来源", "Source")  # what already says that it is one
MOST_STOPS = 16  # more would be too small to read or to hit

ROLES = (
    type_role("title", (3200, 3000, 2800), INK, MAIN, "heading", bold=True, leading=125),
    type_role("kicker", (1600,), MUTED, MAIN),
    type_role("motto", (2000, 1800), FINE, MAIN, tracking=100, leading=135),
    type_role("footer", (1200,), MUTED, MAIN),
    type_role("foot-note", (1600,), MUTED, MAIN),
    type_role("navigation", (1200,), MUTED, WHITE, "heading", leading=120),
)
SURFACES = {
    "progress": Surface(fill=MAIN),
    "dot": Surface(fill=WHITE, stroke=HAIRLINE, shape="ellipse"),
    "dot-current": Surface(fill=MAIN, shape="ellipse"),
}


def opened(kind: str, slide: outline.Slide, deck: DeckSetup, position: Position) -> Page:
    """An empty page for a slide of the outline, which knows whether it shows or speaks sample values."""
    page = Page(deck, kind, position, slide.source)
    page.before = slide.before
    page.layout = slide.layout
    page.hidden = slide.hidden
    page.reveal = ("" if slide.reveal == "none" else slide.reveal) or ("" if slide.reveal else deck.reveal)
    page.sample = any(deck.ledger.figures[name].sample for name in outline.figures_in(slide)) if deck.has_samples else False
    return page


def title_block(page: Page, slide: outline.Slide) -> None:
    """Title with its claim, numeral, kicker and motto, as far as the layout has places for them; navigation; progress."""
    places = page.spec.places
    kicker = slide.kicker or page.position.kicker if "kicker" in places else NO_TEXT
    head(page, claimed_title(page, slide), getattr(slide, "motto", NO_TEXT), kicker)
    if "numeral" in places and page.position.numeral:
        page.put("numeral", Text((Run(page.position.numeral),), slide.source))
    if "navigation" in page.options:
        navigation(page)
    progress(page)


def head(page: Page, title: Text, motto: Text, kicker: Text = NO_TEXT) -> None:
    """Title and motto. The title stands on one line at one height on every slide; one that is too long for that takes two lines,
    a little higher, and what is below moves down. Without a motto the content takes its room."""
    places = page.spec.places
    box = places["title"].box
    bottom = box.bottom
    if not page.fits("title", title, max_lines=1):
        line = page.setting(places["title"].role, page.typesetter.floor(places["title"].role)).line_height
        if box.height < 2 * line:
            box = Box(box.x, box.y - TITLE_RISE, box.width, 2 * line + SLACK)
    page.put("title", title, max_lines=2, box=box)
    page.put("kicker", kicker, max_lines=1)  # it stands above the motto and is read before it
    if kicker and places["kicker"].box.y >= bottom:  # the layout of a template has no room for it above its title
        bottom -= places["kicker"].box.height
        box = places["kicker"].box
    if "motto" in places:
        below = places["motto"].box.moved(dy=box.bottom - bottom)
        page.put("motto", motto, max_lines=1, box=below)
        bottom = below.bottom if motto else box.bottom
        held = max(bottom, places["numeral"].box.bottom) if "numeral" in places else bottom
        page.start_below(held + CLEAR, lift=0 if motto else places["motto"].box.height)
    else:
        page.start_below(box.bottom + CLEAR)


def claimed_title(page: Page, slide: outline.Slide) -> Text:
    """The title with its claim in the accent colour: 牢牢把握基本原则：六个“必须”."""
    if slide.claim is None:
        return slide.title
    return joined(slide.title, Text((Run(page.language.furniture.colon), Run(slide.claim.text, strong=True)), slide.claim.source))


def foot_room(page: Page) -> Box:
    """The line at the foot of the content where its note stands; the content ends above it."""
    height = page.setting("foot-note").line_height + SLACK
    content, line = page.content.cut_top(page.content.height - height - FOOT_GAP, FOOT_GAP)
    page.content = content
    return line


def foot_text(page: Page, slide: outline.Slide, noted: bool) -> Text:
    """What stands at the foot: the note (where it is not `noted` elsewhere) and who says what the slide shows; nothing where both are empty."""
    parts = [slide.note] if slide.note and not noted else []
    if slide.cited:
        said = slide.cited.plain.startswith(SOURCES)
        parts.append(slide.cited if said else joined(Text((Run(page.language.furniture.source),), slide.cited.source), slide.cited))
    return joined(*parts) if len(parts) < 2 else joined(parts[0], Text((Run(page.language.apart(("", ""))),)), parts[1])


def foot_note(page: Page, text: Text, line: Box) -> None:
    """数据来源：区统计局; on one line, in its placeholder."""
    passage = Passage(text=text, role="foot-note", breaks="running", what="note")
    set_passage = page.fitted(passage, line, max_lines=1) or page.overflowing(passage, line, 1)
    page.text(page.names.note, line, (set_passage.paragraph(),), placeholder=page.placeholders["note"], source=text.source)


def progress(page: Page) -> None:
    """The part of the footer rule that is behind us."""
    line = page.sheet.progress
    if page.spec.hides_master or not line.width:
        return
    width = line.width * page.position.shown // page.position.total
    page.add(ShapeBox(name=page.names.progress, box=Box(line.x, line.y, width, line.height), fill=page.surface("progress").fill))


def navigation(page: Page) -> None:
    """The sections of this part as dots or as segments of a bar, the current one filled; each a link."""
    stops = page.position.stops
    if not 2 <= len(stops) <= MOST_STOPS:
        return
    setting = page.setting("navigation")
    sheet = page.sheet
    bar = page.options["navigation"] == "bar" or len(stops) > MOST_DOTS
    cells = sheet.bar.columns(len(stops), BAR_GAP) if bar else dots(sheet.dots, len(stops))
    for stop, cell in zip(stops, cells, strict=True):
        current = stop.numeral == page.position.numeral
        surface = page.surface("dot-current" if current else "dot")
        color = setting.strong.color if current else setting.style.color
        page.text(
            f"{page.names.navigation} {stop.numeral}",
            cell,
            (one_line(stop.numeral, setting, "ctr", color),),
            structs.replace(surface, shape="roundRect") if bar and surface.shape == "ellipse" else surface,
            anchor="ctr",
            link=0 if current else stop.slide,
            link_tip=stop.title,
            wraps=False,
        )


def dots(row: Box, count: int) -> list[Box]:
    """Squares that end at the right edge of their row."""
    pitch = min(DOT_PITCH, row.width // count)
    size = min(DOT, pitch - DOT_GAP)
    left = row.right - pitch * (count - 1) - size
    return [Box(left + pitch * index, row.y, size, size) for index in range(count)]
