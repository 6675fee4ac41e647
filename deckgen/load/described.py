"""The words of a field for schema and docs: what it is, and its limits as its type has them."""

from __future__ import annotations

from deckgen.diagnostics import Words
from deckgen.fields import Columns, Entry, Field, ListOf, Number


def described(field: Field) -> Words:
    """要点，1 到 8 条：`lead`、`text`; in Markdown."""
    limits, names = limits_of(field), entry_names(field)
    zh = "，".join(filter(None, (field.doc_zh, limits.zh))) + ("：" + "、".join(names) if names else "")
    en = ", ".join(filter(None, (field.doc_en, limits.en))) + (": " + ", ".join(names) if names else "")
    return Words(zh, en)


def limits_of(field: Field) -> Words:
    match field.type:
        case ListOf(most=int(most), measure=measure) if field.required:
            return Words(f"1 到 {most} {measure}", f"1 to {most}")
        case ListOf(most=int(most), measure=measure):
            return Words(f"最多 {most} {measure}", f"at most {most}")
        case Columns(most=most):
            return Words(f"最多 {most} 列", f"at most {most}")
        case Number(least=least, most=most):
            return Words(f"{least} 到 {most}", f"{least} to {most}")
    return Words("", "")


def entry_names(field: Field) -> list[str]:
    """The fields of each entry of a limited list."""
    match field.type:
        case ListOf(entry=Entry() as entry, most=int()):
            return [f"`{name}`" for name in entry.fields]
        case Columns():
            return [f"`{name}`" for name in field.type.fields]
    return []
