"""Faults seeded into decks of both makes: each is seen by its rule at its slide and shape, and was not there before."""

from __future__ import annotations

import pytest

from deckgen.inspect.rules.run import RULES
from tests.inspect.decks import edited, found, ours, theirs
from tests.inspect.faults import FAULTS, SeededFault
from tests.inspect.test_hostile import HOSTILE

DECKS = {"ours": ours, "theirs": theirs}


@pytest.mark.parametrize("deck", DECKS)
def test_the_decks_are_without_fault(deck: str) -> None:
    assert found(DECKS[deck]()) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.deck}: {fault.what}")
def test_a_seeded_fault_is_found(fault: SeededFault) -> None:
    seen = found(edited(DECKS[fault.deck](), fault.edits))
    assert (fault.rule, fault.slide, fault.shape) in seen


def test_every_rule_has_a_fault_of_its_own() -> None:
    assert len(FAULTS) > 80
    seeded = {fault.rule for fault in FAULTS} | {rule for _, _, rule in HOSTILE}
    assert seeded == {rule.RULE for rule in RULES}
