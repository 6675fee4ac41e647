"""A role of the type scale at one of its sizes, ready to measure and to set."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, structs

from deckgen.geometry import EMU_PER_PT, Emu
from deckgen.measure import Metrics, advance, quotes_of, with_quotes
from deckgen.style import TextStyle
from deckgen.theme import Theme, TypeRole


class Setting(Struct, frozen=True):
    """One role at one of its sizes."""

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
        return self.length(advance(text, self.metrics, self.role.tracking))

    def length(self, mem: int) -> Emu:
        """So many thousandths of an em at this size."""
        return mem * self.style.size * EMU_PER_PT // 100_000

    @property
    def script_gap(self) -> Emu:
        """What LibreOffice adds between digits and hanzi, also where they are runs of two sizes: a quarter of the larger."""
        return self.style.size * EMU_PER_PT // 400

    @property
    def line_height(self) -> Emu:
        return self.leading * EMU_PER_PT // 100


class Typesetter:
    """Gives the settings of the theme's roles; one for a whole deck, so that they are made once."""

    def __init__(self, theme: Theme, keep: tuple[str, ...] = (), tracked: bool = True, rough: bool = False) -> None:
        self.theme = theme
        self.rough = rough  # asked only whether texts fit: the first way is good enough, and no line is tidied
        self.tracked = tracked  # letters of Latin words are not spaced
        self.keep = keep
        self.settings: dict[tuple[str, int], Setting] = {}

    def steps(self, *roles: str) -> range:
        """The steps down the type scale that these roles have between them."""
        return range(max(len(self.theme.roles[role].sizes) for role in roles))

    def floor(self, *roles: str) -> int:
        """The last of those steps."""
        return self.steps(*roles)[-1]

    def setting(self, role: str, step: int = 0) -> Setting:
        """The role so many steps down its sizes; it stays at its floor when it has fewer."""
        setting = self.settings.get((role, step))
        if setting is None:
            declared = self.theme.roles[role]
            spaced = declared if self.tracked else structs.replace(declared, tracking=0)
            setting = self.settings[role, step] = make_setting(self.theme, spaced, step, self.keep)
        return setting

    def largest(self, role: str, fits: Callable[[Setting], bool]) -> int:
        """The first step at which `fits` holds, or the last one (the caller reports what does not fit there)."""
        steps = self.steps(role)
        return next((step for step in steps if fits(self.setting(role, step))), steps[-1])


def make_setting(theme: Theme, role: TypeRole, step: int, keep: tuple[str, ...]) -> Setting:
    size = role.sizes[min(step, len(role.sizes) - 1)]
    base = role.style
    table = theme.metrics[base.face]
    style = TextStyle(size, base.color, base.face, base.bold, size * role.tracking // 1000, quotes_of(table))
    metrics = with_quotes(table, base.bold)
    leading = (size * role.leading // 100 + 25) // 50 * 50
    return Setting(role, style, style.with_color(role.strong), metrics, leading, keep)
