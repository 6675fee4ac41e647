"""Every check, written out in one list, and the author's say over each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from msgspec import structs

from deckgen.check import (
    bare_quantity,
    base_change,
    claim_count,
    crowded_slide,
    density,
    doubled_mark,
    empty_title,
    half_width_mark,
    hidden_slide,
    impossible_date,
    label_conflict,
    lonely_slide,
    loose_unknown,
    missing_notes,
    mixed_quotes,
    notes_cut,
    orphan,
    other_year,
    part_unit,
    rank_conflict,
    same_title,
    sample_value,
    share_over_100,
    shares_of_whole,
    slide_long,
    slide_short,
    small_text,
    stock_faces,
    target_completion,
    text_overflow,
    too_long,
    total_of_parts,
    twice_defined,
    unknown_cell,
    unknown_value,
    unpaired_mark,
    unsaid_measure,
    unused_figure,
)
from deckgen.check.rule import Rule
from deckgen.check.subject import Subject
from deckgen.diagnostics import MOST_OF_A_RULE, Finding, Findings, fact
from deckgen.outline import CheckSetting

RULES: tuple[Rule, ...] = (
    # the figures
    unknown_value,
    unknown_cell,
    sample_value,
    unused_figure,
    twice_defined,
    label_conflict,
    share_over_100,
    total_of_parts,
    part_unit,
    base_change,
    target_completion,
    rank_conflict,
    shares_of_whole,
    unsaid_measure,
    bare_quantity,
    loose_unknown,
    # the outline
    claim_count,
    same_title,
    empty_title,
    missing_notes,
    hidden_slide,
    other_year,
    impossible_date,
    # the writing
    half_width_mark,
    unpaired_mark,
    doubled_mark,
    mixed_quotes,
    # the slides
    text_overflow,
    small_text,
    density,
    orphan,
    crowded_slide,
    lonely_slide,
    stock_faces,
    notes_cut,
    # what is said
    too_long,
    slide_long,
    slide_short,
)
# Rules of Chinese writing; in a deck of another language their marks mean nothing.
OF_CHINESE = (half_width_mark.RULE, mixed_quotes.RULE)
FINAL = (
    unknown_value.RULE,
    unknown_cell.RULE,
    sample_value.RULE,
    "load/picture-missing",  # of the reader
    loose_unknown.RULE,
)  # what a final deck may not hold, whatever the outline says


def short(rule: str) -> str:
    """The name by which an author switches a rule: content/unused-figure is unused-figure."""
    return rule.partition("/")[2]


def run_checks(subject: Subject, findings: Findings, final: bool = False) -> None:
    """Add what the checks find; with faults in the outline only those that the good rest can answer are asked."""
    chinese = subject.outline.language.chinese
    for rule in RULES:
        if (subject.whole or rule.PARTIAL) and (chinese or rule.RULE not in OF_CHINESE):
            findings.all.extend(
                Finding(span, rule.RULE, {name: fact(value) for name, value in facts.items()}, rule.SEVERITY)
                for span, facts in islice(rule.check(subject), MOST_OF_A_RULE)
            )
    if subject.outline.checks or final:
        findings.all[:] = chosen(findings.all, subject.outline.checks, final)


def chosen(findings: Iterable[Finding], settings: Iterable[CheckSetting], final: bool = False) -> Iterable[Finding]:
    """The findings as the outline wants them: some left out, some graver or less grave."""
    levels = {setting.rule: setting.level for setting in settings if setting.level}
    for finding in findings:
        of_reader = finding.rule.startswith("load/")  # load/unknown-value is no rule that can be set, content/unknown-value is
        level = "" if of_reader else levels.get(short(finding.rule), levels.get(finding.rule, ""))
        if final and finding.rule in FINAL:
            level = "error"
        if level != "off":
            yield structs.replace(finding, severity=level) if level else finding
