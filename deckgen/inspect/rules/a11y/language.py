"""文字没有标明语言。

查什么：文字没有校对语言（python-pptx 等程序写的文件常常如此）；每页报一处，并说明共有几处。
为什么：读屏软件不知道该用中文还是英文念，拼写检查也无从做起。
怎么改：全选 → 审阅 → 语言 → 设置校对语言 → 中文(中国)。

---
Text does not say its language.

Finds: text without a proofing language (as programs such as python-pptx write it); one place a slide, with the count.
Why: a screen reader cannot know in which language to speak, nor a spell checker what to check.
Mend: select all → Review → Language → Set Proofing Language.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet, texts

RULE = "a11y/language"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        untagged = [(shape, run) for shape, text, _ in texts(slide) for run in text.runs if not run.lang]
        if untagged:
            shape, run = untagged[0]
            yield at(slide.number, shape.name, text=snippet(run.text), count=len(untagged))
