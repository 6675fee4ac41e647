"""The group of commands; the module of each is imported when it is called."""

from __future__ import annotations

import importlib
import keyword

import click

from deckgen import __version__
from deckgen.cli.language import say

COMMANDS = ("build", "preview", "check", "explain", "figures", "import", "render", "schema", "themes")


class Commands(click.Group):
    """Subcommands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name  # import_.py: no module can be called import
        command = getattr(importlib.import_module(f"deckgen.cli.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            unknown_command(args[0])
        return super().resolve_command(ctx, args)


def unknown_command(name: str) -> None:
    from deckgen.diagnostics import nearest

    near = nearest(name, COMMANDS)
    if name.endswith((".docx", ".txt", ".md")):
        hint = say(f"要导入讲稿，请写：deckgen import {name}", f"to import a speech: deckgen import {name}")
    elif name.endswith((".yaml", ".yml")):
        hint = say(f"要生成幻灯片，请写：deckgen build {name}", f"to build a deck: deckgen build {name}")
    elif near:
        hint = say(f"是不是 `{near}`？", f"did you mean `{near}`?")
    else:
        hint = say(f"可用的命令：{'、'.join(COMMANDS)}", f"commands: {', '.join(COMMANDS)}")
    raise click.UsageError(say(f"没有命令 `{name}`。{hint}", f"no command `{name}`. {hint}"))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "把报告大纲（YAML）和指标台账做成可编辑的 PowerPoint。",
        "Turn a report outline (YAML) and its figures into an editable PowerPoint deck.",
    ),
    epilog=say("例：deckgen build content/report-2019/outline.yaml", "Example: deckgen build content/report-2019/outline.yaml"),
)
@click.version_option(__version__, prog_name="deckgen", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def cli() -> None:
    pass
