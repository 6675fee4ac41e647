"""Write the tables of fields in docs/outline.md and docs/en/outline.md from their declarations: `python -m tools.field_tables` (`make schema` does it too)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from deckgen.fields import Field
from deckgen.kinds.kind import NAME, SLIDE
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described
from deckgen.load.fields import CHANGE, FIGURE, HEAD, LEDGER, PART

DOCUMENTS = {lang: Path(__file__).parent.parent / "docs" / name for lang, name in (("zh", "outline.md"), ("en", "en/outline.md"))}
TABLE = re.compile(r"(<!-- fields: (\w+) -->\n).*?(<!-- end -->)", re.S)


def main() -> None:
    for lang, document in DOCUMENTS.items():
        document.write_text(with_tables(document.read_text(encoding="utf-8"), lang), encoding="utf-8")


def with_tables(text: str, lang: str = "zh") -> str:
    """The document with what stands between its marks as the declarations have it."""
    return TABLE.sub(lambda match: f"{match[1]}\n{table(match[2], lang)}\n{match[3]}", text)


def table(name: str, lang: str) -> str:
    declared = {
        "head": HEAD, "part": PART.fields, "slide": NAME | SLIDE, "ledger": LEDGER, "figure": FIGURE.fields, "change": CHANGE.fields,
    }  # fmt: skip
    head = ("字段", "说明") if lang == "zh" else ("field", "what it is")
    if name == "kinds":
        return "".join(row(cells) for cells in [("`kind`", *head), ("---",) * 3, *kind_rows(lang)])
    return "".join(row(cells) for cells in [head, ("---",) * 2, *rows(declared[name], lang)])


def rows(declared: Mapping[str, Field], lang: str) -> Iterator[tuple[str, str]]:
    for name, field in declared.items():
        words = described(field)
        required = ("（必填）" if lang == "zh" else " (required)") if field.required else ""
        yield f"`{name}`", (words.zh if lang == "zh" else words.en) + required


def kind_rows(lang: str) -> Iterator[tuple[str, str, str]]:
    """What each kind is for, and its fields."""
    for name, kind in KINDS.items():
        yield f"**`{name}`**", "", kind.doc_zh if lang == "zh" else kind.doc_en
        yield from (("", *cells) for cells in rows(kind.own_fields, lang))


def row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main()
