"""Help pages in the language of the run, click's own words too, in lines that fit a terminal where hanzi are two columns wide."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable

import click

from deckgen.cli.language import say
from deckgen.cli.loudness import loudness_options

# What click says itself, and what we say.
OWN_WORDS = {
    "Options": "help/options",
    "Commands": "help/commands",
    "Show this message and exit.": "help/help",
    "Show the version and exit.": "help/version",
}
PLACES = {"[OPTIONS]": "help/options-place", "COMMAND": "help/command-place", "[ARGS]...": "help/arguments-place"}
# What exit code 1 means where it is not only “the content has faults”.
EXITS = {
    "diff": "help/exit-diff",
    "theme diff": "help/exit-diff",
    "check": "help/exit-check",
    "score": "help/exit-score",
    "pull": "help/exit-pull",
}
COMPLETE = "_DECKGEN_COMPLETE"
WIDEST_NAME = 30  # columns of a term before its explanation goes to the next line


class Formatter(click.HelpFormatter):
    """Writes what click hands it, folded by columns and in our words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        from deckgen.cli.columns import columns, folded

        begin = f"{say('help/usage') if prefix is None else prefix}{prog} "
        words = " ".join(say(PLACES[word]) if word in PLACES else word for word in args.split(" "))
        self.write(folded(words, self.width, begin, " " * columns(begin)) + "\n")

    def write_heading(self, heading: str) -> None:
        self.write(" " * self.current_indent + own(heading) + "\n")

    def write_text(self, text: str) -> None:
        from deckgen.cli.columns import folded

        indent = " " * self.current_indent
        paragraphs = (" ".join(paragraph.split("\n")) for paragraph in inspect.cleandoc(text).split("\n\n"))
        self.write("\n\n".join(folded(paragraph, self.width, indent, indent) for paragraph in paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = WIDEST_NAME, col_spacing: int = 2) -> None:
        from deckgen.cli.columns import columns, folded

        rows = list(rows)
        margin = self.current_indent + min(col_max, max(columns(term) for term, _ in rows)) + col_spacing
        for term, text in rows:
            begin = " " * self.current_indent + term
            gap = margin - columns(begin)
            before = begin + " " * gap if gap >= col_spacing else f"{begin}\n{' ' * margin}"
            lines = folded(own(text), self.width - margin).split("\n")
            self.write(before + f"\n{' ' * margin}".join(lines) + "\n" if text else f"{begin}\n")


def own(words: str) -> str:
    return say(OWN_WORDS[words]) if words in OWN_WORDS else words


class HelpContext(click.Context):
    """Writes help by `Formatter`; colours as the environment asks for them, else on terminals alone."""

    formatter_class = Formatter

    def __init__(self, *args: object, **settings: object) -> None:
        super().__init__(*args, **settings)  # type: ignore[arg-type]  # as click calls it
        if self.color is None:
            self.color = colour_asked_for()


def colour_asked_for() -> bool | None:
    """True or False by the environment (no-color.org, force-color.org); None: wherever a terminal is."""
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def prepared(command: click.Command, above: str = "") -> click.Command:
    """The command and all below it with what every command has: these help pages, -q and -v, and what its exit codes mean."""
    if command.context_class is HelpContext:
        return command
    command.context_class = HelpContext
    name = f"{above} {command.name or ''}".strip()
    command.params += loudness_options()
    command.epilog = f"{command.epilog or ''}\n\n{say('help/exits', one=say(EXITS.get(name, 'help/exit-one')))}".strip()
    if COMPLETE in os.environ:  # somebody pressed Tab
        from deckgen.cli.completing import made_completing

        made_completing(command)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            prepared(each, name)
    return command
