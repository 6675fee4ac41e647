"""`deckgen build` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.building import BuildRequest, build_deck
from deckgen.cli.language import say


@click.command(
    help=say("由大纲生成 PowerPoint。", "Build a PowerPoint deck from an outline."),
    epilog=say(
        "例：deckgen build content/report-2019/outline.yaml -o 报告.pptx --theme zhengwu-blue",
        "Example: deckgen build content/report-2019/outline.yaml -o report.pptx --theme zhengwu-blue",
    ),
)
@click.argument("outline", metavar="OUTLINE")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DECK.pptx",
    help=say("输出文件；默认 dist/<标题>.pptx。", "Output file; default dist/<title>.pptx."),
)
@click.option(
    "--theme",
    default="",
    metavar="NAME|DIR",
    help=say("主题名称或文件夹（deckgen themes 列出）。", "Theme name or folder (see deckgen themes)."),
)
@click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
@click.option(
    "--final",
    is_flag=True,
    help=say("正式稿：用到的指标还有 X 或示例数据时不生成。", "Final: build nothing while a figure in use is X or a sample."),
)
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def build(outline: str, output: str, theme: str, figures: str, final: bool) -> None:
    sys.exit(build_deck(BuildRequest(outline, output, theme, figures, final)))
