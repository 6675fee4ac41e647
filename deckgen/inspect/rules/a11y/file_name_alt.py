"""替代文字只是文件名。

查什么：替代文字是“IMG_2031.jpg”“D:/图片/会场.png”这样的文件名、路径或网址。
为什么：读屏软件会一字一字念出文件名，等于没说；PowerPoint 的辅助功能检查把它列为错误。
怎么改：右键 → 查看替代文字，用一句话说明图片告诉观众什么。

---
The alternative text is nothing but a file name.

Finds: alt texts that are file names, paths or web addresses.
Why: a screen reader spells them out and says nothing; PowerPoint's own checker calls it an error.
Mend: right-click → View Alt Text and say in a sentence what the picture tells the audience.
"""

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "a11y/file-name-alt"
SEVERITY: Severity = "error"
FILE_NAME = re.compile(
    r"[^\n]{1,260}\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|ico|mp4|mov|wmv|avi|mp3|wav|xlsx?)|https?://\S+", re.IGNORECASE
)


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if not shape.hidden and not shape.decorative and FILE_NAME.fullmatch(shape.alt):
                yield at(slide.number, shape.name, alt=shape.alt)
