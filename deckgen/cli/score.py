"""`deckgen score`: seven measures of a deck or an outline, what cost them, and how another deck does."""

from __future__ import annotations

import sys

import click

from deckgen.cli.answers import put_json
from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, put, shown
from deckgen.cli.language import say
from deckgen.cli.numbers import Between
from deckgen.cli.outlines import as_outline
from deckgen.cli.progress import Waiting
from deckgen.cli.scored import as_json, as_text
from deckgen.files import Folder
from deckgen.pipeline import Request
from deckgen.scoring import Scored, score_of


@click.command(help=say("help/score"), epilog=say("help/score-example"))
@click.argument("file", callback=as_outline, metavar="OUTLINE|DECK.pptx")
@click.option("--compare", callback=as_outline, default="", metavar="OUTLINE|DECK.pptx", help=say("help/score-compare"))
@click.option("--min", "least", type=Between(0, 100), default=0.0, metavar="N", help=say("help/score-min"))
@click.option("--all", "whole", is_flag=True, help=say("help/score-all"))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("help/list-format"))
@click.option("--theme", default="", metavar="NAME|DIR", help=say("help/theme-short"))
@click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def score(file: str, compare: str, least: float, whole: bool, form: str, theme: str, figures: str) -> None:
    scored = [take(path, theme, figures) for path in (file, compare) if path]
    put_json(as_json(scored, least)) if form == "json" else put("\n".join(as_text(scored, whole, least)))
    sys.exit(FINDINGS if scored[0].score.lowest < least else DONE)


def take(path: str, theme: str, figures: str) -> Scored:
    """The score of one file; without one there is nothing to say but why."""
    with Waiting(lambda seconds: say("cli/scoring", seconds=seconds)):
        scored, findings = score_of(Request(path, theme, figures, files=Folder()))
    for line in shown(findings):
        complain(line)
    if scored is None:
        sys.exit(UNUSABLE)
    return scored
