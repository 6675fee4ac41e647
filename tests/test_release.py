"""What is asked before a release, and files for outsiders that must say the same as the project."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen import __version__
from tests.support import ROOT
from tools.release import hindrances
from tools.workflow import run

READY = {
    "CHANGELOG.md": f"# Changelog\n\n## {__version__} (2026-12-01)\n",
    "CITATION.cff": f"title: x\nversion: {__version__}\nlicense: MIT\n",
    "pyproject.toml": 'name = "deckgen-briefings"\nHomepage = "https://home.invalid"\n',
}


def project(folder: Path, **changed: str) -> Path:
    for name, text in {**READY, **{name.replace("_", "."): text for name, text in changed.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_nothing_stands_before_a_release_that_is_ready(tmp_path: Path) -> None:
    assert list(hindrances(f"v{__version__}", project(tmp_path))) == []


@pytest.mark.parametrize(
    ("tag", "changed", "said"),
    [
        ("v9.9.9", {}, "v9.9.9"),
        ("", {"CHANGELOG_md": f"## {__version__} (unreleased)\n"}, "CHANGELOG.md"),
        ("", {"CITATION_cff": "title: x\nversion: 0.0.1\n"}, "CITATION.cff"),
        ("", {"pyproject_toml": 'Homepage = "https://deckgen.example"\n'}, "[project.urls]"),
        ("", {"pyproject_toml": 'name = "deckgen"\n'}, "PyPI"),
    ],
)
def test_what_stands_before_a_release_is_named(tag: str, changed: dict[str, str], said: str, tmp_path: Path) -> None:
    (hindrance,) = hindrances(tag or f"v{__version__}", project(tmp_path, **changed))
    assert said in hindrance


def test_this_checkout_names_its_version_where_it_must() -> None:
    assert not [found for found in hindrances(f"v{__version__}", ROOT) if "CITATION" in found or "__init__" in found]


def test_forms_for_faults_ask_for_the_outline_and_for_what_the_machine_is() -> None:
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "fault.yml").read_text(encoding="utf-8"))
    required = {part["id"] for part in form["body"] if part.get("validations", {}).get("required")}
    assert {"outline", "doctor"} <= required


def test_the_workflow_tries_three_systems_with_the_oldest_and_the_newest_python() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    matrix = jobs["tests"]["strategy"]["matrix"]
    assert len(matrix["os"]) == 3
    classified = [
        line.rpartition(":: ")[2].strip('",') for line in (ROOT / "pyproject.toml").read_text().splitlines() if "Python :: 3." in line
    ]
    assert [matrix["python"][0], matrix["python"][-1]] == [classified[0], classified[-1]]
    assert {"everything", "bounds", "wheel", "docs"} <= set(jobs)


def test_a_step_of_the_workflow_runs_with_its_matrix_and_fails_as_it_fails(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run({"name": "say ${{ matrix.which }}", "run": "echo got-${{ matrix.which }}\npwd"}, {"which": "least"}, tmp_path, tmp_path) == 0
    said = capfd.readouterr().out
    assert "got-least" in said and str(tmp_path) in said
    assert run({"name": "fail", "run": "false | true"}, {}, tmp_path, tmp_path) == 1
    assert run({"uses": "actions/checkout@v4"}, {}, tmp_path, tmp_path) == 0
    assert run({"name": "tag", "if": "startsWith(github.ref, 'refs/tags/')", "run": "false"}, {}, tmp_path, tmp_path) == 0
