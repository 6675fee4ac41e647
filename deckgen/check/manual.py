"""The manual pages of the rules: the docstring of a check, the words of the catalog for what loading and layout report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from deckgen.check.run import RULES, short

LANGUAGES = ("zh", "en")  # the order of the pages in a docstring


class Documented(Protocol):
    """A module of a rule, of whichever list."""

    __doc__: str | None
    RULE: str


def pages() -> Mapping[str, Documented]:
    """Every rule that has a page of its own, by its full name."""
    from deckgen.check.deck.run import RULES as DECK_RULES

    rules: list[Documented] = [*RULES, *DECK_RULES]
    return {rule.RULE: rule for rule in rules}


def page(rule: str, lang: str) -> str:
    """The manual page of a rule, its first line the title."""
    found = pages().get(rule)
    if found is None:
        return from_catalog(rule, lang)
    texts = (found.__doc__ or "").split("\n---\n")
    return texts[LANGUAGES.index(lang)].strip()


def from_catalog(rule: str, lang: str) -> str:
    """What the message says, its facts left open, and what to do."""
    message, hint = catalog(lang)[rule]
    return f"{left_open(message)}\n\n{left_open(hint)}"


def left_open(words: str) -> str:
    return re.sub(r"\{\w+\}", "…", words).replace("{{", "{").replace("}}", "}")


def catalog(lang: str) -> Mapping[str, tuple[str, str]]:
    if lang == "zh":
        from deckgen.messages.zh import MESSAGES
    else:
        from deckgen.messages.en import MESSAGES
    return MESSAGES


def full_name(name: str) -> str:
    """The rule that is called so, in short or in full; "" for none."""
    names = [*pages(), *catalog("en")]
    return next((rule for rule in names if name in (rule, short(rule))), "")


def all_rules() -> list[str]:
    """Every rule, those with a page of their own first, each list by stage."""
    own = list(pages())
    return own + sorted(rule for rule in catalog("en") if rule not in own)
