"""`deckgen check`: everything that can be said of an outline, or of a finished deck, without writing anything."""

from __future__ import annotations

import os
import sys

import click

from deckgen.checkup import checked_outline, findings_of, is_finished
from deckgen.cli.answers import put_json
from deckgen.cli.findings import counted, exit_code, put, shown, tell, tell_read
from deckgen.cli.formats import FORMATS, formatted
from deckgen.cli.grouped import gathered
from deckgen.cli.language import language, say
from deckgen.cli.loudness import quiet
from deckgen.cli.minutes import minutes_of
from deckgen.cli.outlines import as_outline
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Finding, Findings
from deckgen.files import Folder
from deckgen.load.outline import load_outline
from deckgen.pipeline import Request, look
from deckgen.pull.guard import edited_since
from deckgen.write.save import path_in


@click.command(
    help=say("help/check"),
    epilog=say("help/check-example"),
)
@click.argument("file", callback=as_outline, metavar="OUTLINE|DECK.pptx")
@click.option("--final", is_flag=True, help=say("help/check-final"))
@click.option("--strict", is_flag=True, help=say("help/strict"))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=say("help/check-format"),
)
@click.option("--theme", default="", metavar="NAME|DIR", help=say("help/theme-short"))
@click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
@click.option("--allow-outside", is_flag=True, help=say("help/allow-outside"))
@click.option("--fix", is_flag=True, help=say("help/fix"))
@click.option("--dry-run", is_flag=True, help=say("help/dry-run"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def check(file: str, final: bool, form: str, theme: str, figures: str, **flags: bool) -> None:
    request = Request(file, theme, figures, final, files=Folder(flags["allow_outside"]))
    if flags["fix"] or flags["dry_run"]:
        from deckgen.cli.mending import asked_to_mend  # here, because most checks write nothing

        request = asked_to_mend(request, flags["fix"], flags["dry_run"], form == "text")
    with Waiting(lambda seconds: say("cli/checking", seconds=seconds)):
        findings, scene = (findings_of(request), None) if is_finished(file) else checked_outline(request)
    if not is_finished(file):
        findings += edited_deck(request)
    if form == "text":
        told = findings if flags["strict"] or not quiet() else [finding for finding in findings if finding.severity == "error"]
        for line in gathered(told) if is_finished(file) else shown(told):
            put(line)
        for line in minutes_of(scene) if scene else ():
            tell(line)
        tell(conclusion(file, findings))
        tell_read(request.files.looked_for)
    else:
        text = formatted(findings, file, form, language())
        if text:
            click.echo(text) if form == "github" else put_json(text)
    sys.exit(exit_code(findings, flags["strict"]))


def edited_deck(request: Request) -> list[Finding]:
    """That the deck in dist/ was edited since it was built from this outline."""
    if not os.path.isdir("dist"):
        return []
    report = load_outline(request.outline, request.figures or None, Folder(), Findings())
    path = path_in("dist", report.outline.title.plain) if report else ""
    if not os.path.isfile(path):
        return []
    found = edited_since(path, language(), look(request).scene)
    return [found] if found else []


def conclusion(file: str, findings: list[Finding]) -> str:
    if not findings:
        return say("cli/nothing-found", file=file)
    return say("cli/outcome", what=file, counts=counted(findings))
