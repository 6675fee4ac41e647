"""`deckgen explain`: the manual page of a rule, or the list of all rules."""

from __future__ import annotations

import sys

import click

from deckgen.check.run import short
from deckgen.cli.findings import UNUSABLE, complain
from deckgen.cli.language import language, say
from deckgen.diagnostics import nearest
from deckgen.manual import all_rules, full_name, page


@click.command(
    help=say("说明一条检查规则；不写名称时列出全部规则。", "Explain a rule; without a name, list all rules."),
    epilog=say("例：deckgen explain unknown-value", "Example: deckgen explain unknown-value"),
)
@click.argument("rule", required=False, default="", metavar="[RULE]")
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def explain(rule: str) -> None:
    if not rule:
        click.echo("\n".join(overview()))
        return
    found = full_name(rule.strip("[]"))
    if not found:
        near = nearest(rule, tuple(short(name) for name in all_rules()))
        hint = (
            say(f"是不是 `{near}`？", f"did you mean `{near}`?")
            if near
            else say("deckgen explain 列出全部。", "deckgen explain lists all.")
        )
        complain(say(f"没有规则 `{rule}`。{hint}", f"no rule `{rule}`. {hint}"))
        sys.exit(UNUSABLE)
    click.echo(f"{found}\n\n{page(found, language())}")


def overview() -> list[str]:
    """A line for each rule: its name and what it is about."""
    rules = all_rules()
    width = max(map(len, rules))
    return [f"{rule:{width}}  {page(rule, language()).splitlines()[0]}" for rule in rules]
