"""How many examples a property is given: few while one works, many under CI, and the same ones in every run."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, settings

T = TypeVar("T")
# Of the shipped themes one with every option and the dark one: what is asked of all is asked of these at the desk, of the others under CI.
DESK_THEMES = ("zhengwu-blue", "yemu")

# `mutate` only asks whether a property holds, not what the smallest counterexample is; `survey` which lines it reaches.
SURVEYED = 4
SAME = {"deadline": None, "derandomize": True, "database": None}
settings.register_profile("dev", max_examples=25, **SAME)
settings.register_profile("ci", max_examples=200, **SAME)
settings.register_profile("mutate", max_examples=25, phases=(Phase.explicit, Phase.generate), **SAME)
settings.register_profile("survey", max_examples=SURVEYED, phases=(Phase.explicit, Phase.generate), **SAME)


def under_ci() -> bool:
    return os.environ.get("CI", "") not in ("", "0", "false")


def load_profile() -> None:
    """The profile that HYPOTHESIS_PROFILE names, or else what fits the place; to be called before a test is imported."""
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if under_ci() else "dev"))


def mostly_in_ci(cases: Iterable[T], few: Container[T]) -> list[Any]:
    """Cases of one kind for `parametrize`: a few at the desk, all under CI (those that are `slow`)."""
    return [case if case in few else pytest.param(case, marks=pytest.mark.slow) for case in cases]


def examples(few: int, many: int, **more: Any) -> settings:
    """Settings of a property whose examples cost more, or less, than most: `few` at the desk, `many` under CI."""
    surveyed = os.environ.get("HYPOTHESIS_PROFILE") == "survey"
    return settings(max_examples=SURVEYED if surveyed else many if under_ci() else few, **more)
