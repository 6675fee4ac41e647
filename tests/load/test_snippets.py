"""Snippets for VS Code: filled as they come they are YAML that builds, and the file in docs is what the command prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from deckgen.kinds.around import AROUND
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.registry import KINDS
from deckgen.load.snippets import escaped, snippets_text, with_places
from deckgen.pipeline import Request, compile_deck

FILE = Path(__file__).parent.parent.parent / "docs" / "vscode" / "deckgen.code-snippets"


def filled(body: list[str]) -> str:
    """What an editor puts in when every place is left as it is."""
    text = re.sub(r"\$\{\d+:((?:\\.|[^\\}])*)\}", r"\1", "\n".join(body))
    return re.sub(r"\\([\\$}])", r"\1", text)


@pytest.mark.parametrize("english", [False, True])
def test_every_snippet_filled_as_it_comes_is_its_example(english: bool) -> None:
    made = json.loads(snippets_text(english))
    assert list(made) == [f"deckgen {name}" for name in (*AROUND, *KINDS)]
    for name in KINDS:
        entry, example = made[f"deckgen {name}"], EXAMPLES[name]
        assert filled(entry["body"]).strip() == (example.en if english else example.zh).strip()
        assert "${1:" in "".join(entry["body"]) and f"kind: {name}" in "".join(entry["body"])
        assert name in entry["prefix"] and entry["scope"] == "yaml"


@pytest.mark.parametrize("english", [False, True])
def test_the_outline_and_the_figure_build(english: bool, tmp_path: Path) -> None:
    made = json.loads(snippets_text(english))
    figure = filled(made["deckgen figure"]["body"])
    (tmp_path / "figures.yaml").write_text("figures:\n" + re.sub("^(?=.)", "  ", figure, flags=re.M), encoding="utf-8")
    outline = filled(made["deckgen outline"]["body"])
    part = (
        re.sub("^(?=.)", "  ", filled(made["deckgen part"]["body"]), flags=re.M)
        .replace("section", "points")
        .replace("标题", "题目")
        .replace("Heading", "Topic")
    )
    (tmp_path / "outline.yaml").write_text(outline.replace("closing:", f"{part}closing:"), encoding="utf-8")
    assert compile_deck(Request(str(tmp_path / "outline.yaml"))).scene.slides


def test_signs_of_the_syntax_stay_themselves() -> None:
    text = "title: a$b\\c}d\n"
    assert filled(with_places(text).split("\n")) == text
    assert escaped("}") == "}" and escaped("}", inside=True) == "\\}"


def test_the_file_in_docs_is_what_the_command_prints() -> None:
    """Where this fails: `make schema`."""
    assert FILE.read_text(encoding="utf-8") == snippets_text(english=False)
