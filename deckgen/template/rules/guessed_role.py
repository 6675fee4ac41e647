"""版式的用途是猜的。

查什么：封面、内容、封底、章节页用哪个版式，证据不够或者有两个差不多。
为什么：猜错了，全部页面就套错版式。
怎么改：看 deckgen theme inspect 里的证据；用 deckgen theme new 生成 theme.yaml，把提示里的那一行写上。

---
The use of a layout is a guess.

Finds: cover, content, closing or section layouts for which there is little evidence, or two that are as good.
Why: a wrong guess puts every slide on the wrong layout.
Mend: look at the evidence in deckgen theme inspect; make a theme.yaml with deckgen theme new and write the line that the hint shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.template.subject import Facts, TemplateSubject
from deckgen.template.words import ROLE

RULE = "theme/guessed-role"
SEVERITY: Severity = "warning"


def check(subject: TemplateSubject) -> Iterator[Facts]:
    for name, role in subject.chosen.roles.items():
        if role.band == "guess" and role.chosen:
            second = role.runner_up
            yield {
                "role": term(ROLE[name]), "key": name, "layout": role.chosen.layout.name, "points": role.chosen.points,
                "second": second.layout.name if second else "–", "less": second.points if second else 0,
            }  # fmt: skip
