"""The way from an edited deck to the texts of its outline and ledger: nothing is written here, and nothing is half done."""

from __future__ import annotations

from msgspec import Struct, structs
from yaml.nodes import MappingNode

from deckgen.diagnostics import Finding, Findings, OutlineError
from deckgen.files import Files, Memory, Overlay
from deckgen.form.amend import amended_text, differing
from deckgen.form.filled import Amendment
from deckgen.form.original import original
from deckgen.load.figures import read_ledger
from deckgen.load.nodes import composed
from deckgen.load.outline import Report, load_outline
from deckgen.pipeline import Request, look
from deckgen.pull.base import origin_of_bytes
from deckgen.pull.carry import Carried, Carrier, Outcome
from deckgen.pull.changes import Change
from deckgen.pull.rebuilt import Rebuilt
from deckgen.pull.theirs import TheirDeck, read_theirs
from deckgen.pull.writing import opened, plain_ends, written
from deckgen.snapshot import Snapshot

MOST_TRIES = 4  # each without the edits that the outline did not say after the one before
MAX_BYTES = 64 * 1024 * 1024


class NotPulledError(Exception):
    """Why nothing can be carried from a deck: `why` is foreign, plain, newer, unreadable, unwritten, ledger."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Pulled(Struct, frozen=True):
    """`texts` has the new content of each file that changes, `before` what it was; `findings` what is said of the outline then."""

    outcomes: list[Outcome]
    texts: dict[str, bytes]
    before: dict[str, bytes]
    findings: list[Finding]

    @property
    def left(self) -> list[Outcome]:
        """What is not in the files; a remark is for a person to read."""
        return [outcome for outcome in self.outcomes if outcome.why not in ("", "remark")]


def pull(data: bytes, request: Request, with_figures: bool) -> Pulled:
    """Carry the edits of a deck; raise `OutlineError` for an outline that cannot be read, `NotPulledError` for anything else."""
    snapshot, deck = read(data)
    report = loaded(request)
    before = {path: request.files.read(path, MAX_BYTES) for path in (request.outline, report.ledger.path) if path}
    source = original(before[request.outline])
    if source is None:
        raise NotPulledError("encoding")
    refused: frozenset[Change] = frozenset()
    for _ in range(MOST_TRIES):
        carried = Carrier(snapshot, deck, opened(report, source.text), with_figures, refused).carried()
        text = written(report, source.text, carried)
        if text is None:
            raise NotPulledError("unwritten")
        texts = {request.outline: source.encoded(text)}
        if carried.amendments:
            texts[report.ledger.path] = new_ledger(report, before[report.ledger.path], carried.amendments)
        texts = {path: content for path, content in texts.items() if content != before[path]}
        findings, unsaid = tried(structs.replace(request, files=Overlay(Memory(texts), request.files)), carried, deck)
        if not unsaid:
            return Pulled(carried.outcomes, texts, before, findings)
        refused |= unsaid
    raise NotPulledError("unwritten")


def read(data: bytes) -> tuple[Snapshot, TheirDeck]:
    origin = origin_of_bytes(data)
    if origin.snapshot is None:
        raise NotPulledError(origin.kind)
    deck = read_theirs(data)
    if not deck.readable:
        raise NotPulledError("unreadable")
    return origin.snapshot, deck


def loaded(request: Request) -> Report:
    findings = Findings()
    report = load_outline(request.outline, request.figures or None, request.files, findings, request.language)
    findings.stop_on_errors()
    if report is None:
        raise OutlineError(findings.all)
    return report


def new_ledger(report: Report, before: bytes, wanted: list[Amendment]) -> bytes:
    """The ledger with the amendments, read once more to see that it says them and nothing else."""
    ledger = report.ledger
    source = original(before)
    root = composed(ledger.path, plain_ends(source.text), Findings()).root if source else None
    if source is None or not isinstance(root, MappingNode):
        raise NotPulledError("ledger")
    text = amended_text(source.text, root, wanted, list(ledger.figures))
    findings = Findings()
    files: Files = Memory({ledger.path: text})
    figures = {**ledger.figures, **{one.figure.name: one.wanted for one in wanted}}
    if differing(read_ledger(ledger.path, files, findings).figures, figures) or findings.failed:
        raise NotPulledError("ledger")
    return source.encoded(text)


def tried(request: Request, carried: Carried, deck: TheirDeck) -> tuple[list[Finding], frozenset[Change]]:
    """(the errors of the new files, the edits that they do not say): the deck is built from them in memory and compared once more.

    An edit that the outline does not say then, such as a slide behind the closing, is not carried. One that does not fit its slide
    now is, as it would be had its author typed it there.
    """
    found = look(request)
    errors = [finding for finding in found.findings if finding.severity == "error"]
    if any(finding.rule.startswith("load/") for finding in errors):
        raise NotPulledError("unwritten")
    if found.scene is None or errors:
        return errors, frozenset()
    built = Rebuilt(found.scene, deck)
    return [], frozenset(one.change for one in carried.outcomes if not one.why and not built.says(one.change))
