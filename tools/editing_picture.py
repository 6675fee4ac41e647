"""The animated picture of the README: editing with the live page (a developer's tool: needs chromium, chromedriver, Noto CJK).

python -m tools.editing_picture
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.preview.browser import Tab, chromium  # noqa: E402
from tests.preview.conftest import serving  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "editing.gif"
SLIDE = 5
PAGE, EDITOR, HEIGHT = (1120, 720), 400, 500  # the page as the browser draws it; the width of the editor beside it
COLOURS = 96
FACE, SIZE, LINE = "Noto Sans Mono CJK SC", 17, 27
LINES = 17  # that the editor shows
INK, PAPER, GREY, KEY, MARK, TAB, RULE = "#1f2328", "#ffffff", "#8b949e", "#0550ae", "#fff3c4", "#eef1f4", "#d0d7de"
QUICK, READ, LOOK = 140, 900, 1700  # milliseconds of a frame


class Edit(NamedTuple):
    """What is typed over what, in which file and after which words there, and what the page then shows."""

    file: str
    after: str
    old: str
    new: str
    shows: Callable[[Tab], bool]

    def place(self, text: str) -> int:
        return text.index(self.old, text.index(self.after))


def in_slide(words: str) -> Callable[[Tab], bool]:
    return lambda tab: words in tab.text("#slide")


FAULT = "moto: 率先崛起、转型跨越"
SECTION = "坚持以实现高质量发展为第一要务"
EDITS = (
    Edit("figures.yaml", "\n  gdp:", "value: X", "value: 412.6", in_slide("412.6")),
    Edit("figures.yaml", "\n  gdp:", "同比 +X%", "同比 +7.8%", in_slide("7.8%")),
    Edit("outline.yaml", SECTION, "motto: 率先崛起、转型跨越", FAULT, lambda tab: tab.shows("#fault")),
    Edit("outline.yaml", SECTION, FAULT, "motto: 率先崛起、转型跨越", lambda tab: not tab.shows("#fault")),
    Edit("outline.yaml", SECTION, "lead: 提振质量效益", "lead: 质量效益双提升", in_slide("双提升")),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "report"
        shutil.copytree(ROOT / "content" / "report-2019", folder)
        with serving(folder / "outline.yaml") as server, chromium(Path(scratch) / "profile") as driver:
            tab = Tab(driver, server)
            tab.size(*PAGE)
            tab.scheme("light")
            tab.open(f"#{SLIDE}")
            settle(tab)
            frames = list(recorded(tab, folder))
    palette = common_palette([frame for frame, milliseconds in frames if milliseconds != QUICK])
    images = [frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame, _ in frames]
    times = [milliseconds for _, milliseconds in frames]
    images[0].save(TARGET, save_all=True, append_images=images[1:], duration=times, loop=0, optimize=True, disposal=1)
    print(f"{TARGET}: {len(images)} frames, {sum(times) / 1000:.1f} s, {TARGET.stat().st_size // 1024} kB")


def common_palette(frames: list[Image.Image]) -> Image.Image:
    """One palette for all frames, so that a frame is no more than what differs from the one before."""
    sheet = Image.new("RGB", (frames[0].width, frames[0].height * len(frames)))
    for index, image in enumerate(frames):
        sheet.paste(image, (0, index * image.height))
    return sheet.quantize(COLOURS, method=Image.Quantize.MEDIANCUT)


def recorded(tab: Tab, folder: Path) -> Iterator[tuple[Image.Image, int]]:
    """Every frame with how long it stays: keys fall before the file is saved, the page follows when it is."""
    page = shot(tab)
    for number, edit in enumerate(EDITS):
        path = folder / edit.file
        text = path.read_text(encoding="utf-8")
        at = edit.place(text)
        if not number:
            yield frame(page, edit.file, text, at), LOOK
        for step in typed(edit.old, edit.new):
            yield frame(page, f"{edit.file} ●", text[:at] + step + text[at + len(edit.old) :], at), QUICK
        text = text[:at] + edit.new + text[at + len(edit.old) :]
        path.write_text(text, encoding="utf-8")
        tab.wait(lambda edit=edit: edit.shows(tab))  # type: ignore[misc]  # mypy knows no lambda with a default
        settle(tab)
        page = shot(tab)
        last = number == len(EDITS) - 1
        yield frame(page, edit.file, text, at), LOOK if edit.new == FAULT or last else READ


def typed(old: str, new: str) -> Iterator[str]:
    """The text as it grows, key by key, where old and new differ."""
    same = alike(old, new)
    rest = min(alike(old[::-1], new[::-1]), len(old) - same, len(new) - same)
    middle, tail = new[same : len(new) - rest], new[len(new) - rest :]
    for end in range(len(middle) + 1):
        yield new[:same] + middle[:end] + tail


def alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


def settle(tab: Tab) -> None:
    tab.wait(lambda: tab.slide and tab.run("return [...document.images].slice(0, 6).every((image) => image.naturalWidth)"))
    tab.run("document.activeElement.blur()")


def shot(tab: Tab) -> Image.Image:
    return Image.open(io.BytesIO(tab.driver.get_screenshot_as_png())).convert("RGB")


def frame(page: Image.Image, name: str, text: str, at: int) -> Image.Image:
    """The editor at the left, about the place that is edited; the page at the right."""
    width = round(page.width * HEIGHT / page.height)
    whole = Image.new("RGB", (EDITOR + width, HEIGHT), PAPER)
    whole.paste(page.resize((width, HEIGHT), Image.Resampling.LANCZOS), (EDITOR, 0))
    editor = Image.new("RGB", (EDITOR, HEIGHT), PAPER)
    draw = ImageDraw.Draw(editor)
    line = text.count("\n", 0, at)
    first = max(0, line - LINES // 2)
    draw_editor(draw, name, text.split("\n")[first : first + LINES], first + 1, line - first)
    draw.line([(EDITOR - 1, 0), (EDITOR - 1, HEIGHT)], fill=RULE, width=2)
    whole.paste(editor, (0, 0))
    return whole


def draw_editor(draw: ImageDraw.ImageDraw, name: str, lines: list[str], first: int, here: int) -> None:
    font = face()
    draw.rectangle((0, 0, EDITOR, 38), fill=TAB)
    draw.text((16, 8), name, font=font, fill=INK)
    top = 50
    draw.rectangle((0, top + here * LINE - 1, EDITOR, top + (here + 1) * LINE - 3), fill=MARK)
    for index, line in enumerate(lines):
        y = top + index * LINE
        draw.text((10, y), f"{first + index:3d}", font=font, fill=GREY)
        key, colon, value = line.partition(":")
        is_key = bool(colon) and not line.lstrip().startswith("#")
        draw.text((54, y), key + colon if is_key else line, font=font, fill=KEY if is_key else GREY if "#" in line[:12] else INK)
        if is_key:
            draw.text((54 + font.getlength(key + colon), y), value, font=font, fill=INK)


def face() -> ImageFont.FreeTypeFont:
    """The monospaced face with hanzi, wherever the system keeps it."""
    command = ["fc-match", "-f", "%{file}\n%{index}", FACE]
    path, index = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")
    return ImageFont.truetype(path, SIZE, index=int(index))


if __name__ == "__main__":
    main()
