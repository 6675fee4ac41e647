"""`deckgen mcp`: the tools for agents, over the Model Context Protocol, in one folder."""

from __future__ import annotations

import os
import sys

import click

from deckgen.cli.findings import UNUSABLE, complain
from deckgen.cli.language import language, say


@click.command(help=say("help/mcp"), epilog=say("help/mcp-example"))
@click.argument("folder", metavar="[FOLDER]", default=".")
@click.option("--write", is_flag=True, help=say("help/mcp-write"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def mcp(folder: str, write: bool) -> None:
    if not os.path.isdir(folder):
        complain(say("agent/no-folder", path=folder))
        sys.exit(UNUSABLE)
    from deckgen.agent.room import Room
    from deckgen.agent.server import serve
    from deckgen.agent.tools import Tools

    os.chdir(folder)  # so that findings name files as the agent does
    serve(Tools(Room("."), language(), write))
