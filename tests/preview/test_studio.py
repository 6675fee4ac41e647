"""One compile at a time, the newest state wins, only what is looked at is compiled, and a crash is shown."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from deckgen.pipeline import Request, compile_deck
from deckgen.preview import studio as studios
from deckgen.preview.studio import OWN, Studio
from deckgen.scene import Scene
from tests.preview.conftest import Looked, report, write_report


@contextmanager
def studio_of(look: Callable[[str], Looked]) -> Iterator[Studio]:
    studio = Studio(report(look))
    studio.start()
    try:
        yield studio
    finally:
        studio.close()
        assert not studio.maker.is_alive() and not studio.watch.thread.is_alive()


def scene_of(folder: Path) -> Scene:
    return compile_deck(Request(str(write_report(folder)))).scene


def test_compiles_never_overlap_and_the_last_change_is_always_compiled() -> None:
    running, most, seen = 0, 0, list[int]()
    files = 0

    def look(theme: str) -> Looked:
        nonlocal running, most
        running += 1
        most = max(most, running)
        seen.append(files)
        time.sleep(0.01)
        running -= 1
        return Looked()

    with studio_of(look) as studio:
        for n in range(50):
            files = n + 1
            studio.changed()
            time.sleep(0.001)
        assert studio.next_view(OWN, studio.version - 1, 5) is not None
    assert most == 1
    assert seen[-1] == 50
    assert len(seen) < 40, "changes that come while one is compiled are compiled together"


def test_a_change_during_a_compile_is_compiled_after_it() -> None:
    begun, go = Event(), Event()
    count = 0

    def look(theme: str) -> Looked:
        nonlocal count
        count += 1
        begun.set()
        go.wait(5)
        return Looked()

    with studio_of(look) as studio:
        assert begun.wait(5)
        studio.changed()
        go.set()
        view = studio.next_view(OWN, 1, 5)
    assert view is not None and view.version == 2
    assert count == 2


def test_only_themes_that_are_looked_at_are_compiled() -> None:
    themes: list[str] = []

    def look(theme: str) -> Looked:
        themes.append(theme)
        return Looked()

    with studio_of(look) as studio:
        studio.next_view(OWN, 0, 5)
        with studio.looking("blue"):
            studio.next_view("blue", 0, 5)
            studio.changed()
            studio.next_view("blue", 1, 5)
        studio.changed()
        studio.next_view(OWN, studio.version - 1, 5)
    assert themes == [OWN, "blue", "blue", OWN]


def test_a_crash_is_told_and_the_next_change_is_compiled(tmp_path: Path) -> None:
    scene = scene_of(tmp_path)
    crashes = False

    def look(theme: str) -> Looked:
        if crashes:
            raise ZeroDivisionError("by 〇")
        return Looked(scene)

    with studio_of(look) as studio:
        first = studio.next_view(OWN, 0, 5)
        crashes = True
        studio.changed()
        crashed = studio.next_view(OWN, 1, 5)
        crashes = False
        studio.changed()
        mended = studio.next_view(OWN, 2, 5)
    assert first and crashed and mended
    assert crashed.stale and crashed.deck is first.deck
    (notice,) = crashed.notices
    assert (notice.rule, notice.severity) == ("preview/crash", "error")
    assert "ZeroDivisionError: by 〇" in notice.message
    assert "Traceback" in notice.detail and "in look" in notice.detail
    assert not mended.stale and mended.notices == ()


def test_a_fault_of_the_first_compile_leaves_no_deck() -> None:
    def look(theme: str) -> Looked:
        raise RecursionError

    with studio_of(look) as studio:
        view = studio.next_view(OWN, 0, 5)
    assert view is not None and view.deck is None and not view.stale


def test_drawings_are_made_when_asked_for_and_kept(tmp_path: Path) -> None:
    scene = scene_of(tmp_path)
    with studio_of(lambda theme: Looked(scene)) as studio:
        view = studio.next_view(OWN, 0, 5)
        assert view is not None and view.deck is not None and not studio.drawings
        look = view.deck.pages[1].print
        assert studio.drawing(look) == "<svg>甲</svg>" == studio.drawing(look)
        assert list(studio.drawings) == [look]
        assert studio.drawing("0" * 24) is None


def test_no_more_drawings_are_kept_than_a_strip_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studios, "MOST_DRAWINGS", 2)
    scene = scene_of(tmp_path)
    with studio_of(lambda theme: Looked(scene)) as studio:
        view = studio.next_view(OWN, 0, 5)
        assert view is not None and view.deck is not None
        looks = [page.print for page in view.deck.pages]
        for look in (*looks[:2], looks[0], looks[2]):
            studio.drawing(look)
    assert list(studio.drawings) == [looks[0], looks[2]]


def test_whoever_comes_later_is_not_shown_what_is_past() -> None:
    begun, go = Event(), Event()
    go.set()

    def look(theme: str) -> Looked:
        begun.set()
        go.wait(5)
        return Looked()

    with studio_of(look) as studio:
        assert studio.next_view(OWN, 0, 5) is not None
        begun.clear()
        go.clear()
        studio.changed()
        assert begun.wait(5)
        assert studio.next_view(OWN, 0, 0.05) is None
        go.set()
        view = studio.next_view(OWN, 0, 5)
    assert view is not None and view.version == 2


@pytest.mark.clock
def test_nobody_waits_for_ever() -> None:
    with studio_of(lambda theme: Looked()) as studio:
        assert studio.next_view(OWN, 99, 0.01) is None
        waiting = threading.Thread(target=studio.next_view, args=(OWN, 99, 60))
        waiting.start()
        started = time.monotonic()
        studio.close()
        waiting.join(5)
    assert time.monotonic() - started < 1


def test_decks_that_are_past_are_forgotten(tmp_path: Path) -> None:
    """A day of edits holds no more than a morning."""
    outline = write_report(tmp_path)

    def look(theme: str) -> Looked:
        return Looked(compile_deck(Request(str(outline))).scene)

    def objects_after(edits: int) -> int:
        for _ in range(edits):
            version = studio.version
            studio.changed()
            view = studio.next_view(OWN, version, 5)
            assert view is not None and view.deck is not None
            studio.drawing(view.deck.pages[1].print)
        gc.collect()
        return len(gc.get_objects())

    with studio_of(look) as studio:
        early = objects_after(10)
        assert objects_after(30) < early + 200


def test_no_theme_starves_under_rapid_saves() -> None:
    """A file that changes with every compile: the themes have their turns."""
    made: list[str] = []

    def look(theme: str) -> Looked:
        made.append(theme)
        studio.changed()
        if len(made) > 8:
            studio.closed = True
        return Looked(None)

    studio = Studio(report(look))
    studio.lookers.update(("a", "b"))
    for _ in range(6):
        theme = studio.due()
        assert theme is not None
        studio.make(theme, studio.version)
    assert made.count("a") == made.count("b") == 3
