"""The sdist passes its own tests: unpacked in an empty folder, installed in an environment of its own (`python -m tools.sdist [FOLDER]`).

FOLDER holds an sdist that was built; without it one is built.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALONE = "not (clock or signals or browser or last or visual or slow)"


def main() -> int:
    folder = Path(sys.argv[1]) if sys.argv[1:2] else None
    tests = sys.argv[2:]  # all of them without
    with tempfile.TemporaryDirectory(prefix="deckgen-sdist-") as scratch:
        place = Path(scratch)
        if folder is None:
            folder = place / "built"
            subprocess.run([sys.executable, "-m", "build", "--sdist", "--outdir", folder, ROOT], check=True, stdout=subprocess.DEVNULL)
        (archive,) = folder.glob("*.tar.gz")
        with tarfile.open(archive) as package:
            package.extractall(place, filter="data")
        (root,) = (path for path in place.iterdir() if path.name.startswith("deckgen-"))
        venv.create(place / "environment", with_pip=True)
        python = place / "environment" / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-e", f"{root}[test]"], check=True)
        command = [python, "-m", "pytest", "-n", "2", "--dist", "loadscope", "-m", ALONE, *tests]
        return subprocess.run(command, cwd=root, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
