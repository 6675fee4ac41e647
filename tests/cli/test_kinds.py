"""`deckgen kinds`: every kind is listed, and every example builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckgen.cli.kinds import kinds
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.registry import KINDS
from deckgen.pipeline import Request, compile_deck
from tests.some import some


def test_every_kind_is_listed() -> None:
    result = CliRunner().invoke(kinds, [])
    assert result.exit_code == 0
    assert [line.split("\t")[0] for line in result.output.splitlines()] == list(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_told_with_its_fields(name: str) -> None:
    output = CliRunner().invoke(kinds, [name]).output
    assert all(f"  {field}" in output for field in some(KINDS[name].slide_fields))


def test_a_kind_that_is_not_there_is_told_with_the_nearest() -> None:
    result = CliRunner().invoke(kinds, ["tabel"])
    assert result.exit_code == 2
    assert "table" in result.output


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_builds(name: str, lang: str, tmp_path: Path) -> None:
    example = getattr(EXAMPLES[name], lang).strip().replace("\n", "\n  ")
    words = {
        "zh": ("报告", "生产总值", "新增就业", "财政收入", "企业开办", "不动产登记", "天"),
        "en": ("Report", "Output", "New jobs", "Revenue", "New company", "Land registry", "days"),
    }
    title, gdp, jobs, revenue, company, estate, days = words[lang]
    ledger = f"figures:\n  gdp: {{label: {gdp}, value: 7, unit: '%'}}\n  jobs: {{label: {jobs}, value: X, unit: '%'}}\n"
    ledger += (
        f"  revenue: {{label: {revenue}, value: 5, unit: '%'}}\n  days_company: {{label: {company}, value: 1, base: 5, unit: {days}}}\n"
    )
    ledger += f"  days_estate: {{label: {estate}, value: 2, base: 15, unit: {days}}}\n"
    (tmp_path / "figures.yaml").write_text(ledger, encoding="utf-8")
    (tmp_path / "outline.yaml").write_text(
        f"title: {title}\nfigures: figures.yaml\nparts:\n- title: {title}\n  slides:\n  {example}\n", encoding="utf-8"
    )
    found = compile_deck(Request(str(tmp_path / "outline.yaml")))
    assert found.scene.slides[1].layout == name
