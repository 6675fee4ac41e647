"""The group of commands; the module of each is imported when it is called."""

from __future__ import annotations

import importlib
import keyword

import click

from deckgen import __version__
from deckgen.cli.help import HelpContext, prepared
from deckgen.cli.language import say
from deckgen.cli.loudness import loudness_options

COMMANDS = (
    "build", "preview", "check", "completion", "diff", "doctor", "explain", "figures", "import", "kinds", "mcp", "new", "pull", "render", "schema", "score", "theme", "themes",
)  # fmt: skip


class Commands(click.Group):
    """Subcommands by name."""

    context_class = HelpContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name  # import_.py: no module can be called import
        command = getattr(importlib.import_module(f"deckgen.cli.{name}"), name)
        return prepared(command) if isinstance(command, click.Command) else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            unknown_command(args[0])
        return super().resolve_command(ctx, args)


def unknown_command(name: str) -> None:
    from deckgen.diagnostics import listed, nearest

    near = nearest(name, COMMANDS)
    if name.lower().endswith((".docx", ".txt", ".md")):
        hint = say("cli/to-import", name=name)
    elif name.lower().endswith((".yaml", ".yml")):
        hint = say("cli/to-build", name=name)
    elif near:
        hint = say("cli/did-you-mean", near=near)
    else:
        hint = say("cli/commands", names=listed(COMMANDS))
    raise click.UsageError(say("cli/no-command", name=name, hint=hint))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    help=say("help/deckgen"),
    epilog=f"{say('help/deckgen-example')}\n\n{say('help/exits', one=say('help/exit-one'))}",
)
@click.version_option(__version__, prog_name="deckgen", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def cli() -> None:
    pass


cli.params += loudness_options()
