"""What `deckgen figures export` does: write the form, say where and for how many figures."""

from __future__ import annotations

import os

from msgspec import Struct

from deckgen.cli.building import output_path
from deckgen.cli.figures_open import NOTHING_WRITTEN, Opened, chosen, opened, written
from deckgen.cli.findings import DONE, UNUSABLE, complain, exit_code, show, tell
from deckgen.cli.language import language, say
from deckgen.diagnostics import OutlineError
from deckgen.form.cells import MOST_ROWS
from deckgen.form.rows import Row

ROWS_ABOVE = 4  # title, how to fill, what is left, header
ENDINGS = (".xlsx", ".csv")


class ExportRequest(Struct, frozen=True):
    outline: str
    figures: str = ""
    output: str = ""
    missing: bool = False
    department: str = ""


def write_form(request: ExportRequest) -> int:
    """Write the form and return the exit code."""
    if request.output and not os.path.isdir(request.output) and not request.output.lower().endswith(ENDINGS):
        complain(say("cli/form-ending", output=request.output))
        return UNUSABLE
    try:
        book = opened(request.outline, request.figures)
    except OutlineError as error:
        show(error.findings, NOTHING_WRITTEN)
        return exit_code(error.findings)
    rows = chosen(book.rows, request.missing, request.department)
    if rows is None:
        return UNUSABLE
    title = form_title(book, request.department)
    path = output_path(request.output, title).removesuffix(".pptx")
    path = path if path.lower().endswith(ENDINGS) else f"{path}.xlsx"
    most = MOST_ROWS - (1 if path.lower().endswith(".csv") else ROWS_ABOVE)
    if len(rows) > most:
        complain(say("cli/too-many-figures", count=len(rows), most=most))
        return UNUSABLE
    if not written(path, form_bytes(path, title, rows, book), (request.outline, book.report.ledger.path)):
        return UNUSABLE
    unknown = sum(row.state == "unknown" for row in rows)
    tell(say("cli/exported", path=path, count=len(rows), unknown=unknown))
    return DONE


def form_title(book: Opened, department: str) -> str:
    title = book.report.outline.title.plain
    return say("cli/form-title-of", title=title, department=department) if department else say("cli/form-title", title=title)


def form_bytes(path: str, title: str, rows: list[Row], book: Opened) -> bytes:
    if path.lower().endswith(".csv"):
        from deckgen.form.plain import FORM_COLUMNS, as_csv

        return as_csv(rows, language(), FORM_COLUMNS).encode("utf-8-sig")  # without the mark Excel takes it for GBK
    from deckgen.form.sheet import Form, workbook
    from deckgen.pipeline import timestamp

    return workbook(Form(title, rows, language(), timestamp(book.report.outline)))
