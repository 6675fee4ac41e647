"""留下了空的占位符。

查什么：没有填写的占位符（“单击此处添加文本”之类）；标题另有规则，页脚、日期、页码不查。
为什么：放映时看不见，但编辑时碍事，读屏软件会停在上面，有的软件还会把提示文字打印出来。
怎么改：填上内容，或选中它按 Delete。

---
An empty placeholder was left behind.

Finds: placeholders that nobody filled (“Click to add text”); titles have a rule of their own, footer, date and number are left out.
Why: a show does not print them, but they are in the way of editing, screen readers stop at them, and some clients print the prompt.
Mend: fill it, or select it and press Delete.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import is_empty_placeholder

RULE = "deck/empty-placeholder"
SEVERITY: Severity = "warning"


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if is_empty_placeholder(shape) and not (shape.is_title or shape.is_footer or shape.hidden):
                yield at(slide.number, shape.name)
