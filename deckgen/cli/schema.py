"""`deckgen schema`: the JSON Schema of a file format, for editors."""

from __future__ import annotations

import click

from deckgen.check.run import short
from deckgen.cli.language import say
from deckgen.load.schema import schema_text
from deckgen.rulebook import rule_names


@click.command(
    help=say("help/schema"),
    epilog=say("help/schema-example"),
)
@click.argument("which", metavar="outline|figures", type=click.Choice(["outline", "figures"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def schema(which: str) -> None:
    click.echo(schema_text(which, [short(rule) for rule in rule_names()]), nl=False)
