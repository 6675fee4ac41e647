"""`deckgen build` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.building import BuildRequest, build_deck
from deckgen.cli.language import say
from deckgen.cli.outlines import as_outline


@click.command(
    help=say("help/build"),
    epilog=say("help/build-example"),
)
@click.argument("outline", callback=as_outline, metavar="OUTLINE")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DECK.pptx",
    help=say("help/build-output"),
)
@click.option(
    "--theme",
    default="",
    metavar="NAME|DIR",
    help=say("help/theme"),
)
@click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
@click.option(
    "--final",
    is_flag=True,
    help=say("help/build-final"),
)
@click.option("--each", default="", metavar="TABLE.xlsx|csv", help=say("help/build-each"))
@click.option("--jobs", type=click.IntRange(1, 61), default=None, metavar="N", help=say("help/build-jobs"))
@click.option("--allow-outside", is_flag=True, help=say("help/allow-outside"))
@click.option("--force", is_flag=True, help=say("help/build-force"))
@click.option("--keep", default="", metavar="DECK.pptx", help=say("help/build-keep"))
@click.option("--prefer", type=click.Choice(["outline", "deck"]), default="outline", help=say("help/build-prefer"))
@click.option("--text-only", is_flag=True, help=say("help/build-text-only"))
@click.option("--no-source", is_flag=True, help=say("help/no-source"))
@click.option("--for-sending", is_flag=True, help=say("help/for-sending"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def build(outline: str, output: str, theme: str, figures: str, each: str, jobs: int | None, keep: str, prefer: str, **flags: bool) -> None:
    asked = BuildRequest(
        outline,
        output,
        theme,
        figures,
        flags["final"],
        flags["allow_outside"],
        remembers=not flags["no_source"],
        each=each,
        jobs=jobs or 0,
        force=flags["force"],
        sending=flags["for_sending"],
        keep=keep,
        prefers_deck=prefer == "deck",
        text_only=flags["text_only"],
    )
    sys.exit(build_deck(asked))
