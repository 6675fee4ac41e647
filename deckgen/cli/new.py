"""`deckgen new`: a folder with a small outline and its ledger, to be changed into one's own."""

from __future__ import annotations

import os
import sys

import click

from deckgen import windows
from deckgen.cli.findings import DONE, UNUSABLE, complain, painted, tell
from deckgen.cli.language import language, say
from deckgen.diagnostics import Findings, Span
from deckgen.files import Folder
from deckgen.load.theme import find_theme
from deckgen.starters.starter import BATCH, FILES, KINDS, batch_file, starter, with_theme
from deckgen.write.save import SaveError
from deckgen.write.several import replace_files


@click.command(help=say("help/new"), epilog=say("help/new-example"))
@click.argument("folder", metavar="FOLDER")
@click.option("--kind", type=click.Choice(KINDS), default=None, help=say("help/new-kind"))
@click.option("--theme", default="", metavar="NAME", help=say("help/new-theme"))
@click.option("--bat", is_flag=True, help=say("help/new-bat"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def new(folder: str, kind: str | None, theme: str, bat: bool) -> None:
    sys.exit(begin(folder, kind or ("english" if language() == "en" else KINDS[0]), theme, bat or windows.HERE))


def begin(folder: str, kind: str, theme: str, batch: bool = False) -> int:
    """Write the files of a kind into the folder, all or none; what is there already stays."""
    if windows.is_device(os.path.basename(os.path.abspath(folder))):
        complain(say("save/device-name", path=folder))
        return UNUSABLE
    findings = Findings()
    if theme and find_theme(theme, folder, Span("--theme"), Folder(), findings) is None:
        for finding in findings.all:
            complain(painted(finding))
        return UNUSABLE
    paths = {name: os.path.join(folder, name) for name in (*FILES, *([BATCH] if batch else []))}
    taken = next((path for path in paths.values() if os.path.lexists(path)), None)
    if taken or (os.path.lexists(folder) and not os.path.isdir(folder)):
        complain(say("cli/new-taken", path=taken or folder))
        return UNUSABLE
    texts = starter(kind)
    if theme:
        texts["outline.yaml"] = with_theme(texts["outline.yaml"], theme)
    contents: dict[str, str | bytes | None] = {path: batch_file() if name == BATCH else texts[name] for name, path in paths.items()}
    try:
        replace_files(contents)
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    tell(say("cli/new-made", outline=paths["outline.yaml"], ledger=paths["figures.yaml"]))
    return DONE
