"""What `deckgen build --each` does: read the table, tell every fault of it, build a deck a row, say what came of each."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from deckgen.batch import Shared, shared
from deckgen.cli.building import NOTHING_BUILT, REFUSALS, SENDING, BuildRequest
from deckgen.cli.each_names import asked, paths, telling, whole_pattern
from deckgen.cli.each_work import Outcome, Task, asked_of, outcomes, processors
from deckgen.cli.findings import DONE, FINDINGS, SHOWN_OF_A_RULE, UNREADABLE, UNUSABLE, complain, exit_code, most_of, show, tell
from deckgen.cli.language import language, say
from deckgen.cli.progress import Progress
from deckgen.diagnostics import Finding, Findings, Severity, Span, place_order
from deckgen.form.columns import plain
from deckgen.form.each import DeckRow, DeckTable, read_rows
from deckgen.form.read import UNREADABLE as UNREADABLE_FORM
from deckgen.form.read import read_tables
from deckgen.form.table import cells
from deckgen.messages import rendered

MOST_JOBS = 61  # processes that Windows waits for at once
MOST_NAMED = 5
HEADS = ("cli/each-row", "cli/each-file", "cli/each-slides", "cli/each-unknown", "cli/each-state")
STATES = {
    "built": "cli/each-built", "faulty": "cli/each-faulty", "unwritten": "cli/each-unwritten", "lost": "cli/each-lost",
    "edited": "cli/each-edited", "foreign": "cli/each-foreign", "newer": "cli/each-newer",
}  # fmt: skip


def build_each(request: BuildRequest) -> int:
    """Build a deck for every row of `request.each` and return the exit code."""
    started = time.perf_counter()
    findings = Findings()
    known = shared(asked_of(request), findings)
    if known is None:
        show(findings.all, NOTHING_BUILT)
        return exit_code(findings.all) or FINDINGS
    table = table_of(request, known, findings)
    show(findings.all, NOTHING_BUILT if table is None else "cli/each-some-rows")
    if table is None:
        return UNUSABLE if any(finding.rule in UNREADABLE_FORM | UNREADABLE for finding in findings.all) else FINDINGS
    pattern = whole_pattern(request.output, table, SENDING if request.sending else "dist")
    if len(table.rows) > 1 and not asked(pattern):
        complain(say("cli/each-one-name", output=request.output, column=telling(table)))
        return UNUSABLE
    for column in table.converted:
        unit = known.ledger.figures[column.figure].unit
        tell(say("cli/each-converted", heading=column.heading, written=column.unit, unit=unit))
    tasks = [Task(row, path) for row, path in zip(table.rows, paths(pattern, table.rows), strict=True)]
    found = built(request, known, tasks)
    report(table, tasks, found, time.perf_counter() - started)
    return DONE if all(one.state == "built" for one in found) else FINDINGS


def table_of(request: BuildRequest, known: Shared, findings: Findings) -> DeckTable | None:
    """The rows; None where the table cannot be understood."""
    wanted = tuple(dict.fromkeys((*known.asked, *asked(request.output))))
    return read_rows(read_tables(request.each, findings), known.ledger, wanted, findings)


def built(request: BuildRequest, known: Shared, tasks: Sequence[Task]) -> list[Outcome]:
    """What came of every row, in their order; one with a fault in a cell is not tried."""
    good = [task for task in tasks if not task.row.failed]
    progress = Progress()
    made = []
    for outcome in outcomes(request, known, good, min(request.jobs or processors(), MOST_JOBS)):
        made.append(outcome)
        progress.say(say("cli/each-progress", done=len(made), all=len(good)))
    progress.wipe()
    rest = iter(made)
    return [Outcome(task.path, "faulty") if task.row.failed else next(rest) for task in tasks]


# ---- what is said


def report(table: DeckTable, tasks: Sequence[Task], found: Sequence[Outcome], seconds: float) -> None:
    names = [name_of(table, task.row) for task in tasks]
    tell_findings(names, found)
    for name, outcome in zip(names, found, strict=True):
        tell_refusal(name, outcome)
    for line in dict.fromkeys(line for outcome in found for line in outcome.said):
        tell(line)
    tell("\n".join(summary(names, found)))
    failed = [name for name, one in zip(names, found, strict=True) if one.state != "built"]
    facts = {"all": len(found), "built": len(found) - len(failed), "seconds": seconds, "failed": len(failed)}
    tell(say("cli/each-failed", names=named(failed), **facts) if failed else say("cli/each-done", **facts))


def name_of(table: DeckTable, row: DeckRow) -> str:
    """What a row is called: the words that tell it apart, else its line."""
    return row.words.get(plain(telling(table))) or say("cli/each-line", line=row.line)


def named(names: Sequence[str]) -> str:
    words = say("word/comma").join(names[:MOST_NAMED])
    return say("form/and-more", names=words) if len(names) > MOST_NAMED else words


def tell_findings(names: Sequence[str], found: Sequence[Outcome]) -> None:
    """What is wrong at each place, once, in the words of the first row that has it, with the rows where not all have it."""
    rows: dict[tuple[Span, str, Severity], list[str]] = {}
    firsts: dict[tuple[Span, str, Severity], Finding] = {}
    for name, outcome in zip(names, found, strict=True):
        for key, finding in {(one.span, one.rule, one.severity): one for one in reversed(outcome.findings)}.items():
            firsts.setdefault(key, finding)
            rows.setdefault(key, []).append(name)
    counts: dict[tuple[str, Severity], int] = {}
    for key in sorted(firsts, key=lambda key: place_order(firsts[key])):
        kind = (key[1], key[2])
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= most_of(*kind, SHOWN_OF_A_RULE):
            complain(rendered(firsts[key], language()))
            if len(rows[key]) < len(found):
                complain(f"  {say('cli/each-rows', count=len(rows[key]), names=named(rows[key]))}")
    for (rule, severity), count in counts.items():
        more = count - most_of(rule, severity, SHOWN_OF_A_RULE)
        if more > 0 and most_of(rule, severity, SHOWN_OF_A_RULE):
            complain(say("cli/more-of-rule", rule=rule, more=more))


def tell_refusal(name: str, outcome: Outcome) -> None:
    """Why a deck was not written, or where the one that stood there is kept."""
    if outcome.refused:
        complain(say(REFUSALS[outcome.refused], path=outcome.path, count=outcome.count))
        for line in outcome.told:
            complain(f"  {line}")
    elif outcome.why is not None:
        complain(f"{name}: {say(outcome.why)}")
    elif outcome.copy:
        tell(say("pull/kept-copy", copy=outcome.copy))


def summary(names: Sequence[str], found: Sequence[Outcome]) -> list[str]:
    """A table: row, file, slides, unknown figures, what came of it."""
    heads = [say(name) for name in HEADS]
    lines = [heads]
    for name, one in zip(names, found, strict=True):
        numbers = [str(one.slides), str(one.unknown)] if one.state == "built" else ["—", "—"]
        lines.append([name, os.path.normpath(one.path), *numbers, state_of(one)])
    widths = [max(cells(line[column]) for line in lines) for column in range(len(heads))]
    return ["  ".join(word + " " * (width - cells(word)) for word, width in zip(line, widths, strict=True)).rstrip() for line in lines]


def state_of(outcome: Outcome) -> str:
    if outcome.state == "built" and outcome.samples:
        return say("cli/each-samples", count=outcome.samples)
    return say(STATES[outcome.refused or outcome.state])
