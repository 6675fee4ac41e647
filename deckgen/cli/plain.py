"""A plain `deckgen build` recognised without click, whose import is a third of the time of a small build.

Only a command line that is right in every word is recognised; anything else (help, mistakes, completion) is click's.
A test holds both to the same reading.
"""

from __future__ import annotations

import os

from msgspec import Struct

OPTIONS = {"-o": "output", "--output": "output", "--theme": "theme", "--figures": "figures", "--lang": "lang"}
LANGUAGES = ("zh", "en")


class BuildRequest(Struct, frozen=True):
    """The arguments of `deckgen build`; "" where one was not given."""

    outline: str
    output: str = ""
    theme: str = ""
    figures: str = ""
    final: bool = False


def plain_build(arguments: list[str]) -> BuildRequest | None:
    """The request, or None when click should read the arguments."""
    if not arguments or arguments[0] != "build" or any(name.endswith("_COMPLETE") for name in os.environ):
        return None
    given: dict[str, str] = {}
    final = False
    rest = iter(arguments[1:])
    for argument in rest:
        name, joined, value = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        if argument == "--final":
            final = True
            continue
        if name in OPTIONS:
            field = OPTIONS[name]
            value = value if joined else next(rest, "")
        elif argument.startswith("-") or "outline" in given:
            return None
        else:
            field, value = "outline", argument
        if not value or (value.startswith("-") and value != "-") or (field == "lang" and value not in LANGUAGES):
            return None
        given[field] = value
    given.pop("lang", None)  # read by `language` wherever something is said
    if "outline" not in given:
        return None
    return BuildRequest(given["outline"], given.get("output", ""), given.get("theme", ""), given.get("figures", ""), final)
