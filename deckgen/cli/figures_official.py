"""What `deckgen figures fill` does with a table of a statistics office: say what matches, ask for what is not certain, write the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import structs

from deckgen.cli.findings import FINDINGS, UNUSABLE, complain, put
from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Span, nearest
from deckgen.figures import Ledger
from deckgen.form.cells import Sheet
from deckgen.form.columns import columns_of
from deckgen.form.filled import Amendment, has_header
from deckgen.form.official.layout import Official, official_tables
from deckgen.form.official.match import Doubt, Match, Matching, matched
from deckgen.form.rows import value_text
from deckgen.form.told import told
from deckgen.kinds.objectives import Objectives
from deckgen.load.outline import Report
from deckgen.messages import words
from deckgen.outline import Outline

Say = Callable[[str], object]
ALL = ("all", "全部")
OURS = ("state", "where", "old_value", "old_change")  # columns that only a form of ours has
MOST_NAMED = 12
OURS_OF_MATCHES = "match-"  # reasons of ours, among the rules of form


def as_official(sheets: Sequence[Sheet]) -> tuple[Official, ...]:
    """The tables of a statistics office; none where a form of ours came back, whole or with a column missing."""
    for sheet in sheets:
        if has_header(sheet) or any(key in columns_of(line) for line in sheet.lines[:30] for key in OURS):
            return ()
    return official_tables(sheets)


def unknown_names(accepted: Sequence[str], ledger: Ledger) -> str:
    """What is wrong with the names given to --accept; "" for nothing."""
    for name in accepted:
        if name not in ALL and name not in ledger.figures:
            near = nearest(name, tuple(ledger.figures))
            return say("cli/accept-unknown", name=name, hint=say("word/near", near=near) if near else say("cli/accept-how"))
    return ""


def tell_matching(found: Matching, accepted: Sequence[str], say_it: Say) -> tuple[tuple[Amendment, ...], int]:
    """What is to be written of it, and 1 where something is left for a person to say; everything is told on the way."""
    amendments: list[Amendment] = []
    asked: list[Match] = []
    for match in found.matches:
        sure = not match.doubts or match.figure.name in accepted or any(word in ALL for word in accepted)
        tell_match(match, sure, say_it if sure else put)
        if not sure:
            asked.append(match)
            continue
        wanted = structs.replace(match.wanted, match=match.remembered) if match.doubts else match.wanted
        if wanted != match.figure:
            amendments.append(Amendment(match.figure, wanted))
    for refusal in found.refusals:
        complain(
            say("cli/match-refused", place=place(refusal.span), name=refusal.figure.name, label=refusal.figure.label, why=why(refusal.why))
        )
    tell_rest(found, say_it)
    if asked:
        complain(say("cli/match-ask", count=len(asked), names=" ".join(f"--accept {match.figure.name}" for match in asked[:MOST_NAMED])))
    return tuple(amendments), FINDINGS if asked or found.refusals or not found.matches else 0


def tell_match(match: Match, sure: bool, say_it: Say) -> None:
    """`月报.xlsx:C5 地区生产总值 → gdp …`, what was converted, why it is not certain."""
    source = match.source
    facts = {"place": place(source.place), "row": source.line.path, "column": source.head.words}
    changes = (
        told(Amendment(match.figure, match.wanted), language())
        if match.wanted != match.figure
        else say("cli/match-same", name=match.figure.name, label=match.figure.label)
    )
    say_it(say("cli/match-sure" if sure else "cli/match-unsure", changes=changes, **facts))
    if source.scale:
        written = f"{source.cell.text} {source.unit}"
        say_it(f"    {say('cli/match-converted', written=written, value=f'{value_text(match.wanted.value)} {match.figure.unit}')}")
    for doubt in match.doubts if not sure else ():
        say_it(f"    {say('cli/match-doubt', why=why(doubt))}")
    for doubt in match.left:
        say_it(f"    {say('cli/match-left', why=why(doubt))}")


def tell_rest(found: Matching, say_it: Say) -> None:
    """Figures whose number is missing, and rows that are no figure's."""
    if found.missing:
        names = named([f"{figure.label}（{span.cell}）" for figure, span in found.missing])
        say_it(say("cli/match-missing", count=len(found.missing), names=names))
    if found.unmatched:
        say_it(say("cli/match-unused", count=len(found.unmatched), names=named(found.unmatched)))
    if not found.matches and not found.refusals:
        complain(say("cli/match-none"))


def named(names: Sequence[str]) -> str:
    some = say("word/comma").join(names[:MOST_NAMED])
    return say("form/and-more", names=some) if len(names) > MOST_NAMED else some


def place(span: Span) -> str:
    return f"{span.path}:{span.cell}"


def why(doubt: Doubt) -> str:
    """A reason in words: of ours for matches, or what is wrong with a cell."""
    if doubt.rule.partition("/")[2].startswith(OURS_OF_MATCHES):
        return say(doubt.rule, **doubt.facts)
    message, hint = words(Finding(Span(""), doubt.rule, dict(doubt.facts)), language())
    return f"{message}；{hint}" if hint else message


def official(sheets: Sequence[Official], report: Report, accepted: Sequence[str], say_it: Say) -> tuple[tuple[Amendment, ...], int]:
    """The amendments of the tables, and the exit code so far."""
    problem = unknown_names(accepted, report.ledger)
    if problem:
        complain(problem)
        return (), UNUSABLE
    return tell_matching(matched(sheets, report.ledger, goals_of(report.outline)), accepted, say_it)


def goals_of(outline: Outline) -> frozenset[str]:
    """The names of the figures that are the targets of a slide."""
    slides = [slide for part in outline.parts for slide in part.slides]
    return frozenset(use.name for slide in slides if isinstance(slide, Objectives) for use in slide.figures)
