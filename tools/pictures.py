"""The pictures of README and docs, rendered by our own pipeline (a developer's tool: `make pictures`)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from deckgen.load.theme import theme_names
from deckgen.render.office import Office, find_office, to_pdf
from deckgen.render.pages import page_count, pictures
from deckgen.render.sheet import contact_sheet

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "content" / "report-2019"
ENGLISH = ROOT / "tests" / "english"
TARGET = ROOT / "docs" / "pictures"
WIDTH = 960
TIME_LIMIT = 300  # seconds for one conversion

# (file, theme, sample figures, slide number)
SINGLE = (
    ("cover", "zhengwu-red", False, 1),
    ("agenda", "zhengwu-red", False, 2),
    ("section-x", "zhengwu-red", False, 5),
    ("section-filled", "zhengwu-red", True, 5),
    ("objectives-chart", "zhengwu-red", True, 13),
    ("blue-section", "zhengwu-blue", False, 5),
)


OF_A_THEME = (1, 2, 5, 13)  # cover, agenda, a section with figures, objectives


def report(theme: str, sample: bool, folder: Path) -> list[Image.Image]:
    """The report in one theme as pictures of its slides."""
    ledger = REPORT / "figures.sample.yaml" if sample else None
    return built(REPORT / "outline.yaml", theme, ledger, folder / f"{theme}-{'sample' if sample else 'x'}.pptx")


def built(outline: Path, theme: str, ledger: Path | None, deck: Path) -> list[Image.Image]:
    """An outline in one theme as pictures of its slides."""
    folder = deck.parent
    figures = ["--figures", str(ledger)] if ledger else []
    command = [sys.executable, "-m", "deckgen", "build", str(outline), "--theme", theme, "-o", str(deck), *figures]
    subprocess.run(command, check=True, cwd=ROOT)
    pdf = to_pdf(deck, folder, Office(find_office(), TIME_LIMIT))
    return list(pictures(pdf, range(1, page_count(pdf) + 1), WIDTH))


def save(image: Image.Image, name: str) -> None:
    """As a small PNG: slides are flat colours, 256 of them are enough."""
    image.quantize(256, kmeans=3, dither=Image.Dither.NONE).save(TARGET / f"{name}.png", optimize=True)


def themes(folder: Path) -> None:
    """A picture of each shipped theme: four slides of the report with sample figures, `civic` of the English one."""
    for name in theme_names():
        images = (
            built(ENGLISH / "outline.yaml", name, ENGLISH / "figures.filled.yaml", folder / "civic.pptx")
            if name == "civic"
            else report(name, True, folder)
        )
        numbers = (1, 2, 3, 9) if name == "civic" else OF_A_THEME
        save(contact_sheet([images[number - 1] for number in numbers], columns=2, width=400), f"theme-{name}")


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        decks = {
            (theme, sample): report(theme, sample, Path(scratch)) for theme in ("zhengwu-red", "zhengwu-blue") for sample in (False, True)
        }
        themes(Path(scratch))
        english = built(ENGLISH / "outline.yaml", "zhengwu-blue", ENGLISH / "figures.filled.yaml", Path(scratch) / "english.pptx")
    for name, theme, sample, number in SINGLE:
        save(decks[theme, sample][number - 1], name)
    for (theme, sample), images in decks.items():
        save(contact_sheet(images, columns=3, width=480), f"sheet-{theme}-{'sample' if sample else 'x'}")
    save(contact_sheet(english, columns=3, width=480), "sheet-english")


if __name__ == "__main__":
    main()
