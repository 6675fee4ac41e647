"""Which outline somebody means who names a folder, or a speech."""

from __future__ import annotations

import os

import click

from deckgen.cli.language import say

NAMES = ("outline.yaml", "outline.yml", "大纲.yaml")
ENDINGS = (".yaml", ".yml")
SPEECHES = (".docx", ".docm", ".dotx", ".doc", ".wps", ".pdf")  # what no editor of text opens


def outline_of(path: str) -> str:
    """The outline in a folder: by its usual name, or the only file of YAML that is no ledger; any other path as it is."""
    if not os.path.isdir(path):
        return path
    known = next((name for name in NAMES if os.path.isfile(os.path.join(path, name))), None)
    if known:
        return os.path.join(path, known)
    try:
        files = sorted(
            name for name in os.listdir(path) if name.lower().endswith(ENDINGS) and not name.startswith(("figures", ".", "theme"))
        )
    except OSError:
        return path
    return os.path.join(path, files[0]) if len(files) == 1 else path


def as_outline(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """The path of an outline or a deck as it was given; a folder stands for its outline, a speech is to be imported first."""
    if value.lower().endswith(SPEECHES):
        raise click.UsageError(say("cli/import-first", name=value), context)
    return outline_of(value)
