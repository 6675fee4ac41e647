"""`deckgen themes`: the themes and templates that are there, as a list, for programs, or drawn."""

from __future__ import annotations

import os
import sys

import click

from deckgen.cli.answers import answer
from deckgen.cli.findings import DONE, UNUSABLE, complain, put, tell
from deckgen.cli.language import say
from deckgen.cli.progress import Waiting
from deckgen.cli.theme_list import Offered, as_entry, as_page, offered
from deckgen.write.save import SaveError, replace_file

PAGE = os.path.join("dist", "themes.html")


@click.command(help=say("help/themes"), epilog=say("help/themes-example"))
@click.argument("where", metavar="[OUTLINE|DIR]", default="")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", help=say("help/themes-format"))
@click.option("-o", "--output", default="", metavar="FILE", help=say("help/themes-output"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def themes(where: str, form: str, output: str) -> None:
    sys.exit(show_themes(where, form, output))


def show_themes(where: str, form: str, output: str) -> int:
    """List the themes for an outline, or for one in a folder, and return the exit code."""
    if where and not os.path.exists(where):
        complain(say("cli/no-folder", path=where))
        return UNUSABLE
    found = offered(where if os.path.isdir(where) else os.path.dirname(where) or ".")
    match form:
        case "json":
            answer({"themes": [as_entry(one) for one in found]})
        case "html":
            return write_page(found, output or PAGE)
        case _:
            for one in found:
                put(line_of(one))
    return DONE


def line_of(one: Offered) -> str:
    """`name<TAB>label`, and of what is not shipped where it is from; of one that cannot be used that it is faulty."""
    mark = {"shipped": "", "folder": f"\t{say('theme/list-folder')}", "template": f"\t{say('theme/list-template')}"}[one.source]
    bad = f"\t{say('theme/list-faulty', path=one.path)}" if any(finding.severity == "error" for finding in one.faults) else ""
    return f"{one.name}\t{one.label}{mark}{bad}"


def write_page(found: list[Offered], path: str) -> int:
    with Waiting(lambda seconds: say("cli/drawing-themes", seconds=seconds)):
        page = as_page(found)
    try:
        replace_file(path, lambda file: file.write(page.encode()))
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    tell(say("cli/written", path=path))
    return DONE
