"""`deckgen preview` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say


@click.command(
    help=say("help/preview"),
    epilog=say("help/preview-example"),
)
@click.argument("outline", metavar="OUTLINE")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=None,
    metavar="N",
    help=say("help/port"),
)
@click.option("--no-open", is_flag=True, help=say("help/no-open"))
@click.option(
    "--theme",
    default="",
    metavar="NAME|DIR",
    help=say("help/theme"),
)
@click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
@click.option("--allow-outside", is_flag=True, help=say("help/allow-outside"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/preview-lang"))
def preview(outline: str, port: int | None, no_open: bool, theme: str, figures: str, allow_outside: bool) -> None:
    from deckgen.cli.previewing import show_preview
    from deckgen.files import Folder
    from deckgen.pipeline import Request

    sys.exit(show_preview(Request(outline, theme, figures, files=Folder(allow_outside)), port, not no_open))
