"""`deckgen check`: everything that can be said of an outline, or of a finished deck, without writing anything."""

from __future__ import annotations

import sys

import click

from deckgen.checkup import findings_of
from deckgen.cli.findings import counted, exit_code, shown
from deckgen.cli.formats import FORMATS, formatted
from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding
from deckgen.pipeline import Request


@click.command(
    help=say(
        "检查大纲（不生成文件），或检查一份做好的演示文稿；列出每一处问题的行和列，或页和形状。",
        "Check an outline without building it, or any finished deck; every finding is located.",
    ),
    epilog=say(
        "例：deckgen check content/report-2019/outline.yaml --final",
        "Example: deckgen check content/report-2019/outline.yaml --final",
    ),
)
@click.argument("file", metavar="OUTLINE|DECK.pptx")
@click.option(
    "--final", is_flag=True, help=say("正式稿：还有 X 或示例数据就是错误。", "Final: a figure that is X or a sample is an error.")
)
@click.option("--strict", is_flag=True, help=say("警告也算不通过。", "Warnings fail, too."))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help=say("输出格式；默认 text。", "Format of the output; default text."),
)
@click.option("--theme", default="", metavar="NAME|DIR", help=say("主题名称或文件夹。", "Theme name or folder."))
@click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def check(file: str, final: bool, strict: bool, form: str, theme: str, figures: str) -> None:
    findings = findings_of(Request(file, theme, figures, final))
    if form == "text":
        for line in shown(findings):
            click.echo(line)
        click.echo(conclusion(file, findings))
    else:
        text = formatted(findings, file, form, language())
        if text:
            click.echo(text)
    sys.exit(exit_code(findings, strict))


def conclusion(file: str, findings: list[Finding]) -> str:
    if not findings:
        return say(f"{file}：没有发现问题。", f"{file}: nothing found.")
    return say(f"{file}：", f"{file}: ") + counted(findings)
