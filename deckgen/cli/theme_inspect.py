"""What `deckgen theme inspect` and `deckgen theme diff` do."""

from __future__ import annotations

import sys

from deckgen.cli.answers import answer, put_json
from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, put, show, tell
from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Findings, Span
from deckgen.files import Folder
from deckgen.messages import rendered
from deckgen.template.differ import differences
from deckgen.template.facts import TemplateError
from deckgen.template.opened import template_data
from deckgen.template.read import read_template
from deckgen.template.report import as_html, as_json, as_text, inspected
from deckgen.template.subject import TemplateSubject
from deckgen.write.save import SaveError, refuse_inputs, replace_file

NOTHING = "cli/nothing-done"


def inspect_template(path: str, kind: str, output: str) -> int:
    """Tell what a template is and return the exit code; findings are advice and fail nothing."""
    data = read(path)
    if data is None:
        return UNUSABLE
    try:
        found = inspected(TemplateSubject(path, data))
    except TemplateError as error:
        return refuse(path, error)
    match kind:
        case "json":
            text = as_json(found)
        case "html":
            text = as_html(found, say, told, language())
        case _:
            text = as_text(found, say, told)
    if not output:
        put_json(text.rstrip("\n")) if kind == "json" else sys.stdout.write(text)
        return DONE
    try:
        refuse_inputs(output, [path])
        replace_file(output, lambda file: file.write(text.encode()))
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    tell(say("cli/written", path=output))
    return DONE


def told(finding: Finding) -> str:
    return rendered(finding, language())


def compare_templates(old: str, new: str, form: str) -> int:
    """Tell what differs; 1 where anything does."""
    contents = [read(path) for path in (old, new)]
    if contents[0] is None or contents[1] is None:
        return UNUSABLE
    try:
        found = list(differences(read_template(contents[0]), read_template(contents[1])))
    except TemplateError as error:
        return refuse(new, error)
    if form == "json":
        told = [{"id": each.name.removeprefix("theme/"), "facts": dict(each.facts), "message": say(each)} for each in found]
        answer({"old": old, "new": new, "differences": told})
        return FINDINGS if found else DONE
    for each in found:
        put(say(each))
    if not found:
        tell(say("theme/diff-none"))
    return FINDINGS if found else DONE


def read(path: str) -> bytes | None:
    findings = Findings()
    data = template_data(path, Folder(), findings)
    if data is None:
        show(findings.all, NOTHING)
    return data


def refuse(path: str, error: TemplateError) -> int:
    findings = Findings()
    findings.error(error.span or Span(path), error.rule, **{"file": path, **error.facts})
    show(findings.all, NOTHING)
    return UNUSABLE
