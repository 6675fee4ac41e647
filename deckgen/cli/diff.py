"""`deckgen diff`: what changed between two versions of a report, slide by slide."""

from __future__ import annotations

import sys

import click

from deckgen.cli.diffing import DiffRequest, show_differences
from deckgen.cli.language import say


@click.command(help=say("help/diff"), epilog=say("help/diff-example"))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help=say("help/list-format"))
@click.option("-o", "--output", default="", metavar="FILE", help=say("help/diff-output"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def diff(old: str, new: str, form: str, output: str) -> None:
    sys.exit(show_differences(DiffRequest(old, new, form, output)))
