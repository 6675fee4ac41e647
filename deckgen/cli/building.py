"""What `deckgen build` does: compile, tell what was found, save, say where."""

from __future__ import annotations

import os
import sys
import time

from deckgen.cli.language import language, say
from deckgen.cli.plain import BuildRequest
from deckgen.diagnostics import Finding, OutlineError, Words
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.write.save import SaveError, save

DONE, FINDINGS, UNUSABLE = 0, 1, 2
UNREADABLE = frozenset(
    f"load/{name}"
    for name in (
        *("missing-file", "is-a-folder", "cannot-read", "too-large", "not-text", "empty-file", "encoding", "not-an-outline"),
        *("too-deep", "alias-bomb", "recursive-alias"),
        *("tab", "full-width-space", "open-quote", "open-bracket", "needs-quotes", "key-colon", "colon-in-text", "yaml-syntax"),
    )
)
FORBIDDEN = '\\/:*?"<>|\n\r\t'  # in file names on Windows
LONGEST_NAME = 200  # bytes; file systems take 255
MOST_SHOWN = 50
NOTHING_BUILT = Words("没有生成", "Nothing built")


def build_deck(request: BuildRequest) -> int:
    """Build one deck and return the exit code; everything said goes to stdout (done) or stderr (not done)."""
    started = time.perf_counter()
    problem = usage_problem(request)
    if problem:
        complain(problem)
        return UNUSABLE
    try:
        built = compile_deck(Request(request.outline, request.theme, request.figures))
    except OutlineError as error:
        show(error.findings)
        return exit_code(error.findings)
    show(built.findings)
    path = output_path(request.output, built.scene.properties.title)
    try:
        save(built.scene, path)
    except SaveError as error:
        complain(say(error.zh, error.en))
        return UNUSABLE
    print(summary(path, built, time.perf_counter() - started))
    return DONE


def complain(text: str) -> None:
    print(text, file=sys.stderr)


def usage_problem(request: BuildRequest) -> str:
    """Why the command line cannot be what was meant; "" when it can."""
    output = request.output
    if not request.outline:
        return say("请给出大纲文件，如 content/report-2019/outline.yaml。", "Name an outline, such as content/report-2019/outline.yaml.")
    if output == "-":
        return say("演示文稿不能写到标准输出，请用 -o 给出文件名。", "A deck is not written to standard output; give a file name with -o.")
    if output and not os.path.isdir(output) and not output.lower().endswith(".pptx"):
        return say(f"输出文件应当以 .pptx 结尾：{output}", f"The output should end in .pptx: {output}")
    return ""


def output_path(output: str, title: str) -> str:
    """The file asked for; in a folder, or in dist/, the title names it."""
    if output and not os.path.isdir(output):
        return output
    safe = "".join(" " if char in FORBIDDEN else char for char in title)
    name = safe.encode()[:LONGEST_NAME].decode(errors="ignore").strip(" .") or "deck"
    return os.path.join(output or "dist", f"{name}.pptx")


def show(findings: list[Finding], undone: Words = NOTHING_BUILT) -> None:
    """What was found, and that nothing came of it where there are errors."""
    if not findings:
        return
    from deckgen.messages import rendered

    lang = language()
    for finding in findings[:MOST_SHOWN]:
        complain(rendered(finding, lang))
    if len(findings) > MOST_SHOWN:
        more = len(findings) - MOST_SHOWN
        complain(say(f"……还有 {more} 条", f"… and {more} more"))
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if errors:
        english = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"
        complain(say(f"{undone.zh}：{errors} 处错误，{warnings} 处警告。", f"{undone.en}: {english}."))


def exit_code(findings: list[Finding]) -> int:
    """2 when an input could not be read at all or an option is wrong, 1 when it was read and is faulty."""
    unusable = any(finding.rule in UNREADABLE or finding.span.path.startswith("--") for finding in findings)
    return UNUSABLE if unusable else FINDINGS


def summary(path: str, built: Built, seconds: float) -> str:
    """One line: where, how many slides, how many figures are unknown, how long."""
    slides, unknown, samples = len(built.scene.slides), len(built.unknown), len(built.samples)
    zh = f"已生成 {path}：{slides} 页，待填指标 {unknown} 个" + (f"，示例数据 {samples} 个" if samples else "") + f"，用时 {seconds:.2f} 秒"
    en = (
        f"Built {path}: {slides} slides, {unknown} figures unknown"
        + (f", {samples} sample values" if samples else "")
        + f", {seconds:.2f} s"
    )
    return say(zh, en)
