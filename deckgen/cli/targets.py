"""Where pictures go: the names of files from `-o`, the title and the slide numbers."""

from __future__ import annotations

import os
from typing import Literal

from deckgen.cli.language import say
from deckgen.write.save import LONGEST_NAME, file_name

Product = Literal["pdf", "png", "sheet", "notes", "notes-png", "html"]
FOLDER = os.path.join("dist", "render")
ENDINGS: dict[Product, str] = {"pdf": ".pdf", "png": ".png", "sheet": ".png", "notes": ".pdf", "notes-png": ".png", "html": ".html"}
LONGEST_MARK = 10  # bytes of what stands behind the title: mark, number
MARKS: dict[Product, str] = {"sheet": "-sheet", "notes": "-notes", "notes-png": "-notes"}


def is_folder(output: str) -> bool:
    """Whether `-o` names a folder: one that is there, one with a slash behind it, or a name without ending."""
    return os.path.isdir(output) or output.endswith(("/", os.sep)) or not os.path.splitext(output)[1]


def wrong_target(output: str, product: Product) -> str:
    """Why `-o` cannot be what was meant; "" when it can."""
    if output == "-":
        return say("cli/pictures-to-stdout")
    ending = ENDINGS[product]
    if output and not is_folder(output) and not output.lower().endswith(ending):
        return say("cli/ending", ending=ending, output=output)
    return ""


def stem_of(output: str, product: Product, title: str) -> str:
    """The path without number and ending."""
    if output and not is_folder(output):
        return os.path.splitext(output)[0]
    return os.path.join(output or FOLDER, file_name(title, LONGEST_NAME - LONGEST_MARK) + MARKS.get(product, ""))


def numbered(stem: str, label: str, ending: str) -> str:
    """`报告-07.png`; a file that is the only one has no label."""
    return f"{stem}{'-' if label else ''}{label}{ending}"


def ending_of(output: str, product: Product) -> str:
    """As it was written: `A.PDF` stays `A.PDF`."""
    return os.path.splitext(output)[1] if output and not is_folder(output) else ENDINGS[product]


def labels(numbers: list[int], count: int, alone: bool) -> list[str]:
    """Slide numbers as wide as the deck's last, so that they sort; none where one file was named for one slide."""
    if alone and len(numbers) == 1:
        return [""]
    return [f"{number:0{max(2, len(str(count)))}d}" for number in numbers]
