"""However an editor saves, one change is one change; neighbours in the folder are none."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest

from deckgen.preview import watch as watching
from deckgen.preview.watch import Watch, settled, stamps

pytestmark = pytest.mark.clock
SOON = 3.0  # seconds in which a change has to be told; the pulse is 1


class Told:
    def __init__(self, watch: Watch, queue: Queue[float]) -> None:
        self.watch = watch
        self.queue = queue

    def once(self) -> float:
        """When the next change was told; fails if there is none."""
        return self.queue.get(timeout=SOON)

    def nothing(self) -> None:
        with pytest.raises(Empty):
            self.queue.get(timeout=0.15)


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """A watch over a.yaml and sub/b.yaml, of which the second is not there yet."""
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    queue: Queue[float] = Queue()
    watch = Watch(lambda: queue.put(time.monotonic()))
    watch.known = stamps([str(tmp_path / "a.yaml"), str(tmp_path / "sub" / "b.yaml")])
    watch.start()
    time.sleep(0.05)  # the system's watches are set up
    yield Told(watch, queue)
    watch.close()
    watch.thread.join(1)
    assert not watch.thread.is_alive()


def test_written_in_place(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("22", encoding="utf-8")
    told.once()
    told.nothing()


def test_a_change_is_told_within_a_fraction_of_the_time_a_reader_notices(told: Told, tmp_path: Path) -> None:
    started = time.monotonic()
    (tmp_path / "a.yaml").write_text("22", encoding="utf-8")
    assert told.once() - started < 0.5


def test_written_beside_and_renamed(told: Told, tmp_path: Path) -> None:
    (tmp_path / "b").write_text("2", encoding="utf-8")
    os.replace(tmp_path / "b", tmp_path / "a.yaml")
    told.once()
    told.nothing()


def test_moved_to_a_backup_and_written_anew(told: Told, tmp_path: Path) -> None:
    """As Vim and some others save: for a moment there is no file."""
    os.rename(tmp_path / "a.yaml", tmp_path / "a.yaml~")
    time.sleep(0.08)
    (tmp_path / "a.yaml").write_text("new", encoding="utf-8")
    told.once()
    told.nothing()


def test_emptied_and_written_later(told: Told, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("", encoding="utf-8")
    time.sleep(0.08)
    (tmp_path / "a.yaml").write_text("new", encoding="utf-8")
    told.once()
    told.nothing()


def test_taken_away_for_good_and_brought_back(told: Told, tmp_path: Path) -> None:
    os.rename(tmp_path / "a.yaml", tmp_path / "gone")
    told.once()
    os.rename(tmp_path / "gone", tmp_path / "a.yaml")
    told.once()


def test_a_folder_that_appears_later(told: Told, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.yaml").write_text("1", encoding="utf-8")
    told.once()
    (tmp_path / "sub" / "b.yaml").write_text("22", encoding="utf-8")
    told.once()


def test_a_neighbour_is_none_of_ours(told: Told, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("1", encoding="utf-8")
    (tmp_path / ".a.yaml.swp").write_text("1", encoding="utf-8")
    told.nothing()


def test_files_followed_later_are_watched(told: Told, tmp_path: Path) -> None:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "theme.yaml").write_text("1", encoding="utf-8")
    told.watch.follow(stamps([str(folder / "theme.yaml")]))
    time.sleep(0.1)
    (folder / "theme.yaml").write_text("22", encoding="utf-8")
    told.once()


def test_a_change_made_while_the_files_were_read_is_told(told: Told, tmp_path: Path) -> None:
    """What is followed has the stamps from before the reading."""
    before = stamps([str(tmp_path / "a.yaml")])
    (tmp_path / "a.yaml").write_text("22", encoding="utf-8")
    told.once()
    told.watch.follow(before)
    told.once()


def test_without_watches_of_the_system_it_looks_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> Iterator[object]:
        raise OSError("no space left for watches")

    monkeypatch.setattr("watchfiles.watch", refuse)
    turn, found = Event(), Queue[object]()
    thread = Thread(target=lambda: deque(map(found.put, watching.wake_ups(frozenset(), turn)), 0))
    thread.start()
    found.get(timeout=SOON)
    turn.set()
    thread.join(1)
    assert not thread.is_alive()


def test_patience_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1", encoding="utf-8")
    old = stamps([str(path)])
    path.unlink()
    started = time.monotonic()
    assert settled(old, Event())[str(path)] == watching.GONE
    assert time.monotonic() - started < 1
