"""LibreOffice for the tests: found as the command finds it, or the test is skipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckgen.render import office, pages
from deckgen.render.failure import RenderError

TIME_LIMIT = 300  # seconds for one conversion


def to_pdf(deck: Path, folder: Path) -> Path:
    try:
        program = office.find_office()
    except RenderError:
        pytest.skip("LibreOffice is missing: apt-get install libreoffice-impress fonts-noto-cjk")
    return office.to_pdf(deck, folder, office.Office(program, TIME_LIMIT))


def to_images(pdf: Path, width: int = 1280) -> list[Image.Image]:
    return list(pages.pictures(pdf, range(1, pages.page_count(pdf) + 1), width))
