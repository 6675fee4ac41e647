"""What Windows allows in names and paths, so that a deck that is made elsewhere is opened there too.

Source: “Naming Files, Paths, and Namespaces” and “Maximum Path Length Limitation” (learn.microsoft.com, Win32).
"""

from __future__ import annotations

import ntpath
import sys

HERE = sys.platform == "win32"
FORBIDDEN = '\\/:*?"<>|\n\r\t'  # in file names
FORBIDDEN_IN_PATHS = frozenset('*?"<>|') | frozenset(map(chr, range(32)))
# Names of devices, which Windows opens in place of a file whatever stands behind their dot.
DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")})
LONGEST_PATH = 259  # characters that PowerPoint opens, the drive included
LONG = 240  # from here on Windows itself wants the long form: a folder may have 247 characters, and names of ours stand in it


def is_device(name: str) -> bool:
    """Whether Windows would open a device of this name: CON, con.pptx, LPT1, COM¹, `nul .txt`."""
    return name.partition(".")[0].partition(":")[0].strip(" ").upper() in DEVICES


def path_problem(path: str) -> str:
    """Why Windows would not make a file of this path, as the id of what is to be said; "" where it would.

    A colon behind the drive would write into a hidden stream of another file, a dot or a space at the end is dropped without a word.
    """
    behind_drive = ntpath.splitdrive(path.replace("/", "\\"))[1]
    parts = [part for part in behind_drive.split("\\") if part not in ("", ".", "..")]
    if any(is_device(part) for part in parts):
        return "save/device-name"
    if ":" in behind_drive or any(char in FORBIDDEN_IN_PATHS for char in behind_drive):
        return "save/windows-sign"
    if any(part.endswith((" ", ".")) for part in parts):
        return "save/windows-end"
    return "save/windows-long" if len(ntpath.abspath(path)) > LONGEST_PATH else ""


def on_disk(path: str) -> str:
    """The path as the system takes it: a long one of Windows in its long form, whether or not long paths are switched on."""
    if not HERE:
        return path
    whole = ntpath.abspath(path)
    if len(whole) < LONG or whole.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC{whole[1:]}" if whole.startswith("\\\\") else f"\\\\?\\{whole}"
