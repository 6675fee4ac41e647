"""`deckgen schema`: the JSON Schema of a file format, for editors."""

from __future__ import annotations

import click

from deckgen.check.run import short
from deckgen.cli.language import say
from deckgen.load.schema import schema_text
from deckgen.load.theme_schema import theme_schema_text
from deckgen.rulebook import rule_names


@click.command(
    help=say("help/schema"),
    epilog=say("help/schema-example"),
)
@click.argument("which", metavar="outline|figures|theme", type=click.Choice(["outline", "figures", "theme"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def schema(which: str) -> None:
    rules = [short(rule) for rule in rule_names()]
    click.echo(theme_schema_text() if which == "theme" else schema_text(which, rules), nl=False)
