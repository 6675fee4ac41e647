"""`deckgen pull`: what a person changed in a deck, carried back to its outline and ledger."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say
from deckgen.cli.pulling import PullRequest, pull_deck
from deckgen.pull.carry import PullOptions


@click.command(help=say("help/pull"), epilog=say("help/pull-example"))
@click.argument("deck", metavar="DECK.pptx")
@click.argument("outline", metavar="OUTLINE")
@click.option("--dry-run", is_flag=True, help=say("help/dry-run"))
@click.option("--figures", is_flag=True, help=say("help/pull-figures"))
@click.option("--keep-deleted", is_flag=True, help=say("help/keep-deleted"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def pull(deck: str, outline: str, dry_run: bool, figures: bool, keep_deleted: bool) -> None:
    sys.exit(pull_deck(PullRequest(deck, outline, dry_run, PullOptions(figures, keep_deleted))))
