"""What the page shows now: one thread compiles whatever is looked at, the newest state of the files wins."""

from __future__ import annotations

import time
import traceback
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Thread
from typing import Protocol

from msgspec import Struct

from deckgen.diagnostics import NOWHERE, Finding
from deckgen.messages import words
from deckgen.preview.deck import ShownDeck, as_deck
from deckgen.preview.notices import Notice, Sources, notices
from deckgen.preview.watch import Watch, stamp, stamps
from deckgen.scene import Design, PlacedSlide, Scene

OWN = ""  # the theme that the outline, or the command line, names
MOST_DRAWINGS = 400  # kept, 10 to 30 kB each
LEAVING = 0.3  # seconds for telling the pages that this is the end
CLOSING = 0.5  # seconds that a thread may take to end


class Compiled(Protocol):
    """What came of one compile."""

    @property
    def scene(self) -> Scene | None: ...
    @property
    def findings(self) -> list[Finding]: ...
    @property
    def files(self) -> frozenset[str]: ...


class Report(Struct, frozen=True):
    """The report to show, and what the other stages do for it."""

    outline: str
    look: Callable[[str], Compiled]  # with this theme, or with its `OWN`
    draw: Callable[[PlacedSlide, Design, str], str]  # a slide as SVG, in the language of the deck
    read: Callable[[str], str]  # a file as text, "" when it cannot be read
    lang: str
    judge: Callable[[Scene], bytes]  # what the deck is worth, as JSON for the page
    portrait: Callable[[str], str] = lambda theme: ""  # a small cover in this theme as SVG; "" where there is none


class View(Struct, frozen=True):
    """What is to be seen of the report in one theme: the last deck that could be made, and what is to be said now."""

    version: int  # of the files, counted from 1
    deck: ShownDeck | None
    stale: bool  # the deck is from before the faults
    notices: tuple[Notice, ...]  # the first of them
    errors: int
    warnings: int
    scene: Scene | None = None  # that the deck was made of


class Studio:
    """Views by theme, kept up to date for as long as somebody looks at them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.views: dict[str, View] = {}
        self.lookers: Counter[str] = Counter()
        self.version = 1
        self.closed = False
        self.news = Condition()
        self.drawings: OrderedDict[str, str] = OrderedDict()
        self.portraits: dict[str, bytes] = {}
        self.worth: tuple[Scene | None, bytes] = (None, b"")  # the deck that was judged last, and the verdict
        self.watch = Watch(self.changed)
        self.maker = Thread(target=self.run, name="deckgen-compile", daemon=True)

    def start(self) -> None:
        self.watch.start()
        self.maker.start()

    def close(self) -> None:
        """End both threads; whoever waits for news hears that there will be none."""
        with self.news:
            self.closed = True
            self.news.notify_all()
        self.watch.close()
        with self.news:
            self.news.wait_for(lambda: not any(self.lookers.values()), LEAVING)
        for thread in (self.maker, self.watch.thread):
            if thread.is_alive():
                thread.join(CLOSING)

    def changed(self) -> None:
        """A file is another than before: every view is out of date."""
        with self.news:
            self.version += 1
            self.news.notify_all()

    # ---- for those who look

    @contextmanager
    def looking(self, theme: str) -> Iterator[None]:
        """Keep the view of this theme up to date as long as the context lasts."""
        with self.news:
            self.lookers[theme] += 1
            self.news.notify_all()
        try:
            yield
        finally:
            with self.news:
                self.lookers[theme] -= 1
                self.news.notify_all()

    def next_view(self, theme: str, seen: int, seconds: float) -> View | None:
        """The view as soon as it is newer than version `seen`; None when it is not within these seconds, or never will be.

        Who has seen none (0) waits for one that is up to date: a theme that nobody looked at for a while has an old one.
        """
        with self.news:
            self.news.wait_for(lambda: self.closed or self.newer(theme, seen), seconds)
            return self.views[theme] if not self.closed and self.newer(theme, seen) else None

    def newer(self, theme: str, seen: int) -> bool:
        view = self.views.get(theme)
        return view is not None and view.version > seen and (seen > 0 or view.version == self.version)

    def drawing(self, look: str) -> str | None:
        """The SVG of a slide by its print; None when no deck holds it any more."""
        with self.news:
            if look in self.drawings:
                self.drawings.move_to_end(look)
                return self.drawings[look]
            drawn = next((view.deck.drawn[look] for view in self.views.values() if view.deck and look in view.deck.drawn), None)
        if drawn is None:
            return None
        svg = self.report.draw(*drawn)
        with self.news:
            self.drawings[look] = svg
            while len(self.drawings) > MOST_DRAWINGS:
                self.drawings.popitem(last=False)
        return svg

    def verdict(self, theme: str) -> bytes | None:
        """What the deck that is shown in this theme is worth, as JSON; None while there is none. Asked for only by who looks at it."""
        with self.news:
            view = self.views.get(theme)
            scene = view.scene if view else None
            judged, worth = self.worth
        if scene is None or scene is judged:
            return worth if scene is not None else None
        worth = self.report.judge(scene)
        with self.news:
            self.worth = (scene, worth)
        return worth

    def portrait(self, theme: str) -> bytes:
        """A small cover in this theme, drawn when a page asks for it and kept; b"" where there is none."""
        if theme not in self.portraits:
            self.portraits[theme] = self.report.portrait(theme).encode()
        return self.portraits[theme]

    # ---- the one thread that compiles

    def run(self) -> None:
        while True:
            with self.news:
                self.news.wait_for(lambda: self.closed or self.due() is not None)
                theme, version = self.due(), self.version
            if self.closed or theme is None:
                return
            self.make(theme, version)

    def due(self) -> str | None:
        """A theme that is looked at and out of date; the report's own while nobody looks."""
        wanted = [theme for theme, count in self.lookers.items() if count > 0] or [OWN]
        made = {theme: self.views[theme].version if theme in self.views else 0 for theme in wanted}
        late = [theme for theme in wanted if made[theme] < self.version]
        return min(late, key=lambda theme: made[theme], default=None)  # the one that waits longest: under rapid saves each has its turn

    def make(self, theme: str, version: int) -> None:
        """Compile and publish; a crash is something to show, never the end."""
        before = self.views.get(theme)
        last = before.deck if before else None
        try:
            view = self.compiled(theme, version, before)
        except Exception as error:
            view = View(version, last, last is not None, (crash(error, self.report.lang),), 1, 0, before.scene if before else None)
        with self.news:
            self.views[theme] = view
            self.news.notify_all()

    def compiled(self, theme: str, version: int, before: View | None) -> View:
        last, last_scene = (before.deck, before.scene) if before else (None, None)
        started, known = time.time_ns(), stamps(self.watch.known)
        made = self.report.look(theme)
        fresh = {path: stamp(path) for path in made.files if path not in known}
        self.watch.follow({path: stamp for path, stamp in known.items() if path in made.files} | fresh)
        if any(stamp.changed > started for stamp in fresh.values()):  # saved while it was read for the first time
            self.changed()
        deck = as_deck(made.scene) if made.scene else last
        said = notices(made.findings, deck, Sources(self.report.outline, self.report.read), self.report.lang)
        errors = sum(finding.severity == "error" for finding in made.findings)
        stale = made.scene is None and deck is not None
        return View(version, deck, stale, said, errors, len(made.findings) - errors, made.scene or last_scene)


def crash(error: Exception, lang: str) -> Notice:
    """A fault of ours, with what the maintainers need to mend it."""
    said = Finding(NOWHERE, "preview/crash", {"error": f"{type(error).__name__}: {error}"})
    message, hint = words(said, lang)
    return Notice("error", said.rule, message, hint, "", "", 0, detail="".join(traceback.format_exception(error)))
