"""`deckgen kinds`: the kinds of slide, each with an example and its fields."""

from __future__ import annotations

import sys

import click

from deckgen.cli.answers import FORMAT, answer
from deckgen.cli.language import language, say
from deckgen.diagnostics import nearest
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.kind import Kind
from deckgen.kinds.layouts import ARRANGEMENTS
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described


@click.command(help=say("help/kinds"), epilog=say("help/kinds-example"))
@click.argument("name", metavar="[KIND]", default="")
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
@click.option("--icons", "icons_alone", is_flag=True, help=say("help/kinds-icons"))
@click.option("--format", "form", type=FORMAT, default="text", help=say("help/list-format"))
def kinds(name: str, icons_alone: bool, form: str) -> None:
    if icons_alone:
        from deckgen.icons import icons

        if form == "json":
            answer({"icons": [{"name": icon, "words": known.words} for icon, known in icons().items()]})
            return
        for icon, known in icons().items():
            click.echo(f"{icon}\t{known.words}" if language() == "zh" else icon)
        return
    if not name and form == "json":
        answer({"kinds": [entry(kind, language() == "en") for kind in KINDS.values()]})
        return
    if not name:
        for kind in KINDS.values():
            click.echo(f"{kind.name}\t{kind.doc_en if language() == 'en' else kind.doc_zh}")
        return
    if name not in KINDS:
        near = nearest(name, tuple(KINDS))
        hint = say("cli/did-you-mean", near=near) if near else ", ".join(KINDS)
        click.echo(say("cli/no-kind", name=name, hint=hint), err=True)
        sys.exit(2)
    if form == "json":
        answer({"kinds": [entry(KINDS[name], language() == "en")]})
        return
    for line in told(KINDS[name], language() == "en"):
        click.echo(line)


def entry(kind: Kind, english: bool) -> dict[str, object]:
    """A kind for programs: what it is for, an example in YAML, its fields and arrangements."""
    example = EXAMPLES.get(kind.name)
    fields = []
    for name, field in kind.slide_fields.items():
        words = described(field)
        fields.append({"name": name, "required": field.required, "description": words.en if english else words.zh})
    return {
        "kind": kind.name,
        "description": kind.doc_en if english else kind.doc_zh,
        "example": (example.en if english else example.zh).strip("\n") + "\n" if example else "",
        "fields": fields,
        "layouts": [{"name": name, "description": words_of(kind, name, english)} for name in kind.layouts],
    }


def words_of(kind: Kind, layout: str, english: bool) -> str:
    words = ARRANGEMENTS[kind.name][layout].words
    return words.en if english else words.zh


def told(kind: Kind, english: bool) -> list[str]:
    """What it is for, an example, its fields."""
    lines = [f"{kind.name}: {kind.doc_en if english else kind.doc_zh}", ""]
    example = EXAMPLES.get(kind.name)
    if example:
        lines += [f"  {line}" for line in (example.en if english else example.zh).strip().splitlines()] + [""]
    lines += arrangements(kind, english)
    for name, field in kind.slide_fields.items():
        words = described(field)
        mark = " *" if field.required else ""
        lines.append(f"  {name}{mark}\t{words.en if english else words.zh}")
    return lines


def arrangements(kind: Kind, english: bool) -> list[str]:
    """Each arrangement that `layout` may name, with a small drawing."""
    lines = []
    for name in kind.layouts:
        one = ARRANGEMENTS[kind.name][name]
        lines += [f"  layout: {name}\t{one.words.en if english else one.words.zh}"]
        lines += [f"    {line}" for line in one.drawing.strip("\n").splitlines()] + [""]
    return lines
