"""The tests with the least versions that pyproject.toml allows, or the newest there are (a developer's tool: needs uv).

python -m tools.bounds least      in a fresh environment of this Python; `newest` likewise
python -m tools.bounds least tests/load tests/write      these tests only
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
# What says how to look for versions: uv takes the least of what we name ourselves, and the newest of what those need.
RESOLUTION = {"least": "lowest-direct", "newest": "highest"}
# What touches every package that is bounded: YAML, charts and workbooks, pictures, schemas, speeches, forms, pages of PDFs, the server.
TESTS = (
    "tests/load",
    "tests/write",
    "tests/kinds",
    "tests/form",
    "tests/speech",
    "tests/render",
    "tests/inspect",
    "tests/cli",
    "tests/agent",
)
ALONE = "not (clock or signals or browser or last)"


def main() -> int:
    which, *tests = sys.argv[1:] or [""]
    uv = shutil.which("uv")
    if which not in RESOLUTION or uv is None:
        print(__doc__ if uv else "uv is missing: pip install uv", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="deckgen-bounds-") as scratch:
        python = prepared(uv, Path(scratch), RESOLUTION[which])
        print(subprocess.run([uv, "pip", "list", "--python", python], capture_output=True, text=True, check=True).stdout)
        command = [python, "-m", "pytest", "-n", "2", "--dist", "loadscope", "-m", ALONE, *(tests or TESTS)]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


def prepared(uv: str, folder: Path, resolution: str) -> Path:
    """The Python of a fresh environment with the project and what its tests need."""
    environment = folder / "environment"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, environment], check=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [uv, "pip", "install", "--quiet", "--python", python, "--resolution", resolution, "-e", f"{ROOT}[test]"]
    subprocess.run(install, check=True)
    return python


if __name__ == "__main__":
    sys.exit(main())
