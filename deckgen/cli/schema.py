"""`deckgen schema`: the JSON Schema of a file format, for editors."""

from __future__ import annotations

import click

from deckgen.check.run import rule_names, short
from deckgen.cli.language import say
from deckgen.load.schema import schema_text
from deckgen.load.theme_schema import theme_schema_text


@click.command(
    help=say("打印大纲、台账或主题的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of outline, ledger or theme, for editors."),
    epilog=say("例：deckgen schema outline > outline.schema.json", "Example: deckgen schema outline > outline.schema.json"),
)
@click.argument("which", metavar="outline|figures|theme", type=click.Choice(["outline", "figures", "theme"]))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def schema(which: str) -> None:
    rules = [short(rule) for rule in rule_names()]
    click.echo(theme_schema_text() if which == "theme" else schema_text(which, rules), nl=False)
