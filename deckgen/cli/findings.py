"""Findings as lines for a person, their number, and what they mean for the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

import click

from deckgen.cli.language import language, say
from deckgen.cli.loudness import quiet, verbose
from deckgen.diagnostics import Finding

DONE, FINDINGS, UNUSABLE = 0, 1, 2
NOTHING_DONE = "cli/nothing-done"
UNREADABLE = frozenset(
    {
        "theme/not-a-deck",
        "theme/encrypted",
        "theme/too-large",
        "theme/macros",
        "load/missing-template",
        "package/not-a-deck",
        "package/encrypted",
        "package/too-large",
    }
) | frozenset(
    f"load/{name}"
    for name in (
        *(
            "missing-file",
            "is-a-folder",
            "not-a-file",
            "cannot-read",
            "too-large",
            "not-text",
            "empty-file",
            "encoding",
            "not-an-outline",
            "not-ours",
            "other-file",
        ),
        *("too-deep", "too-many-values", "alias-bomb", "recursive-alias"),
        *("tab", "full-width-space", "open-quote", "open-bracket", "needs-quotes", "key-colon", "colon-in-text", "yaml-syntax"),
        *("full-width-colon", "colon-space", "dash-space", "full-width-dash", "full-width-hash", "flow-comma"),
        *("text-after-quote", "block-indent", "comma-in-braces"),
    )
)
SHOWN_OF_A_RULE = 3  # warnings of one kind that are named one by one where something else was asked for
MOST_SHOWN = 500  # of one kind, whatever was asked for
COUNTED_ONLY = ("content/unknown-value", "content/sample-value")  # a normal state, of which a build's last line tells the number


def complain(text: str) -> None:
    """What went wrong, or is not what was asked for: on standard error."""
    put(text, err=True)


def tell(text: str) -> None:
    """That something is done, unless nobody wants to hear it."""
    if not quiet():
        put(text)


def put(text: str, err: bool = False) -> None:
    """Print it; on a terminal folded to its columns, with colours where it has them."""
    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        from deckgen.cli.columns import fitted

        text = fitted(text, stream)
    context = click.get_current_context(silent=True)
    asked = context.color if context else None
    if asked or (asked is None and stream.isatty()):
        click.echo(text, err=err, color=asked)
    else:
        print(click.unstyle(text), file=stream)  # click writes UTF-8 where ASCII was asked for


def tell_read(paths: Iterable[str]) -> None:
    """With -v: which files were read, each on a line."""
    if verbose():
        for path in sorted(path for path in paths if os.path.isfile(path)):
            complain(say("cli/read-file", path=path))


def painted(finding: Finding, said: set[tuple[str, str]] | None = None) -> str:
    """The finding as `rendered` has it, in colours, which `put` takes away where they cannot be seen.

    A hint that was `said` of the same rule is not said again: three slides without notes want one remark on notes.
    """
    from deckgen.messages import told_in_parts

    where, kind, message, hint = told_in_parts(finding, language())
    if said is not None:
        known = (finding.rule, hint) in said
        said.add((finding.rule, hint))
        hint = "" if known else hint
    color = "red" if finding.severity == "error" else "yellow"
    return f"{click.style(where, bold=True)}: {click.style(kind, fg=color, bold=True)} {message}{hint}"


def shown(findings: list[Finding], most_warnings: int = 0) -> Iterator[str]:
    """A line or two for each finding; with `most_warnings`, so many warnings of a rule, and how many more there are."""
    counts: dict[tuple[str, str], int] = {}
    said: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.rule, finding.severity)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= most_of(*key, most_warnings):
            yield painted(finding, said)
    for (rule, severity), count in counts.items():
        more = count - most_of(rule, severity, most_warnings)
        if more > 0 and (severity == "error" or rule not in COUNTED_ONLY):
            yield say("cli/more-of-rule", rule=rule, more=more)


def show(findings: list[Finding], undone: str) -> None:
    """What was found, to stderr, and what was `undone` (an id of words) where there are errors."""
    told = [finding for finding in findings if finding.severity == "error"] if quiet() else findings
    for line in shown(told, 0 if verbose() else SHOWN_OF_A_RULE):
        complain(line)
    if any(finding.severity == "error" for finding in findings):
        complain(say("cli/outcome", what=say(undone), counts=counted(findings)))


def most_of(rule: str, severity: str, most_warnings: int) -> int:
    """How many of a kind are shown before they are only counted."""
    if not most_warnings or severity == "error":
        return MOST_SHOWN
    return 0 if rule in COUNTED_ONLY else most_warnings


def counted(findings: list[Finding]) -> str:
    """2 处错误，1 处警告。"""
    errors = sum(finding.severity == "error" for finding in findings)
    return say("cli/counts", errors=errors, warnings=len(findings) - errors)


def exit_code(findings: list[Finding], strict: bool = False) -> int:
    """2 when an input could not be read at all or an option is wrong, 1 when it was read and is faulty, else 0."""
    if any(finding.rule in UNREADABLE or finding.span.path.startswith("--") for finding in findings if finding.severity == "error"):
        return UNUSABLE
    return FINDINGS if any(strict or finding.severity == "error" for finding in findings) else DONE
