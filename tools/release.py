"""What stands between this checkout and a release of a tag: `python -m tools.release v0.1.0`; exit code 1 while anything does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from deckgen import __version__

ROOT = Path(__file__).parent.parent


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = list(hindrances(sys.argv[1], ROOT))
    for hindrance in found:
        print(hindrance, file=sys.stderr)
    return 1 if found else 0


def hindrances(tag: str, root: Path) -> Iterator[str]:
    """What has to be done first, a line each."""
    if tag != f"v{__version__}":
        yield f"the tag is {tag}, deckgen/__init__.py says {__version__}"
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"^## {re.escape(__version__)} \(\d{{4}}-\d{{2}}-\d{{2}}\)$", changelog, re.M):
        yield f"CHANGELOG.md has no heading `## {__version__} (YYYY-MM-DD)`"
    if f"\nversion: {__version__}\n" not in (root / "CITATION.cff").read_text(encoding="utf-8"):
        yield f"CITATION.cff does not say version: {__version__}"
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    if ".example" in project:
        yield "[project.urls] are placeholders: give the project a home first"
    if re.search(r'^name = "deckgen"$', project, re.M):
        yield "the name deckgen is another project's on PyPI: choose a distribution name (docs/maintainers.md), or drop this line for a release elsewhere"


if __name__ == "__main__":
    sys.exit(main())
