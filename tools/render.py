"""Render decks through LibreOffice: PDF, one PNG a slide, and a contact sheet (a developer's tool)."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

# The faces our themes name, as open fonts that look like them; without it LibreOffice takes any CJK face.
SUBSTITUTES = {
    "华文中宋": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "微软雅黑": "Noto Sans CJK SC",
    "黑体": "Noto Sans CJK SC",
    "等线": "Noto Sans CJK SC",
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
}
TIME_LIMIT = 180  # seconds for one conversion


def fonts_conf(folder: Path) -> Path:
    """A fontconfig file that adds the substitutes to the system's own configuration."""
    matches = "".join(
        f'<match target="pattern"><test name="family"><string>{face}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{real}</string></edit></match>'
        for face, real in SUBSTITUTES.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>{matches}</fontconfig>',
        encoding="utf-8",
    )
    return path


def to_pdf(deck: Path, folder: Path) -> Path:
    """The deck as PDF in `folder`, made by a LibreOffice with a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SystemExit("LibreOffice is missing: apt-get install libreoffice-impress fonts-noto-cjk")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        environment = os.environ | {
            "FONTCONFIG_FILE": str(fonts_conf(Path(scratch))),
            "LC_ALL": "C.UTF-8",
        }
        command = [
            office,
            f"-env:UserInstallation=file://{scratch}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(deck),
        ]
        subprocess.run(
            command,
            check=True,
            env=environment,
            timeout=TIME_LIMIT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return folder / f"{deck.stem}.pdf"


def to_images(pdf: Path, width: int = 1280) -> list[Image.Image]:
    """One picture a page, `width` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=width / page.get_width()).to_pil().convert("RGB") for page in document]


def contact_sheet(images: list[Image.Image], columns: int = 3, width: int = 640) -> Image.Image:
    """All slides on one picture, row by row."""
    height = width * 9 // 16
    gap = 12
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (columns * (width + gap) + gap, rows * (height + gap) + gap), "#8a8a8a")
    for index, image in enumerate(images):
        x, y = gap + index % columns * (width + gap), gap + index // columns * (height + gap)
        sheet.paste(image.resize((width, height), Image.Resampling.LANCZOS), (x, y))
    return sheet


def render(deck: Path, folder: Path) -> list[Path]:
    """PNG files of all slides and `sheet.png` in `folder`."""
    images = to_images(to_pdf(deck, folder))
    paths = []
    for number, image in enumerate(images, 1):
        paths.append(folder / f"{number:02d}.png")
        image.save(paths[-1])
    contact_sheet(images).save(folder / "sheet.png")
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("decks", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("dist/render"))
    options = parser.parse_args()
    missing = [str(deck) for deck in options.decks if not deck.is_file()]
    if missing:
        raise SystemExit(f"no such deck: {', '.join(missing)}")
    for deck in options.decks:
        folder = options.output / deck.stem
        print(f"{deck}: {len(render(deck, folder))} slides in {folder}")


if __name__ == "__main__":
    main()
