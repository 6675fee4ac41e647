"""Answers for programs: one JSON value on standard output, whatever the console can show."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from deckgen import __version__

FORMAT = click.Choice(["text", "json"])


def answer(value: Mapping[str, Any]) -> None:
    """Print an object, the version of deckgen first."""
    put_json(json.dumps({"version": __version__, **value}, ensure_ascii=False, indent=2))


def put_json(text: str) -> None:
    """Print JSON that programs read: where the stream is no UTF-8 (a pipe of Chinese Windows is GBK) hanzi are escaped, which any reader undoes."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").replace("_", "")
    plain = encoding in ("utf8", "utf8sig") or text.isascii()
    click.echo(text if plain else json.dumps(json.loads(text), indent=2))
