"""What `deckgen doctor` finds out of this machine: facts alone, no name of a person, no path but LibreOffice's with the home folder as ~."""

from __future__ import annotations

import importlib
import io
import locale
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from msgspec import Struct

from deckgen.cli.help import colour_asked_for
from deckgen.cli.language import language
from deckgen.diagnostics import OutlineError
from deckgen.files import Files, Folder, Memory, Overlay
from deckgen.messages import rendered
from deckgen.messages.reasons import reason
from deckgen.messages.spoken import ENVIRONMENT
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.render.failure import RenderError
from deckgen.render.installed import Installed, said_by
from deckgen.render.office import find_office
from deckgen.scene import Scene
from deckgen.starters.starter import starter
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.save import new_file

MEGABYTE = 1 << 20
# By its name in small letters: what the package is imported as, and what it is for (an id of words).
PARTS = {
    "click": ("click", "doctor/for-all"),
    "pyyaml": ("yaml", "doctor/for-all"),
    "msgspec": ("msgspec", "doctor/for-all"),
    "xlsxwriter": ("xlsxwriter", "doctor/for-charts"),
    "python-pptx": ("pptx", "doctor/for-notes"),
    "pillow": ("PIL", "doctor/for-pictures"),
    "openpyxl": ("openpyxl", "doctor/for-forms"),
    "xlrd": ("xlrd", "doctor/for-forms"),
    "python-docx": ("docx", "doctor/for-import"),
    "watchfiles": ("watchfiles", "doctor/for-preview"),
    "resvg-py": ("resvg_py", "doctor/for-svg"),
    "pypdfium2": ("pypdfium2", "doctor/for-render"),
    "lxml": ("lxml", "doctor/for-check"),
    "mcp": ("mcp", "doctor/for-mcp"),
}
EXTRA = re.compile(r"extra\s*==\s*['\"]([\w-]+)['\"]")
OF_DEVELOPERS = ("test", "dev", "docs", "lint")  # extras that nobody runs deckgen with


class Part(Struct, frozen=True):
    """A package that deckgen uses: its version ("" where it is missing), what it is for, why it cannot be imported."""

    name: str
    version: str
    needed_for: str  # an id of words
    extra: str = ""  # what it is installed with, where not with everything
    problem: str = ""


class Trial(Struct, frozen=True):
    """A small report built in memory: how long that took, or why it could not be."""

    scene: Scene | None
    seconds: float = 0.0
    problems: tuple[str, ...] = ()


def python_here() -> dict[str, Any]:
    bits = 64 if sys.maxsize > 2**32 else 32
    return {"version": platform.python_version(), "implementation": platform.python_implementation(), "bits": bits}


def system_here() -> dict[str, Any]:
    """No name of the machine: `platform.node` is not asked."""
    return {"name": platform.system(), "release": platform.release(), "version": platform.version(), "machine": platform.machine()}


def language_here() -> dict[str, Any]:
    told_by = next((f"{name}={os.environ[name]}" for name in ENVIRONMENT if os.environ.get(name)), "")
    return {
        "messages": language(),
        "locale": told_by or ".".join(filter(None, locale.getlocale())) or "C",
        "text_encoding": locale.getpreferredencoding(False),
        "file_names": sys.getfilesystemencoding(),
    }


def console_here() -> dict[str, Any]:
    size = shutil.get_terminal_size()
    asked = colour_asked_for()
    terminal = sys.stdout.isatty()
    return {
        "terminal": terminal,
        "columns": size.columns if terminal else None,
        "encoding": getattr(sys.stdout, "encoding", "") or "",
        "colour": terminal if asked is None else asked,
        "code_page": code_page(),
    }


def code_page() -> int | None:
    """936 of a Chinese console, 65001 of UTF-8; None where there is none."""
    if sys.platform != "win32":
        return None
    import ctypes

    return int(ctypes.windll.kernel32.GetConsoleOutputCP()) or None


def trial(theme: str) -> Trial:
    """What a build costs here, with the theme that was asked for."""
    texts = starter("english" if language() == "en" else "work-report")
    files: Files = Overlay(Memory(texts), Folder())
    started = time.perf_counter()
    try:
        built: Built = compile_deck(Request("outline.yaml", theme, files=files))
        write_pptx(built.scene, io.BytesIO())
    except OutlineError as error:
        return Trial(None, problems=tuple(rendered(finding, language()) for finding in error.findings if finding.severity == "error"))
    return Trial(built.scene, time.perf_counter() - started)


def faces_here(scene: Scene) -> dict[str, Any]:
    """The faces of the theme, each there or not, and what LibreOffice sets instead."""
    installed = Installed()
    names = dict.fromkeys(name for pair in scene.design.fonts.values() for name in (pair.ea, pair.latin) if name)
    faces = []
    for name in names:
        found = installed.has(name)
        faces.append({"face": name, "found": found, "stand_in": None if found else installed.stand_in(name) or None})
    return {"told_by": installed.told_by, "families": len(installed.families), "faces": faces}


def office_here() -> dict[str, Any]:
    """Where LibreOffice is and what it calls itself; it is asked for its version, which starts it for a moment."""
    try:
        program = find_office()
    except RenderError as error:
        return {"found": False, "path": None, "version": None, "install": error.facts["install"]}
    match = re.search(r"(?<!\d)\d++(?:\.\d++)+", said_by(program, "--version"))
    return {"found": True, "path": without_home(program), "version": match[0] if match else None}


def without_home(path: str) -> str:
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if len(home) > 1 and path.startswith(home) else path


def parts_here() -> Iterator[Part]:
    """Every package that deckgen names, those of developers aside."""
    for name, extra in required():
        module, needed_for = PARTS.get(name.lower(), (name.replace("-", "_"), "doctor/for-other"))
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Part(name, "", needed_for, extra)
            continue
        yield Part(name, version, needed_for, extra, import_problem(module))


def required() -> list[tuple[str, str]]:
    """Each package with its extra ("" for what everybody gets), as the installed deckgen says; as this module says where none is installed."""
    try:
        lines = metadata.requires("deckgen") or []
    except metadata.PackageNotFoundError:
        return [(name, "") for name in PARTS]
    found: dict[str, str] = {}
    for line in lines:
        match = EXTRA.search(line)
        extra = match[1] if match else ""
        name = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        if extra not in OF_DEVELOPERS and name != "deckgen" and found.get(name, "?"):
            found[name] = extra
    return list(found.items())


def import_problem(module: str) -> str:
    """Why a package that is there cannot be used: a library of the system is missing, or it is of another Python."""
    try:
        importlib.import_module(module)
    except Exception as error:  # whatever a broken package raises is what somebody wants to know
        return f"{type(error).__name__}: {error}".replace(os.path.expanduser("~"), "~")
    return ""


def folder_here() -> dict[str, Any]:
    """Whether a deck could be written where the command was given, and how much room there is."""
    path, problem = "", None
    try:
        path, file = new_file(".")
        file.close()
    except OSError as error:
        problem = reason(error)
    finally:
        if path:
            os.unlink(path)
    free = shutil.disk_usage(".").free // MEGABYTE if os.path.isdir(".") else 0
    return {"writable": problem is None, "problem": problem, "free_mb": free}
