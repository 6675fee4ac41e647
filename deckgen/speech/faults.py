"""Faults of the speech itself, each where it stands: what its author wants to know before it is read aloud."""

from __future__ import annotations

from deckgen.diagnostics import Findings
from deckgen.speech.quantities import Quantity
from deckgen.speech.source import Speech
from deckgen.speech.tree import Tree


def find_faults(speech: Speech, tree: Tree, quantities: tuple[Quantity, ...], findings: Findings) -> None:
    """Note every fault as a warning."""
