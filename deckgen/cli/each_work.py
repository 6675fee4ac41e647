"""One deck of many, built in whatever process has its turn."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from msgspec import Struct, structs

from deckgen.batch import Shared, compile_row, shared
from deckgen.cli.building import BuildRequest, as_asked
from deckgen.cli.copies import keep_copy
from deckgen.cli.language import language
from deckgen.diagnostics import Finding, Findings, OutlineError, Term
from deckgen.files import Folder
from deckgen.form.each import DeckRow
from deckgen.pipeline import Request
from deckgen.pull.guard import standing
from deckgen.write.save import SaveError, refuse_inputs, save

State = Literal["built", "faulty", "refused", "unwritten", "lost"]


class Task(Struct, frozen=True):
    row: DeckRow
    path: str


class Outcome(Struct, frozen=True):
    """What came of one row."""

    path: str
    state: State
    findings: tuple[Finding, ...] = ()
    slides: int = 0
    unknown: int = 0
    samples: int = 0
    why: Term | None = None  # why it was not written
    refused: str = ""  # edited, foreign or newer: what stands there
    count: int = 0  # of edits
    told: tuple[str, ...] = ()
    copy: str = ""  # where the deck that stood there is kept
    said: tuple[str, ...] = ()  # what was left out of a deck for sending


class Worker:
    """Builds deck after deck over what they share."""

    def __init__(self, request: BuildRequest, known: Shared | None = None) -> None:
        self.request = request
        self.shared = known or shared(asked_of(request), Findings())

    def build(self, task: Task) -> Outcome:
        if self.shared is None:  # a file went away while decks were built
            return Outcome(task.path, "lost")
        try:
            built = compile_row(self.shared, task.row.words, task.row.figures)
        except OutlineError as error:
            return Outcome(task.path, "faulty", tuple(error.findings))
        scene, told = as_asked(self.request, built.scene)
        numbers = (len(built.scene.slides), len(built.unknown), len(built.samples))
        made = Outcome(task.path, "built", tuple(built.findings), *numbers, said=tuple(told))
        try:
            refuse_inputs(task.path, (self.request.each, *self.shared.request.files.looked_for))
            found = standing(task.path, language(), built.scene)
            if found.kind != "free" and not self.request.force:
                return structs.replace(made, state="refused", refused=found.kind, count=found.count, told=found.told)
            copy = keep_copy(task.path) if found.kind != "free" else ""
            save(scene, task.path)
        except SaveError as error:
            return structs.replace(made, state="unwritten", why=error.what)
        return structs.replace(made, copy=copy)


def asked_of(request: BuildRequest) -> Request:
    return Request(request.outline, request.theme, request.figures, request.final, files=Folder(request.outside))


OWN: list[Worker] = []  # of this process


def begin(request: BuildRequest) -> None:
    """What a process does first; Ctrl-C is for the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    OWN[:] = [Worker(request)]
    gc.freeze()


def work(task: Task) -> Outcome:
    return OWN[0].build(task)


def outcomes(request: BuildRequest, known: Shared, tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """What came of each task, in their order."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(Worker(request, known).build, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(min(jobs, len(tasks)), initializer=begin, initargs=(request,))
    done = 0
    try:
        for outcome in pool.map(work, tasks, chunksize=max(1, min(8, len(tasks) // (jobs * 4)))):
            done += 1
            yield outcome
    except BrokenProcessPool:  # ended from outside, or no memory
        yield from (Outcome(task.path, "lost") for task in tasks[done:])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def processors() -> int:
    """How many processors this run may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
