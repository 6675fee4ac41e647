"""What all tests share: which markers run, what a skip means under CI, and the report's decks, built once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path

import pytest

from .beside import OUTSIDE
from .examples import load_profile, under_ci
from .support import FULL_THEMES, LEDGERS, Deck, build_report

# Marker -> the variable that turns it on; CI turns all of them on.
SWITCHES = {"visual": "DECKGEN_VISUAL", "slow": "DECKGEN_SLOW", "browser": "DECKGEN_BROWSER"}
NUMBERS = count()

load_profile()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite tests/golden/ from what is built now; read the diff afterwards")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is switched off, with the switch in the reason."""
    for item in items:
        for marker, switch in SWITCHES.items():
            if item.get_closest_marker(marker) and not under_ci() and not os.environ.get(switch):
                item.add_marker(pytest.mark.skip(reason=f"{marker}: set {switch}=1 (or CI=true) to run it"))
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)  # they look at what the others left


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Under CI a skipped test is a failed one: what it needs is missing."""
    report = yield
    return forbid_skip(report)  # type: ignore[return-value]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for a module that skips itself."""
    report = yield
    return forbid_skip(report)  # type: ignore[return-value]


def forbid_skip(report: object) -> object:
    skipped = getattr(report, "outcome", "") == "skipped" and not hasattr(report, "wasxfail")
    reason = str(getattr(report, "longrepr", ""))
    if skipped and under_ci() and OUTSIDE not in reason:
        report.outcome = "failed"  # type: ignore[attr-defined]
        report.longrepr = f"nothing may be skipped under CI: {reason}"  # type: ignore[attr-defined]
    return report


@pytest.fixture(scope="session", autouse=True)
def equal_parts_are_judged_once() -> Iterator[None]:
    """The schemas say the same of the same bytes, and most parts of the decks that tests build are the same: masters, layouts, themes."""
    from deckgen.inspect.rules.package import schema

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "validate", lru_cache(maxsize=2048)(schema.validate))
        yield


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the test's own, numbered by us: pytest looks through all folders there are for each new one, and links to the last."""
    path = tmp_path_factory.getbasetemp() / f"{re.sub(r'[^0-9A-Za-z_]', '_', request.node.name)[:30]}-{next(NUMBERS)}"
    path.mkdir()
    return path


@pytest.fixture(scope="session")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Deck]:
    """The report by (theme, ledger), built and written once."""
    folder = tmp_path_factory.mktemp("decks")
    return {(theme, ledger): build_report(theme, ledger, folder) for theme in FULL_THEMES for ledger in LEDGERS}


@pytest.fixture(params=[(theme, ledger) for theme in FULL_THEMES for ledger in LEDGERS], ids="-".join)
def deck(request: pytest.FixtureRequest, decks: dict[tuple[str, str], Deck]) -> Deck:
    """Each of the report's decks in turn."""
    return decks[request.param]


@pytest.fixture(params=FULL_THEMES)
def x_deck(request: pytest.FixtureRequest, decks: dict[tuple[str, str], Deck]) -> Deck:
    """The report as it is, every figure X, in each theme."""
    return decks[request.param, "x"]


@pytest.fixture(params=FULL_THEMES)
def sample_deck(request: pytest.FixtureRequest, decks: dict[tuple[str, str], Deck]) -> Deck:
    """The report with sample figures, in each theme."""
    return decks[request.param, "sample"]


@pytest.fixture(params=FULL_THEMES)
def theme_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)
