"""`deckgen import` as click reads it."""

from __future__ import annotations

import sys

import click

from deckgen.cli.language import say_both as say

KINDS = ("auto", "work-report", "speech")  # of `speech.understand`, which help must not import


@click.command(
    "import",
    help=say(
        "由讲稿（.docx、.txt、.md）整理出大纲和指标台账。\n\n"
        "在文件夹里写 outline.yaml 和 figures.yaml；讲稿原文一字不少地放在备注里。已有的文件不会被覆盖，除非加 --force。",
        "Make an outline and a ledger from a speech (.docx, .txt, .md).\n\n"
        "Writes outline.yaml and figures.yaml; the notes hold the speech word for word. Nothing is overwritten without --force.",
    ),
    epilog=say(
        "例：deckgen import 讲稿.docx -o content/report-2020，然后 deckgen build content/report-2020/outline.yaml",
        "Example: deckgen import speech.docx -o content/report-2020, then deckgen build content/report-2020/outline.yaml",
    ),
)
@click.argument("speech", metavar="SPEECH")
@click.option(
    "-o",
    "--output",
    default="",
    metavar="DIR",
    help=say("写到这个文件夹；默认以讲稿的文件名新建一个。", "Folder to write to; default one named after the speech."),
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="auto",
    help=say(
        "auto 自动判断；work-report 顶层标题是各个部分；speech 顶层标题各是一页。",
        "auto decides; work-report: top headings are parts; speech: top headings are slides.",
    ),
)
@click.option("--force", is_flag=True, help=say("覆盖文件夹里已有的两个文件。", "Overwrite the two files where they exist."))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("提示信息的语言。", "Language of messages."))
def import_(speech: str, output: str, kind: str, force: bool) -> None:
    from deckgen.cli.importing import ImportRequest, import_speech

    sys.exit(import_speech(ImportRequest(speech, output, kind, force)))
