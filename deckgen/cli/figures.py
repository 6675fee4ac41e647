"""`deckgen figures`: the ledger as a table, as a form to send round, and the form read back."""

from __future__ import annotations

import os
import sys

import click

from deckgen.cli.language import say

LANG = click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
LEDGER = click.option("--figures", default="", metavar="FILE", help=say("改用这本指标台账。", "Use this ledger instead."))
MISSING = click.option("--missing", is_flag=True, help=say("只要还是 X 的，按责任单位分组。", "Only those still X, grouped by department."))
DEPARTMENT = click.option("--department", default="", metavar="NAME", help=say("只要这个责任单位的。", "Only those of this department."))


class Figures(click.Group):
    """`deckgen figures OUTLINE` is `deckgen figures list OUTLINE`: a first word that is no subcommand is an outline."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((index for index, word in enumerate(args) if not is_language(args, index)), len(args))
        word = args[first] if first < len(args) else ""
        completing_first = ctx.resilient_parsing and not word
        if not completing_first and word not in (*self.commands, "-h", "--help"):
            self.refuse_misspelt(ctx, word)
            args = [*args[:first], "list", *args[first:]]
        return super().parse_args(ctx, args)

    def refuse_misspelt(self, ctx: click.Context, word: str) -> None:
        """`exprot` is a slip of the keyboard, unless there is a file of that name."""
        from deckgen.diagnostics import nearest

        near = nearest(word, tuple(self.commands)) if word and not os.path.splitext(word)[1] and not os.path.exists(word) else ""
        if near and not ctx.resilient_parsing:
            raise click.UsageError(
                say(f"没有命令 `figures {word}`。是不是 `{near}`？", f"no command `figures {word}`. did you mean `{near}`?"), ctx
            )


def is_language(args: list[str], index: int) -> bool:
    """Whether the word is `--lang` or its value, which may stand before anything."""
    return args[index].split("=")[0] == "--lang" or (index > 0 and args[index - 1] == "--lang")


@click.group(
    cls=Figures,
    subcommand_metavar="OUTLINE | COMMAND …",
    help=say(
        "列出台账里的全部指标；export 导出填报表，fill 把填好的表读回台账。",
        "List every figure of the ledger; export writes a form, fill reads it back into the ledger.",
    ),
    epilog=say(
        "例：deckgen figures content/report-2019/outline.yaml --missing（选项见 deckgen figures list --help）",
        "Example: deckgen figures content/report-2019/outline.yaml --missing (options: deckgen figures list --help)",
    ),
)
@LANG
def figures() -> None:
    pass


@figures.command(
    name="list",
    help=say("列出指标：数值、状态、责任单位、用在哪几页（可以省去 list）。", "List the figures (`list` may be left out)."),
    epilog=say("例：deckgen figures outline.yaml --missing", "Example: deckgen figures outline.yaml --missing"),
)
@click.argument("outline", metavar="OUTLINE")
@MISSING
@DEPARTMENT
@click.option("--format", "kind", type=click.Choice(["text", "json", "csv"]), default="text", help=say("输出格式。", "Output format."))
@LEDGER
@LANG
def list_figures(outline: str, missing: bool, department: str, kind: str, figures: str) -> None:
    from deckgen.cli.figures_list import ListRequest, print_figures

    sys.exit(print_figures(ListRequest(outline, figures, missing, department, kind)))


@figures.command(
    help=say("把台账导出成填报表（.xlsx 或 .csv）。", "Write the ledger as a form to be filled (.xlsx or .csv)."),
    epilog=say(
        "例：deckgen figures export outline.yaml -o 统计局.xlsx --missing --department 区统计局",
        "Example: deckgen figures export outline.yaml -o form.xlsx --missing",
    ),
)
@click.argument("outline", metavar="OUTLINE")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="FORM.xlsx|csv",
    help=say("输出文件；默认 dist/<标题>指标填报表.xlsx。", "Output file; default dist/<title> figures.xlsx."),
)
@click.option("--missing", is_flag=True, help=say("只要还是 X 的。", "Only those still X."))
@DEPARTMENT
@LEDGER
@LANG
def export(outline: str, output: str, missing: bool, department: str, figures: str) -> None:
    from deckgen.cli.figures_export import ExportRequest, write_form

    sys.exit(write_form(ExportRequest(outline, figures, output, missing, department)))


@figures.command(
    help=say(
        "把填好的表读回台账；有一格不对就一处也不写。",
        "Read a filled form back into the ledger; nothing is written unless every row is good.",
    ),
    epilog=say(
        "例：deckgen figures fill outline.yaml 统计局.xlsx --dry-run", "Example: deckgen figures fill outline.yaml form.xlsx --dry-run"
    ),
)
@click.argument("outline", metavar="OUTLINE")
@click.argument("form", metavar="FORM.xlsx|csv")
@click.option("--dry-run", is_flag=True, help=say("只说会改什么，不写入。", "Only say what would change."))
@LEDGER
@LANG
def fill(outline: str, form: str, dry_run: bool, figures: str) -> None:
    from deckgen.cli.figures_fill import FillRequest, fill_ledger

    sys.exit(fill_ledger(FillRequest(outline, form, figures, dry_run)))
