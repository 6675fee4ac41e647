"""Faults of the speech itself, each where it stands: what its author wants to know before it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Findings
from deckgen.speech.faults.counts import claim_faults, inline_count_faults, numbering_faults, same_heading_faults, share_faults
from deckgen.speech.faults.fault import SpeechFault
from deckgen.speech.faults.marks import doubled_marks, half_marks, unpaired
from deckgen.speech.faults.wording import known_phrases, repeated_words, two_counts, years_missing
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Speech
from deckgen.speech.structure.tree import Tree, walk


def find_faults(speech: Speech, tree: Tree, quantities: tuple[Quantity, ...], findings: Findings) -> None:
    """Note every fault as a warning at its line and column."""
    for index, paragraph in enumerate(speech.paragraphs):
        for fault in in_text(paragraph.text):
            findings.warn(speech.span(index, fault.offset), fault.rule, **fault.facts)
    for node in walk(tree.root):
        claim_faults(speech, node, findings)
        numbering_faults(speech, [child.heading for child in node.children if child.heading], findings)
    for quantity in quantities:
        share_faults(speech, quantity, findings)
    same_heading_faults(speech, tree.headings, findings)


def in_text(text: str) -> Iterator[SpeechFault]:
    """What one paragraph shows by itself."""
    for look in (unpaired, two_counts, years_missing, half_marks, doubled_marks, repeated_words, known_phrases, inline_count_faults):
        yield from look(text)
