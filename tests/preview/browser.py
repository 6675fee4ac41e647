"""Chromium without a window, driven over the system's chromedriver; nothing is downloaded."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from deckgen.preview.server import Server
from tests.support import ROOT

AXE = ROOT / "tools" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    *("--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-default-apps", "--disable-dev-shm-usage", "--lang=zh-CN"),
)
PATIENCE = 8.0  # seconds; far over what any step takes


def program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"{names[0]} is missing: apt-get install chromium chromium-driver")
    return found


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    options = Options()
    options.binary_location = program("chromium", "google-chrome", "chromium-browser")
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    for flag in (*FLAGS, *root, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=Service(program("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


class Tab:
    """The page of one preview, and what a reader does there."""

    def __init__(self, driver: Chrome, server: Server) -> None:
        self.driver = driver
        self.server = server
        self.asked: list[str] = []  # every address the page asked for

    def open(self, address: str = "") -> Tab:
        self.driver.get("about:blank")  # a change of the fragment alone would load nothing
        self.driver.get(self.server.url + address)
        self.wait(lambda: not self.classes("body") & {"loading"})
        return self

    # ---- looks

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)).strip()

    def shows(self, selector: str) -> bool:
        return bool(self.run("return document.querySelector(arguments[0])?.checkVisibility() ?? false", selector))

    def classes(self, selector: str) -> set[str]:
        return set(self.run("return [...document.querySelector(arguments[0]).classList]", selector))

    @property
    def slide(self) -> str:
        """The title of the slide that is drawn, as its drawing says."""
        return self.text("#slide > svg > title")

    @property
    def where(self) -> str:
        return self.text("#where")

    @property
    def count(self) -> int:
        return int(self.run("return document.querySelectorAll('#thumbs > li').length"))

    def wait(self, met: Callable[[], object]) -> None:
        until = time.monotonic() + PATIENCE
        while not met():
            assert time.monotonic() < until, f"never came: {met.__code__.co_names} {self.where} {self.text('#announce')}"
            time.sleep(0.02)

    # ---- deeds

    def press(self, *keys: str, on: str = "body") -> None:
        for key in keys:
            self.find(on).send_keys(getattr(Keys, key, key))

    def click(self, selector: str) -> None:
        self.find(selector).click()

    def go(self, title: str, **by: str) -> None:
        """Press these keys and wait for this slide."""
        self.press(*by.values())
        self.wait(lambda: self.slide == title)

    def size(self, width: int, height: int) -> None:
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)

    def scheme(self, name: str) -> None:
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def time_of(self, words: str, edit: Callable[[], object]) -> float:
        """Milliseconds from just before `edit` until the large slide says `words`."""
        self.run(
            """
            const slide = document.getElementById("slide");
            window.seen = 0;
            window.watching?.disconnect();
            window.watching = new MutationObserver(() => { if (!window.seen && slide.textContent.includes(arguments[0])) window.seen = Date.now(); });
            window.watching.observe(slide, { childList: true, subtree: true });
            """,
            words,
        )
        started = time.time() * 1000
        edit()
        self.wait(lambda: self.run("return window.seen"))
        return float(self.run("return window.seen")) - started

    # ---- what must never be

    def serious_faults(self) -> list[str]:
        """What axe-core finds that keeps somebody out."""
        if not self.run("return Boolean(window.axe)"):
            self.run(axe_source())
        found = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations']}).then(done, (e) => done(String(e)));"
        )
        assert isinstance(found, dict) and len(found["passes"]) > 20, found
        return [
            f"{violation['id']}: {node['html'][:200]} {node['failureSummary']}"
            for violation in found["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]

    def complaints(self) -> list[str]:
        """Errors and warnings of the browser's console."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self) -> list[str]:
        """The addresses the page asked for since the last call."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        # Chromium asks itself (chrome:) for what its own pages need.
        new = [url for url in sent if not url.startswith(("about:", "data:", "chrome:", "chrome-untrusted:"))]
        self.asked += new
        return new


def axe_source() -> str:
    if not AXE.exists():
        pytest.skip("axe-core is missing: cd tools/axe && npm install")
    return AXE.read_text(encoding="utf-8")
