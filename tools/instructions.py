"""Count the instructions of one build of the 2019 report: a number that does not depend on how busy the machine is.

python tools/instructions.py     (or: make instructions)

Measured with valgrind's cachegrind (apt: valgrind), .pyc files present and PYTHONHASHSEED=0, so that two counts of the same
code differ by less than a thousandth. Without valgrind it says so and counts nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "content" / "report-2019" / "outline.yaml"
PACKAGES = "import click, msgspec, yaml, zipfile"
VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
COUNT = re.compile(r"I +refs: +([\d,]+)")


def main() -> None:
    if not has_valgrind():
        print("valgrind is not installed (apt install valgrind): nothing counted")
        return
    python, packages, build = counted("-c", "pass"), counted("-c", PACKAGES), counted_build()
    for what, number in (("python alone", python), ("importing other packages", packages - python), ("deckgen", build - packages)):
        print(f"{what:26}{number / 1e6:8.1f} M")
    print(f"{'one build of the report':26}{build / 1e6:8.1f} M instructions")


def has_valgrind() -> bool:
    return shutil.which("valgrind") is not None


def counted_build() -> int:
    """The instructions of one build of the report, console script and all but pip's wrapper."""
    with tempfile.TemporaryDirectory() as folder:
        return counted("-m", "deckgen", "build", str(REPORT), folder=folder)  # the deck goes to its dist/


def counted(*arguments: str, folder: str | Path = ROOT) -> int:
    """The instructions of `python ARGUMENTS`; the first run, which may compile modules, is not the one counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONHASHSEED": "0"}
    command = [sys.executable, *arguments]
    subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
    said = subprocess.run([*VALGRIND, *command], env=environment, cwd=folder, check=True, capture_output=True, text=True).stderr
    match = COUNT.search(said)
    if match is None:
        raise RuntimeError(f"no count in what valgrind said:\n{said}")
    return int(match[1].replace(",", ""))


if __name__ == "__main__":
    main()
