"""The outline and its ledger, opened for the commands of `deckgen figures`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from deckgen.cli.findings import complain, shown
from deckgen.cli.language import say
from deckgen.diagnostics import Findings, OutlineError, Span, listed, nearest, sorted_findings
from deckgen.files import Folder
from deckgen.form.rows import Row, departments_of, rows_of
from deckgen.load.outline import Report, load_outline
from deckgen.outline import Outline

NOTHING_WRITTEN = "cli/nothing-written"


class Opened(Struct, frozen=True):
    report: Report
    rows: tuple[Row, ...]


def opened(outline: str, ledger: str) -> Opened:
    """The report with a row for every figure; raises `OutlineError` where `deckgen build` would."""
    findings = Findings()
    report = load_outline(outline, ledger or None, Folder(), findings)
    if report is not None and not report.ledger.path:
        findings.error(Span(outline), "form/no-ledger")
    findings.stop_on_errors()
    if report is None:  # which has been noted
        raise OutlineError(findings.all)
    for line in shown(sorted_findings(findings.all)):  # warnings
        complain(line)
    return Opened(report, rows_of(report.ledger, report.used, as_shown(report)))


def as_shown(report: Report) -> Outline:
    """With the slides numbered as in the deck; laying out is needed for that only where slides may be divided."""
    if not report.outline.continues:
        return report.outline
    from deckgen.pipeline import Request, outline_as_shown

    return outline_as_shown(Request(report.outline.path), report)


def chosen(rows: Sequence[Row], missing: bool, department: str) -> list[Row] | None:
    """The rows asked for; None, with a word, when no figure is of that department."""
    names = tuple(name for name in departments_of(rows) if name)
    if department and department not in names:
        near = nearest(department, names)
        hint = say("cli/department-near", near=near) if near else say("cli/departments", names=listed(names))
        complain(say("cli/no-such-department", department=department, hint=hint))
        return None
    return [row for row in rows if (not missing or row.state == "unknown") and (not department or row.figure.department == department)]


def written(path: str, data: bytes, inputs: Iterable[str] = ()) -> bool:
    """Put `data` in the place of the file, which is none of the `inputs`; False, with a word, when that cannot be done."""
    from deckgen.write.save import SaveError, refuse_inputs, replace_file

    try:
        refuse_inputs(path, inputs)
        replace_file(path, lambda file: file.write(data))
    except SaveError as error:
        complain(say(error.what))
        return False
    return True
