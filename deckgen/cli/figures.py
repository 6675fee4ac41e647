"""`deckgen figures`: the ledger as a table, as a form to send round, and the form read back."""

from __future__ import annotations

import os
import sys

import click

from deckgen.cli.language import say
from deckgen.cli.outlines import as_outline

LANG = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
LEDGER = click.option("--figures", default="", metavar="FILE", help=say("help/figures"))
MISSING = click.option("--missing", is_flag=True, help=say("help/missing-by-department"))
DEPARTMENT = click.option("--department", default="", metavar="NAME", help=say("help/department"))


class Figures(click.Group):
    """`deckgen figures OUTLINE` is `deckgen figures list OUTLINE`: a first word that is no subcommand is an outline."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((index for index, word in enumerate(args) if not is_language(args, index)), len(args))
        word = args[first] if first < len(args) else ""
        completing_first = ctx.resilient_parsing and not word
        if not completing_first and word not in (*self.commands, "-h", "--help"):
            self.refuse_misspelt(ctx, word)
            args = [*args[:first], "list", *args[first:]]
        return super().parse_args(ctx, args)

    def refuse_misspelt(self, ctx: click.Context, word: str) -> None:
        """`exprot` is a slip of the keyboard, unless there is a file of that name."""
        from deckgen.diagnostics import nearest

        near = nearest(word, tuple(self.commands)) if word and not os.path.splitext(word)[1] and not os.path.exists(word) else ""
        if near and not ctx.resilient_parsing:
            raise click.UsageError(say("cli/no-figures-command", word=word, near=near), ctx)


def is_language(args: list[str], index: int) -> bool:
    """Whether the word is `--lang` or its value, which may stand before anything."""
    return args[index].split("=")[0] == "--lang" or (index > 0 and args[index - 1] == "--lang")


@click.group(
    cls=Figures,
    subcommand_metavar="OUTLINE | COMMAND …",
    help=say("help/figures-group"),
    epilog=say("help/figures-group-example"),
)
@LANG
def figures() -> None:
    pass


@figures.command(
    name="list",
    help=say("help/figures-list"),
    epilog=say("help/figures-list-example"),
)
@click.argument("outline", callback=as_outline, metavar="OUTLINE")
@MISSING
@DEPARTMENT
@click.option("--format", "kind", type=click.Choice(["text", "json", "csv"]), default="text", help=say("help/list-format"))
@LEDGER
@LANG
def list_figures(outline: str, missing: bool, department: str, kind: str, figures: str) -> None:
    from deckgen.cli.figures_list import ListRequest, print_figures

    sys.exit(print_figures(ListRequest(outline, figures, missing, department, kind)))


@figures.command(
    help=say("help/figures-export"),
    epilog=say("help/figures-export-example"),
)
@click.argument("outline", callback=as_outline, metavar="OUTLINE")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FORM.xlsx|csv",
    help=say("help/export-output"),
)
@click.option("--missing", is_flag=True, help=say("help/missing"))
@DEPARTMENT
@LEDGER
@LANG
def export(outline: str, output: str, missing: bool, department: str, figures: str) -> None:
    from deckgen.cli.figures_export import ExportRequest, write_form

    sys.exit(write_form(ExportRequest(outline, figures, output, missing, department)))


@figures.command(
    help=say("help/figures-fill"),
    epilog=say("help/figures-fill-example"),
)
@click.argument("outline", callback=as_outline, metavar="OUTLINE")
@click.argument("form", metavar="FORM.xlsx|csv")
@click.option("--dry-run", is_flag=True, help=say("help/dry-run"))
@click.option("--accept", multiple=True, metavar="NAME|all", help=say("help/accept"))
@LEDGER
@LANG
def fill(outline: str, form: str, dry_run: bool, accept: tuple[str, ...], figures: str) -> None:
    from deckgen.cli.figures_fill import FillRequest, fill_ledger

    sys.exit(fill_ledger(FillRequest(outline, form, figures, dry_run, accept)))
