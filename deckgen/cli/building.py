"""What `deckgen build` does: compile, tell what was found, save, say where."""

from __future__ import annotations

import os
import time

from deckgen.cli.findings import DONE, UNUSABLE, complain, exit_code, show
from deckgen.cli.language import say
from deckgen.cli.plain import BuildRequest
from deckgen.diagnostics import OutlineError, Words
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.write.save import SaveError, path_in, save

NOTHING_BUILT = Words("没有生成", "Nothing built")


def build_deck(request: BuildRequest) -> int:
    """Build one deck and return the exit code; everything said goes to stdout (done) or stderr (not done)."""
    started = time.perf_counter()
    problem = usage_problem(request)
    if problem:
        complain(problem)
        return UNUSABLE
    try:
        built = compile_deck(Request(request.outline, request.theme, request.figures, request.final))
    except OutlineError as error:
        show(error.findings, NOTHING_BUILT)
        return exit_code(error.findings)
    show(built.findings, NOTHING_BUILT)
    path = output_path(request.output, built.scene.properties.title)
    try:
        save(built.scene, path)
    except SaveError as error:
        complain(say(error.zh, error.en))
        return UNUSABLE
    print(summary(path, built, time.perf_counter() - started))
    return DONE


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
    return path_in(output or "dist", title)


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
