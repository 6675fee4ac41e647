"""The ledger for other programs: JSON and CSV, names as keys, nothing rounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from deckgen import __version__
from deckgen.amounts import is_number
from deckgen.form.cells import FORMULA_STARTS
from deckgen.form.rows import Row, change_text, totals_of, value_text
from deckgen.form.words import HEADERS, cells_of, with_further
from deckgen.messages import say_in

COLUMNS = ("name", "label", "value", "unit", "change", "state", "department", "where")

# A CSV to be filled has no title above its header: every program takes the first row for the names of the columns.
FORM_COLUMNS = ("number", "label", "value", "unit", "change", "state", "department", "where", "remark", "name", "old_value", "old_change")


def as_json(rows: Sequence[Row]) -> str:
    """An object: `figures` in the order of the ledger, `totals`. Numbers are texts, so that no program rounds them; X is null."""
    import json

    totals = totals_of(rows)
    counts = {name: getattr(totals, name) for name in totals.__struct_fields__}
    return json.dumps({"version": __version__, "figures": [entry(row) for row in rows], "totals": counts}, ensure_ascii=False, indent=2)


def entry(row: Row) -> dict[str, object]:
    figure = row.figure
    return {
        "name": figure.name,
        "label": figure.label,
        "value": None if figure.value is None else value_text(figure.value),
        "unit": figure.unit,
        "change": change_text(figure.change) or None,
        "state": row.state,
        "source": figure.department,
        "slides": [use.slide for use in row.uses if not use.notes],
        "notes": [use.slide for use in row.uses if use.notes],
        "used": row.used,
    }


def as_csv(rows: Sequence[Row], lang: str, columns: Sequence[str] = COLUMNS) -> str:
    """A header and a line a figure, line ends \\r\\n as RFC 4180 has them."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    if "old_value" in columns:
        columns = with_further(columns, rows)
    writer.writerow([say_in(lang, HEADERS[key]) for key in columns])
    for row in rows:
        texts = cells_of(row, lang)
        writer.writerow([harmless(texts[key]) for key in columns])
    return buffer.getvalue()


def harmless(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula: with an apostrophe first, which `cells.text_cell` takes off again."""
    return f"'{text}" if text[:1] in FORMULA_STARTS and text and not is_number(text) else text
