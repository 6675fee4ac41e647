"""The pictures of the live page in the README, taken in a browser (a developer's tool: needs chromium and chromedriver)."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.preview.browser import Tab, chromium  # noqa: E402
from tests.preview.conftest import serving  # noqa: E402

REPORT = ROOT / "content" / "report-2019"
TARGET = ROOT / "docs" / "pictures"
SIZE = (1440, 900)
FAULT = ("    motto: 一年来，", '    motto: "一年来，')


def save(tab: Tab, name: str) -> None:
    image = Image.open(io.BytesIO(tab.driver.get_screenshot_as_png())).convert("RGB")
    image.save(TARGET / f"{name}.png", optimize=True)


def settled(tab: Tab) -> None:
    """Wait until every picture in sight is there."""
    tab.wait(lambda: tab.slide and tab.run("return [...document.images].slice(0, 9).every((image) => image.naturalWidth)"))
    tab.run("document.activeElement.blur()")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(REPORT, Path(scratch) / "report")
        outline = Path(scratch) / "report" / "outline.yaml"
        with serving(outline) as server, chromium(Path(scratch) / "profile") as driver:
            tab = Tab(driver, server)
            tab.size(*SIZE)
            tab.scheme("light")
            settled(tab.open("#4"))
            save(tab, "preview")
            tab.scheme("dark")
            outline.write_text(outline.read_text(encoding="utf-8").replace(*FAULT), encoding="utf-8")
            tab.wait(lambda: tab.shows("#fault"))
            settled(tab)
            save(tab, "preview-fault")


if __name__ == "__main__":
    main()
