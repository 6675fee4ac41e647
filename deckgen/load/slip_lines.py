"""Lines of YAML, with or without slips, read one after the other: fields, entries of lists, texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.load.slip_brackets import OPENERS, QUOTES, WORD, BracketScanner, closing, quoted, shown
from deckgen.load.slips import COLONS, HASH, WIDE_DASH, Slip

DASHES = "－—–−•·"
LEAD = r"(?P<indent> *+)(?P<dashes>(?:- ++)*+)"
PLAIN_KEY = r"[^\s#{\[\"'][^:]*?:(?= |$)|\"[^\"]*\" *:(?= |$)|'[^']*' *:(?= |$)"
BLOCK = r"[|>][-+0-9]{0,2}(?: +#.*)?$"
UNKNOWN_CHANGE = r"-X(?![A-Za-z])"


class Scanner(BracketScanner):
    """Reads the lines one after the other and remembers what is open: a block, a quote, brackets."""

    def __init__(self, lines: list[str], broken: bool) -> None:
        super().__init__(broken)
        self.lines = lines
        self.block: tuple[int, str] | None = None  # column and name of the field whose lines of text follow
        self.block_text = 0  # where those lines begin
        self.key_column = -1  # of the field above
        self.item_column = -1  # of the last - above
        self.waits = False  # whether the field above has its value below

    def slips(self) -> Iterator[Slip]:
        for number, line in enumerate(self.lines):
            self.number = number
            if not line.strip():
                continue
            if self.quote:
                yield from self.quoted_on(line)
            elif self.block is not None and self.in_block(line):
                yield from self.outdented(line)
            elif self.open:
                yield from self.flow(line, 0)
            else:
                yield from self.structure(line)

    # ---- lines of a text

    def in_block(self, line: str) -> bool:
        """Whether the line belongs to the block: it is indented, or is the text that was to be."""
        assert self.block is not None
        indent = len(line) - len(line.lstrip(" "))
        if indent > self.block[0]:
            self.block_text = self.block_text or indent
            return True
        if not self.broken or line.lstrip().startswith("#") or self.is_structure(line):
            self.block = None
        return self.block is not None

    def outdented(self, line: str) -> Iterator[Slip]:
        assert self.block is not None
        column, name = self.block
        indent = len(line) - len(line.lstrip(" "))
        if indent <= column:
            yield self.slip("load/block-indent", 0, indent, " " * (self.block_text or column + 2), key=name)

    def is_structure(self, line: str) -> bool:
        """Whether a line is a field or an entry of a list, and no text."""
        match = re.match(LEAD, line)
        assert match
        rest = line[match.end() :]
        if match["dashes"] or line.startswith(("---", "...")):
            return True
        word = re.match(WORD, rest)
        return bool(re.match(PLAIN_KEY, rest)) or bool(word and word[0] in self.names and rest[word.end() :].lstrip()[:1] in (":", *COLONS))

    def quoted_on(self, line: str) -> Iterator[Slip]:
        """A quoted text that goes on from the line above."""
        end = closing(line, 0, self.quote)
        if end < 0:
            return
        self.quote = ""
        if self.open:
            yield from self.flow(line, end)

    # ---- fields and entries

    def structure(self, line: str) -> Iterator[Slip]:
        match = re.match(LEAD, line)
        assert match
        at = match.end()
        if match["dashes"]:
            self.item_column = len(match["indent"])
        if line[at:].startswith("#") or line.startswith(("---", "...", "%")):
            return
        if line.startswith(HASH, at):
            yield self.slip("load/full-width-hash", at, 1, "#")
            return
        if not match["dashes"] and (dash := self.dash(line, at)):
            yield dash
            self.item_column = at
            yield from self.entry(line, at + dash.length, True)
        else:
            yield from self.entry(line, at, bool(match["dashes"]))

    def dash(self, line: str, at: int) -> Slip | None:
        """`－ title`, `-title` and, where YAML has stumbled, `— title`."""
        first, rest = line[at], line[at + 1 :]
        if first == WIDE_DASH or (self.broken and first in DASHES and rest.startswith(" ")):
            spaces = len(rest) - len(rest.lstrip(" \u3000"))
            return self.slip("load/full-width-dash", at, 1 + spaces, "- ", mark=first)
        if first != "-" or not rest or rest[0] in "- ":
            return None
        if (rest[0] in "0123456789." and not (self.waits or at == self.item_column)) or re.match(UNKNOWN_CHANGE, line[at:]):
            return None  # a number below zero
        return self.slip("load/dash-space", at, 1, "- ", text=shown(rest))

    def entry(self, line: str, at: int, is_item: bool) -> Iterator[Slip]:
        """What stands behind the dashes: a field with its value, or a text."""
        word = re.match(WORD, line[at:])
        end = at + word.end() if word else at
        name = word[0] if word else ""
        behind = line[end:]
        gap = len(behind) - len(behind.lstrip(" \u3000"))
        mark = behind[gap : gap + 1]
        known = name in self.names or (self.broken and not is_item and name.isascii() and bool(name))
        proper = re.match(PLAIN_KEY, line[at:])
        if mark and mark in COLONS and known:
            value = behind[gap + 1 :]
            spaces = len(value) - len(value.lstrip(" \u3000"))
            yield self.slip("load/full-width-colon", end + gap, 1 + spaces, ": ", text=shown(f"{name}: {value.strip()}"))
            yield from self.value(line, end + gap + 1 + spaces, at, name)
        elif proper:
            yield from self.value(line, at + proper.end(), at, line[at : at + proper.end() - 1].strip(" \"'"))
        elif behind.startswith(":") and known and not behind.startswith("://"):
            yield self.slip("load/colon-space", end, 1, ": ", text=shown(f"{name}: {behind[1:]}"))
            yield from self.value(line, end + 1, at, name)
        elif self.lacks_colon(name, behind, at):
            yield self.slip("load/key-colon", at, len(name), f"{name}:", text=shown(f"{name}: {behind.strip()}"))
            yield from self.value(line, end, at, name)
        else:
            yield from self.scalar(line, at)

    def lacks_colon(self, name: str, behind: str, column: int) -> bool:
        """`motto 把关定向` where a field is due: beside the fields above or below it."""
        if not self.broken or name not in self.names or behind[:1] not in ("", " ") or behind.lstrip().startswith(":"):
            return False
        return column in (self.key_column, self.column_below())

    def column_below(self) -> int:
        """Where the field of the next line begins, if there is one."""
        below = next((line for line in self.lines[self.number + 1 : self.number + 4] if line.strip()), "")
        indent = len(below) - len(below.lstrip(" "))
        return indent if re.match(PLAIN_KEY, below[indent:]) else -1

    # ---- values

    def value(self, line: str, at: int, column: int, name: str) -> Iterator[Slip]:
        self.key_column = column
        value = line[at:].lstrip(" \u3000")
        self.waits = not value or value.startswith("# ")
        if re.match(BLOCK, value):
            self.block, self.block_text = (column, name), 0
        else:
            yield from self.scalar(line, len(line) - len(value))

    def scalar(self, line: str, at: int) -> Iterator[Slip]:
        """A text in quotes, a list or mapping in brackets, or a plain text."""
        first = line[at : at + 1]
        if first and first in QUOTES:
            end = closing(line, at + 1, first)
            if end < 0:
                self.quote = first
            else:
                yield from self.after_quote(line, at, end)
        elif first and first in OPENERS:
            yield from self.flow(line, at)
        else:
            hash_at = line.find(f" {HASH}", at)
            if hash_at >= 0:
                yield self.slip("load/full-width-hash", hash_at + 1, 1, "#")

    def after_quote(self, line: str, at: int, end: int) -> Iterator[Slip]:
        rest = line[end:].lstrip()
        if rest.startswith(HASH):
            yield self.slip("load/full-width-hash", line.index(HASH, end), 1, " #")
        elif rest and rest[0] not in "#:,]}":
            whole = line[at:].rstrip()
            yield self.slip("load/text-after-quote", at, len(whole), quoted(whole), text=shown(whole))
