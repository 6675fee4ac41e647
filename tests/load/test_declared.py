"""Every field of an outline, a ledger and a theme with its type, its limits and its words, as accepted (`--accept` rewrites)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from deckgen.fields import Entry
from deckgen.kinds.kind import SLIDE
from deckgen.kinds.registry import KINDS
from deckgen.load import fields, theme_fields
from tests.accepted import given, held_to_golden

SAID_ELSEWHERE = ("name", "value", "fields", "drawing")  # of a kind


def tables() -> dict[str, Mapping[str, object]]:
    """Field tables by the name under which a person meets them."""
    found: dict[str, Mapping[str, object]] = {}
    for module in (fields, theme_fields):
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, Entry):
                found[f"{module.__name__}.{name}"] = value.fields
            elif name.isupper() and isinstance(value, dict) and all(hasattr(field, "type") for field in value.values()):
                found[f"{module.__name__}.{name}"] = value
    own = {
        f"kind {name}": {key: field for key, field in kind.slide_fields.items() if SLIDE.get(key) != field} for name, kind in KINDS.items()
    }
    return found | {"every slide": SLIDE} | own


def test_the_declared_fields_are_the_accepted_ones(request: pytest.FixtureRequest) -> None:
    lines = []
    for table, declared in tables().items():
        lines += ["", f"# {table}", *(f"{name}: {field}" for name, field in declared.items())]
    assert len(lines) > 150
    held_to_golden("fields.txt", "\n".join(lines).strip() + "\n", request)


def test_what_kinds_declare_of_themselves_is_the_accepted(request: pytest.FixtureRequest) -> None:
    """What each counts, where it may be divided, which placeholders it fills, what settles and composes it."""
    held_to_golden("kinds.txt", "".join(f"{name}: {', '.join(given(kind, *SAID_ELSEWHERE))}\n" for name, kind in KINDS.items()), request)
