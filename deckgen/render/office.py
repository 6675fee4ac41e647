"""LibreOffice: where it is, and one conversion by it that disturbs no other and ends in time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from glob import glob
from pathlib import Path

from msgspec import Struct

from deckgen.diagnostics import term
from deckgen.render.failure import RenderError
from deckgen.render.fonts import fonts_conf

NAMES = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
# soffice.com before soffice.exe: the first waits for its end and writes to the console.
PLACES = {
    "win32": (
        *(rf"%{root}%\LibreOffice*\program\soffice.{kind}" for root in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)") for kind in ("com", "exe")),
        r"%LOCALAPPDATA%\Programs\LibreOffice*\program\soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice*.app/Contents/MacOS/soffice",
        "~/Applications/LibreOffice*.app/Contents/MacOS/soffice",
    ),
    "linux": (
        "/usr/lib/libreoffice/program/soffice",
        "/usr/lib64/libreoffice/program/soffice",
        "/opt/libreoffice*/program/soffice",
        "/snap/bin/libreoffice",
    ),
}  # fmt: skip
INSTALL = {
    "win32": "winget install TheDocumentFoundation.LibreOffice",
    "darwin": "brew install --cask libreoffice",
    "linux": term("render/install-on-linux"),
}
POLL = 0.1  # seconds between two looks at a running conversion


Tick = Callable[[float], None]


class Office(Struct, frozen=True):
    """A LibreOffice to call: the program, how many seconds it may take, whom to tell how long it has taken."""

    program: str
    timeout: float
    tick: Tick = lambda seconds: None


def find_office(asked: str = "") -> str:
    """The program that was asked for, else the one on PATH, else one in the usual places of the system."""
    if asked:
        for name in (asked, os.path.join(asked, "program", "soffice"), os.path.join(asked, "Contents", "MacOS", "soffice")):
            program = shutil.which(name)
            if program:
                return program
        raise RenderError("render/not-the-office", got=asked)
    for name in (*NAMES, *usual_places()):
        program = shutil.which(name)
        if program:
            return program
    raise RenderError("render/no-office", install=INSTALL.get(sys.platform, INSTALL["linux"]))


def usual_places() -> Iterator[str]:
    """Programs that are there, the newest version of a place first."""
    for pattern in PLACES.get(sys.platform, PLACES["linux"]):
        yield from sorted(glob(os.path.expanduser(os.path.expandvars(pattern))), reverse=True)


def to_pdf(source: Path, folder: Path, office: Office, options: str = "") -> Path:
    """`source` as PDF in `folder`, by a LibreOffice with a profile of its own.

    A LibreOffice that stands open keeps its windows and its lock; `options` go to the PDF export.
    """
    target = folder / f"{source.stem}.pdf"
    with tempfile.TemporaryDirectory(prefix="deckgen-office-", ignore_cleanup_errors=True) as scratch:
        command = [
            office.program,
            f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"pdf{options}",
            "--outdir",
            str(folder),
            str(source),
        ]
        said = run(command, environment(Path(scratch)), office)
    if not target.is_file() or not target.stat().st_size:
        raise RenderError("render/office-failed", said=said or term("render/no-reason"))
    return target


def environment(scratch: Path) -> dict[str, str]:
    """In no locale, and with open faces that stand in for missing ones where fontconfig chooses them."""
    conf = fonts_conf(scratch)
    return os.environ | {"LC_ALL": "C.UTF-8"} | ({"FONTCONFIG_FILE": str(conf)} if conf else {})


def run(command: list[str], env: dict[str, str], office: Office) -> str:
    """The last line the command said; it and all its children are ended when it takes too long or we are interrupted."""
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                command, env=env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
            )
        except OSError as error:
            raise RenderError("render/not-the-office", got=command[0]) from error
        try:
            wait(process, office)
        finally:
            end(process)
        output.seek(0)
        lines = output.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""


def wait(process: subprocess.Popen[bytes], office: Office) -> None:
    started = time.monotonic()
    while True:
        try:
            process.wait(POLL)
            return
        except subprocess.TimeoutExpired:
            passed = time.monotonic() - started
        if passed > office.timeout:
            raise RenderError("render/timeout", seconds=f"{office.timeout:g}")
        office.tick(passed)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a command that still runs, with the children it started: `soffice` is a script around the program itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
