"""What a rule of templates is: a module with its name, how grave it is, and its search; the docstring is its manual page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.diagnostics import Severity
from deckgen.template.subject import Facts, TemplateSubject


class Rule(Protocol):
    """A module of `template/rules`."""

    __doc__: str | None
    RULE: str
    SEVERITY: Severity

    def check(self, subject: TemplateSubject) -> Iterator[Facts]: ...
