"""`deckgen explain`: the manual page of a rule, or the list of all rules."""

from __future__ import annotations

import sys

import click

from deckgen.check.run import short
from deckgen.cli.answers import FORMAT, answer
from deckgen.cli.findings import UNUSABLE, complain
from deckgen.cli.language import language, say
from deckgen.diagnostics import nearest
from deckgen.manual import all_rules, full_name, page


@click.command(
    help=say("help/explain"),
    epilog=say("help/explain-example"),
)
@click.argument("rule", required=False, default="", metavar="[RULE]")
@click.option("--format", "form", type=FORMAT, default="text", help=say("help/list-format"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def explain(rule: str, form: str) -> None:
    if not rule:
        answer({"rules": [entry(name) for name in all_rules()]}) if form == "json" else click.echo("\n".join(overview()))
        return
    name = full_name(rule.strip("[]"))
    if not name:
        near = nearest(rule, tuple(short(name) for name in all_rules()))
        hint = say("cli/did-you-mean", near=near) if near else say("cli/explain-lists")
        complain(say("cli/no-rule", rule=rule, hint=hint))
        sys.exit(UNUSABLE)
    if form == "json":
        answer({"rules": [entry(name)]})
        return
    click.echo(f"{name}\n\n{page(name, language())}")


def entry(name: str) -> dict[str, str]:
    text = page(name, language())
    return {"rule": name, "title": text.splitlines()[0], "text": text}


def overview() -> list[str]:
    """A line for each rule: its name and what it is about."""
    rules = all_rules()
    width = max(map(len, rules))
    return [f"{rule:{width}}  {page(rule, language()).splitlines()[0]}" for rule in rules]
