"""No rule is there that finds nothing, and none that finds what is beside its point: see `cases`."""

from __future__ import annotations

import pytest

from deckgen.check.rule import Rule
from deckgen.check.run import RULES
from tests.check.cases import CASES, Given, Placed


def test_every_rule_has_its_two_cases() -> None:
    assert len(RULES) > 25
    assert set(CASES) == {rule.RULE for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE)
def test_a_rule_finds_its_case_and_leaves_the_near_miss_alone(rule: Rule) -> None:
    found, missed = CASES[rule.RULE]
    assert rule.RULE in asked(rule, found)
    assert rule.RULE not in asked(rule, missed)


def asked(rule: Rule, case: Given | Placed) -> set[str]:
    return case.rules() if isinstance(case, Given) else case.ask(rule)
