"""What a test looks at must be there: of nothing everything is true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(things: Iterable[T]) -> list[T]:
    """All of them, once it is sure that there is one."""
    found = list(things)
    assert found, "nothing to look at"
    return found
