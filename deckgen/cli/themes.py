"""`deckgen themes`: the themes that are there."""

from __future__ import annotations

import click

from deckgen.cli.language import say
from deckgen.diagnostics import Findings, Span
from deckgen.files import Folder
from deckgen.load.theme import find_theme, load_theme, theme_names


@click.command(help=say("help/themes"), epilog=say("help/themes-example"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def themes() -> None:
    for name in theme_names():
        files, findings = Folder(), Findings()
        path = find_theme(name, ".", Span(name), files, findings)
        theme = load_theme(path, files, findings) if path else None
        click.echo(f"{name}\t{theme.label if theme else '?'}")
