"""`deckgen build`: an outline becomes a deck."""

from __future__ import annotations

import gc
import os
import sys
import time

import click

from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, OutlineError
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.write.save import SaveError, save

UNREADABLE = frozenset(
    {"load/missing-file", "load/is-a-folder", "load/cannot-read", "load/too-large", "load/not-text", "load/empty-file", "load/encoding",
     "load/too-deep", "load/alias-bomb", "load/tab", "load/yaml-syntax", "load/not-an-outline"}
)  # fmt: skip
FORBIDDEN = '\\/:*?"<>|\n\r\t'
MOST_SHOWN = 50


@click.command(
    help=say("由大纲生成 PowerPoint。", "Build a PowerPoint deck from an outline."),
    epilog=say(
        "例：deckgen build content/report-2019/outline.yaml -o 报告.pptx --theme zhengwu-blue",
        "Example: deckgen build content/report-2019/outline.yaml -o report.pptx --theme zhengwu-blue",
    ),
)
@click.argument("outline", metavar="OUTLINE")
@click.option("-o", "--output", metavar="DECK.pptx", help=say("输出文件；默认 dist/<标题>.pptx。", "Output file; default dist/<title>.pptx."))
@click.option("--theme", default="", metavar="NAME|DIR", help=say("主题名称或文件夹（deckgen themes 列出）。", "Theme name or folder (see deckgen themes)."))
@click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def build(outline: str, output: str | None, theme: str, figures: str) -> None:
    started = time.perf_counter()
    gc.disable()  # the values of a compile hold no cycles; the collector would only walk them again and again
    check_output(output)
    try:
        built = compile_deck(Request(outline, theme, figures))
    except OutlineError as error:
        show(error.findings)
        sys.exit(exit_code(error.findings))
    show(built.findings)
    path = output_path(output, built.scene.properties.title)
    try:
        save(built.scene, path)
    except SaveError as error:
        click.echo(say(error.zh, error.en), err=True)
        sys.exit(2)
    click.echo(summary(path, built, time.perf_counter() - started))


def check_output(output: str | None) -> None:
    if output == "-":
        raise click.UsageError(say("演示文稿不能写到标准输出，请用 -o 给出文件名。", "A deck is not written to standard output; give a file name with -o."))
    if output and not os.path.isdir(output) and not output.lower().endswith(".pptx"):
        raise click.UsageError(say(f"输出文件应当以 .pptx 结尾：{output}", f"The output should end in .pptx: {output}"))


def output_path(output: str | None, title: str) -> str:
    """The file asked for; in a folder, or in dist/, the title names it."""
    if output and not os.path.isdir(output):
        return output
    name = "".join(" " if char in FORBIDDEN else char for char in title).strip(" .")[:80] or "deck"
    return os.path.join(output or "dist", f"{name}.pptx")


def show(findings: list[Finding]) -> None:
    if not findings:
        return
    from deckgen.messages import rendered

    lang = language()
    for finding in findings[:MOST_SHOWN]:
        click.echo(rendered(finding, lang), err=True)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if len(findings) > MOST_SHOWN:
        more = len(findings) - MOST_SHOWN
        click.echo(say(f"……还有 {more} 条", f"… and {more} more"), err=True)
    if errors:
        click.echo(say(f"没有生成：{errors} 处错误，{warnings} 处警告。", f"Nothing built: {errors} errors, {warnings} warnings."), err=True)


def exit_code(findings: list[Finding]) -> int:
    """2 when an input could not be read at all, 1 when it was read and is faulty."""
    return 2 if any(finding.rule in UNREADABLE for finding in findings) else 1


def summary(path: str, built: Built, seconds: float) -> str:
    """One line: where, how many slides, how many figures are unknown, how long."""
    slides, unknown, samples = len(built.scene.slides), len(built.unknown), len(built.samples)
    zh = f"已生成 {path}：{slides} 页，待填指标 {unknown} 个" + (f"，示例数据 {samples} 个" if samples else "") + f"，用时 {seconds:.2f} 秒"
    en = f"Built {path}: {slides} slides, {unknown} figures unknown" + (f", {samples} sample values" if samples else "") + f", {seconds:.2f} s"
    return say(zh, en)
