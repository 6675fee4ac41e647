"""What `deckgen figures OUTLINE` does: print the ledger, for people or for programs."""

from __future__ import annotations

import shutil
import sys

from msgspec import Struct

from deckgen.cli.answers import put_json
from deckgen.cli.figures_open import chosen, opened
from deckgen.cli.findings import DONE, NOTHING_DONE, UNUSABLE, exit_code, show
from deckgen.cli.language import language
from deckgen.diagnostics import OutlineError
from deckgen.form.rows import Row


class ListRequest(Struct, frozen=True):
    outline: str
    figures: str = ""
    missing: bool = False
    department: str = ""
    kind: str = "text"


def print_figures(request: ListRequest) -> int:
    """Print the figures and return the exit code."""
    try:
        book = opened(request.outline, request.figures)
    except OutlineError as error:
        show(error.findings, NOTHING_DONE)
        return exit_code(error.findings)
    rows = chosen(book.rows, request.missing, request.department)
    if rows is None:
        return UNUSABLE
    if request.kind == "json":
        from deckgen.form.plain import as_json

        put_json(as_json(rows))
    else:
        sys.stdout.write(drawn(rows, request))
    return DONE


def drawn(rows: list[Row], request: ListRequest) -> str:
    lang = language()
    if request.kind == "csv":
        from deckgen.form.plain import as_csv

        return as_csv(rows, lang).replace("\r\n", "\n")  # the console has line ends of its own
    if request.missing:
        from deckgen.form.missing import missing

        return missing(rows, lang) + "\n"
    from deckgen.form.table import table

    # A file or a pipe takes whole lines; a terminal would wrap them.
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return table(rows, lang, width) + "\n"
