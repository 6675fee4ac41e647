"""All findings about a template: one module a rule, its docstring the manual page."""

from __future__ import annotations

from deckgen.diagnostics import Finding, Findings, Span
from deckgen.template.rules import (
    covered_art,
    default_theme,
    design_on_slides,
    duplicate_idx,
    duplicate_names,
    embedded_fonts,
    face_not_stock,
    guessed_role,
    heavy_picture,
    leftover_text,
    linked_picture,
    low_contrast,
    macros,
    no_content_layout,
    no_ea_face,
    odd_page,
    small_area,
    title_off_page,
    title_under_art,
)
from deckgen.template.rules.rule import Rule
from deckgen.template.subject import TemplateSubject

RULES: tuple[Rule, ...] = (
    covered_art,
    default_theme,
    design_on_slides,
    duplicate_idx,
    duplicate_names,
    embedded_fonts,
    face_not_stock,
    guessed_role,
    heavy_picture,
    leftover_text,
    linked_picture,
    low_contrast,
    macros,
    no_content_layout,
    no_ea_face,
    odd_page,
    small_area,
    title_off_page,
    title_under_art,
)


def findings_of(subject: TemplateSubject) -> list[Finding]:
    """Everything that the rules find, in their order."""
    found = Findings()
    for rule in RULES:
        for facts in rule.check(subject):
            found.add(Span(subject.path), rule.RULE, facts, rule.SEVERITY)
    return found.all
