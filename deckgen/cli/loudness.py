"""How much a run says: `-q` what was asked for and what went wrong, `-v` all there is to say."""

from __future__ import annotations

import click

from deckgen.cli.language import say

KEY = "deckgen.loudness"
QUIET, VERBOSE = -1, 1


def loudness_options() -> list[click.Parameter]:
    """`-q` and `-v`, which every command has."""
    return [
        click.Option(["-q", "--quiet"], is_flag=True, expose_value=False, callback=heard, help=say("help/quiet")),
        click.Option(["-v", "--verbose"], is_flag=True, expose_value=False, callback=heard, help=say("help/verbose")),
    ]


def heard(context: click.Context, parameter: click.Parameter, given: bool) -> None:
    """Note an option that was given, wherever it stood: before the command or behind it."""
    if given:
        context.meta[KEY] = QUIET if parameter.name == "quiet" else VERBOSE


def loudness() -> int:
    context = click.get_current_context(silent=True)
    return int(context.meta.get(KEY, 0)) if context else 0


def quiet() -> bool:
    """Whether only what was asked for and what went wrong is said."""
    return loudness() < 0


def verbose() -> bool:
    """Whether all there is to say is said."""
    return loudness() > 0
