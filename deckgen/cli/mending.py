"""What `deckgen check --fix` does: put right what is certain, show it as a diff, write it whole or not at all."""

from __future__ import annotations

import os
import sys

from msgspec import structs

from deckgen.checkup import is_finished
from deckgen.cli.figures_open import written
from deckgen.cli.findings import FINDINGS, UNUSABLE, complain, put, tell
from deckgen.cli.language import say
from deckgen.cli.pulling import unified
from deckgen.diagnostics import listed
from deckgen.mend.mending import MAX_BYTES, Mended, NotMendedError, mended, with_outline
from deckgen.pipeline import Request
from deckgen.write.alone import alone_in


def asked_to_mend(request: Request, fix: bool, dry_run: bool, aloud: bool) -> Request:
    """The request for what is to be checked now: the file as it is then, or would be. Ends the program where nothing can be mended."""
    if not fix:
        complain(say("cli/dry-run-of-fix"))
        sys.exit(UNUSABLE)
    if is_finished(request.outline):
        complain(say("cli/fix-outlines-only", file=request.outline))
        sys.exit(UNUSABLE)
    with alone_in(os.path.dirname(request.outline)):
        return mended_alone(request, dry_run, aloud)


def mended_alone(request: Request, dry_run: bool, aloud: bool) -> Request:
    """The same while no other run writes in the folder."""
    try:
        found = mended(request)
    except NotMendedError:
        complain(say("cli/not-fixed", path=request.outline))
        sys.exit(FINDINGS)
    if found is None:  # the check says why the file cannot be read
        return request
    if found.counts and not dry_run:
        keep(request, found)
    if aloud:
        show_mended(request.outline, found, dry_run)
    return structs.replace(request, files=with_outline(request, found.after))


def keep(request: Request, found: Mended) -> None:
    """Write the outline, unless another program did so meanwhile."""
    if request.files.read(request.outline, MAX_BYTES) != found.before:
        complain(say("cli/outline-changed", path=request.outline))
        sys.exit(UNUSABLE)
    if not written(request.outline, found.after):
        sys.exit(UNUSABLE)


def show_mended(path: str, found: Mended, dry_run: bool) -> None:
    """The change as a diff, and how much was put right by which rule."""
    if not found.counts:
        tell(say("cli/nothing-to-fix", path=path))
        return
    print(unified(path, found.before, found.after), end="")
    rules = listed([say("cli/fixed-of-rule", rule=rule, count=count) for rule, count in sorted(found.counts.items())])
    count = sum(found.counts.values())
    if dry_run:
        put(say("cli/would-fix", path=path, count=count, rules=rules))
    else:
        tell(say("cli/fixed", path=path, count=count, rules=rules))
