"""LibreOffice: where it is, and one conversion by it that disturbs no other and ends in time."""

from __future__ import annotations

import contextlib
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
        r"%USERPROFILE%\scoop\apps\libreoffice*\current\LibreOffice\program\soffice.com",
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
REGISTERED = (r"SOFTWARE\LibreOffice\UNO\InstallPath", r"SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath")
INSTALL = {
    "win32": "winget install TheDocumentFoundation.LibreOffice",
    "darwin": "brew install --cask libreoffice",
    "linux": term("render/install-on-linux"),
}
POLL = 0.1  # seconds between two looks at a running conversion
MEMORY = 4 * 1024 * 1024  # kB of address space; LibreOffice maps 1.5 GB before it opens anything
NO_PROGRAM = (126, 127)  # what a shell ends with when there is nothing to run
# The memory is limited, and all that was started ends with us, however we end: the group is killed when our end of the pipe closes.
GUARDED = 'ulimit -v "$1" 2>/dev/null; shift; exec 3<&0; (read -r end <&3; kill -9 0) & exec "$@" </dev/null 3<&-'
# Nothing is fetched, no macro runs: links of documents are not followed, and what asks for the network all the same is sent to a port
# where nobody listens (9 is discard). The rest of a profile is LibreOffice's own.
SETTINGS = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "BlockUntrustedRefererLinks": "true",
        "DisableMacrosExecution": "true",
        "DisableActiveContent": "true",
        "DisablePythonRuntime": "true",
        "MacroSecurityLevel": "3",
    },
    "/org.openoffice.Office.Calc/Content/Update": {"Link": "2"},
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Office.Common/Misc": {"UseSystemFileDialog": "false"},
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
        "ooInetNoProxy": "",
    },
}
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}
</oor:items>
"""
ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


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
    yield from registered()
    for pattern in PLACES.get(sys.platform, PLACES["linux"]):
        yield from sorted(glob(os.path.expanduser(os.path.expandvars(pattern))), reverse=True)


def registered() -> Iterator[str]:
    """Where the installer of LibreOffice says that it has put it, on Windows: the folder of the program, under every user's key or this one's."""
    if sys.platform != "win32":
        return
    try:
        import winreg
    except ImportError:  # a system that only says it is Windows
        return
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        for key in REGISTERED:
            with contextlib.suppress(OSError):
                yield os.path.join(winreg.QueryValue(root, key), "soffice.com")


def to_pdf(source: Path, folder: Path, office: Office, options: str = "") -> Path:
    """`source` as PDF in `folder`, by a LibreOffice with a profile of its own.

    A LibreOffice that stands open keeps its windows and its lock; `options` go to the PDF export.
    """
    target = folder / f"{source.stem}.pdf"
    with tempfile.TemporaryDirectory(prefix="deckgen-office-", ignore_cleanup_errors=True) as scratch:
        write_profile(Path(scratch) / "profile")
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


def write_profile(profile: Path) -> None:
    """The settings of a LibreOffice that stays within its own walls."""
    items = (ITEM.format(path=path, name=name, value=value) for path, values in SETTINGS.items() for name, value in values.items())
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE.format(items="\n".join(items)), encoding="utf-8")


def environment(scratch: Path) -> dict[str, str]:
    """In no locale, without a way to the network, and with open faces that stand in for missing ones where fontconfig chooses them."""
    conf = fonts_conf(scratch)
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")
    return (
        os.environ
        | nowhere
        | {"no_proxy": "", "NO_PROXY": "", "LC_ALL": "C.UTF-8", "TMPDIR": str(scratch)}
        | ({"FONTCONFIG_FILE": str(conf)} if conf else {})
    )


def run(command: list[str], env: dict[str, str], office: Office) -> str:
    """The last line the command said; it and all its children are ended when it takes too long or we end in any way."""
    guarded = command if sys.platform == "win32" else ["/bin/sh", "-c", GUARDED, "sh", str(MEMORY), *command]
    with tempfile.TemporaryFile() as output:
        try:
            process = subprocess.Popen(
                guarded, env=env, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
            )
        except OSError as error:
            raise RenderError("render/not-the-office", got=command[0]) from error
        try:
            wait(process, office)
        finally:
            end(process)
        if process.returncode in NO_PROGRAM:
            raise RenderError("render/not-the-office", got=command[0])
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
    """End the command, if it still runs, with the children it started: `soffice` is a script around the program itself."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # all of it has ended
            os.killpg(process.pid, signal.SIGKILL)
    if process.stdin:
        process.stdin.close()
    process.wait()
