"""Presenting from the live page: the audience's window and the one for who speaks, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.preview.server import Server
from tests.preview.conftest import serving

pytest.importorskip("selenium", reason="selenium is missing: pip install -e '.[dev]'")

from selenium.webdriver import ActionChains, Chrome

from tests.preview.browser import Tab, chromium

pytestmark = pytest.mark.browser

OUTLINE = """\
title: 报告
notes: 各位同志
figures: figures.yaml
speech: {minutes: 30}
reveal: points
parts:
  - title: 部分
    slides:
      - kind: points
        title: 甲
        points: [第一件事, 第二件事, 第三件事]
        notes: |
          先讲甲，完成{gdp}。
          再讲别的。
      - {kind: points, title: 备用, points: [不给人看], hidden: true}
      - {kind: points, title: 乙, points: [就一件], reveal: none, notes: 讲乙}
closing: 谢谢
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as made:
        yield made


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "figures.yaml").write_text("figures:\n  gdp: {label: 生产总值, value: X, unit: 亿元}\n", encoding="utf-8")
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    with serving(tmp_path / "outline.yaml") as made:
        yield made


class Stage(Tab):
    """Two windows: `here` is the audience's, `there` that of who speaks."""

    here = there = ""

    def begin(self) -> None:
        self.here = self.driver.current_window_handle
        self.press("p")
        self.wait(lambda: len(self.driver.window_handles) == 2)
        self.there = next(handle for handle in self.driver.window_handles if handle != self.here)

    def speak(self) -> Stage:
        self.driver.switch_to.window(self.there)
        return self

    def watch(self) -> Stage:
        self.driver.switch_to.window(self.here)
        return self

    @property
    def shown(self) -> tuple[str, list[str]]:
        """What the audience sees: the title of the slide, and which of its points."""
        title, points = self.run(
            """
            const frame = document.querySelector(".show .show-slide");
            const seen = [...frame.querySelectorAll("text")].filter((each) => getComputedStyle(each).visibility === "visible");
            return [frame.querySelector("title")?.textContent ?? "", seen.map((each) => each.textContent).filter((text) => text.includes("件"))];
            """
        )
        return title, points

    def shows_audience(self, title: str, *points: str) -> None:
        self.watch().wait(lambda: self.shown == (title, list(points)))


@pytest.fixture
def stage(driver: Chrome, served: Server) -> Iterator[Stage]:
    tab = Stage(driver, served)
    tab.complaints()
    tab.requests()
    tab.size(1440, 900)
    tab.open()
    yield tab
    for handle in driver.window_handles[1:]:
        driver.switch_to.window(handle)
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    assert tab.complaints() == []


def test_the_audience_sees_slides_alone_and_points_one_by_one(stage: Stage) -> None:
    stage.begin()
    stage.shows_audience("报告")
    covered = (
        "const {left, top, width, height} = document.querySelector('.show').getBoundingClientRect(); return [left, top, width, height]"
    )
    assert stage.run(covered) == [0, 0, *stage.run("return [innerWidth, innerHeight]")]
    assert stage.run("return document.elementFromPoint(40, 300).closest('.show') !== null")
    for points in ([], ["第一件事"], ["第一件事", "第二件事"], ["第一件事", "第二件事", "第三件事"]):
        stage.press("PAGE_DOWN")
        stage.shows_audience("甲", *points)
    stage.press("PAGE_DOWN")
    stage.shows_audience("乙", "就一件")  # the hidden slide is passed over
    stage.press("PAGE_UP")
    stage.shows_audience("甲", "第一件事", "第二件事", "第三件事")
    stage.press("PAGE_UP")
    stage.shows_audience("甲", "第一件事", "第二件事")


def test_who_speaks_sees_this_slide_the_next_and_the_notes(stage: Stage) -> None:
    stage.begin()
    stage.press("PAGE_DOWN")
    stage.shows_audience("甲")
    stage.speak()
    stage.wait(lambda: stage.text(".speaker-now title") == "甲" and stage.text(".speaker-next title") == "乙")
    assert stage.text(".speaker-where") == "2 / 5 · 甲 · 还有 3 步"
    assert stage.text(".speaker-what") == "乙"
    assert stage.run("return [...document.querySelectorAll('.speaker-notes p')].map((each) => each.textContent)") == [
        "先讲甲，完成X亿元。",
        "再讲别的。",
    ]
    assert stage.run("return [...document.querySelectorAll('.speaker-notes mark')].map((each) => each.textContent)") == ["X亿元"]
    assert int(stage.run("return parseInt(getComputedStyle(document.querySelector('.speaker-notes')).fontSize)")) >= 24
    before = stage.run("return parseInt(getComputedStyle(document.querySelector('.speaker-notes')).fontSize)")
    stage.press("+")
    assert stage.run("return parseInt(getComputedStyle(document.querySelector('.speaker-notes')).fontSize)") > before
    stage.press("PAGE_DOWN")  # keys work in either window
    stage.shows_audience("甲", "第一件事")
    assert stage.speak().text(".speaker-where").endswith("还有 2 步")
    assert stage.run("return [...document.querySelectorAll('.speaker-now .unshown')].length") > 0


def test_the_clock_tells_what_is_used_and_left(stage: Stage) -> None:
    stage.begin()
    stage.speak()
    stage.wait(lambda: stage.text(".speaker-used") == "0:02")
    assert stage.text(".speaker-left") in ("29:58", "29:57")
    assert ":" in stage.text(".speaker-clock")
    stage.press("t")
    stage.wait(lambda: stage.text(".speaker-used") in ("0:00", "0:01"))
    stage.click(".speaker-pause")
    stopped = stage.text(".speaker-used")
    stage.run("return new Promise((done) => setTimeout(done, 1600))")
    assert stage.text(".speaker-used") == stopped
    planned = stage.text(".speaker-plan")
    stage.press("END")
    stage.wait(lambda: stage.text(".speaker-plan") == "30:00")
    assert planned != "30:00"


def test_black_jump_and_pointer(stage: Stage) -> None:
    stage.begin()
    stage.speak()
    stage.press("b")
    assert "black" in stage.watch().classes(".show")
    assert stage.run("return getComputedStyle(document.querySelector('.show .show-slide')).visibility") == "hidden"
    stage.press(".")
    assert "black" not in stage.classes(".show")
    stage.press("4", "ENTER")
    stage.shows_audience("乙", "就一件")
    stage.speak().press("2", "ENTER")
    stage.shows_audience("甲")
    stage.speak().press("l")
    frame = stage.find(".speaker-now")
    ActionChains(stage.driver).move_to_element_with_offset(frame, 10, 10).perform()
    spot = "const {left, top, width, height} = document.querySelector('.show-dot').getBoundingClientRect(); return [left + width / 2, top + height / 2]"
    size = stage.run("const box = document.querySelector('.speaker-now').getBoundingClientRect(); return [box.width, box.height]")
    x, y = stage.watch().run(spot)
    wide, high = stage.run("return [innerWidth, innerHeight]")
    assert abs(x - wide * (0.5 + 10 / size[0])) < 12 and abs(y - high * (0.5 + 10 / size[1])) < 12
    stage.press("l")
    assert not stage.shows(".show-dot")


def test_an_edit_is_seen_while_it_is_shown_and_escape_ends(stage: Stage, tmp_path: Path) -> None:
    stage.begin()
    stage.press("PAGE_DOWN", "PAGE_DOWN")
    stage.shows_audience("甲", "第一件事")
    (tmp_path / "outline.yaml").write_text(OUTLINE.replace("第一件事", "头一件事"), encoding="utf-8")
    stage.shows_audience("甲", "头一件事")
    stage.press("ESCAPE")
    stage.wait(lambda: len(stage.driver.window_handles) == 1)
    assert not stage.shows(".show")
    assert stage.where == "2 / 5"


def test_minutes_stand_under_the_slides(stage: Stage) -> None:
    bars = stage.run("return [...document.querySelectorAll('#thumbs .time')].map((each) => each.checkVisibility() ? each.textContent : '')")
    assert bars == ["0:04", "0:07", "", "0:03", "0:02"]
    widths = stage.run("return [...document.querySelectorAll('#thumbs .time-bar')].map((each) => each.getBoundingClientRect().width)")
    assert widths[1] > widths[0] > widths[4] > 0
    assert stage.text("#minutes") == "本页 0:04 · 本部分 0:04 · 全场 0:17，限 30 分钟"
    assert stage.run("return document.querySelector('#thumbs a').getAttribute('aria-label')") == "第 1 页：报告（约 0:04）"
