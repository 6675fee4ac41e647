"""Every rule for a finished deck, written out in one list, and the one way to run them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.diagnostics import Finding, Severity, Span, sorted_findings
from deckgen.inspect.deck import FinishedDeck, read_deck
from deckgen.inspect.rules.a11y import (
    alt_text,
    contrast,
    document_title,
    file_name_alt,
    language,
    link_text,
    merged_cells,
    reading_order,
    section_name,
    section_unique,
    slide_title,
    table_header,
    title_unique,
)
from deckgen.inspect.rules.deck import (
    empty_placeholder,
    hidden_slide,
    loose_text,
    no_notes,
    off_slide,
    outside_link,
    overflow_text,
    overlapping_text,
    proofing_language,
    small_print,
    stray_font,
)
from deckgen.inspect.rules.hits import Hit
from deckgen.inspect.rules.package import (
    animation_target,
    chart_axes,
    chart_value,
    chart_workbook,
    content_type,
    damaged,
    dangling_target,
    duplicate_part,
    duplicate_relation,
    encrypted,
    ignorable_prefix,
    macros,
    malformed_xml,
    master_id,
    media_type,
    missing_part,
    not_a_deck,
    notes_alone,
    notes_master,
    notes_relation,
    orphan_part,
    placeholder_match,
    schema,
    sections,
    shape_id,
    shared_shape_id,
    slide_id,
    stale_type,
    table_grid,
    text_body,
    too_large,
    unknown_relation,
)


class DeckRule(Protocol):
    """What a module of `rules` offers; its docstring is its manual page."""

    RULE: str
    SEVERITY: Severity

    def check(self, deck: FinishedDeck) -> Iterator[Hit]:
        """Everything that the deck breaks."""
        ...


# What can be said of a file that is no readable deck.
OPENING: tuple[DeckRule, ...] = (
    not_a_deck,
    encrypted,
    too_large,
    damaged,
    malformed_xml,
    duplicate_part,
)
PACKAGE: tuple[DeckRule, ...] = (
    schema,
    missing_part,
    content_type,
    stale_type,
    dangling_target,
    unknown_relation,
    duplicate_relation,
    orphan_part,
    slide_id,
    master_id,
    shape_id,
    shared_shape_id,
    placeholder_match,
    sections,
    notes_relation,
    notes_alone,
    notes_master,
    chart_workbook,
    chart_axes,
    chart_value,
    media_type,
    animation_target,
    table_grid,
    text_body,
    ignorable_prefix,
    macros,
)
ACCESSIBILITY: tuple[DeckRule, ...] = (
    alt_text,
    file_name_alt,
    slide_title,
    title_unique,
    contrast,
    reading_order,
    link_text,
    table_header,
    merged_cells,
    section_name,
    section_unique,
    document_title,
    language,
)
SIGHT: tuple[DeckRule, ...] = (
    overflow_text,
    loose_text,
    off_slide,
    outside_link,
    overlapping_text,
    small_print,
    stray_font,
    proofing_language,
    no_notes,
    hidden_slide,
    empty_placeholder,
)
RULES: tuple[DeckRule, ...] = (*OPENING, *PACKAGE, *ACCESSIBILITY, *SIGHT)


def check_deck(data: bytes, path: str) -> list[Finding]:
    """Everything to know about the deck whose file holds `data`, sorted by slide; `path` is only named, never opened.

    No input raises: a file that is no deck, is encrypted, broken or hostile has findings that say so.
    """
    deck = read_deck(data)
    return sorted_findings(
        Finding(Span(path, slide=hit.slide, shape=hit.shape), rule.RULE, hit.facts, rule.SEVERITY)
        for rule in rules_for(deck)
        for hit in rule.check(deck)
    )


def rules_for(deck: FinishedDeck) -> tuple[DeckRule, ...]:
    """Of a package without a presentation only the package is judged; of what cannot be opened, that."""
    if deck.presentation is not None:
        return RULES
    return (*OPENING, *PACKAGE) if deck.package.contents else OPENING
