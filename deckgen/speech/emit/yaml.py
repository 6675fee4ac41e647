"""YAML as a person would write it: plain where that is safe, quoted where it must be, notes as a block."""

from __future__ import annotations

import re

# What YAML 1.1 reads as something other than text.
OTHER = re.compile(
    r"(?i)(?:y|n|yes|no|on|off|true|false|null|~|[-+]?(?:\d[\d_,.:]*(?:e[-+]?\d+)?|\.\d+|0x[\da-f]+|\.inf)|\.nan|=|<<|\d{4}-\d\d?-\d\d?.*)"
)
LEADING = set("-?:,[]{}#&*!|>'\"%@`=~ ")


def scalar(text: str) -> str:
    """`text` on one line, quoted where YAML would read it otherwise."""
    text = " ".join(text.split("\n"))
    if not text:
        return "''"
    if text.isdigit() and not text.startswith("0"):
        return text
    if text[0] in LEADING or text[-1] in " :" or ": " in text or " #" in text or OTHER.fullmatch(text) or "\t" in text:
        return quoted(text)
    return text


def quoted(text: str) -> str:
    """`text` as it is, also inside braces."""
    return "'" + text.replace("'", "''") + "'"


def block(name: str, lines: list[str], indent: int) -> list[str]:
    """`name: |` and the lines below it; nothing for no lines."""
    if not lines:
        return []
    pad = " " * indent
    return [f"{pad}{name}: |", *(f"{pad}  {line}" for line in lines)]


def flow(names: tuple[str, ...]) -> str:
    return f"[{', '.join(names)}]"


def comment(text: str, indent: int = 0) -> str:
    return f"{' ' * indent}# {' '.join(text.split())}"
