"""What `deckgen import` does: read, choose words until they fit every theme, write two files, tell what was understood."""

from __future__ import annotations

import os

from msgspec import Struct, structs

from deckgen.cli.answers import answer
from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, show, tell
from deckgen.cli.import_trial import FIGURES, OUTLINE, Trial, files_of, is_own, readable
from deckgen.cli.imported import Imported, as_entry, report
from deckgen.cli.language import say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Finding, Findings, listed, sorted_findings
from deckgen.speech.draft import Draft
from deckgen.speech.emit.files import Emitted, FileStyle, emit
from deckgen.speech.fit import fitted as fitted_draft
from deckgen.speech.understand import Understood, understand
from deckgen.windows import is_device
from deckgen.write.save import SaveError, refuse_inputs
from deckgen.write.several import replace_files

THEME = "zhengwu-red"
REVIEW = "核对.html"
NOT_BUILT_YET = "cli/not-built-yet"
NOTHING_IMPORTED = "cli/nothing-imported"


class ImportRequest(Struct, frozen=True):
    speech: str
    folder: str = ""
    kind: str = "auto"
    force: bool = False
    review: bool = False
    form: str = "text"


class Fitted(Struct, frozen=True):
    """The draft as it goes to the files, and what still keeps it from being built."""

    understood: Understood  # with the ledger as it is written
    draft: Draft
    emitted: Emitted
    errors: tuple[Finding, ...]


def import_speech(request: ImportRequest) -> int:
    """Import one speech and return the exit code; what was understood goes to stdout, what went wrong to stderr."""
    findings = Findings()
    with Waiting(lambda seconds: say("cli/reading-speech", seconds=seconds)):
        understood = understand(request.speech, request.kind, findings)
    if understood is None:
        show(findings.all, NOTHING_IMPORTED)
        return UNUSABLE
    folder = request.folder or default_folder(request.speech)
    refused = refusal(folder, request)
    if refused:
        complain(refused)
        return UNUSABLE
    with Waiting(lambda seconds: say("cli/fitting", seconds=seconds)):
        fitted = made_to_fit(understood, folder)
    texts: dict[str, str | None] = {**files_of(fitted.emitted, folder), **review_of(fitted, folder, request.review)}
    texts.setdefault(os.path.join(folder, FIGURES), None)  # a ledger of an earlier import goes
    try:
        for path in texts:
            refuse_inputs(path, (request.speech,))
        replace_files(texts)
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    told = Imported(fitted.understood, fitted.draft, fitted.emitted)
    if request.form == "json":
        answer(as_entry(told, [path for path, text in texts.items() if text is not None], sorted_findings([*findings.all, *fitted.errors])))
        return FINDINGS if fitted.errors else DONE
    tell(report(told, os.path.join(folder, OUTLINE), findings, REVIEW * request.review))
    if not fitted.errors:
        return DONE
    show(list(fitted.errors), NOT_BUILT_YET)
    return FINDINGS


def default_folder(speech: str) -> str:
    """A folder named after the speech, where the command was given."""
    stem = os.path.splitext(os.path.basename(speech))[0].strip(" .")
    return f"{stem}_" if is_device(stem) else stem or "speech"


def review_of(fitted: Fitted, folder: str, wanted: bool) -> dict[str, str]:
    """Path → the page on which a person compares the speech with what was made of it; nothing where none is wanted."""
    if not wanted:
        return {}
    from deckgen.speech.emit.comments import Comments
    from deckgen.speech.emit.review import Review

    understood = fitted.understood
    page = Review(understood.speech, fitted.draft, understood.ledger, Comments(language_of(understood)))
    return {os.path.join(folder, REVIEW): page.page(fitted.emitted.shown)}


def refusal(folder: str, request: ImportRequest) -> str:
    """Why nothing may be written there; "" when it may."""
    if os.path.exists(folder) and not os.path.isdir(folder):
        return say("cli/folder-is-file", folder=folder)
    there = [name for name in (OUTLINE, FIGURES, *([REVIEW] if request.review else [])) if os.path.lexists(os.path.join(folder, name))]
    if there and not request.force:
        return say("cli/files-are-there", folder=folder, names=listed(there))
    return ""


def language_of(understood: Understood) -> str:
    return "en" if understood.speech.english else "zh"


def made_to_fit(understood: Understood, folder: str) -> Fitted:
    """The draft that fits every shipped theme, its files, and what is left to mend."""
    understood = readable(understood, language_of(understood))
    style = FileStyle(schema=schema_folder(folder), theme=THEME, lang=language_of(understood))
    chooser = understood.chooser
    trial = Trial(folder)
    fitted = fitted_draft(
        understood.speech,
        understood.draft,
        lambda draft: emit(understood.speech, draft, chooser, style),
        trial.misfits,
    )
    if trial.errors and all(map(is_own, trial.errors)):
        fitted = warned_of(understood, fitted[0], style, trial)
    return Fitted(understood, fitted[0], fitted[1], tuple(sorted_findings(trial.errors)))


def warned_of(understood: Understood, draft: Draft, style: FileStyle, trial: Trial) -> tuple[Draft, Emitted, bool]:
    """The draft with what is wrong in the speech itself (a share of 120 %) as warnings, so that the deck builds at once."""
    rules = tuple(sorted({finding.rule.partition("/")[2] for finding in trial.errors}))
    draft = structs.replace(draft, checks=rules)
    emitted = emit(understood.speech, draft, understood.chooser, style)
    return draft, emitted, not trial.misfits(emitted)


def schema_folder(folder: str) -> str:
    """Where the schemas are, seen from the folder of the outline, so that an editor finds them."""
    schemas = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "schema")
    try:
        return os.path.relpath(schemas, os.path.abspath(folder)).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return schemas.replace(os.sep, "/")
