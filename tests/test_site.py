"""The site of the docs: links are turned to its pages, and what leads nowhere or elsewhere is found."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT
from tools import docs_site as site


@pytest.mark.parametrize(
    ("source", "lang", "written", "turned"),
    [
        ("README.md", "zh", "[教程](docs/tutorial.md)", "[教程](tutorial.md)"),
        ("README.md", "zh", "![封面](docs/pictures/cover.png)", "![封面](pictures/cover.png)"),
        ("README.md", "zh", "[English](README.en.md)", "[English](en/index.html)"),
        ("README.md", "zh", "[实测](benchmarks/README.md#results)", "[实测](en/benchmarks.html#results)"),
        ("README.en.md", "en", "[中文](README.md)", "[中文](../index.html)"),
        ("README.en.md", "en", "[Tutorial](docs/en/tutorial.md#x)", "[Tutorial](tutorial.md#x)"),
        ("docs/en/tutorial.md", "en", "![a](../pictures/editing.gif)", "![a](pictures/editing.gif)"),
        ("docs/en/work.md", "en", "[s](../handouts.md)", "[s](../handouts.html)"),
        ("docs/check.md", "zh", "`[a](b.md)` [限度](limits.md)", "`[a](b.md)` [限度](limits.md)"),
        ("README.md", "zh", "[MIT 许可](LICENSE)", "MIT 许可"),
        ("README.md", "zh", "[x](https://a.example/b)", "[x](https://a.example/b)"),
    ],
)
def test_a_link_leads_to_the_page_of_its_file(source: str, lang: str, written: str, turned: str) -> None:
    assert site.relinked(written, source, lang) == turned


def test_what_leads_nowhere_or_elsewhere_is_found(tmp_path: Path) -> None:
    for number in range(21):
        (tmp_path / f"{number}.html").write_text('<a id="here" href="0.html#here">good</a>', encoding="utf-8")
    assert list(site.faults_of(tmp_path)) == []
    (tmp_path / "0.html").write_text(
        '<a id="here" href="none.html">a</a><a href="1.html#gone">b</a><img src="no.png"><script src="https://cdn.example/x.js"></script>'
        '<link rel="stylesheet" href="//fonts.example/f.css"><a href="https://a.example">far</a>',
        encoding="utf-8",
    )
    faults = list(site.faults_of(tmp_path))
    assert len(faults) == 6  # //fonts.example is fetched from elsewhere, and leads to no file
    assert all(any(words in fault for fault in faults) for words in ("none.html", "1.html#gone", "no.png", "cdn.example", "fonts.example"))


def test_every_page_has_its_place_in_the_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    for lang, name in site.CONFIGS.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        for page in site.pages(lang).values():
            assert re.search(rf"(: |- ){page}\n", site.configured(text, lang)), (name, page)
    monkeypatch.setattr(site, "pages", lambda lang: {"docs/new.md": "new.md", "README.md": "index.md"})
    assert site.configured("docs_dir: dist/x\nnav:\n  - a: index.md\n", "en").endswith(
        "docs_dir: x\nnav:\n  - a: index.md\n  - More:\n      - new.md\n"
    )


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="pip install -e '.[docs]'")
def test_the_site_is_built_and_every_link_walked() -> None:
    ended = subprocess.run([sys.executable, "-m", "tools.docs_site"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
