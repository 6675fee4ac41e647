"""The site of the docs in both languages: laid out, built, and walked (`make docs`; needs the extra [docs]).

python -m tools.docs_site          builds dist/site
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

ROOT = Path(__file__).parent.parent
SOURCE, SITE = ROOT / "dist" / "site-source", ROOT / "dist" / "site"
DOCS = ROOT / "docs"
# What lies outside of docs/, and the page that it becomes; both sites have what is written in both languages.
BOTH = {"SECURITY.md": "security.md", "CODE_OF_CONDUCT.md": "conduct.md", "docs/limits.md": "limits.md"}
PAGES = {
    "zh": {"README.md": "index.md", **BOTH},
    "en": {
        "README.en.md": "index.md",
        **BOTH,
        "CONTRIBUTING.md": "contributing.md",
        "ARCHITECTURE.md": "architecture.md",
        "CHANGELOG.md": "changelog.md",
        "benchmarks/README.md": "benchmarks.md",
        "docs/maintainers.md": "maintainers.md",
    },
}
BASE = {"zh": "", "en": "en/"}  # where a site lies in the whole
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
MORE = {"zh": "更多", "en": "More"}
LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(([^()\s]+)\)")
# What the theme would fetch so that its search works in pages opened from a folder, and ours instead of it.
SHIM = re.compile(r'<script src="https://unpkg\.com/iframe-worker/shim"></script>')
WORKER = f"<script>{(Path(__file__).parent / 'worker.js').read_text(encoding='utf-8')}</script>"
# The theme asks each of these for the map of its site, which a browser refuses to pages of a folder, and says so in its console.
ALTERNATE = re.compile(r'<link rel="alternate"[^<>]*>')
FENCE = re.compile(r"(^ *```.*?^ *```|`[^`\n]*`)", re.M | re.S)


def main() -> int:
    shutil.rmtree(SOURCE, ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    for lang in PAGES:
        lay_out(lang)
    for lang, config in CONFIGS.items():  # the Chinese one first: building empties its folder, in which the other lies
        placed = SOURCE.parent / config
        placed.write_text(configured((ROOT / config).read_text(encoding="utf-8"), lang), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", str(placed)]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    for page in SITE.rglob("*.html"):
        page.write_text(ALTERNATE.sub("", SHIM.sub(lambda _: WORKER, page.read_text(encoding="utf-8"))), encoding="utf-8")
    faults = list(faults_of(SITE))
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{(SITE / 'index.html').relative_to(ROOT)}: {len(list(SITE.rglob('*.html')))} pages")
    return 1 if faults else 0


def configured(text: str, lang: str) -> str:
    """The settings as they lie beside the sources in dist/; a page that the menu does not name stands at its end."""
    menu = text.partition("\nnav:")[2]
    more = [page for page in pages(lang).values() if f": {page}\n" not in menu]
    added = f"  - {MORE[lang]}:\n" + "".join(f"      - {page}\n" for page in more) if more else ""
    return text.replace(": dist/", ": ") + added


# ---- the sources


def pages(lang: str) -> dict[str, str]:
    """The file of each page by its path in the repository, and its path in the site."""
    folder = DOCS if lang == "zh" else DOCS / lang
    found = {str(path.relative_to(ROOT).as_posix()): path.name for path in sorted(folder.glob("*.md"))}
    if lang == "zh":
        found.pop("docs/maintainers.md", None)
    return found | PAGES[lang]


def lay_out(lang: str) -> None:
    target = SOURCE / lang
    shutil.copytree(DOCS / "pictures", target / "pictures")
    for source, page in pages(lang).items():
        text = (ROOT / source).read_text(encoding="utf-8")
        (target / page).write_text(relinked(text, source, lang), encoding="utf-8")


def relinked(text: str, source: str, lang: str) -> str:
    """The page with links as the site has them; code stays as it is."""
    parts = FENCE.split(text)
    return "".join(part if index % 2 else LINK.sub(lambda match: link(match, source, lang), part) for index, part in enumerate(parts))


def link(match: re.Match[str], source: str, lang: str) -> str:
    picture, words, target = match.groups()
    path, anchor = urldefrag(target)
    if "://" in target or not path:
        return match[0]
    place = os.path.normpath(os.path.join(os.path.dirname(source), path)).replace(os.sep, "/")
    if picture or place.startswith("docs/pictures/"):
        return f"{picture}[{words}]({place.removeprefix('docs/')})"
    hash_ = f"#{anchor}" if anchor else ""
    if place in pages(lang):
        return f"[{words}]({pages(lang)[place]}{hash_})"
    other = next((one for one in PAGES if place in pages(one)), "")
    if not other:
        return words  # a file of the repository that is no page
    up = "../" * BASE[lang].count("/")
    return f"[{words}]({up}{BASE[other]}{pages(other)[place].removesuffix('.md')}.html{hash_})"


# ---- what was built


class Page(HTMLParser):
    """What a page names: links, what it loads by itself, and its own anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in ("canonical", "prev", "next", "alternate"):
            self.loaded.append(given.get("href", ""))
        elif "src" in given:
            self.loaded.append(given["src"])


def faults_of(site: Path) -> Iterator[str]:
    """Links and pictures that lead nowhere, and anything that a page would fetch from elsewhere."""
    read = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    assert len(read) > 20, "the site has lost its pages"
    for path, page in read.items():
        if path.name == "404.html":  # its links are absolute, as a server would need them
            continue
        name = path.relative_to(site)
        for target in page.loaded:
            if "//" in target and not target.startswith("data:"):
                yield f"{name}: loads {target} from elsewhere"
        for target in [*page.links, *page.loaded]:
            if "://" in target or target.startswith(("data:", "mailto:", "javascript:")):
                continue
            address, anchor = urldefrag(unquote(target))
            file = (path.parent / address).resolve() if address else path.resolve()
            if not file.is_file():
                yield f"{name}: {target} leads nowhere"
            elif anchor and file.suffix == ".html" and anchor not in read[file].anchors and not anchor.startswith("__"):
                yield f"{name}: {target} has no such place"


if __name__ == "__main__":
    sys.exit(main())
