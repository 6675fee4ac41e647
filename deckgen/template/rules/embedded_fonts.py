"""模板嵌入了字体。

查什么：文件里有嵌入的字体。
为什么：嵌入的多半只有用过的字，WPS 里后打的字会变成空白，所以不带进新文件。
怎么改：给放映的电脑装上这些字体，或换成自带的。

---
The template embeds fonts.

Finds: fonts that travel in the file.
Why: most hold only the characters that were used, and WPS shows those typed later as blanks; so they are left out.
Mend: install these fonts where the deck is shown, or choose others.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity, listed
from deckgen.template.subject import Facts, TemplateSubject

RULE = "theme/embedded-fonts"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    if subject.facts.show.embedded:
        yield {"faces": listed(sorted(subject.facts.show.embedded))}
