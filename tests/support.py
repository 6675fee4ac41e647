"""What the tests of the output side need: decks from a few words, walks over scenes, and what the ink of a text covers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from msgspec import Struct

from deckgen import outline, scene
from deckgen.check.run import short
from deckgen.diagnostics import Findings, OutlineError, Span
from deckgen.figures import Figure, Ledger
from deckgen.files import Folder
from deckgen.geometry import EMU_PER_PT, EMU_PER_PX, Box, Emu
from deckgen.load.outline import Report, load_outline
from deckgen.load.theme import find_theme, load_theme
from deckgen.measure import Metrics, advance, with_quotes
from deckgen.measure.widths import offsets
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.plot import label_boxes
from deckgen.rulebook import rule_names
from deckgen.scene import ChartBox, Group, Item, Paragraph, PictureBox, PlacedSlide, Placeholder, Scene, ShapeBox, TableBox, TextBox
from deckgen.style import TextStyle
from deckgen.theme import Theme
from deckgen.write.pptx.presentation import write_pptx

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "content" / "report-2019"
OUTLINE = REPORT / "outline.yaml"
LEDGERS = {"x": "", "sample": str(REPORT / "figures.sample.yaml")}
MARK = "待填"
# The two themes that between them use every option of every layout: they are held to everything, the others to tests/themes/test_shipped.py.
FULL_THEMES = ("zhengwu-blue", "zhengwu-red")


class Deck(Struct, frozen=True):
    """One built deck with everything it came from."""

    name: str
    scene: Scene
    built: Built
    report: Report
    theme: Theme
    path: Path


def build_report(theme: str, ledger: str, folder: Path) -> Deck:
    built = compile_deck(Request(str(OUTLINE), theme, LEDGERS[ledger]))
    path = write(built.scene, folder / f"{theme}-{ledger}.pptx")
    return Deck(f"{theme}-{ledger}", built.scene, built, report_of(OUTLINE, LEDGERS[ledger]), theme_of(theme), path)


def write(found: Scene, path: Path) -> Path:
    with path.open("wb") as file:
        write_pptx(found, file)
    return path


def report_of(path: Path, ledger: str = "") -> Report:
    findings = Findings()
    report = load_outline(str(path), ledger or None, Folder(), findings)
    assert report is not None and not findings.failed, findings.all
    return report


@cache
def theme_of(name: str) -> Theme:
    findings = Findings()
    path = find_theme(name, ".", Span("test"), Folder(), findings)
    theme = load_theme(path, Folder(), findings) if path else None
    assert theme is not None, findings.all
    return theme


# ---- outlines from a few words


def compile_text(text: str, folder: Path, ledger: str = "", theme: str = "zhengwu-red") -> Built:
    """Compile an outline given as YAML; raises `OutlineError` as the pipeline does."""
    if ledger:
        (folder / "figures.yaml").write_text(ledger, encoding="utf-8")
    (folder / "outline.yaml").write_text(text, encoding="utf-8")
    return compile_deck(Request(str(folder / "outline.yaml"), theme))


def compile_slides(
    slides: list[dict[str, object]], folder: Path, theme: str, figures: dict[str, object] | None = None, **part: object
) -> Built:
    """Compile a deck of one part (without closing) from slides as Python values."""
    asked = {short(rule): "off" for rule in rule_names()}  # layout alone is asked
    head: dict[str, object] = {"title": "测试报告", "checks": asked, "parts": [{"title": "部分", "slides": slides, **part}]}
    if figures:
        head["figures"] = "figures.yaml"
    ledger = yaml.safe_dump({"figures": figures}, allow_unicode=True) if figures else ""
    return compile_text(yaml.safe_dump(head, allow_unicode=True, sort_keys=False), folder, ledger, theme)


def compile_slide(folder: Path, theme: str, figures: dict[str, object] | None = None, **fields: object) -> PlacedSlide:
    """The one slide of a deck that has no other but its cover."""
    slide: dict[str, object] = {"title": "测试页面", **fields}
    if figures:
        slide["figures"] = list(figures)
    return compile_slides([slide], folder, theme, figures).scene.slides[1]


def points(count: int, text: str = "围绕中心服务大局，推动各项工作落实见效") -> list[dict[str, str]]:
    return [{"lead": f"第{'一二三四五六七八'[n]}个要点", "text": text} for n in range(count)]


def ledger(count: int, value: object = "X", change: str = "") -> dict[str, object]:
    """So many figures, `figure1` and on."""
    extra = {"change": change} if change else {}
    return {f"figure{n + 1}": {"label": f"指标{'一二三四五六七八'[n]}", "value": value, "unit": "亿元", **extra} for n in range(count)}


def rules_of(text: str, folder: Path, theme: str = "zhengwu-red") -> set[str]:
    """The rules that an outline breaks."""
    try:
        return {finding.rule for finding in compile_text(text, folder, theme=theme).findings}
    except OutlineError as error:
        return {finding.rule for finding in error.findings}


# ---- walks over a scene


def walk(found: tuple[Item, ...]) -> Iterator[Item]:
    """All items, groups before what they hold."""
    for item in found:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def text_boxes(slide: PlacedSlide) -> list[TextBox]:
    """Every text box of the slide, the cells of tables among them."""
    found: list[TextBox] = []
    for item in walk(slide.items):
        found += [item] if isinstance(item, TextBox) else item.boxes if isinstance(item, TableBox) else []
    return found


def printed_boxes(slide: PlacedSlide) -> list[TextBox]:
    """The same with the labels of charts, which stand in parts of their own."""
    return text_boxes(slide) + [box for item in walk(slide.items) if isinstance(item, ChartBox) for box in label_boxes(item)]


def placeholders(slide: PlacedSlide, role: str) -> list[TextBox]:
    return [box for box in text_boxes(slide) if box.placeholder and box.placeholder.role == role]


def line_text(line: tuple[scene.StyledRun, ...]) -> str:
    return "".join(run.text for run in line)


def joined(found: Paragraph) -> str:
    return "".join(line_text(line) for line in found.lines)


def squeezed(text: str) -> str:
    """Without any space: line breaks may swallow them."""
    return "".join(text.split())


def box_text(box: TextBox) -> str:
    return squeezed("".join(joined(p) for p in box.paragraphs))


def paragraphs(slide: PlacedSlide) -> list[str]:
    """Every paragraph of the slide that holds text, spaces left out."""
    found = (squeezed(joined(p)) for box in text_boxes(slide) for p in box.paragraphs)
    return [text for text in found if text]


def sizes(box: TextBox) -> dict[int, set[int]]:
    """The type sizes of a box by the level of their paragraphs."""
    found: dict[int, set[int]] = {}
    for p in box.paragraphs:
        found.setdefault(p.level, set()).update(run.style.size for line in p.lines for run in line if run.text.strip())
    return found


def outline_slides(found: outline.Outline) -> list[object]:
    """What each slide of the deck was made from, in order."""
    result: list[object] = [found]
    for part in found.parts:
        result += [part] if outline.opening_of(part, found) else []
        result += part.slides
    return [*result, found.closing] if found.closing else result


def figures_of(slide: outline.Slide, book: Ledger) -> list[Figure]:
    """Every figure that it shows, once; one that is named alone (`hero`, `figure`) before those of a list."""
    held = [getattr(slide, name) for name in slide.__struct_fields__]
    alone = [use.name for use in held if isinstance(use, outline.FigureUse)]
    listed = [use.name for use in getattr(slide, "figures", ())]
    return [book.figures[name] for name in dict.fromkeys([*alone, *listed])]


# ---- what the ink of a text covers


def metrics_of(theme: Theme, style: TextStyle) -> Metrics:
    name = theme.metrics[style.face]
    return with_quotes(name, style.bold)


def line_widths(p: Paragraph, theme: Theme) -> list[Emu]:
    """How wide each line is set, in the paragraph it stands in: a mark at a line's start goes with what stands before it."""
    kinds = {(run.style.size, run.style.face, run.style.bold, run.style.spacing) for line in p.lines for run in line}
    if len(kinds) != 1:
        return [sum(text_width(run.text, run.style, theme) for run in line) for line in p.lines]
    style = p.lines[0][0].style
    starts, ends = offsets(joined(p), metrics_of(theme, style), tracking(style))
    found, begin = [], 0
    for line in p.lines:
        text = line_text(line)
        found.append(in_emu(max(0, ends[begin + len(text.rstrip())] - starts[begin]), style))
        begin += len(text)
    return found


def text_width(text: str, style: TextStyle, theme: Theme) -> Emu:
    return in_emu(advance(text, metrics_of(theme, style), tracking(style)), style)


def tracking(style: TextStyle) -> int:
    """Letter-spacing in thousandths of an em."""
    return style.spacing * 1000 // style.size


def in_emu(mem: int, style: TextStyle) -> Emu:
    return mem * style.size * EMU_PER_PT // 100_000


def room(box: TextBox) -> Box:
    left, top, right, bottom = box.margins
    return box.box.inset(left, top, right, bottom)


def ink(box: TextBox, theme: Theme) -> list[Box]:
    """A rectangle for every line that holds text: as wide as its text, as high as its size, where it will stand."""
    inner = room(box)
    along = inner.width if not box.vertical else inner.height
    across = inner.height if not box.vertical else inner.width
    at = {"t": 0, "ctr": (across - box.ink_height) // 2, "b": across - box.ink_height}[box.anchor]
    found = []
    for p in box.paragraphs:
        at += p.space_before * EMU_PER_PT // 100
        pitch = p.leading * EMU_PER_PT // 100
        for line, width in zip(p.lines, line_widths(p, theme), strict=True):
            if line_text(line).strip():
                start = {"l": 0, "ctr": (along - width) // 2, "r": along - width}[p.align]
                size = max(run.style.size for run in line) * EMU_PER_PT // 100
                top = at + (pitch - size) // 2
                found.append(
                    Box(inner.right - top - size, inner.y + start, size, width)
                    if box.vertical
                    else Box(inner.x + start, inner.y + top, width, size)
                )
            at += pitch
    return found


def overlaps(one: Box, other: Box, slack: Emu = 0) -> bool:
    return one.x + slack < other.right and other.x + slack < one.right and one.y + slack < other.bottom and other.y + slack < one.bottom


def contains(outer: Box, inner: Box, slack: Emu = 0) -> bool:
    return (
        outer.x - slack <= inner.x
        and outer.y - slack <= inner.y
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


# ---- a scene as text, for goldens


def dump(found: Scene) -> str:
    """One line an item: kind, box in px, name, sizes in pt, lines parted by "/" and paragraphs by "¶"."""
    lines = [f"{found.properties.title} · {found.properties.author} · {found.properties.timestamp}"]
    lines += [f"§ {mark.title}: {mark.first}+{mark.count}" for mark in found.sections]
    for slide in found.slides:
        lines.append(f"\n{slide.number} {slide.layout}/{slide.arrangement} {slide.title} ({len(slide.notes)})")
        lines += dump_items(slide.items, "  ")
    return "\n".join(lines) + "\n"


def dump_items(found: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in found:
        yield f"{indent}{dump_item(item)}"
        if isinstance(item, Group):
            yield from dump_items(item.items, indent + "  ")


def dump_item(item: Item) -> str:
    head = f"{px_of(item.box)} {item.name}"
    match item:
        case TextBox():
            return f"T {head} {dump_text(item)}"
        case ShapeBox():
            return f"S {head}" + (f" “{item.alt}”" if item.alt else "")
        case Group():
            return f"G {head} “{item.alt}”"
        case PictureBox():
            return f"P {head} “{item.alt}” {item.picture.format}"
        case TableBox():
            rows = " // ".join(" | ".join(" ¶ ".join(map(dump_paragraph, cell.paragraphs)) for cell in row) for row in item.cells)
            return f"B {head} “{item.alt}” {rows}"
        case ChartBox():
            rows = " ".join(f"{each.name}: {' '.join(each.values)} {' '.join(dict.fromkeys(each.formats))}" for each in item.series)
            return f"C {head} “{item.alt}” {item.kind} {px_of(item.plot)} {item.scale.low}–{item.scale.high} {rows}"


def dump_text(box: TextBox) -> str:
    place = f"[{mark_of(box.placeholder)}] " if box.placeholder else ""
    flags = "".join(f" {word}" for word, on in (("vertical", box.vertical), ("decorative", box.decorative)) if on)
    link = f" →{box.link}" if box.link else ""
    return f"{place}{' ¶ '.join(dump_paragraph(p) for p in box.paragraphs)}{flags}{link}"


def dump_paragraph(p: Paragraph) -> str:
    found = sorted({run.style.size / 100 for line in p.lines for run in line}, reverse=True)
    return f"{','.join(f'{size:g}' for size in found)} {'/'.join(line_text(line) for line in p.lines)}"


def mark_of(found: Placeholder) -> str:
    return f"{found.type}{found.idx or ''}"


def px_of(box: Box) -> str:
    return " ".join(f"{value / EMU_PER_PX:.0f}" for value in (box.x, box.y, box.width, box.height))
