"""`deckgen preview` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say


@click.command(
    help=say(
        "边写边看：在浏览器里显示每一页，保存后立刻更新。", "See it while you write it: every slide in the browser, new after each save."
    ),
    epilog=say(
        "例：deckgen preview content/report-2019/outline.yaml（按 Ctrl-C 结束）",
        "Example: deckgen preview content/report-2019/outline.yaml (Ctrl-C ends it)",
    ),
)
@click.argument("outline", metavar="OUTLINE")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=None,
    metavar="N",
    help=say("端口；默认从 8765 起第一个空闲的。", "Port; default the first free one from 8765 on."),
)
@click.option("--no-open", is_flag=True, help=say("不打开浏览器，只给出网址。", "Print the address without opening the browser."))
@click.option(
    "--theme",
    default="",
    metavar="NAME|DIR",
    help=say("主题名称或文件夹（deckgen themes 列出）。", "Theme name or folder (see deckgen themes)."),
)
@click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息和页面的语言。", "Language of messages and page.")
)
def preview(outline: str, port: int | None, no_open: bool, theme: str, figures: str) -> None:
    from deckgen.cli.previewing import show_preview
    from deckgen.pipeline import Request

    sys.exit(show_preview(Request(outline, theme, figures), port, not no_open))
