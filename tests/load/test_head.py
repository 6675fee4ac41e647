"""Fields of the head that no slide shows."""

from __future__ import annotations

import pytest

from tests.load.helpers import deck, read


@pytest.mark.parametrize(("written", "kept"), [("[高质量发展, 一带一路]", ("高质量发展", "一带一路")), ("[甲]", ("甲",))])
def test_words_to_be_kept_together(written: str, kept: tuple[str, ...]) -> None:
    report, findings = read(deck("points: [甲]", head=f"keep: {written}\n"))
    assert findings == []
    assert report is not None
    assert report.outline.keep == kept


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2020-01", "2020年1月"), ("2020-12", "2020年12月"), ("2020-01-05", "2020年1月5日"), ("2020-13", "2020-13"), ("2020-00", "2020-00"),
        ("二〇二〇年一月", "二〇二〇年一月"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_a_report_does(written: str, shown: str) -> None:
    report, _ = read(deck("points: [甲]", head=f"date: {written}\n"))
    assert report is not None
    assert report.outline.date.plain == shown
