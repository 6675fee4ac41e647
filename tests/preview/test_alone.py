"""The HTML deck: one file that shows and presents itself, from disk, without a server and without the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from deckgen.pipeline import Request, compile_deck
from deckgen.preview.alone import digest, html_deck
from deckgen.write.svg.slide import slide_svg
from tests.preview.test_presenting import OUTLINE, Stage
from tests.some import some
from tests.support import OUTLINE as REPORT
from tests.support import compile_text
from tests.themes.helpers import EVERY_KIND, LEDGERS

pytest.importorskip("selenium", reason="selenium is missing: pip install -e '.[dev]'")

from selenium.webdriver import Chrome

from tests.preview.browser import chromium

LEDGER = "figures:\n  gdp: {label: 生产总值, value: X, unit: 亿元}\n"


def deck_of(text: str, folder: Path, ledger: str = LEDGER, numbers: list[int] | None = None) -> str:
    scene = compile_text(text, folder, ledger).scene
    return html_deck(scene, numbers or list(range(1, len(scene.slides) + 1)), slide_svg)


class References(HTMLParser):
    """Every address that the file names, and all text of its slides."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.styled: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.addresses += [
            value or "" for name, value in attributes if name in ("href", "src", "srcset", "xlink:href", "action", "data", "poster")
        ]
        self.styled += [name for name, _ in attributes if name == "style" or name.startswith("on")]


def test_nothing_comes_from_outside_and_only_its_own_script_and_style_run(tmp_path: Path) -> None:
    text = deck_of(EVERY_KIND, tmp_path, LEDGERS["x"])
    found = References(text)
    assert len(found.addresses) > 10
    assert [each for each in found.addresses if not re.match(r"#slide-\d+$|data:image/", each)] == []
    assert found.styled == []
    assert not re.search(r"@import|url\((?!#)", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    (style,) = re.findall(r"<style data-present>(.*?)</style>", text, re.S)
    (script,) = re.findall(r'<script type="module">(.*?)</script>', text, re.S)
    wanted = (
        f"default-src 'none'; script-src {digest(script)}; style-src {digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert policy[1] == wanted


def test_the_report_is_small_and_its_words_are_text() -> None:
    scene = compile_deck(Request(str(REPORT))).scene
    numbers = list(range(1, len(scene.slides) + 1))
    text = html_deck(scene, numbers, slide_svg)
    assert text == html_deck(scene, numbers, slide_svg)
    assert len(text.encode()) < 1_000_000
    assert "<image" not in text and "顺势而为" in re.sub(r"<[^>]*>", "", text)
    assert text.count("<section") == 16 and all(slide.notes.split("\n")[0] in text for slide in some(scene.slides))


def test_some_slides_are_counted_anew_and_links_to_others_lead_nowhere(tmp_path: Path) -> None:
    text = deck_of(EVERY_KIND, tmp_path, LEDGERS["x"], [2, 4])  # the overview, with links to slides 3 and 4
    assert re.findall(r'<section id="slide-(\d+)"', text) == ["1", "2"]
    assert set(re.findall(r'<a href="#slide-(\d+)"', text)) == {"2"}
    assert '<a aria-disabled="true"' in text


def test_what_an_author_writes_ends_no_element(tmp_path: Path) -> None:
    text = deck_of(OUTLINE.replace("讲乙", "'</script><b>讲乙</b><!--'"), tmp_path)
    assert "</script><b>" not in text and text.count("<!--") == 0 and text.count("<script") == 2


# ---- in a browser


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as made:
        yield made


@pytest.fixture
def stage(driver: Chrome, tmp_path: Path) -> Iterator[Stage]:
    """The deck opened from disk; afterwards nothing was complained of, and nothing but the file was asked for."""
    file = tmp_path / "报告.html"
    file.write_text(deck_of(OUTLINE, tmp_path), encoding="utf-8")
    tab = Stage(driver, None)  # type: ignore[arg-type]  # there is no server
    tab.complaints()
    tab.requests()
    tab.asked.clear()
    tab.size(1280, 800)
    driver.get(file.as_uri())
    tab.wait(lambda: tab.shown[0] == "报告")
    yield tab
    for handle in driver.window_handles[1:]:
        driver.switch_to.window(handle)
        driver.close()
    driver.switch_to.window(driver.window_handles[0])
    tab.requests()
    assert {url.partition("#")[0] for url in tab.asked} == {file.as_uri()}
    assert tab.complaints() == []


@pytest.mark.browser
def test_it_presents_itself_from_disk_with_the_same_keys(stage: Stage) -> None:
    stage.press("PAGE_DOWN")
    stage.wait(lambda: stage.shown == ("甲", []))
    for points in (["第一件事"], ["第一件事", "第二件事"], ["第一件事", "第二件事", "第三件事"]):
        stage.press("ARROW_RIGHT")
        stage.wait(lambda points=points: stage.shown == ("甲", points))
    stage.press("SPACE")
    stage.wait(lambda: stage.shown == ("乙", ["就一件"]))
    assert stage.run("return location.hash") == "#4"
    stage.press("2", "ENTER")
    stage.wait(lambda: stage.shown == ("甲", []))
    stage.press("b")
    assert "black" in stage.classes(".show")
    stage.press("b", "ESCAPE")
    assert stage.shows(".show")


@pytest.mark.browser
def test_its_speaker_window_has_the_notes_and_the_next_slide(stage: Stage) -> None:
    stage.press("PAGE_DOWN")
    stage.begin()
    stage.speak()
    stage.wait(lambda: stage.text(".speaker-now title") == "甲" and stage.text(".speaker-next title") == "乙")
    assert stage.run("return [...document.querySelectorAll('.speaker-notes mark')].map((each) => each.textContent)") == ["X亿元"]
    assert stage.run("return getComputedStyle(document.body).display") == "grid", "the style reaches the second window"
    stage.press("PAGE_DOWN")
    stage.shows_audience("甲", "第一件事")


@pytest.mark.browser
def test_its_words_can_be_selected_and_found(stage: Stage) -> None:
    stage.press("PAGE_DOWN", "PAGE_DOWN")
    stage.wait(lambda: stage.shown == ("甲", ["第一件事"]))
    chosen = stage.run(
        """
        const text = [...document.querySelectorAll(".show text")].find((each) => each.textContent.includes("第一件事"));
        const range = document.createRange();
        range.selectNodeContents(text);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return String(getSelection());
        """
    )
    assert chosen.strip() == "第一件事"
    stage.run("document.querySelector('.show').click()")
    assert stage.shown == ("甲", ["第一件事"]), "a click that ends a selection turns no page"


@pytest.mark.browser
def test_gradients_and_every_slide_are_drawn(stage: Stage) -> None:
    """The clone of a drawing finds the gradients of the one that stands in the page."""
    sizes = stage.run("return [...document.querySelectorAll('main svg')].map((each) => each.getBoundingClientRect().width)")
    assert len(sizes) == 5 and min(sizes) > 100
    assert (
        stage.run(
            "return [...document.querySelectorAll('.show [fill^=\"url(#\"]')].filter((each) => document.querySelector(each.getAttribute('fill').slice(4, -1))).length"
        )
        > 0
    )


def test_who_presents_is_spoken_to_in_the_language_of_the_deck(tmp_path: Path) -> None:
    text = deck_of("title: Report\nparts:\n- title: Part\n  slides:\n  - {kind: points, title: One, points: [Roads, Rivers]}\n", tmp_path)
    assert '<html lang="en-US">' in text and "speaker window" in text
    assert not re.search(
        "[\u4e00-\u9fff]", re.sub(r'font-family="[^"]*"|<style.*?</style>|<script type="module">.*?</script>', "", text, flags=re.S)
    )
