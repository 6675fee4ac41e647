"""Which of the two languages a person at this machine reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")
CHINESE_PRIMARY = 0x04  # LANG_CHINESE, the low ten bits of a Windows language id


def default_language(environment: Mapping[str, str] | None = None) -> str:
    """`zh` for a Chinese locale, else `en`."""
    variables = os.environ if environment is None else environment
    for name in ENVIRONMENT:
        value = variables.get(name, "")
        if value and value not in ("C", "POSIX", "C.UTF-8"):
            return "zh" if value.lower().startswith("zh") else "en"
    return "zh" if sys.platform == "win32" and windows_speaks_chinese() else "en"


def windows_speaks_chinese() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF == CHINESE_PRIMARY
