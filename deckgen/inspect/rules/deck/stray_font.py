"""用了别的电脑上没有的字体。

查什么：主题和文字里的字体，不在 Windows、Office 和 WPS 自带的范围内，也没有嵌入文件（如仿宋_GB2312、方正小标宋简体、苹方、思源黑体）。每种字体报第一次出现的地方。
为什么：换一台电脑，字体被替换，字宽变了，换行和版面跟着乱。
怎么改：换成微软雅黑、等线、宋体、黑体、仿宋、楷体或华文中宋；或文件 → 选项 → 保存 → 将字体嵌入文件。

---
A face that other machines do not have.

Finds: faces of the theme and of text that come neither with Windows, Office nor WPS and are not embedded; each where it first occurs.
Why: another machine substitutes it, widths change, and lines break elsewhere.
Mend: take 微软雅黑, 等线, 宋体, 黑体, 仿宋, 楷体, 华文中宋 or a Latin face of Windows; or embed the fonts (File → Options → Save).
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.faces import STOCK
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import is_hanzi, texts
from deckgen.inspect.values import FinishedRun

RULE = "deck/stray-font"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    embedded = {face.lower() for face in deck.presentation.embedded} if deck.presentation else set()
    for face, (slide, shape) in found_faces(deck).items():
        name = face.lstrip("@").lower()
        if name not in STOCK and name not in embedded:
            yield at(slide, shape, face=face)


def found_faces(deck: FinishedDeck) -> dict[str, tuple[int, str]]:
    """Each face to the first slide and shape whose text it sets; those that only a theme names to the deck."""
    faces: dict[str, tuple[int, str]] = {}
    for slide in deck.slides:
        for shape, text, _ in texts(slide):
            for run in text.runs:
                for face in faces_of(run):
                    faces.setdefault(face, (slide.number, shape.name))
    for design in deck.designs:
        for face in design.theme.faces.values():
            faces.setdefault(face, (0, ""))
    return {face: place for face, place in faces.items() if face and not face.startswith("+")}


def faces_of(run: FinishedRun) -> list[str]:
    """The faces that a run's characters really need."""
    needed = [run.latin] if any(char.isascii() and char.isalnum() for char in run.text) else []
    return [*needed, run.ea] if any(is_hanzi(char) for char in run.text) else needed
