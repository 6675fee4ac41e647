"""Text into paragraphs of the scene: a role of the type scale, a step of its sizes, lines that fit a width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from deckgen import scene
from deckgen.diagnostics import Findings
from deckgen.geometry import EMU_PER_PT, Emu
from deckgen.measure.balance import at_marks, balance
from deckgen.measure.widths import METRICS, Metrics, advance
from deckgen.measure.wrap import fill
from deckgen.outline import Run, Text
from deckgen.scene import Align, Paragraph
from deckgen.style import Color, TextStyle
from deckgen.theme import Theme, TypeRole

ORPHAN = 2  # a last line of so few characters is a 孤字


class Setting(Struct, frozen=True):
    """One role at one of its sizes, ready to measure and to set."""

    role: TypeRole
    style: TextStyle
    strong: TextStyle
    metrics: Metrics
    leading: int  # hundredths of a point
    keep: tuple[str, ...] = ()  # words that no break may cut

    def room(self, width: Emu) -> int:
        """`width` in 1/1000 em, less 0.1 %: LibreOffice measures a line up to 0.2 % wider than the tables."""
        return width * 99_900 // (self.style.size * EMU_PER_PT)

    def width(self, text: str) -> Emu:
        """How wide `text` is on one line."""
        return advance(text, self.metrics, self.role.tracking) * self.style.size * EMU_PER_PT // 100_000

    @property
    def script_gap(self) -> Emu:
        """What LibreOffice adds between digits and hanzi, also where they are runs of two sizes: a quarter of the larger."""
        return self.style.size * EMU_PER_PT // 400

    @property
    def line_height(self) -> Emu:
        return self.leading * EMU_PER_PT // 100


class Typesetter:
    """Sets texts in the theme's roles; one for a whole deck, so that settings are made once."""

    def __init__(self, theme: Theme, findings: Findings, keep: tuple[str, ...] = ()) -> None:
        self.theme = theme
        self.keep = keep
        self.findings = findings
        self.settings: dict[tuple[str, int], Setting] = {}

    def steps(self, *roles: str) -> range:
        """The steps down the type scale that these roles have between them."""
        return range(max(len(self.theme.roles[role].sizes) for role in roles))

    def setting(self, role: str, step: int = 0) -> Setting:
        """The role so many steps down its sizes; it stays at its floor when it has fewer."""
        found = self.settings.get((role, step))
        if found is None:
            found = self.settings[role, step] = make_setting(self.theme, self.theme.roles[role], step, self.keep)
        return found

    def largest(self, roles: Sequence[str], fits: Callable[[int], bool]) -> int:
        """The first step at which `fits` holds, or the last one (the caller reports what does not fit there)."""
        steps = self.steps(*roles)
        return next((step for step in steps if fits(step)), steps[-1])


def make_setting(theme: Theme, role: TypeRole, step: int, keep: tuple[str, ...]) -> Setting:
    size = role.sizes[min(step, len(role.sizes) - 1)]
    base = role.style
    style = TextStyle(size, base.color, base.face, base.bold, size * role.tracking // 1000)
    metrics = METRICS[theme.metrics[base.face] + ("-bold" if base.bold and theme.metrics[base.face] != "song" else "")]
    leading = (size * role.leading // 100 + 25) // 50 * 50
    return Setting(role, style, style.with_color(role.strong), metrics, leading, keep)


def body_lines(text: str, setting: Setting, width: Emu) -> tuple[str, ...]:
    """Lines as PowerPoint and LibreOffice break running text by themselves."""
    return fill(text, setting.room(width), setting.metrics, setting.role.tracking)


def sense_lines(text: str, setting: Setting, width: Emu) -> tuple[str, ...]:
    """Lines broken at sense and balanced, for titles, leads and mottoes; written with explicit breaks."""
    return balance(text, setting.room(width), setting.metrics, setting.role.tracking, setting.keep)


def clause_lines(text: str, setting: Setting, width: Emu) -> tuple[str, ...]:
    """Lines that end with a clause, where that costs one line more at the most; else broken at sense."""
    room = setting.room(width)
    return at_marks(text, room, setting.metrics, setting.role.tracking, setting.keep) or sense_lines(text, setting, width)


def line_count(text: str, setting: Setting, width: Emu) -> int:
    """How many lines a running text takes."""
    return len(body_lines(text, setting, width)) if text else 0


def sense_count(text: str, setting: Setting, width: Emu) -> int:
    """How many lines a text takes that is broken at sense; now and then one more than the fewest."""
    return len(sense_lines(text, setting, width)) if text else 0


def text_height(text: Text, setting: Setting, width: Emu) -> Emu:
    return line_count(text.plain, setting, width) * setting.line_height


def sense_height(text: Text, setting: Setting, width: Emu) -> Emu:
    return sense_count(text.plain, setting, width) * setting.line_height


class Fall(Struct, frozen=True):
    """How a paragraph falls in its box."""

    align: Align = "l"
    space_before: int = 0  # hundredths of a point
    level: int = 0  # of the placeholder
    color: Color | None = None  # instead of the role's


LEFT = Fall()


def body(text: Text, setting: Setting, width: Emu, fall: Fall = LEFT) -> Paragraph:
    """A paragraph of running text, as the clients will break it."""
    return paragraph(text, body_lines(text.plain, setting, width), setting, fall, hard=False)


def sense(text: Text, setting: Setting, width: Emu, fall: Fall = LEFT) -> Paragraph:
    """A paragraph broken at sense, its breaks written out."""
    return paragraph(text, sense_lines(text.plain, setting, width), setting, fall, hard=True)


def paragraph(text: Text, lines: tuple[str, ...], setting: Setting, fall: Fall = LEFT, hard: bool = False) -> Paragraph:
    style = setting.style if fall.color is None else setting.style.with_color(fall.color)
    runs = text.runs
    lost_spaces = not hard and " " in text.plain and len(lines) > 1
    if len(runs) == 1 and not runs[0].strong and not lost_spaces:
        set_lines: tuple[tuple[scene.Run, ...], ...] = tuple((scene.Run(line, style),) for line in lines)
    else:
        strong = setting.strong if fall.color is None else style
        set_lines = tuple(
            tuple(scene.Run(piece, strong if run.strong else style) for run, piece in line) for line in split_runs(runs, lines, lost_spaces)
        )
    return Paragraph(set_lines, setting.leading, fall.align, fall.space_before, fall.level, hard)


def one_line(text: str, setting: Setting, fall: Fall = LEFT) -> Paragraph:
    """A line as it is."""
    return Paragraph(
        ((scene.Run(text, setting.style if fall.color is None else setting.style.with_color(fall.color)),),),
        setting.leading,
        fall.align,
        fall.space_before,
        fall.level,
    )


def split_runs(runs: Sequence[Run], lines: Sequence[str], keep_spaces: bool) -> list[list[tuple[Run, str]]]:
    """Each line as pieces of the runs it was broken from.

    A space that vanished at a break is dropped, or kept at the end of its line where the client will break there by itself.
    """
    queue = [(run, char) for run in runs for char in run.text]
    at = 0
    result: list[list[tuple[Run, str]]] = []
    for line in lines:
        pieces: list[tuple[Run, str]] = []
        for char in line:
            while queue[at][1] != char:
                if keep_spaces and result:
                    last_run, last_piece = result[-1][-1]
                    result[-1][-1] = (last_run, last_piece + queue[at][1])
                at += 1
            run = queue[at][0]
            at += 1
            if pieces and pieces[-1][0] is run:
                pieces[-1] = (run, pieces[-1][1] + char)
            else:
                pieces.append((run, char))
        result.append(pieces)
    return result


def orphan_margin(text: str, setting: Setting, width: Emu) -> Emu:
    """How much to narrow a body text of `width` so that its last line is no 孤字; 0 where it is none or nothing helps.

    The client breaks running text by itself, so the box is narrowed by just what sends a few characters down.
    """
    room = setting.room(width)
    lines = fill(text, room, setting.metrics, setting.role.tracking)
    if len(lines) < 2 or len(lines[-1]) > ORPHAN:
        return 0
    for cut in range(1000, room // 3, 500):
        narrower = fill(text, room - cut, setting.metrics, setting.role.tracking)
        if len(narrower) > len(lines):
            return 0
        if len(narrower[-1]) > ORPHAN + 1:
            return cut * setting.style.size * EMU_PER_PT // 100_000
    return 0


def orphaned(text: str, setting: Setting, width: Emu) -> bool:
    """Whether a body text of `width` ends in a 孤字 that narrowing its box does not cure."""
    lines = body_lines(text, setting, width)
    return len(lines) > 1 and len(lines[-1]) <= ORPHAN and not orphan_margin(text, setting, width)


def tidiest(first: int, steps: range, tidy: Callable[[int], bool]) -> int:
    """The first of three steps from `first` on at which no text ends in a 孤字; `first` where none is better."""
    return next((step for step in range(first, min(first + 3, steps[-1] + 1)) if tidy(step)), first)


def characters_that_fit(text: str, setting: Setting, width: Emu, lines: int) -> int:
    """How many of the first characters stand on so many lines."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if len(body_lines(text[:middle], setting, width)) <= lines:
            low = middle
        else:
            high = middle - 1
    return low
