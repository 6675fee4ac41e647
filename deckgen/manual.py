"""The manual pages of the rules: the docstring of a rule, the words of the catalog for what loading and layout report."""

from __future__ import annotations

import re

from deckgen.check.run import short
from deckgen.messages import all_rules as rules_with_words
from deckgen.messages import messages, prefix_of
from deckgen.rulebook import every_rule

LANGUAGES = ("zh", "en")  # the order of the pages in a docstring


def page(rule: str, lang: str) -> str:
    """The manual page of a rule, its first line the title."""
    module = every_rule().get(rule)
    if module is None:
        return from_catalog(rule, lang)
    texts = (module.__doc__ or "").split("\n---\n")
    return texts[LANGUAGES.index(lang)].strip()


def from_catalog(rule: str, lang: str) -> str:
    """What the message says, its facts left open, and what to do."""
    message, hint = messages(prefix_of(rule), lang)[rule]
    return f"{left_open(message)}\n\n{left_open(hint)}"


def left_open(words: str) -> str:
    return re.sub(r"\{\w+\}", "…", words).replace("{{", "{").replace("}}", "}")


def full_name(name: str) -> str:
    """The rule that is called so, in short or in full; "" for none."""
    names = [*every_rule(), *rules_with_words()]
    return next((rule for rule in names if name in (rule, short(rule))), "")


def all_rules() -> list[str]:
    """Every rule, those with a page of their own first, each list by stage."""
    own = list(every_rule())
    return own + sorted(rule for rule in rules_with_words() if rule not in own)
