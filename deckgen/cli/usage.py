"""A command line that click cannot read, explained in the language of the run."""

from __future__ import annotations

import click

from deckgen.cli.language import say


def usage_problem(error: click.ClickException) -> str:
    """One line on what is wrong, one on where to read more; the help page when nothing was asked for."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):  # click 8.2 and later
        return error.message
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "deckgen"
    more = say(f"  用法见：{command} --help", f"  see: {command} --help")
    return f"deckgen: {explained(error)}\n{more}"


def explained(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            near = f"{say('，是不是', ', did you mean')} {error.possibilities[0]}{say('？', '?')}" if error.possibilities else ""
            return say(f"没有选项 {error.option_name}", f"no option {error.option_name}") + near
        case click.MissingParameter():
            name = parameter_name(error)
            return say(f"缺少参数 {name}", f"{name} is missing")
        case click.BadOptionUsage():
            return say(f"选项 {error.option_name} 后面要有值", f"the option {error.option_name} needs a value")
        case click.BadParameter():
            name = parameter_name(error)
            return say(f"{name} 的值不对", f"the value of {name} is wrong") + choices(error)
    if error.message.startswith("Got unexpected extra"):
        extra = error.message.partition("(")[2].rstrip(")")
        return say(f"多了参数 {extra}（文件名里有空格时，请加引号）", f"unexpected {extra} (quote a name that holds spaces)")
    return error.message


def parameter_name(error: click.BadParameter) -> str:
    """--theme of an option, OUTLINE of an argument."""
    if error.param is None:
        return str(error.param_hint or "?")
    longest = max(error.param.opts, key=len, default="")
    return longest if longest.startswith("-") else error.param.human_readable_name


def choices(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if not isinstance(kind, click.Choice):
        return ""
    return say("，可以是：", ", it can be: ") + say("、", ", ").join(map(str, kind.choices))
