"""What `deckgen pull` does: read the deck, show what it would change in the files, write all of it or nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from msgspec import Struct

from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, exit_code, put, show, tell
from deckgen.cli.language import language, say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Findings, OutlineError
from deckgen.files import Folder, read_bytes
from deckgen.pipeline import Request
from deckgen.pull.carry import Outcome, PullOptions
from deckgen.pull.guard import MOST_BYTES
from deckgen.pull.pulling import USUAL, NotPulledError, Pulled, pull
from deckgen.pull.telling import told_of
from deckgen.write.save import SaveError
from deckgen.write.several import replace_files

NOTHING_WRITTEN = "cli/nothing-written"
REFUSALS = {
    "foreign": "pull/not-foreign",
    "plain": "pull/not-plain",
    "newer": "pull/not-newer",
    "unreadable": "pull/not-unreadable",
    "unwritten": "pull/not-unwritten",
    "ledger": "pull/not-ledger",
    "encoding": "pull/not-encoding",
}
REASONS = {
    "look": "pull/why-look",
    "furniture": "pull/why-furniture",
    "shape": "pull/why-shape",
    "paragraph": "pull/why-paragraph",
    "data": "pull/why-data",
    "elsewhere": "pull/why-elsewhere",
    "unsaid": "pull/why-unsaid",
    "unrecorded": "pull/why-unrecorded",
    "twice": "pull/why-twice",
    "columns": "pull/why-columns",
    "row": "pull/why-row",
    "required": "pull/why-required",
    "figures": "pull/why-figures",
    "disagree": "pull/why-disagree",
    "ledger": "pull/why-ledger",
    "unit": "pull/why-unit",
    "unread": "pull/why-unread",
    "opening": "pull/why-opening",
    "divided": "pull/why-divided",
    "last-slide": "pull/why-last-slide",
    "slide": "pull/why-slide",
    "notes-both": "pull/why-notes-both",
    "notes-figure": "pull/why-notes-figure",
    "notes-style": "pull/why-notes-style",
    "remark": "pull/why-remark",
}


class PullRequest(Struct, frozen=True):
    """The arguments of `deckgen pull`."""

    deck: str
    outline: str
    dry_run: bool = False
    options: PullOptions = USUAL


def pull_deck(request: PullRequest) -> int:
    """Carry the edits of a deck back; 0 when all of them are in the files, 1 when some are not, 2 for what cannot be read."""
    findings = Findings()
    data = read_bytes(request.deck, Folder(), MOST_BYTES, findings)
    if data is None:
        show(findings.all, NOTHING_WRITTEN)
        return UNUSABLE
    try:
        with Waiting(lambda seconds: say("cli/comparing", seconds=seconds)):
            pulled = pull(data, Request(request.outline), request.options)
    except OutlineError as error:
        show(error.findings, NOTHING_WRITTEN)
        return exit_code(error.findings)
    except NotPulledError as refusal:
        complain(say(REFUSALS[refusal.why], path=request.deck, outline=request.outline))
        return FINDINGS if refusal.why in ("unwritten", "ledger") else UNUSABLE
    return finished(request, pulled)


def finished(request: PullRequest, pulled: Pulled) -> int:
    """Write, unless it is only tried, and tell."""
    if not pulled.recorded:
        complain(say("pull/no-record", path=request.deck, outline=request.outline))
    if not request.dry_run and not written(pulled):
        return UNUSABLE
    for path, content in pulled.texts.items():
        print(unified(path, pulled.before[path], content), end="")
    for path in pulled.added:
        put(say("pull/added", path=path))
    say_it = put if request.dry_run or pulled.left else tell
    for line in told(pulled):
        say_it(line)
    if pulled.findings:
        put(say("pull/then-errors"))
        show(pulled.findings, "cli/nothing-built")
    return FINDINGS if pulled.left or pulled.findings else DONE


def written(pulled: Pulled) -> bool:
    """Whether the files are written; not when another program changed one of them meanwhile."""
    for path, before in pulled.before.items():
        if path in pulled.texts and Folder().read(path, MOST_BYTES) != before:
            complain(say("cli/ledger-changed", path=path))
            return False
    try:
        replace_files({**pulled.texts, **pulled.added})
    except SaveError as error:
        complain(say(error.what))
        return False
    return True


def unified(path: str, before: bytes, after: bytes) -> str:
    """The change of one file as `diff -u` shows it."""
    old, new = (content.decode("utf-8-sig", "replace").replace("\r\n", "\n").splitlines(keepends=True) for content in (before, after))
    lines = difflib.unified_diff(old, new, path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def told(pulled: Pulled) -> Iterator[str]:
    """What was carried, then what was not and why."""
    done = [outcome for outcome in pulled.outcomes if not outcome.why]
    remarks = [outcome for outcome in pulled.outcomes if outcome.why == "remark"]
    if not pulled.outcomes:
        yield say("pull/no-edits")
    if done:
        yield say("pull/carried", count=len(done))
        yield from (f"  {told_of(outcome.change, language())}" for outcome in done)
    if remarks:
        yield say("pull/remarks", count=len(remarks))
        yield from (f"  {outcome.at}{': ' if outcome.at else ''}{told_of(outcome.change, language())}" for outcome in remarks)
    if pulled.left:
        yield say("pull/left", count=len(pulled.left))
        yield from (line for outcome in pulled.left for line in reason(outcome))


def reason(outcome: Outcome) -> Iterator[str]:
    yield f"  {told_of(outcome.change, language())}"
    yield f"    {say(REASONS[outcome.why], first=outcome.first, second=outcome.second)}"
