"""What stands in the brackets of YAML, with or without slips."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from deckgen.fields import Entry, Field, ListOf, Named
from deckgen.load.slips import COLONS, HASH, Slip

COMMAS = "，﹐"
QUOTES = "\"'"
OPENERS, CLOSERS = "{[", "}]"
ENTRY_END = re.compile(r"[,\]}]")
LONGEST_NAME = 40  # of a field, with the spaces around it
WORD = r"[A-Za-z_]\w*+|[\u4e00-\u9fff]{1,4}"


class BracketScanner:
    """Reads what stands in brackets, over as many lines as they are open."""

    def __init__(self, broken: bool) -> None:
        self.broken = broken
        self.names = field_names()
        self.number = 0  # of the line, from 0
        self.quote = ""  # that is open
        self.open: list[str] = []  # brackets

    def slip(self, rule: str, at: int, length: int, mend: str, **facts: str) -> Slip:
        return Slip(rule, self.number + 1, at + 1, facts, length, mend)

    def flow(self, line: str, at: int) -> Iterator[Slip]:
        """What stands in brackets, from here to their end or that of the line."""
        begin, due = at, True  # where an entry begins, and whether its text is still to come
        while at < len(line):
            char = line[at]
            slip, length = None, 1
            if char in OPENERS:
                self.open.append(char)
                begin, due = at + 1, True
            elif char in CLOSERS and self.open:
                self.open.pop()
                due = False
            elif char == "#" and line[at - 1 : at] in ("", " "):
                return
            elif due and char in QUOTES:
                slip, length = self.flow_quote(line, at)
                due = False
            else:
                slip = self.flow_mark(line, at, begin) if self.open[-1:] == ["{"] else None
                length = slip.length if slip else 1
                due = char in ",:" or slip is not None or (due and char == " ")
                begin = at + length if char == "," or (slip and slip.rule == "load/flow-comma") else begin
            if slip:
                yield slip
            if not self.open:
                yield from self.after_brackets(line, at + 1)
                return
            at += length

    def flow_quote(self, line: str, at: int) -> tuple[Slip | None, int]:
        """A text in quotes, how long it is, and the slip of going on behind it."""
        end = closing(line, at + 1, line[at])
        if end < 0:
            self.quote = line[at]
            return None, len(line) - at
        match = ENTRY_END.search(line, end)
        to = match.start() if match else len(line)
        rest = line[end:to].lstrip()
        if not rest or rest[0] in f":#{COMMAS}{COLONS}":
            return None, end - at
        text = line[at:to].rstrip()
        return self.slip("load/text-after-quote", at, len(text), quoted(text), text=shown(text)), len(text)

    def flow_mark(self, line: str, at: int, begin: int) -> Slip | None:
        """In braces: a full-width comma before a field, a field without its colon and space."""
        char, rest = line[at], line[at + 1 : at + LONGEST_NAME]
        spaces = len(rest) - len(rest.lstrip(" \u3000"))
        if char in COMMAS:
            match = re.match(rf"({WORD}) *[:{COLONS}]", rest[spaces:])
            if match and (self.broken or match[1] in self.names):
                return self.slip("load/flow-comma", at, 1 + spaces, ", ")
        if char in COLONS or (char == ":" and rest[:1] not in ("", " ", "/")):
            name = line[max(begin, at - LONGEST_NAME) : at].strip()
            if name in self.names:
                match = ENTRY_END.search(line, at)
                text = shown(f"{name}: {line[at + 1 + spaces : match.start() if match else len(line)].strip()}")
                rule = "load/colon-space" if char == ":" else "load/full-width-colon"
                return self.slip(rule, at, 1 + spaces, ": ", text=text)
        return None

    def after_brackets(self, line: str, at: int) -> Iterator[Slip]:
        if line[at:].lstrip().startswith(HASH):
            yield self.slip("load/full-width-hash", line.index(HASH, at), 1, " #")


def closing(line: str, at: int, quote: str) -> int:
    """Behind the quote that ends a text which began before `at`; -1 where the line does not end it."""
    while at < len(line):
        if quote == '"' and line[at] == "\\":
            at += 2
        elif line[at] != quote:
            at += 1
        elif quote == "'" and line[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at + 1
    return -1


def quoted(text: str) -> str:
    """A text of which only the beginning was quoted, as YAML takes it whole."""
    plain = text.replace(text[0], "")
    return "'" + plain.replace("'", "''") + "'"


def shown(text: str) -> str:
    return text.strip()[:60]


@cache
def field_names() -> frozenset[str]:
    """Every name that a field of an outline, a ledger or a theme has, and the Chinese words that people write for them."""
    from deckgen.kinds.registry import ANY
    from deckgen.load.fields import HEAD, LEDGER
    from deckgen.load.theme_fields import ENTRIES, MARGINS, ORNAMENT, PALETTE, PLACE, THEME
    from deckgen.synonyms import SYNONYMS

    names = {name for name in SYNONYMS if not name.isascii()}
    for declared in (ANY, HEAD, LEDGER):
        names.update(names_in(declared))
    for table in (THEME, MARGINS, PALETTE, ORNAMENT, PLACE, *(fields for _, fields in ENTRIES.values())):
        names.update(table)
    return frozenset(names)


def names_in(declared: Mapping[str, Field]) -> Iterator[str]:
    """The names of fields and of the fields of their values."""
    for name, field in declared.items():
        yield name
        kind = field.type
        entry = kind.entry if isinstance(kind, ListOf | Named) else kind
        if isinstance(entry, Entry):
            yield from names_in(entry.fields)
