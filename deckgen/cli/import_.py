"""`deckgen import` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say

KINDS = ("auto", "work-report", "speech")  # of `speech.understand`, which help must not import


@click.command(
    "import",
    help=say("help/import"),
    epilog=say("help/import-example"),
)
@click.argument("speech", metavar="SPEECH")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DIR",
    help=say("help/import-output"),
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="auto",
    help=say("help/import-kind"),
)
@click.option("--review", is_flag=True, help=say("help/import-review"))
@click.option("--force", is_flag=True, help=say("help/force"))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("help/list-format"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def import_(speech: str, output: str, kind: str, review: bool, force: bool, form: str) -> None:
    from deckgen.cli.importing import ImportRequest, import_speech

    sys.exit(import_speech(ImportRequest(speech, output, kind, force, review, form)))
