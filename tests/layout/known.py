"""Faults that are known and not yet mended: the laws pass over them, and each has a test that fails until it is mended."""

from __future__ import annotations

import re

from msgspec import Struct


class Known(Struct, frozen=True):
    faults: str  # a pattern over what a law says
    reason: str


KNOWN: tuple[Known, ...] = ()


def unknown(faults: list[str]) -> list[str]:
    return [fault for fault in faults if not any(re.search(known.faults, fault) for known in KNOWN)]
