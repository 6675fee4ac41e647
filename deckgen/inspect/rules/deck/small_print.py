"""字太小，投影上看不清。

查什么：小于 14 磅的文字，小于 10.5 磅的另外说明；图表和表格里的字、自动缩小后的字都算。
页脚、日期、页码，以及 10.5 磅以上的导航链接和四个字以内的标记（徽标、角标）不算。
为什么：会议室后排看不清 14 磅以下的字，10.5 磅以下谁也不看。
怎么改：精简文字、分成两页，或把细节移到备注；不要用缩小字号来塞下内容。

---
Type too small to read on a projector.

Finds: text under 14 pt, and says so when it is under 10.5 pt; in charts and tables too, and as autofit has shrunk it.
Footer, date and number are left out, and from 10.5 pt on navigation links and marks of up to four characters (badges).
Why: the back rows cannot read under 14 pt, nobody reads under 10.5 pt.
Mend: shorten, make two slides, or move details into the notes; do not shrink type to make content fit.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.rules.reading import snippet
from deckgen.inspect.values import FinishedText, Shape

RULE = "deck/small-print"
SEVERITY: Severity = "warning"
SMALL, UNREADABLE = 1400, 1050
MARK = 4  # characters that are taken in at a glance
WHY = (term("deck/back-rows"), term("deck/nobody"))


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.unseen or shape.decorative or shape.is_footer:
                continue
            size, text = smallest(shape, deck)
            if 0 < size < SMALL:
                yield at(slide.number, shape.name, text=text, size=f"{size / 100:g}", why=WHY[size < UNREADABLE])


def smallest(shape: Shape, deck: FinishedDeck) -> tuple[int, str]:
    """(the smallest size in hundredths of a point, the text set in it); 0 for a shape without text that counts."""
    bodies = [shape.text, *(cell.text for cell in shape.table.cells)] if shape.table else [shape.text]
    used = [pair for text in bodies if text is not None and not text.warped for pair in sizes(shape, text)]
    facts = deck.facts.get(shape.part)
    if facts is not None and facts.chart is not None and facts.chart.smallest:
        used.append((facts.chart.smallest, shape.name))
    return min(used, default=(0, ""))


def sizes(shape: Shape, text: FinishedText) -> list[tuple[int, str]]:
    """Each size with its text; of navigation and marks only what nobody can read."""
    navigates = shape.link is not None and shape.link.internal
    limit = UNREADABLE if navigates or len(text.plain) <= MARK else SMALL
    return [(run.size, snippet(run.text)) for run in text.runs if run.size < limit]
