"""`deckgen render`: its options."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say
from deckgen.cli.rendering import RenderRequest, render_source

WIDTHS = click.IntRange(160, 7680)
SECONDS = click.FloatRange(1, 36_000)


@click.command(
    help=say(
        "把大纲或演示文稿变成 PDF 或图片（要装 LibreOffice；--engine svg 不要）。",
        "Turn an outline or a deck into PDF or pictures (by LibreOffice; --engine svg does without).",
    ),
    epilog=say(
        "例：deckgen render 大纲.yaml --to png --slides 3-9　　deckgen render 报告.pptx --notes　　deckgen render 大纲.yaml --sheet --engine svg",
        "Examples: deckgen render outline.yaml --to png --slides 3-9; deckgen render report.pptx --notes; "
        "deckgen render outline.yaml --sheet --engine svg",
    ),
)
@click.argument("source", metavar="OUTLINE|DECK.pptx")
@click.option("--to", type=click.Choice(["pdf", "png"]), default=None, help=say("输出格式；默认 pdf。", "Output format; default pdf."))
@click.option(
    "-o",
    "--output",
    default="",
    metavar="PATH",
    help=say("输出文件或文件夹；默认 dist/render/<标题>…", "Output file or folder; default dist/render/<title>…"),
)
@click.option("--slides", default="", metavar="3-9,12", help=say("只要这些页。", "These slides only."))
@click.option("--sheet", is_flag=True, help=say("所有页拼成一张总览图。", "One contact sheet of all slides."))
@click.option("--notes", is_flag=True, help=say("备注讲义：每页幻灯片和它的备注。", "A handout: each slide with its notes."))
@click.option(
    "--engine",
    type=click.Choice(["auto", "libreoffice", "svg"]),
    default="auto",
    help=say(
        "由谁来画；svg 不要 LibreOffice，只画大纲的图片。", "Who draws; svg needs no LibreOffice and draws pictures of outlines only."
    ),
)
@click.option("--soffice", default="", metavar="PATH", help=say("LibreOffice 的位置。", "Where LibreOffice is."))
@click.option("--width", type=WIDTHS, default=1920, metavar="PX", help=say("图片宽度；默认 1920。", "Width of pictures; default 1920."))
@click.option(
    "--timeout",
    type=SECONDS,
    default=300,
    metavar="SECONDS",
    help=say("最多等 LibreOffice 多久；默认 300 秒。", "How long LibreOffice may take; default 300 s."),
)
@click.option("--theme", default="", metavar="NAME|DIR", help=say("主题名称或文件夹。", "Theme name or folder."))
@click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def render(**options: object) -> None:
    options["to"] = options["to"] or ""
    sys.exit(render_source(RenderRequest(**options)))  # type: ignore[arg-type]  # click has read them by their types
