"""The way from an edited deck to the texts of its outline and ledger: nothing is written here, and nothing is half done."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO

from msgspec import Struct, structs
from yaml.nodes import MappingNode

from deckgen.archive import DECK, inflated
from deckgen.diagnostics import Finding, Findings, OutlineError
from deckgen.files import Files, Memory, Overlay
from deckgen.form.amend import amended_text, differing
from deckgen.form.filled import Amendment
from deckgen.form.original import original
from deckgen.load.figures import read_ledger
from deckgen.load.nodes import composed
from deckgen.load.outline import Report, load_outline
from deckgen.pipeline import Request, compile_deck, look
from deckgen.pull.base import origin_of_bytes
from deckgen.pull.carry import Carried, Carrier, Outcome, PullOptions
from deckgen.pull.changes import Change
from deckgen.pull.matching import matched_slides
from deckgen.pull.rebuilt import Rebuilt, snapshot_of
from deckgen.pull.slides import SLIDE, Moved, SlideEntry
from deckgen.pull.theirs import TheirDeck, read_theirs
from deckgen.pull.writing import opened, plain_ends, written
from deckgen.snapshot import Snapshot

MOST_TRIES = 4  # each without the edits that the outline did not say after the one before
USUAL = PullOptions()
MAX_BYTES = 64 * 1024 * 1024


class NotPulledError(Exception):
    """Why nothing can be carried from a deck: `why` is foreign, plain, newer, unreadable, unwritten, ledger."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Pulled(Struct, frozen=True):
    """`texts` has the new content of each file that changes, `before` what it was; `findings` what is said of the outline then.

    `added` are the pictures that are saved beside it, `recorded` whether the deck has a record of what it was built from.
    """

    outcomes: list[Outcome]
    texts: dict[str, bytes]
    before: dict[str, bytes]
    findings: list[Finding]
    added: dict[str, bytes] = {}
    recorded: bool = True

    @property
    def left(self) -> list[Outcome]:
        """What is not in the files; a remark is for a person to read."""
        return [outcome for outcome in self.outcomes if outcome.why not in ("", "remark")]


def pull(data: bytes, request: Request, options: PullOptions = USUAL) -> Pulled:
    """Carry the edits of a deck; raise `OutlineError` for an outline that cannot be read, `NotPulledError` for anything else."""
    report = loaded(request)
    snapshot, deck, recorded = read(data, request)
    options = structs.replace(options, recorded=recorded)
    before = {path: request.files.read(path, MAX_BYTES) for path in (request.outline, report.ledger.path) if path}
    source = original(before[request.outline])
    if source is None:
        raise NotPulledError("encoding")
    refused: frozenset[Change] = frozenset()
    for _ in range(MOST_TRIES):
        carried = Carrier(snapshot, deck, opened(report, source.text), options, refused).carried()
        text = written(report, source.text, carried)
        if text is None:
            raise NotPulledError("unwritten")
        texts = {request.outline: source.encoded(text)}
        if carried.amendments:
            texts[report.ledger.path] = new_ledger(report, before[report.ledger.path], carried.amendments)
        texts = {path: content for path, content in texts.items() if content != before[path]}
        added = {os.path.join(os.path.dirname(request.outline), path): member(data, part) for path, part in carried.files.items()}
        findings, unsaid = tried(structs.replace(request, files=Overlay(Memory({**texts, **added}), request.files)), carried, deck)
        if not unsaid:
            places = remark_places(report, texts.get(request.outline, before[request.outline]), carried)
            outcomes = [structs.replace(one, at=places.get(one.at, "")) if one.at else one for one in carried.outcomes]
            return Pulled(outcomes, texts, before, findings, added, recorded)
        refused |= unsaid
    raise NotPulledError("unwritten")


def read(data: bytes, request: Request) -> tuple[Snapshot, TheirDeck, bool]:
    """(what the deck was built from, the deck, whether it remembers that by itself).

    One that lost its record, as some programs lose what they do not know, is held against what the outline says now.
    """
    origin = origin_of_bytes(data)
    if origin.snapshot is None and origin.kind != "foreign":
        raise NotPulledError(origin.kind)
    deck = read_theirs(data)
    if not deck.slides and origin.snapshot is None:
        raise NotPulledError(origin.kind)
    if not deck.readable:
        raise NotPulledError("unreadable")
    snapshot = origin.snapshot or likely(request, deck)
    if snapshot is None:
        raise NotPulledError(origin.kind)
    return snapshot, deck, origin.snapshot is not None


def likely(request: Request, deck: TheirDeck) -> Snapshot | None:
    """What the outline would be built to now, where the slides are mostly those; None where they are others, or without all their notes.

    Raise `OutlineError` where it builds none.
    """
    snapshot = snapshot_of(compile_deck(request).scene)
    if any(slide.notes for slide in snapshot.slides) and not any(slide.notes for slide in deck.slides):
        return None  # made for sending: that nobody finds notes in it is no wish to delete those of the outline
    same = sum(pair.record is not None and pair.slide is not None for pair in matched_slides(snapshot, deck))
    return snapshot if same * 2 > max(len(snapshot.slides), len(deck.slides)) else None


def member(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return inflated(package, package.getinfo(part), DECK.total)[0]


def remark_places(report: Report, text: bytes, carried: Carried) -> dict[str, str]:
    """Of each slide that somebody commented on, as the outline named it: where it stands in the outline now."""
    source = original(text)
    wanted = {outcome.at for outcome in carried.outcomes if outcome.at}
    if not wanted or source is None:
        return {}
    root = opened(report, source.text)
    found = {}
    for at in wanted:
        node = root.at(now_at(at, carried))
        if node is not None:
            found[at] = f"{report.outline.path}:{node.start_mark.line + 1}:{node.start_mark.column + 1}"
    return found


def now_at(at: str, carried: Carried) -> str:
    """The name of a slide after slides were moved, added and deleted."""
    match = SLIDE.fullmatch(at)
    if match is None:
        return at
    part, entry = int(match[1]), int(match[2])
    for other, slides in carried.slides.items():
        wanted: SlideEntry = entry if other == part else Moved(part, entry)
        if wanted in slides.entries:
            return f"parts/{other}/slides/{slides.entries.index(wanted)}"
    return at


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
        fresh = frozenset(one.change for one in carried.outcomes if not one.why and one.change.kind == "slide-new")
        if fresh:  # a table or a picture that no kind of slide takes
            return [], fresh
        raise NotPulledError("unwritten")
    if found.scene is None or errors:
        return errors, frozenset()
    built = Rebuilt(found.scene, deck)
    return [], frozenset(one.change for one in carried.outcomes if not one.why and not built.says(one.change))
