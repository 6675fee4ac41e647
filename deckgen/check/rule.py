"""What a rule is: a module with its name, how grave its findings are, and its search; the docstring is its manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity, Span

Facts = dict[str, object]
Found = Iterator[tuple[Span, Facts]]


class Rule(Protocol):
    """A module of `check`. PARTIAL: also asked of an outline with faults, of which only the good rest is there."""

    __doc__: str | None
    RULE: str
    SEVERITY: Severity
    PARTIAL: bool

    def check(self, subject: Subject) -> Found: ...
