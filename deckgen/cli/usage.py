"""A command line that click cannot read, explained in the language of the run."""

from __future__ import annotations

import click

from deckgen.cli.language import say
from deckgen.diagnostics import listed, nearest


def usage_problem(error: click.ClickException) -> str:
    """One line on what is wrong, one on where to read more; the help page when nothing was asked for."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # click 8.2 and later
        return error.message
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "deckgen"
    more = say("cli/see-help", command=command)
    return f"deckgen: {explained(error)}\n{more}"


def explained(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = error.possibilities[0] if error.possibilities else ""
            return (
                say("cli/no-option-near", option=error.option_name, near=near) if near else say("cli/no-option", option=error.option_name)
            )
        case click.MissingParameter():
            return say("cli/missing-parameter", name=parameter_name(error))
        case click.BadOptionUsage():
            takes_none = "does not take a value" in error.message  # click has one class for both
            return say("cli/option-takes-none" if takes_none else "cli/option-needs-value", option=error.option_name)
        case click.BadParameter():
            return wrong_value(error)
    if error.message.startswith("Got unexpected extra"):
        extra = error.message.partition("(")[2].rstrip(")")
        return say("cli/unexpected", extra=extra)
    if error.message.startswith("No such command"):
        return no_subcommand(error)
    return error.message


def no_subcommand(error: click.ClickException) -> str:
    """Of a group within the group: what was written, and what it may have been meant to be."""
    context = getattr(error, "ctx", None)
    name = error.message.split("'")[1] if error.message.count("'") > 1 else "?"
    group = context.command if context else None
    names = tuple(group.list_commands(context)) if context and isinstance(group, click.Group) else ()
    near = nearest(name, names)
    hint = say("cli/did-you-mean", near=near) if near else say("cli/commands", names=listed(names))
    return say("cli/no-command", name=name, hint=hint)


def parameter_name(error: click.BadParameter) -> str:
    """--theme of an option, OUTLINE of an argument."""
    if error.param is None:
        return str(error.param_hint or "?")
    longest = max(error.param.opts, key=len, default="")
    return longest if longest.startswith("-") else error.param.human_readable_name


def wrong_value(error: click.BadParameter) -> str:
    """What cannot have this value, and which ones it can have."""
    problem = say("cli/wrong-value", name=parameter_name(error))
    match error.param.type if error.param else None:
        case click.Choice(choices=choices):
            return say("cli/can-be", problem=problem, choices=listed(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return say("cli/whole-between", problem=problem, least=f"{least}", most=f"{most}")
        case click.FloatRange(min=least, max=most):
            return say("cli/between", problem=problem, least=f"{least:g}", most=f"{most:g}")
    return problem
