"""What `deckgen build` does: compile, tell what was found, save, say where."""

from __future__ import annotations

import os
import time

from msgspec import Struct, structs

from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, exit_code, show, tell, tell_read
from deckgen.cli.language import language, say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import OutlineError
from deckgen.files import Folder
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.scene import Scene
from deckgen.windows import is_device
from deckgen.write.save import SaveError, path_in, refuse_inputs, save

REFUSALS = {"edited": "pull/edited", "foreign": "pull/foreign", "newer": "pull/newer"}
NOTHING_BUILT = "cli/nothing-built"
# Beside the deck that is worked on: that one is read back by `pull`, the one that is sent cannot be.
SENDING = os.path.join("dist", "sending")


class BuildRequest(Struct, frozen=True):
    """The arguments of `deckgen build`; "" where one was not given."""

    outline: str
    output: str = ""
    theme: str = ""
    figures: str = ""
    final: bool = False
    outside: bool = False  # whether pictures and data may stand outside the folder of the outline
    remembers: bool = True  # whether the deck holds what `pull` compares it with
    keep: str = ""  # a deck whose edits are kept
    prefers_deck: bool = False  # where deck and outline were both changed
    text_only: bool = False  # keep words and notes, not how it looks
    each: str = ""  # a table with a row a deck
    jobs: int = 0  # processes for them; 0 for as many as there are processors
    force: bool = False  # whether a deck that was edited by hand may be replaced, once it is kept beside
    sending: bool = False  # whether it leaves the house: without notes, record, remarks and personal properties


def build_deck(request: BuildRequest) -> int:
    """Build one deck and return the exit code; everything said goes to stdout (done) or stderr (not done)."""
    started = time.perf_counter()
    problem = usage_problem(request)
    if problem:
        complain(problem)
        return UNUSABLE
    if request.each:
        from deckgen.cli.each import build_each  # most builds are of one deck

        return build_each(request)
    asked = Request(request.outline, request.theme, request.figures, request.final, files=Folder(request.outside))
    try:
        with Waiting(lambda seconds: say("cli/compiling", seconds=seconds)):
            built = compile_deck(asked)
    except OutlineError as error:
        show(error.findings, NOTHING_BUILT)
        return exit_code(error.findings)
    show(built.findings, NOTHING_BUILT)
    scene, told = as_asked(request, built.scene)
    path = output_path(request.output, scene.properties.title, SENDING if request.sending else "dist")
    try:
        refuse_inputs(path, asked.files.looked_for)
        code, slides = written(scene, path, request, built.scene)
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    if code != DONE:
        return code
    tell_read(asked.files.looked_for)
    tell(summary(path, built, slides, time.perf_counter() - started))
    for line in told:
        tell(line)
    title = built.scene.properties.title
    if is_device(title) and path != request.output:  # the name is of our making
        tell(say("cli/device-title", title=title, name=os.path.basename(path)))
    return DONE


def written(scene: Scene, path: str, request: BuildRequest, whole: Scene) -> tuple[int, int]:
    """Write the deck, with a person's edits of an older one where that is named: (exit code, how many slides were written)."""
    if request.keep:
        # Most decks have nothing to keep.
        from deckgen.cli.keeping import is_in_place, kept_deck, lines_of, write_kept
        from deckgen.keep.shape import Rules

        kept = kept_deck(scene, request.keep, Rules(request.prefers_deck, request.text_only), request.outline)
        if isinstance(kept, int):
            return kept, 0
        if os.path.exists(path) and not is_in_place(path, request.keep) and not given_way(path, request, whole):
            return FINDINGS, 0
        write_kept(kept, path, request.keep)
        for line in lines_of(kept):
            tell(line)
        return DONE, kept.slides
    if os.path.exists(path) and not given_way(path, request, whole):
        return FINDINGS, 0
    with Waiting(lambda seconds: say("cli/writing", seconds=seconds)):
        save(scene, path)
    for slide in scene.slides:
        if slide.frozen:
            tell(say("keep/not-frozen", slide=slide.number, title=slide.title))
    return DONE, len(scene.slides)


def as_asked(request: BuildRequest, scene: Scene) -> tuple[Scene, list[str]]:
    """The scene as it is to be written, and what is to be told of that."""
    if request.sending:
        from deckgen.cli.sending import sent  # here, because most decks stay

        return sent(scene)
    return scene if request.remembers else structs.replace(scene, origin=None), []


def given_way(path: str, request: BuildRequest, scene: Scene) -> bool:
    """Whether the file at `path` may be replaced: nothing that a person made is lost by it, or it is kept beside first."""
    from deckgen.pull.guard import standing

    found = standing(path, language(), scene)
    if found.kind == "free":
        return True
    if request.force:
        from deckgen.cli.copies import keep_copy

        tell(say("pull/kept-copy", copy=keep_copy(path)))
        return True
    complain(say(REFUSALS[found.kind], path=path, count=found.count))
    for line in found.told:
        complain(f"  {line}")
    if found.kind == "edited":
        complain(say("pull/ways", path=path, outline=request.outline))
    else:
        again = f"{request.outline} --for-sending" if request.sending else request.outline
        complain(say("pull/ways-foreign", outline=again))
    return False


def usage_problem(request: BuildRequest) -> str:
    """Why the command line cannot be what was meant; "" when it can."""
    output = request.output
    if not request.outline:
        return say("cli/no-outline")
    if request.keep and request.sending:
        return say("keep/not-for-sending")
    if request.keep and request.each:
        return say("keep/not-each")
    if (request.prefers_deck or request.text_only) and not request.keep:
        return say("keep/without-deck")
    if output == "-":
        return say("cli/deck-to-stdout")
    folder = os.path.isdir(output) or (request.each and output.endswith(("/", os.sep)))
    if output and not folder and not output.lower().endswith(".pptx"):
        return say("cli/deck-ending", output=output)
    return ""


def output_path(output: str, title: str, folder: str = "dist") -> str:
    """The file asked for; in a folder, or in dist/, the title names it."""
    if output and not os.path.isdir(output):
        return output
    return path_in(output or folder, title)


def summary(path: str, built: Built, slides: int, seconds: float) -> str:
    """One line: where, how many slides, how many figures are unknown, how long."""
    unknown, samples = len(built.unknown), len(built.samples)
    facts = {"path": path, "slides": slides, "unknown": unknown, "seconds": seconds}
    return say("cli/built-with-samples", samples=samples, **facts) if samples else say("cli/built", **facts)
