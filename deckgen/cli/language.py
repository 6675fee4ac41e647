"""Which language to speak: `--lang`, else the locale."""

from __future__ import annotations

import sys

from deckgen.diagnostics import Term
from deckgen.messages import say_in
from deckgen.messages.spoken import default_language


def language(arguments: list[str] | None = None) -> str:
    """The language of this run, known before the arguments are parsed, since help is in it too."""
    arguments = sys.argv[1:] if arguments is None else arguments
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("zh", "en"):
            return value
    return default_language()


def say(what: str | Term, /, **facts: object) -> str:
    """The words of an id (or of a term with its facts) in the language of this run."""
    if isinstance(what, Term):
        return say_in(language(), what.name, **dict(what.facts))
    return say_in(language(), what, **facts)
