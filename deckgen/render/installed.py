"""Which faces are installed here, and which one LibreOffice would set in the place of one that is not."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

from deckgen.language import FACES
from deckgen.render.fonts import STAND_INS

SECONDS = 20
REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
STYLES = frozenset(["thin", "light", "regular", "medium", "semibold", "semi-bold", "bold", "black", "italic", "oblique"])
FOLDERS = (
    "/System/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "/Library/Fonts",
    "~/Library/Fonts",
    "/Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts",
)
ENDINGS = (".ttf", ".ttc", ".otf", ".otc")


class Installed:
    """The families of this system; `told_by` says who told: fontconfig, the registry of Windows, or names of files (which may miss some)."""

    def __init__(self) -> None:
        self.told_by = "registry" if sys.platform == "win32" else "fontconfig" if shutil.which("fc-list") else "files"
        known = {"registry": registered, "fontconfig": by_fontconfig, "files": by_files}[self.told_by]()
        self.families = {plain(name) for name in known}

    def has(self, face: str) -> bool:
        """Whether a face is there, by its Chinese name or its English one."""
        return any(plain(name) in self.families for name in (face, FACES.get(face, face), CHINESE.get(face, face)))

    def stand_in(self, face: str) -> str:
        """What LibreOffice sets here in its place; "" where nobody can tell."""
        wanted = STAND_INS.get(face, "")
        if wanted and self.has(wanted):
            return wanted
        if self.told_by != "fontconfig" or not shutil.which("fc-match"):
            return ""
        return said_by("fc-match", "-f", "%{family[0]}", face).strip()


CHINESE = {english: chinese for chinese, english in FACES.items()}


def plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).lower()


def by_fontconfig() -> Iterator[str]:
    for line in said_by("fc-list", ":", "family").splitlines():
        yield from line.split(",")


def registered() -> Iterator[str]:
    """`SimSun & NSimSun (TrueType)` are two; those of this user alone stand under a key of their own."""
    if sys.platform != "win32":
        return
    import winreg

    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        with contextlib.suppress(OSError), winreg.OpenKey(root, REGISTRY) as key:
            for index in range(winreg.QueryInfoKey(key)[1]):
                yield from families_in(winreg.EnumValue(key, index)[0])


def families_in(value: str) -> Iterator[str]:
    for name in value.partition(" (")[0].split(" & "):
        yield family_of(name.strip())


def family_of(name: str) -> str:
    """Noto Sans SC of Noto Sans SC Bold Italic."""
    words = name.split(" ")
    while len(words) > 1 and words[-1].lower() in STYLES:
        words.pop()
    return " ".join(words)


def by_files() -> Iterator[str]:
    for folder in FOLDERS:
        with contextlib.suppress(OSError):
            for name in os.listdir(os.path.expanduser(folder)):
                stem, ending = os.path.splitext(name)
                if ending.lower() in ENDINGS:
                    yield family_of(stem)


def said_by(*command: str) -> str:
    """What a program says; nothing where it fails or takes too long."""
    try:
        return subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, encoding="utf-8", errors="replace").stdout
    except (OSError, subprocess.SubprocessError):
        return ""
