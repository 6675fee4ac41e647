"""The steps of a job of .github/workflows/ci.yml on this machine: `python -m tools.workflow wheel [name=value …]`.

A fresh clone of what is committed, an environment of this Python first on the PATH, each `run` step by bash; values of the matrix are
given as name=value (python -m tools.workflow bounds which=least). Actions (checkout, set-up, upload) are left out, for what they do is
done here; so are steps for tags.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "ci.yml"
EXPRESSION = re.compile(r"\$\{\{ *matrix\.(\w+) *\}\}")


def main() -> int:
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    name, *given = sys.argv[1:] or [""]
    if name not in jobs:
        print(f"{__doc__}\njobs: {', '.join(jobs)}", file=sys.stderr)
        return 2
    matrix = dict(value.split("=", 1) for value in given)
    with tempfile.TemporaryDirectory(prefix="deckgen-workflow-") as scratch:
        clone, environment = Path(scratch) / "clone", Path(scratch) / "python"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        venv.create(environment, with_pip=True)
        return next((code for step in jobs[name]["steps"] if (code := run(step, matrix, clone, environment))), 0)


def run(step: dict[str, Any], matrix: dict[str, str], clone: Path, environment: Path) -> int:
    """The exit code of one step; 0 where there is nothing to run."""
    if "run" not in step or "refs/tags" in step.get("if", ""):
        return 0
    path = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    script = EXPRESSION.sub(lambda match: matrix[match[1]], step["run"])
    print(f"== {EXPRESSION.sub(lambda match: matrix[match[1]], step['name'])}", flush=True)
    started = time.monotonic()
    code = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=clone, env={**os.environ, "PATH": path, "CI": "true"}).returncode
    print(f"== exit {code}, {time.monotonic() - started:.0f} s", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
