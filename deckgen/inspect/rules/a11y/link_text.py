"""链接文字没有说明去处。

查什么：链接文字是“点击这里”“更多”“详情”“click here”之类，或就是一串网址。
为什么：读屏软件可以单独列出链接，一串“点击这里”谁也不知道通向哪里；PowerPoint 的辅助功能检查给出警告。
怎么改：把链接加在说明去处的文字上，如“2019年统计公报”；网址写在链接里，不写在屏幕上。

---
The text of a link does not say where it leads.

Finds: link texts such as “click here”, “more”, 点击这里, 详情, and bare web addresses.
Why: screen readers list links by themselves, and a list of “click here” tells nothing; PowerPoint's own checker warns of it.
Mend: put the link on words that name the target, such as “Statistical communiqué 2019”; the address belongs in the link, not on the slide.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet, texts
from deckgen.inspect.values import FinishedText, Shape

RULE = "a11y/link-text"
SEVERITY: Severity = "warning"
EMPTY = re.compile(
    r"(?:请?(?:点击|点|单击|点按|戳)?(?:这里|此处|这儿|链接|查看|了解)?(?:更多|详情|全文|原文)?|更多信息|查看详情|了解更多|阅读更多|网址|链接"
    r"|(?:please )?(?:click |tap )?(?:here|this|link|this link)|(?:read |see |learn |view )?more|details|link|go|url)"
    r"[\s>»›→….。!！：:]*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+", re.IGNORECASE)


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape, text, _ in texts(slide):
            for said in linked(shape, text):
                if EMPTY.fullmatch(said) or ADDRESS.fullmatch(said):
                    yield at(slide.number, shape.name, text=snippet(said))


def linked(shape: Shape, text: FinishedText) -> Iterator[str]:
    """The text of each link: neighbouring runs of one target belong together."""
    if shape.link is not None:
        yield text.plain
    for paragraph in text.paragraphs:
        for link, runs in groupby(paragraph, key=lambda run: run.link):
            said = "".join(run.text for run in runs).strip()
            if link is not None and said:
                yield said
