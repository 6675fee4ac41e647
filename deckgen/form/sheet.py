"""The form as an Excel workbook: to be filled by people, sorted and printed, and read back by `filled`.

XlsxWriter writes it because it keeps Decimals exact and the bytes equal, and has all that a form needs; openpyxl would have to
be told every style cell by cell. The sheet is not protected: rows of a protected sheet cannot be sorted.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

import xlsxwriter
from msgspec import Struct

from deckgen.form.rows import Row
from deckgen.form.words import FURTHER, HEADERS, STATES, cells_of, with_further
from deckgen.messages import say_in

WIDTHS = {
    "number": 6,
    "label": 26,
    "value": 13,
    "unit": 11,
    "change": 17,
    "state": 8,
    "department": 19,
    "where": 15,
    "remark": 35,
    "name": 24,
    "old_value": 13,
    "old_change": 17,
}
FURTHER_WIDTHS = {"target": 13, "base": 13, "rank": 13, "compare": 24, "history": 30}
COLUMNS = tuple(WIDTHS)
FACE = "微软雅黑"
HEADER_ROW = 3  # from 0; above it title, how to fill, what is left
A4 = 9
INK, GREY, PALE, RED, YELLOW, LINE = "#262626", "#7F7F7F", "#F2F2F2", "#C00000", "#FFF2CC", "#BFBFBF"


class Form(Struct, frozen=True, dict=True):
    """What the form asks for."""

    title: str
    rows: Sequence[Row]
    lang: str
    timestamp: str  # the moment that its properties name

    @cached_property
    def columns(self) -> tuple[str, ...]:
        return with_further(COLUMNS, self.rows)

    @property
    def shown(self) -> int:
        """How many columns are to be seen."""
        return sum(not key.startswith("old_") for key in self.columns)

    def letter(self, key: str) -> str:
        """The column of a key as a spreadsheet names it."""
        return chr(ord("A") + self.columns.index(key))

    def say(self, name: str) -> str:
        return say_in(self.lang, name)

    @property
    def to_fill(self) -> str:
        """The state of a figure that is still X; formulas look for it."""
        return self.say("form/to-fill")


def workbook(form: Form) -> bytes:
    """The bytes of the .xlsx; they depend on nothing but the form."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    moment = datetime.datetime.fromisoformat(form.timestamp.replace("Z", "+00:00")).replace(tzinfo=None)
    book.set_properties({"title": form.title, "created": moment})
    sheet = book.add_worksheet(form.say("form/sheet-name"))
    formats = Formats(book)
    head(sheet, form, formats)
    for index, row in enumerate(form.rows):
        write_row(sheet, form, formats, index, row)
    guard(sheet, form)
    highlight(sheet, form, formats)
    set_up_page(sheet, form)
    book.close()
    return buffer.getvalue()


class Formats:
    """Every style of the form."""

    def __init__(self, book: Any) -> None:
        def add(**own: object) -> Any:
            return book.add_format({"font_name": FACE, "font_size": 10.5, "font_color": INK, "valign": "vcenter", **own})

        edge = {"border": 1, "border_color": LINE}
        bordered = {"indent": 1, **edge}
        self.title = add(font_size=18, bold=True)
        self.how = add(font_color=GREY, text_wrap=True)
        self.left = add(bold=True, font_color=RED)
        self.header = add(bold=True, font_color="#FFFFFF", bg_color="#404040", align="center", text_wrap=True, **edge)
        self.unknown = book.add_format({"bold": True, "font_color": RED, "bg_color": YELLOW})
        centred = {"align": "center", **edge}
        self.columns = {
            "number": add(font_color=GREY, **centred),
            "label": add(text_wrap=True, **bordered),
            "value": add(align="right", **bordered),
            "unit": add(**bordered),
            "change": add(num_format="@", **bordered),  # as text, or Excel makes 0.078 of 7.8%
            "state": add(**centred),
            "department": add(text_wrap=True, **bordered),
            "where": add(text_wrap=True, font_color=GREY, **bordered),
            "remark": add(text_wrap=True, font_color=GREY, **bordered),
            "name": add(font_name="Consolas", font_size=9, font_color=GREY, bg_color=PALE, **bordered),
        }
        self.columns |= {key: add(num_format="@", text_wrap=True, **bordered) for key in FURTHER}
        self.columns |= {f"old_{key}": add(num_format="@", font_color=GREY, bg_color=PALE, **bordered) for key in FURTHER}
        self.columns |= {"old_value": self.columns["name"], "old_change": add(num_format="@", font_color=GREY, bg_color=PALE, **bordered)}


def head(sheet: Any, form: Form, formats: Formats) -> None:
    """Title, how to fill, how much is left, and the names of the columns."""
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, form.title, formats.title)
    sheet.set_row(1, 34)
    sheet.merge_range(1, 0, 1, form.shown - 1, form.say("form/how"), formats.how)
    states = data_range(form, "state")
    before, after = form.say("form/left-before"), form.say("form/left-after")
    count = sum(row.state == "unknown" for row in form.rows)
    text = f"{before} {count} {after}".rstrip()
    sheet.write_formula(2, 0, f'=TRIM("{before} "&COUNTIF({states},"{form.to_fill}")&" {after}")', formats.left, text)
    sheet.set_row(HEADER_ROW, 26)
    for column, key in enumerate(form.columns):
        sheet.set_column(column, column, width_of(key), None, {"hidden": key.startswith("old_")})
        sheet.write_string(HEADER_ROW, column, form.say(HEADERS[key]), formats.header)


def write_row(sheet: Any, form: Form, formats: Formats, index: int, row: Row) -> None:
    at = HEADER_ROW + 1 + index
    texts = cells_of(row, form.lang)
    sheet.set_row(at, height(texts))
    for column, key in enumerate(form.columns):
        style = formats.columns[key]
        if key == "number":
            sheet.write_number(at, column, row.number, style)
        elif key in ("value", "old_value") and is_exact_in_excel(row.figure.value):
            sheet.write_number(at, column, row.figure.value, style)
        elif key == "state":
            shown = form.to_fill if row.state == "unknown" else form.say(STATES[row.state])
            sheet.write_formula(at, column, state_formula(form, row, at + 1), style, shown)
        else:
            sheet.write_string(at, column, texts[key], style)


def width_of(key: str) -> int:
    key = key if key in WIDTHS else key.removeprefix("old_")
    return WIDTHS[key] if key in WIDTHS else FURTHER_WIDTHS[key]


def height(texts: dict[str, str]) -> float:
    """Enough for the text that takes the most lines; a hanzi is two of the units in which columns are measured."""
    lines = max(
        -(-sum(1 + (ord(char) > 0x2E7F) for char in texts[key]) // (width_of(key) - 2))
        for key in ("label", "department", "where", "remark", *FURTHER)
    )
    return max(21.0, 15.0 * lines + 6)


def is_exact_in_excel(value: object) -> bool:
    """A double keeps fifteen digits; a longer number goes as text."""
    return isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) <= 15 and value.adjusted() < 15


def state_formula(form: Form, row: Row, line: int) -> str:
    """待填 for as long as an X stands in the row, so that a filled row says so at once."""
    value, change = f"{form.letter('value')}{line}", f"{form.letter('change')}{line}"
    done = form.say(STATES["sample" if row.figure.sample else "known"])
    return f'=IF(OR(TRIM({value})="",UPPER(TRIM({value}))="X",ISNUMBER(SEARCH("X",{change}))),"{form.to_fill}","{done}")'


def data_range(form: Form, key: str) -> str:
    first = HEADER_ROW + 2
    return f"${form.letter(key)}${first}:${form.letter(key)}${first + max(len(form.rows), 1) - 1}"


def guard(sheet: Any, form: Form) -> None:
    """What Excel refuses at once: words where a number belongs, and another name."""
    first = f"{form.letter('value')}{HEADER_ROW + 2}"
    rule = f'=OR(ISNUMBER({first}),UPPER(TRIM({first}))="X",LEFT({first},1)="第",LEFT({first},1)="前")'
    validation = {
        "validate": "custom",
        "value": rule,
        "input_title": form.say("form/value"),
        "input_message": form.say("form/value-prompt"),
        "error_title": form.say("form/value"),
        "error_message": form.say("form/value-refused"),
    }
    sheet.data_validation(data_range(form, "value").replace("$", ""), validation)
    sheet.data_validation(
        data_range(form, "name").replace("$", ""),
        {"validate": "custom", "value": "=FALSE", "error_title": form.say(HEADERS["name"]), "error_message": form.say("form/name-refused")},
    )


def highlight(sheet: Any, form: Form, formats: Formats) -> None:
    """X in red on yellow for as long as it is X, and the word 待填 beside it."""
    first = HEADER_ROW + 2
    rules = {
        "value": f'=UPPER(TRIM(${form.letter("value")}{first}))="X"',
        "change": f'=ISNUMBER(SEARCH("X",${form.letter("change")}{first}))',
        "state": f'=${form.letter("state")}{first}="{form.to_fill}"',
    }
    for key, rule in rules.items():
        area = data_range(form, key).replace("$", "")
        sheet.conditional_format(area, {"type": "formula", "criteria": rule, "format": formats.unknown})


def set_up_page(sheet: Any, form: Form) -> None:
    """Header in sight on screen and on every page; A4 across."""
    last = HEADER_ROW + max(len(form.rows), 1)
    sheet.freeze_panes(HEADER_ROW + 1, form.columns.index("label") + 1)
    sheet.autofilter(HEADER_ROW, 0, last, len(form.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.set_footer(form.say("form/footer"))
    sheet.ignore_errors({"number_stored_as_text": data_range(form, "change").replace("$", "")})
