"""`deckgen schema`: the JSON Schema of a file format, for editors."""

from __future__ import annotations

import click

from deckgen.check.run import short
from deckgen.cli.language import say
from deckgen.load.schema import schema_text
from deckgen.rulebook import rule_names


@click.command(
    help=say("打印大纲或台账的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of the outline or the ledger, for editors."),
    epilog=say("例：deckgen schema outline > outline.schema.json", "Example: deckgen schema outline > outline.schema.json"),
)
@click.argument("which", metavar="outline|figures", type=click.Choice(["outline", "figures"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def schema(which: str) -> None:
    click.echo(schema_text(which, [short(rule) for rule in rule_names()]), nl=False)
