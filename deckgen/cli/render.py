"""`deckgen render`: its options."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say
from deckgen.cli.numbers import Between
from deckgen.cli.outlines import as_outline
from deckgen.cli.rendering import RenderRequest, render_source
from deckgen.render.paper import PAPERS

WIDTHS = click.IntRange(160, 7680)
SECONDS = Between(1, 36_000)


@click.command(
    help=say("help/render"),
    epilog=say("help/render-example"),
)
@click.argument("source", callback=as_outline, metavar="OUTLINE|DECK.pptx")
@click.option("--to", type=click.Choice(["pdf", "png", "html"]), default=None, help=say("help/render-to"))
@click.option(
    "-o",
    "--output",
    default="",
    metavar="PATH",
    help=say("help/render-output"),
)
@click.option("--slides", default="", metavar="3-9,12", help=say("help/slides"))
@click.option("--sheet", is_flag=True, help=say("help/sheet"))
@click.option("--notes", is_flag=True, help=say("help/notes"))
@click.option("--per-page", type=click.Choice(["1", "2", "6"]), default=None, help=say("help/per-page"))
@click.option("--paper", type=click.Choice(list(PAPERS), case_sensitive=False), default=None, help=say("help/paper"))
@click.option("--grey", "--gray", "grey", is_flag=True, help=say("help/grey"))
@click.option(
    "--engine",
    type=click.Choice(["auto", "libreoffice", "svg"]),
    default="auto",
    help=say("help/engine"),
)
@click.option("--soffice", default="", metavar="PATH", help=say("help/soffice"))
@click.option("--width", type=WIDTHS, default=1920, metavar="PX", help=say("help/width"))
@click.option(
    "--timeout",
    type=SECONDS,
    default=300,
    metavar="SECONDS",
    help=say("help/timeout"),
)
@click.option("--theme", default="", metavar="NAME|DIR", help=say("help/theme-short"))
@click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
@click.option("--allow-outside", is_flag=True, help=say("help/allow-outside"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def render(**options: object) -> None:
    options["to"] = options["to"] or ""
    options["paper"] = options["paper"] or ""
    options["per_page"] = int(str(options["per_page"] or 0))
    sys.exit(render_source(RenderRequest(**options)))  # type: ignore[arg-type]  # click has read them by their types
