"""Why a text is not YAML, in the author's terms: what libyaml stumbled over is rarely what was written wrong."""

from __future__ import annotations

import re

import yaml

from deckgen.diagnostics import Findings, Span

# The value of a line, after its dashes and its key.
VALUE = r"(?P<before>\s*(?:- +)*(?:[^\s\"'{\[,:]+: +)?)(?P<value>\S.*)"
# Marks with a meaning of their own at the start of a text.
RESERVED_START = r"[*&%@`!]"
# “引号”后面 and {gdp}后面 in ASCII: a quote or bracket that ends before its text does.
ENDS_EARLY = r"(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|\[[^\[\]]*\])\s*[^\s,:#\]}\"']"
COLON_IN_TEXT = r"\s*(?:- +)*[^\s:]+: +\S.*?: "


def note_wide_indent(path: str, text: str, span: Span, findings: Findings) -> bool:
    """Whether this line or the one before it is indented by a full-width space, as an input method leaves it."""
    lines = text.split("\n")
    for number in (span.line, span.line - 1):
        wide = re.match(r" *\u3000", lines[number - 1]) if 0 < number <= len(lines) else None
        if wide:
            findings.error(Span(path, number, wide.end()), "load/full-width-space")
            return True
    return False


def note_syntax_error(path: str, text: str, error: yaml.YAMLError, findings: Findings) -> None:
    """One finding, where the mistake was made as far as that can be told."""
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    span = place(path, text, error)
    line = line_of(text, span)
    start = getattr(error, "context_mark", None)
    started = Span(path, start.line + 1, start.column + 1) if start else span
    context = str(getattr(error, "context", "") or "")
    tab = re.match(r" *\t", line)
    value = re.match(VALUE, line)
    if note_wide_indent(path, text, span, findings):
        return
    if tab:
        findings.error(Span(path, span.line, tab.end()), "load/tab")
    elif "quoted scalar" in context and "escape" not in problem:
        findings.error(started, "load/open-quote", line=line_of(text, started).strip())
    elif value and (re.match(RESERVED_START, value["value"]) or re.match(ENDS_EARLY, value["value"])):
        findings.error(Span(path, span.line, value.end("before") + 1), "load/needs-quotes", mark=value["value"][0])
    elif "flow" in context and started.line != span.line:
        findings.error(started, "load/open-bracket", line=line_of(text, started).strip())
    elif "mapping values" in problem and re.match(COLON_IN_TEXT, line[: span.column] + " "):
        findings.error(span, "load/colon-in-text")
    else:
        findings.error(started if "simple key" in context else span, "load/yaml-syntax", problem=problem)


def place(path: str, text: str, error: yaml.YAMLError) -> Span:
    """Where libyaml stopped."""
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return Span(path, mark.line + 1, mark.column + 1)
    # libyaml's reader counts the bytes of UTF-8.
    before = text.encode()[: int(getattr(error, "position", 0))].decode(errors="ignore")
    return Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def line_of(text: str, span: Span) -> str:
    lines = text.split("\n")
    return lines[span.line - 1] if span.line <= len(lines) else ""
