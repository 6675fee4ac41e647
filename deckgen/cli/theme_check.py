"""What `deckgen theme check` does: every kind of slide on a theme, with unknown and with known figures, with short and with long texts."""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.cli.answers import answer
from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, painted, put, show, tell
from deckgen.cli.language import language, say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import Finding, Findings, OutlineError, Span
from deckgen.files import Files, Folder, Memory, Overlay
from deckgen.kinds.examples import EXAMPLES
from deckgen.load.theme import find_theme
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.write.save import SaveError, save

OUTLINE, LEDGER = "specimen.yaml", "specimen-figures.yaml"
NAME = re.compile(r"\b(?:figures|figure|hero):\s*+(\[[^\[\]]*+\]|\w+)")
LONG = {"zh": "，并把各项重点任务落到实处", "en": " and what it takes to see every task through"}
TITLE = re.compile(r"^(- kind: .*\n  title: )(.*)$", re.MULTILINE)


class Variant(Struct, frozen=True):
    """How the slides of a specimen are filled."""

    known: bool
    long: bool


VARIANTS = tuple(Variant(known, long) for known in (False, True) for long in (False, True))


def check_theme(name: str, output: str, form: str) -> int:
    """Compile the specimens, tell of each kind whether it fits, and return the exit code."""
    findings = Findings()
    if find_theme(name, ".", Span("THEME"), Folder(), findings) is None:
        show(findings.all, "cli/nothing-done")
        return UNUSABLE
    tried: dict[str, list[Finding]] = {}
    for kind in EXAMPLES:
        with Waiting(lambda seconds, kind=kind: say("cli/trying-kind", kind=kind)):  # type: ignore[misc]
            tried[kind] = [fault for variant in VARIANTS for fault in faults_of(kind, variant, name)]
        if form == "text":
            tell_kind(kind, tried[kind])
    failed = any(tried.values())
    if form == "json":
        from deckgen.messages.plain import plain

        kinds = [
            {"kind": kind, "fits": not faults, "findings": [plain(fault, language()) for fault in faults]} for kind, faults in tried.items()
        ]
        answer({"theme": name, "kinds": kinds})
    if output:
        code = write_specimen(name, output)
        if code != DONE:
            return code
    return FINDINGS if failed else DONE


def tell_kind(kind: str, faults: list[Finding]) -> None:
    put(f"{kind}\t{say('theme/check-bad') if faults else say('theme/check-good')}")
    for fault in dict.fromkeys(map(painted, faults)):
        put(f"    {fault}")


def faults_of(kind: str, variant: Variant, theme: str) -> list[Finding]:
    try:
        specimen((kind,), variant, theme)
    except OutlineError as error:
        return [finding for finding in error.findings if finding.severity == "error" and not finding.rule.startswith("content/")]
    return []


def write_specimen(theme: str, output: str) -> int:
    """A deck with every kind that fits."""
    kinds = tuple(kind for kind in EXAMPLES if not faults_of(kind, VARIANTS[2], theme))
    if not kinds:
        return DONE
    try:
        save(specimen(kinds, VARIANTS[2], theme).scene, output)
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    tell(say("cli/written", path=output))
    return DONE


def specimen(kinds: tuple[str, ...], variant: Variant, theme: str) -> Built:
    """A deck of these kinds, compiled in memory; raise `OutlineError` for what does not fit."""
    return compile_deck(Request(OUTLINE, theme, files=specimen_files(kinds, variant)))


def specimen_files(kinds: tuple[str, ...], variant: Variant) -> Files:
    lang = language()
    slides = "".join(getattr(EXAMPLES[kind], lang).strip("\n") + "\n" for kind in kinds)
    if variant.long:
        slides = TITLE.sub(lambda match: f"{match[1]}{lengthened(match[2], lang)}", slides)
    names = sorted(
        {word for match in NAME.finditer(slides) for word in re.findall(r"[a-z_]\w*", match[1])} | set(re.findall(r"\{(\w+)[.}]", slides))
    )
    indented = "".join(f"  {line}\n" if line else "\n" for line in slides.split("\n"))
    head = f"title: {say('theme/specimen')}\nsubtitle: {say('theme/specimen-subtitle')}\ndate: 2031-01-15\nfigures: {LEDGER}\nlanguage: {'zh-CN' if lang == 'zh' else 'en-GB'}\n"
    outline = f"{head}parts:\n- title: {say('theme/specimen-part')}\n  slides:\n{indented}closing:\n  title: {say('theme/specimen-end')}\n"
    ledger = "figures:\n" + "".join(figure_lines(name, number, variant.known) for number, name in enumerate(names, 1))
    return Overlay(Memory({OUTLINE: outline, LEDGER: ledger if names else "figures: {}\n"}), Folder())


def lengthened(title: str, lang: str) -> str:
    words = title.strip("\"'")
    return f'"{words}{LONG[lang]}"'.replace("**", "")


def figure_lines(name: str, number: int, known: bool) -> str:
    base, value, change = (str(100 * number), str(105 * number), "5.0%") if known else ("X", "X", "X%")
    label = say("theme/specimen-figure", number=number)
    return f"  {name}: {{label: {label}, value: {value}, unit: {say('theme/specimen-unit')}, change: {say('theme/specimen-change', change=change)}, base: {base}}}\n"
