"""A form about an English ledger: units, currencies and changes as people write them there."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.form.told import told
from tests.form.helpers import as_csv, fill, ledger_of_text

LEDGER = (Path(__file__).parent / "figures.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "value", "change", "done"),
    [
        ("homes", "412", "+7.8% on last year", "X → 412 homes; +X% on last year → +7.8% on last year"),
        ("homes", "412 homes", "-7.8%", "X → 412 homes; +X% on last year → -7.8% on last year"),
        ("grants", "£12.4m", "up £1.1m", "X → £12.4 m; up £Xm → up £1.1m"),
        ("grants", "12.4", "1.1", "X → £12.4 m; up £Xm → up £1.1m"),
        ("wait", "31 weeks", "down 4 weeks", "X → 31 weeks; down X weeks → down 4 weeks"),
        ("jobs", "1,250 or more", "", "X → 1250"),
        ("capital", "€1,234.5m", "", "X → €1234.5 m"),
    ],
)
def test_a_value_and_a_change_as_people_write_them(name: str, value: str, change: str, done: str, tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text(as_csv([(name, "", value, "", change)]), encoding="utf-8")
    [amendment], faults = fill(tmp_path / "form.csv", ledger_of_text(LEDGER, tmp_path))
    assert faults == []
    assert told(amendment, "en").split(": ")[1] == done


def test_a_change_in_another_unit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text(as_csv([("wait", "", "31", "", "4%")]), encoding="utf-8")
    assert fill(tmp_path / "form.csv", ledger_of_text(LEDGER, tmp_path))[1] == ["E2 change-unit"]
