"""中文标成了别的语言。

查什么：以汉字为主的文字，校对语言却是英语等（备用语言也不是中文）；每页报一处，并说明共有几处。
为什么：整页中文被画上红色波浪线；读屏软件用英语嗓音念中文，谁也听不懂；换行规则也可能不对。
怎么改：全选 → 审阅 → 语言 → 设置校对语言 → 中文(中国)。

---
Chinese text is tagged as another language.

Finds: text mostly of hanzi whose proofing language is English or the like (and its alternative is not Chinese either); one place a slide, with the count.
Why: the whole slide is underlined in red, screen readers read Chinese in an English voice, and lines may break by the wrong rules.
Mend: select all → Review → Language → Set Proofing Language → Chinese.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import is_hanzi, snippet, texts
from deckgen.inspect.values import FinishedRun

RULE = "deck/proofing-language"
SEVERITY: Severity = "warning"
WITH_HANZI = ("zh", "ja", "ko")


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        mistagged = [(shape, run) for shape, text, _ in texts(slide) for run in text.runs if is_mistagged(run)]
        if mistagged:
            shape, run = mistagged[0]
            yield at(slide.number, shape.name, text=snippet(run.text), lang=run.lang, count=len(mistagged))


def is_mistagged(run: FinishedRun) -> bool:
    if not run.lang or run.lang.lower().startswith(WITH_HANZI) or run.alt_lang.lower().startswith(WITH_HANZI):
        return False
    hanzi = sum(is_hanzi(char) for char in run.text)
    return hanzi >= 2 and hanzi > sum(char.isascii() and char.isalpha() for char in run.text)
