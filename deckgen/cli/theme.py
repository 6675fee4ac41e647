"""`deckgen theme`: templates of an organisation looked into, made into themes, held against one another."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say

FORM = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("help/list-format"))
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))


@click.group(help=say("help/theme-group"), epilog=say("help/theme-group-example"))
@LANG
def theme() -> None:
    pass


@theme.command(help=say("help/theme-inspect"), epilog=say("help/theme-inspect-example"))
@click.argument("file", metavar="TEMPLATE")
@click.option("--format", "kind", type=click.Choice(["text", "json", "html"]), default="text", help=say("help/theme-format"))
@click.option("-o", "--output", default="", metavar="FILE", help=say("help/theme-output"))
@LANG
def inspect(file: str, kind: str, output: str) -> None:
    from deckgen.cli.theme_inspect import inspect_template

    sys.exit(inspect_template(file, kind, output))


@theme.command(help=say("help/theme-new"), epilog=say("help/theme-new-example"))
@click.argument("file", metavar="[TEMPLATE]", default="")
@click.option("-o", "--output", default="", metavar="DIR", help=say("help/theme-folder"))
@click.option("--slide", "slides", multiple=True, metavar="N=ROLE", help=say("help/theme-slide"))
@click.option("--colors", default="", metavar="RRGGBB,RRGGBB", help=say("help/theme-colors"))
@click.option("--name", default="", metavar="NAME", help=say("help/theme-name"))
@click.option("--from", "base", default="zhengwu-red", metavar="THEME", help=say("help/theme-from"))
@click.option("--logo", default="", metavar="PNG|JPEG", help=say("help/theme-logo"))
@LANG
def new(file: str, output: str, slides: tuple[str, ...], colors: str, name: str, base: str, logo: str) -> None:
    from deckgen.cli.theme_new import NewRequest, make_theme

    sys.exit(make_theme(NewRequest(file, output, slides, colors, name, base, logo)))


@theme.command(help=say("help/theme-check"), epilog=say("help/theme-check-example"))
@click.argument("name", metavar="THEME")
@click.option("-o", "--output", default="", metavar="DECK.pptx", help=say("help/theme-deck"))
@FORM
@LANG
def check(name: str, output: str, form: str) -> None:
    from deckgen.cli.theme_check import check_theme

    sys.exit(check_theme(name, output, form))


@theme.command(help=say("help/theme-diff"), epilog=say("help/theme-diff-example"))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@FORM
@LANG
def diff(old: str, new: str, form: str) -> None:
    from deckgen.cli.theme_inspect import compare_templates

    sys.exit(compare_templates(old, new, form))
