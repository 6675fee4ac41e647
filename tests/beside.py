"""Inputs that stand beside the repository and are not part of it: the source report, cases of people who met faults, a second validator.

`DECKGEN_SHARED` names the folder that holds them; without it `shared` beside the repository. Where they are not at hand, tests that
want them skip and say so; nothing else does.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("DECKGEN_SHARED") or Path(__file__).parents[2] / "shared")
OUTSIDE = "outside the repository"  # how such a skip begins


def beside(name: str) -> Path:
    """The file of that name, such as `report/report-2019.txt`; skips the test that asks where there is none."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{OUTSIDE}: {path} is not there (DECKGEN_SHARED names the folder)")
    return path
