"""Tables: cells with the colours that the table's style gives them, rows as high as their text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from msgspec import Struct

from deckgen.inspect.package.xml import A, Element, attributes, flag, inner, number, parse
from deckgen.inspect.resolve.fills import NOTHING, UNKNOWN, Fill, fill_element
from deckgen.inspect.resolve.matrix import Matrix
from deckgen.inspect.resolve.scope import Base, Scope
from deckgen.inspect.shapes.text import Surroundings, read_text
from deckgen.inspect.values import FinishedText, Table, TableCell

MARGINS = {"marL": 91440, "marT": 45720, "marR": 91440, "marB": 45720}  # defaults of CT_TableCellProperties
# The styles PowerPoint has built in without writing them into the deck: its default, by accent, and the two without colours.
MEDIUM_STYLE_2 = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
WITHOUT_COLOURS = ("", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")


class Slot(Struct, frozen=True, gc=False):
    """One cell's place in the grid."""

    row: int
    column: int
    first_row: bool = False
    last_row: bool = False
    first_column: bool = False
    last_column: bool = False
    band_row: bool = False  # of the rows that are striped, the first kind
    band_column: bool = False

    @property
    def name(self) -> str:
        return column_name(self.column) + str(self.row + 1)

    @property
    def regions(self) -> list[str]:
        """The regions of a table style that reach the cell, the strongest first (ECMA-376 Part 1, 20.1.4.2)."""
        said = (
            ("firstRow", self.first_row), ("lastRow", self.last_row), ("firstCol", self.first_column), ("lastCol", self.last_column),
            ("band1V", self.band_column), ("band1H", self.band_row), ("wholeTbl", True),
        )  # fmt: skip
        return [name for name, holds in said if holds]


def read_table(table: Element, scope: Scope, matrix: Matrix) -> Table:
    properties = table.find(A + "tblPr")
    style = style_of(properties, scope)
    widths = [number(column.get("w")) for column in table.iterfind(f"{A}tblGrid/{A}gridCol")]
    cells: list[TableCell] = []
    merged: list[str] = []
    top = 0
    rows = table.findall(A + "tr")
    for index, row in enumerate(rows):
        height = number(row.get("h"))
        needs = [height]
        for slot, cell, left, width in placed_cells(row, index, len(rows), widths, properties):
            if number(cell.get("gridSpan"), 1) > 1 or number(cell.get("rowSpan"), 1) > 1:
                merged.append(slot.name)
            around = surroundings(cell, width, height, Matrix(e=left, f=top).then(matrix))
            text = cell_text(cell, style, slot, scope, around)
            if text and text.plain and number(cell.get("rowSpan"), 1) <= 1 and around.insets:
                needs.append(text.needed + around.insets[1] + around.insets[3])
            cells.append(TableCell(slot.name, text, cell_fill(cell, style, slot, scope)))
        top += max(needs)
    return Table(tuple(cells), flag(properties, "firstRow"), tuple(merged), top)


def style_of(properties: Element | None, scope: Scope) -> Element | Fill | None:
    """The style's element, NOTHING for one without colours, UNKNOWN for one that only PowerPoint knows."""
    name = (properties.findtext(A + "tableStyleId") or "").strip().upper() if properties is not None else ""
    if name in scope.table_styles:
        return scope.table_styles[name]
    if name in WITHOUT_COLOURS:
        return NOTHING
    return medium_style_2(MEDIUM_STYLE_2[name]) if name in MEDIUM_STYLE_2 else UNKNOWN


@cache
def medium_style_2(accent: str) -> Element:
    def region(name: str, text: str, bold: str, change: str) -> str:
        return (
            f'<a:{name}><a:tcTxStyle{bold}><a:schemeClr val="{text}"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>'
            f'<a:schemeClr val="{accent}">{change}</a:schemeClr></a:solidFill></a:fill></a:tcStyle></a:{name}>'
        )

    strong = "".join(region(name, "lt1", ' b="on"', "") for name in ("lastCol", "firstCol", "lastRow", "firstRow"))
    striped = "".join(region(name, "dk1", "", '<a:tint val="40000"/>') for name in ("band1H", "band1V"))
    whole = region("wholeTbl", "dk1", "", '<a:tint val="20000"/>')
    return parse(f'<a:tblStyle xmlns:a="{A[1:-1]}">{whole}{striped}{strong}</a:tblStyle>'.encode())


def placed_cells(
    row: Element, index: int, count: int, widths: list[int], properties: Element | None
) -> Iterator[tuple[Slot, Element, int, int]]:
    """Each cell that shows with its slot, its left edge and its width."""
    edges = list(accumulate(widths, initial=0))
    on = {name: flag(properties, name) for name in ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow", "bandCol")}
    for column, cell in enumerate(row.findall(A + "tc")):
        if flag(cell, "hMerge") or flag(cell, "vMerge") or column >= len(widths):
            continue
        span = max(1, number(cell.get("gridSpan"), 1))
        slot = Slot(
            row=index,
            column=column,
            first_row=on["firstRow"] and index == 0,
            last_row=on["lastRow"] and index == count - 1,
            first_column=on["firstCol"] and column == 0,
            last_column=on["lastCol"] and column == len(widths) - 1,
            band_row=on["bandRow"] and (index - on["firstRow"]) % 2 == 0,
            band_column=on["bandCol"] and (column - on["firstCol"]) % 2 == 0,
        )
        yield slot, cell, edges[column], edges[min(column + span, len(widths))] - edges[column]


def surroundings(cell: Element, width: int, height: int, matrix: Matrix) -> Surroundings:
    said = attributes(cell.find(A + "tcPr"))
    left, top, right, bottom = (number(said.get(name), default) for name, default in MARGINS.items())
    return Surroundings(width, height, matrix, (left, top, right, bottom), said.get("anchor", "t"))


def cell_text(cell: Element, style: Element | Fill | None, slot: Slot, scope: Scope, around: Surroundings) -> FinishedText | None:
    body = cell.find(A + "txBody")
    if body is None:
        return None
    base = Base(scope.plain.levels)
    if not isinstance(style, Fill):
        regions = [said for name in slot.regions if (said := inner(style, A + name, A + "tcTxStyle")) is not None]
        color = next((child for said in regions for child in said if child.tag.endswith("Clr")), None)
        bold = next((said.get("b") == "on" for said in regions if said.get("b") in ("on", "off")), None)
        base = base.colored(color, bold)
    return read_text(body, base, scope, around)


def cell_fill(cell: Element, style: Element | Fill | None, slot: Slot, scope: Scope) -> Fill:
    own = fill_element(cell.find(A + "tcPr"))
    if own is not None:
        return scope.fill(own)
    if isinstance(style, Fill):
        return style
    for name in slot.regions:
        kept = inner(style, A + name, A + "tcStyle")
        own = fill_element(inner(kept, A + "fill"))
        if own is not None:
            return scope.fill(own)
        if inner(kept, A + "fillRef") is not None:
            return UNKNOWN
    return NOTHING


def column_name(column: int) -> str:
    """A, B, … Z, AA as a spreadsheet counts."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
