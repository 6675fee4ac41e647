"""Write the tables of fields in docs/outline.md from their declarations: `python -m tools.field_tables` (`make schema` does it too)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from deckgen.fields import Field
from deckgen.kinds.kind import NAME, SLIDE
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described
from deckgen.load.fields import CHANGE, FIGURE, HEAD, LEDGER, PART

DOCUMENT = Path(__file__).parent.parent / "docs" / "outline.md"
TABLE = re.compile(r"(<!-- fields: (\w+) -->\n).*?(<!-- end -->)", re.S)


def main() -> None:
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")


def with_tables(text: str) -> str:
    """The document with what stands between its marks as the declarations have it."""
    return TABLE.sub(lambda match: f"{match[1]}\n{table(match[2])}\n{match[3]}", text)


def table(name: str) -> str:
    declared = {
        "head": HEAD, "part": PART.fields, "slide": NAME | SLIDE, "ledger": LEDGER, "figure": FIGURE.fields, "change": CHANGE.fields,
    }  # fmt: skip
    if name == "kinds":
        return "".join(row(cells) for cells in [("`kind`", "字段", "说明"), ("---",) * 3, *kind_rows()])
    return "".join(row(cells) for cells in [("字段", "说明"), ("---",) * 2, *rows(declared[name])])


def rows(declared: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    for name, field in declared.items():
        yield f"`{name}`", described(field).zh + ("（必填）" if field.required else "")


def kind_rows() -> Iterator[tuple[str, str, str]]:
    """What each kind is for, and its fields."""
    for name, kind in KINDS.items():
        yield f"**`{name}`**", "", kind.doc_zh
        yield from (("", *cells) for cells in rows(kind.own_fields))


def row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main()
