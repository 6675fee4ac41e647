"""Every field of an outline, a ledger and a theme with its type, its limits and its words, as accepted (`--accept` rewrites)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from deckgen.fields import Entry
from deckgen.kinds.registry import KINDS
from deckgen.load import fields, theme_fields
from tests.accepted import held_to_golden


def tables() -> dict[str, Mapping[str, object]]:
    """Field tables by the name under which a person meets them."""
    found: dict[str, Mapping[str, object]] = {}
    for module in (fields, theme_fields):
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, Entry):
                found[f"{module.__name__}.{name}"] = value.fields
            elif name.isupper() and isinstance(value, dict) and all(hasattr(field, "type") for field in value.values()):
                found[f"{module.__name__}.{name}"] = value
    return found | {f"kind {name}": kind.slide_fields for name, kind in KINDS.items()}


def test_the_declared_fields_are_the_accepted_ones(request: pytest.FixtureRequest) -> None:
    lines = []
    for table, declared in tables().items():
        lines += ["", f"# {table}", *(f"{name}: {field}" for name, field in declared.items())]
    assert len(lines) > 150
    held_to_golden("fields.txt", "\n".join(lines).strip() + "\n", request)
