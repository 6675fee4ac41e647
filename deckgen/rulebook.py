"""All rules, those of outlines and those of finished decks: what they are called, and which of them an outline may set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from deckgen.check.run import RULES, short
from deckgen.diagnostics import Findings, listed, near
from deckgen.outline import CheckSetting


class Documented(Protocol):
    """A module of a rule, of whichever list."""

    __doc__: str | None
    RULE: str


def every_rule() -> Mapping[str, Documented]:
    """Every rule that has a module, by its full name; those of finished decks and of templates are loaded for it."""
    from deckgen.inspect.rules.run import RULES as OF_DECKS
    from deckgen.template.rules.run import RULES as OF_TEMPLATES

    rules: list[Documented] = [*RULES, *OF_DECKS, *OF_TEMPLATES]
    return {rule.RULE: rule for rule in rules}


def rule_names() -> list[str]:
    """The rules that an outline may set: its own, and those that its package is held to when it is opened again."""
    from deckgen.inspect.rules.run import ACCESSIBILITY, PACKAGE

    return [rule.RULE for rule in RULES] + [rule.RULE for rule in (*PACKAGE, *ACCESSIBILITY)]


def hold_settings(settings: Iterable[CheckSetting], findings: Findings) -> None:
    """Every rule that the outline speaks of must be one."""
    own = {name for rule in RULES for name in (rule.RULE, short(rule.RULE))}
    strange = [setting for setting in settings if setting.rule not in own]
    if not strange:  # the rules of finished decks are loaded for those alone that are none of the above
        return
    names = rule_names()
    shown = sorted(map(short, names))
    for setting in strange:
        if setting.rule not in names and setting.rule not in shown:
            findings.error(setting.source, "load/unknown-check", name=setting.rule, near=near(setting.rule, shown), known=listed(shown))
