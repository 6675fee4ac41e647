"""What `deckgen figures fill` does: read the form, say what changes, write the ledger once all of it is good."""

from __future__ import annotations

import os

from msgspec import Struct
from yaml.nodes import MappingNode

from deckgen.cli.figures_official import as_official, official
from deckgen.cli.figures_open import NOTHING_WRITTEN, Opened, opened, written
from deckgen.cli.findings import DONE, FINDINGS, UNREADABLE, UNUSABLE, complain, exit_code, put, show, tell
from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Findings, OutlineError, Span, listed
from deckgen.files import Folder, Memory, Overlay
from deckgen.form.amend import amended_text, differing
from deckgen.form.filled import Amendment, filled
from deckgen.form.original import original
from deckgen.form.read import UNREADABLE as UNREADABLE_FORM
from deckgen.form.read import read_tables
from deckgen.form.told import MOST_NAMED, after, left, told
from deckgen.load.figures import read_ledger
from deckgen.load.nodes import composed
from deckgen.load.source import MAX_BYTES
from deckgen.write.alone import alone_in


class FillRequest(Struct, frozen=True):
    outline: str
    form: str
    figures: str = ""
    dry_run: bool = False
    accepted: tuple[str, ...] = ()  # figures that somebody has confirmed


def fill_ledger(request: FillRequest) -> int:
    """Fill the ledger and return the exit code."""
    try:
        book = opened(request.outline, request.figures)
    except OutlineError as error:
        show(error.findings, NOTHING_WRITTEN)
        return exit_code(error.findings)
    with alone_in(os.path.dirname(book.report.ledger.path)):
        return fill_alone(request)


def fill_alone(request: FillRequest) -> int:
    """The same while no other run fills a ledger of the folder: who waited reads what the other wrote."""
    try:
        book = opened(request.outline, request.figures)
    except OutlineError as error:
        show(error.findings, NOTHING_WRITTEN)
        return exit_code(error.findings)
    findings = Findings()
    sheets = read_tables(request.form, findings)
    tables = as_official(sheets)
    if tables:
        amendments, left_over = official(tables, book.report, request.accepted, put if request.dry_run else tell)
        if left_over == UNUSABLE or not (amendments or left_over == DONE):
            return left_over
        return max(left_over, amended(request, book, amendments, tell_each=False))
    amendments = filled(sheets, book.report.ledger, findings)
    if findings.failed:
        return refused(findings.all)
    return amended(request, book, amendments)


def refused(findings: list[Finding]) -> int:
    """Every fault in the order of the form, from its first row to its last."""
    show(findings, NOTHING_WRITTEN)
    return UNUSABLE if any(finding.rule in UNREADABLE_FORM | UNREADABLE for finding in findings) else FINDINGS


def amended(request: FillRequest, book: Opened, amendments: tuple[Amendment, ...], tell_each: bool = True) -> int:
    """Write the amendments; what is printed is the same whether they are written or only tried."""
    path, lang = book.report.ledger.path, language()
    if not amendments:
        tell(say("cli/nothing-to-fill", path=path))
        return DONE
    findings = Findings()
    before = Folder().read(path, MAX_BYTES)
    data = new_ledger(book, before, amendments, findings)
    if findings.failed:
        return refused(findings.all)
    if Folder().read(path, MAX_BYTES) != before:  # by a program that knows of no lock
        complain(say("cli/ledger-changed", path=path))
        return UNUSABLE
    if not request.dry_run and not written(path, data, (request.form,)):
        return UNUSABLE
    say_it = put if request.dry_run else tell
    say_it("\n".join([*(told(one, lang) for one in amendments if tell_each), left(after(book.rows, amendments), lang)]))
    count = len(amendments)
    done = say("cli/filled", path=path, count=count)
    tried = say("cli/filled-dry", path=path, count=count)
    say_it(tried if request.dry_run else done)
    return DONE


def new_ledger(book: Opened, before: bytes, amendments: tuple[Amendment, ...], findings: Findings) -> bytes:
    """The ledger's bytes, which were `before`, with the amendments, read once more to see that they say what was wanted and nothing else."""
    ledger = book.report.ledger
    source = original(before)
    root = composed(ledger.path, plain_ends(source.text), Findings()).root if source else None
    if source is None or not isinstance(root, MappingNode):
        findings.error(Span(ledger.path), "form/ledger-encoding")
        return b""
    text = amended_text(source.text, root, amendments, list(ledger.figures))
    wanted = {**ledger.figures, **{one.figure.name: one.wanted for one in amendments}}
    again = Findings()
    amended_files = Overlay(Memory({ledger.path: text}), Folder())
    wrong = differing(read_ledger(ledger.path, amended_files, again).figures, wanted)
    if wrong or again.failed:
        names = [one.figure.name for one in amendments] if again.failed else wrong
        findings.error(Span(ledger.path), "form/cannot-amend", names=listed(names[:MOST_NAMED]))
    return source.encoded(text)


def plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
