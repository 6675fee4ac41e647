"""Marks inside a text, those of Markdown that a briefing needs.

`**key words**` · `[words](https://…)` and `[words](#id-of-a-slide)` · `m^2^`, `CO~2~` · `\\\\` for a line end · `{gdp}`, `{gdp.change}`;
`{{`, `}}` and `\\*`, `\\^`, `\\~`, `\\[` for the plain characters. What looks like other Markdown is shown as it is, with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from yaml.nodes import Node

from deckgen.diagnostics import Span, listed, near, term
from deckgen.figures import KEYED, PARTED, PARTS, Figure, Ledger, near_figure
from deckgen.load.language import on_one_line
from deckgen.load.links import NAME, Links
from deckgen.load.nodes import Document
from deckgen.outline import BREAK, NO_TEXT, Run, Text
from deckgen.values import UNKNOWN

# Whatever holds none of these is plain words; most texts are.
SPECIAL = re.compile(r"[{}*\[\\^~`<$_]")
ROW = "row"  # {row.区县}: words of a table with a row a deck
UNUSUAL = re.compile(r"[*[\\~`<$_]")  # what other Markdown is written with; pairs of stars are ours
LINK = rf"\[[^\[\]\n]{{1,200}}\]\((?:https?://[^\s()<>]{{1,2000}}|#{NAME})\)"
HIGH = "(?:[0-9A-Za-z+-]|−{1})"  # a class with − costs two million instructions to compile
RAISED = rf"\^{HIGH}{{1,8}}\^"
# Behind a letter or a bracket: 5~6个月 and 8~9 are ranges.
LOWERED = rf"(?<=[A-Za-z)\]])~(?:{HIGH}|\.){{1,8}}~"
MARK = re.compile(rf"\\[*\[^~]|\*\*|\{{\{{|\}}\}}|\{{[^{{}}\n]*\}}|[{{}}]|{LINK}|{RAISED}|{LOWERED}")
OWN_BREAK = r"[ \t\u3000]{0,99}\\\\(?![*\[^~])[ \t\u3000]{0,99}"  # two backslashes

# What looks like other Markdown, and the message that says how to write it here.
FOREIGN = {
    "load/write-strong": r"(?<![\w*\\])\*(?=[^\s*\d])[^*\n]{1,80}\*(?!\*)|(?<=[\u2e80-\uffef])\*(?=[^\s*\d])[^*\n]{1,80}\*(?!\*)|(?<![A-Za-z0-9_])__[^_\s][^_\n]{0,80}__(?![A-Za-z0-9_])",
    "load/write-plain": r"`[^`\n]{1,80}`|~~[^~\n]{1,80}~~",
    "load/write-raised": r"</?(?:sup|sub)>|\$[^$\n]{0,80}[\\^_=][^$\n]{0,80}\$|\\\([^\n]{1,80}?\\\)",
    "load/write-link": rf"!?\[[^\[\]\n]{{1,80}}\]\((?!(?:https?://[^\s()<>]{{1,2000}}|#{NAME})\))[^()\n]{{0,200}}\)|<https?://[^<>\s]{{1,200}}>",
    "load/write-marks": r"</?(?:b|i|u|s|em|strong|del|mark|br|font|span|a)(?:\s[^<>\n]{0,80})?/?>",
}
# Without one of these there is none of it: a text of nothing but {figures} is not searched, and no pattern compiled.
FOREIGN_SIGNS = ("*", "__", "`", "~~", "$", "<", "](", "\\(")


@cache
def foreign(rule: str) -> re.Pattern[str]:
    """Compiled by the first text that has an unusual character."""
    return re.compile(FOREIGN[rule])


def plain_mark(mark: str) -> tuple[str, str, int]:
    """What a mark shows that names nothing: its characters, no figure, and their height."""
    if mark[0] in "^~":
        return mark[1:-1], "", 1 if mark[0] == "^" else -1
    return mark[-1], "", 0


class InlineReader:
    """Reads texts against one ledger; remembers which figures were used, and where, and where links lead."""

    def __init__(self, ledger: Ledger, document: Document, row: Mapping[str, str] | None = None) -> None:
        self.ledger = ledger
        self.row = row  # of a table with a row a deck: its words by heading
        self.document = document
        self.links = Links(document)
        self.uses: dict[str, list[Span]] = {}
        self.told_no_ledger = False

    def read(self, text: str, node: Node, lines: bool = False) -> Text:
        """`text`, which stands in `node`, as runs; its own line ends are kept as BREAK if `lines`, else they are none."""
        if not text:
            return NO_TEXT
        if "\\\\" in text:
            text = re.sub(OWN_BREAK, "\n", text).strip()
        if "\n" in text:
            text = on_one_line(text, BREAK if lines else "")
        span = self.document.span(node)
        if not SPECIAL.search(text):
            return Text((Run(text),), span)
        if UNUSUAL.search(text.replace("**", "")):
            self.warn_of_foreign(text, node)
        return Text(tuple(self.runs(text, node)), span)

    def spoken(self, text: str, node: Node) -> Text:
        """Notes: their lines and their words, without links and heights, which nobody speaks."""
        if not text:
            return NO_TEXT
        if not SPECIAL.search(text):
            return Text((Run(text),), self.document.span(node))
        return Text(tuple(Run(run.text, run.strong, run.figure, part=run.part) for run in self.runs(text, node)), self.document.span(node))

    def runs(self, text: str, node: Node, link: str = "") -> list[Run]:
        runs: list[Run] = []
        strong = False
        done = 0

        def add(piece: str, figure: str = "", raised: int = 0, part: str = "") -> None:
            last = runs[-1] if runs else None
            if piece and last and not (figure or raised or last.figure or last.raised) and (last.strong, last.link) == (strong, link):
                runs[-1] = Run(last.text + piece, strong, "", link)
            elif piece:
                runs.append(Run(piece, strong, figure, link, raised, part))

        for match in MARK.finditer(text):
            add(text[done : match.start()])
            done = match.end()
            mark = match[0]
            if mark == "**":
                strong = not strong
            elif mark[0] == "[":
                runs.extend(self.linked(text, match, node, strong))
            elif mark[0] == "{" and mark != "{{" and mark[1:-1].strip():
                words, name, part = self.named(mark[1:-1].strip(), text, match, node)
                add(words, name, part=part)
            elif mark in ("{", "}") or mark[0] == "{" != mark[1]:
                self.error(text, match, node, "load/lone-brace", text=text[max(0, match.start() - 8) : match.end() + 8])
            else:
                add(*plain_mark(mark))
        add(text[done:])
        if strong:
            last = [match for match in MARK.finditer(text) if match[0] == "**"][-1]
            self.error(text, last, node, "load/open-mark", text=text[max(0, last.start() - 8) : last.end() + 16])
        return runs

    def linked(self, text: str, match: re.Match[str], node: Node, strong: bool) -> list[Run]:
        """The words of a link, marks in them read."""
        words, _, target = match[0][1:-1].partition("](")
        if target.startswith("#"):
            self.links.lead_to(target[1:], self.document.span_within(node, text, match.start(), match[0]))
        return [Run(run.text, run.strong or strong, run.figure, target, run.raised, run.part) for run in self.runs(words, node, target)]

    def warn_of_foreign(self, text: str, node: Node) -> None:
        if not any(sign in text for sign in FOREIGN_SIGNS):
            return
        for way in FOREIGN:
            for match in foreign(way).finditer(text):
                span = self.document.span_within(node, text, match.start(), match[0])
                self.document.findings.warn(span, "load/markdown", text=match[0][:40], way=term(way))

    def error(self, text: str, match: re.Match[str], node: Node, rule: str, /, **facts: object) -> None:
        """A finding at the mark itself, which may stand lines below the start of its text."""
        self.document.findings.error(self.document.span_within(node, text, match.start(), match[0]), rule, **facts)

    def note_no_ledger(self, node: Node) -> None:
        """Said once, not for every figure."""
        if not self.told_no_ledger:
            self.told_no_ledger = True
            self.document.error(node, "load/no-ledger")

    def named(self, reference: str, text: str, match: re.Match[str], node: Node) -> tuple[str, str, str]:
        """What `{reference}` prints, of which figure and which part of it; `{row.heading}` is words of no figure."""
        name, _, part = reference.partition(".")
        if name != ROW or not part or ROW in self.ledger.figures:
            return self.figure_text(reference, text, match, node), name, part
        from deckgen.load.rows import row_words  # most outlines are of one deck

        span = self.document.span_within(node, text, match.start(), match[0])
        return row_words(part.strip(), self.row, span, self.document.findings), "", ""

    def figure_text(self, reference: str, text: str, match: re.Match[str], node: Node) -> str:
        """What `{reference}` prints; X with a finding when there is no such figure or part, so that the text around it stays whole."""
        name, dot, part = reference.partition(".")
        figure = self.ledger.figures.get(name)
        if figure is None:
            # A ledger that could not be read has been reported once, not again for every figure.
            if not self.ledger.path:
                self.note_no_ledger(node)
            elif self.ledger.whole:
                self.error(text, match, node, "load/unknown-figure", name=name, near=near_figure(name, self.ledger.figures))
            return UNKNOWN
        self.uses.setdefault(name, []).append(self.document.span(node))
        if not dot:
            return figure.text
        shown = figure.part(part)
        if shown is None or (not shown and part == "period"):  # an empty unit, prefix or suffix is meant
            self.note_no_part(figure, part, text, match, node)
        return shown if shown is not None else UNKNOWN

    def note_no_part(self, figure: Figure, part: str, text: str, match: re.Match[str], node: Node) -> None:
        """There is no such part, the figure has it not, or not of that year."""
        field, _, key = part.partition(".")
        if field not in PARTS or (key and field not in PARTED):
            self.error(text, match, node, "load/unknown-figure-part", part=part, near=near(part, PARTS), known=listed(PARTS))
            return
        known = [name for name in figure.amounts() if name.startswith(f"{field}.")] if field in KEYED else []
        if known:
            self.error(text, match, node, "load/unknown-figure-part", part=part, near=near(part, ()), known=listed(known))
        else:
            self.error(text, match, node, "load/figure-has-no-part", name=figure.name, part=field)
