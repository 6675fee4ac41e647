"""`deckgen completion`: the lines that make a shell complete commands, options, themes, kinds and files."""

from __future__ import annotations

import click

from deckgen.cli.completing import SHELLS, script_of
from deckgen.cli.help import COMPLETE
from deckgen.cli.language import say


@click.command(help=say("help/completion"), epilog=say("help/completion-example"))
@click.argument("shell", metavar="bash|zsh|fish|powershell", type=click.Choice(SHELLS))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def completion(shell: str) -> None:
    from deckgen.cli.group import cli

    click.echo(script_of(shell, cli, COMPLETE).encode(), nl=False)  # bytes: a shell wants no \r\n
