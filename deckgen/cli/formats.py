"""Findings for machines: JSON, SARIF 2.1.0 (OASIS) and the workflow commands of GitHub Actions."""

from __future__ import annotations

import json
import os
from typing import Any

from deckgen import __version__
from deckgen.diagnostics import Finding, Span
from deckgen.messages import place, words
from deckgen.messages.plain import plain

MOST_OF_A_RULE = 2_000  # findings that a machine is told
FORMATS = ("text", "json", "sarif", "github")
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def formatted(findings: list[Finding], file: str, form: str, lang: str) -> str:
    """The findings as one text of the form `json`, `sarif` or `github`, so many of a rule at the most; without a line end."""
    findings = first_of_each(findings)
    match form:
        case "json":
            return json.dumps(as_json(findings, file, lang), ensure_ascii=False, indent=2)
        case "sarif":
            return json.dumps(as_sarif(findings, lang), ensure_ascii=False, indent=2)
    return "\n".join(workflow_command(finding, lang) for finding in findings)


def first_of_each(findings: list[Finding]) -> list[Finding]:
    """The first of every rule: who has thousands of one kind mends the kind."""
    counts: dict[str, int] = {}
    kept = []
    for finding in findings:
        count = counts[finding.rule] = counts.get(finding.rule, 0) + 1
        if count <= MOST_OF_A_RULE:
            kept.append(finding)
    return kept


def as_json(findings: list[Finding], file: str, lang: str) -> dict[str, Any]:
    errors = sum(finding.severity == "error" for finding in findings)
    entries = [plain(finding, lang) for finding in findings]
    return {"version": __version__, "file": file, "errors": errors, "warnings": len(findings) - errors, "findings": entries}


def as_sarif(findings: list[Finding], lang: str) -> dict[str, Any]:
    rules = sorted({finding.rule for finding in findings})
    driver = {
        "name": "deckgen",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [sarif_rule(rule, lang) for rule in rules],
    }
    results = [sarif_result(finding, rules.index(finding.rule), lang) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def sarif_rule(rule: str, lang: str) -> dict[str, Any]:
    from deckgen.manual import page

    text = page(rule, lang)
    return {"id": rule, "shortDescription": {"text": text.splitlines()[0]}, "help": {"text": text}}


def sarif_result(finding: Finding, index: int, lang: str) -> dict[str, Any]:
    message, hint = words(finding, lang)
    text = f"{message} {hint}".strip()
    location = sarif_location(finding.span, lang)
    return {"ruleId": finding.rule, "ruleIndex": index, "level": finding.severity, "message": {"text": text}, "locations": [location]}


def sarif_location(span: Span, lang: str) -> dict[str, Any]:
    """Line and column of a text; of a deck its slide and shape, as a logical place."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(span.path)}}
    if span.line:
        physical["region"] = {"startLine": span.line, "startColumn": max(1, span.column)}
    location: dict[str, Any] = {"physicalLocation": physical}
    if span.slide or span.cell:
        location["logicalLocations"] = [{"fullyQualifiedName": place(span, lang)}]
    return location


def uri(path: str) -> str:
    """A relative reference of RFC 3986; an absolute path as file:."""
    from urllib.parse import quote

    plain = path.replace(os.sep, "/")
    if os.path.isabs(path):
        return "file://" + ("" if plain.startswith("/") else "/") + quote(plain, safe="/:")
    return quote(plain)


def workflow_command(finding: Finding, lang: str) -> str:
    """`::error file=…,line=…,col=…,title=rule::message`; marks of its own are escaped as GitHub wants them."""
    message, hint = words(finding, lang)
    span = finding.span
    where = {"file": span.path, "line": span.line, "col": span.column, "title": finding.rule}
    properties = ",".join(f"{name}={escaped_property(str(value))}" for name, value in where.items() if value)
    before = f"{place(span, lang)}: " if span.slide or span.cell else ""
    return f"::{finding.severity} {properties}::{escaped(before + message)}" + (f"%0A{escaped(hint)}" if hint else "")


def escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
