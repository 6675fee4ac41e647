"""`deckgen schema`: the JSON Schema of a file format, and snippets, for editors."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from deckgen.check.run import short
from deckgen.cli.language import language, say
from deckgen.cli.outlines import as_outline
from deckgen.load.schema import schema_text
from deckgen.load.theme_schema import theme_schema_text
from deckgen.rulebook import rule_names

FORMATS = ("outline", "figures", "theme", "snippets")


@click.command(
    help=say("help/schema"),
    epilog=say("help/schema-example"),
)
@click.argument("which", metavar="|".join(FORMATS), type=click.Choice(FORMATS))
@click.option("--for", "of", default="", callback=as_outline, metavar="OUTLINE", help=say("help/schema-for"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def schema(which: str, of: str) -> None:
    if of and which != "outline":
        raise click.UsageError(say("cli/schema-for-outline"))
    click.echo(made(which, figures_of(of) if of else {}), nl=False)


def made(which: str, figures: Mapping[str, str]) -> str:
    if which == "theme":
        return theme_schema_text()
    if which == "snippets":
        from deckgen.load.snippets import snippets_text

        return snippets_text(english=language() == "en")
    return schema_text(which, [short(rule) for rule in rule_names()], figures)


def figures_of(outline: str) -> dict[str, str]:
    """The names of the outline's ledger, each with its label and value; ends the program where there are none to read."""
    from deckgen.cli.findings import NOTHING_DONE, exit_code, show
    from deckgen.diagnostics import Findings, Span
    from deckgen.files import Folder
    from deckgen.load.outline import load_outline

    findings = Findings()
    report = load_outline(outline, None, Folder(), findings)
    if report is not None and not report.ledger.figures and not findings.failed:
        findings.error(Span(outline), "form/no-ledger")
    if report is None or not report.ledger.figures:
        show(findings.all, NOTHING_DONE)
        sys.exit(exit_code(findings.all))
    return {name: f"{figure.label} {figure.text}" for name, figure in report.ledger.figures.items()}
