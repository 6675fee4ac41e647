"""One run of pytest in a process of its own, within bounds: what a survey of the tests needs, and what the trial of one fault needs."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
LEFT_OUT = "not (clock or signals or last or browser or visual or slow)"
MEMORY, WRITTEN = 3 << 30, 256 << 20  # bytes that one process may take, and write into one file
PATIENCE = 5  # a busy machine may take so many seconds for one of the processor
IMPORTED_BEFORE = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"


def in_child(work: Callable[[], int], seconds: float) -> int | None:
    """What `work` gives back in a forked process, or None where it takes more seconds of the processor and is ended.

    It is ended with all that it started, and so are those that it leaves behind.
    """
    child = os.fork()
    if not child:
        os.setsid()
        limit = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
        try:
            os._exit(work())
        except BaseException:
            traceback.print_exc()
            os._exit(99)
    until = time.monotonic() + PATIENCE * seconds  # waiting takes no time of the processor
    status = None
    while status is None and time.monotonic() < until:
        done, ended = os.waitpid(child, os.WNOHANG)
        status = ended if done else None
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if status is None:
        os.waitpid(child, 0)
    return None if status is None or is_over(status) else os.waitstatus_to_exitcode(status)


def is_over(status: int) -> bool:
    """Whether the system ended a process because its time was over."""
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)


def run_pytest(copy: Path, arguments: list[str], plugin: object, profile: str) -> int:
    """Pytest's exit code, run inside the copy and nowhere else, with a profile of tests/examples.py."""
    out = os.open(copy.parent / "out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.chdir(copy)
    sys.path[:] = [str(copy), *(path for path in sys.path if path != str(ROOT))]
    for name in [name for name in os.environ if name == "CI" or (name.startswith("DECKGEN_") and name != "DECKGEN_SLOW")]:
        del os.environ[name]
    os.environ |= {"PYTHONPATH": str(copy), "HYPOTHESIS_PROFILE": profile}
    arguments += ["-p", "no:xdist", "-m", LEFT_OUT, "--basetemp", str(copy.parent / "left"), "-W", IMPORTED_BEFORE]
    return int(pytest.main(arguments, [plugin]))


class Survey:
    """Notes into a file which test reaches which line of the modules asked for, and the seconds of the processor each test takes."""

    def __init__(self, copy: Path, modules: Iterable[str], note: Path) -> None:
        import coverage  # whoever only runs the tests has none

        self.copy, self.note = copy, note
        self.cover = coverage.Coverage(data_file=None, include=[f"{copy}/{module}" for module in modules])
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()
        self.users: dict[str, set[str]] = defaultdict(set)  # a shared fixture's tests meet what it ran
        self.current = ""
        self.cover.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.cover.switch_context(item.nodeid)
        for name in getattr(item, "fixturenames", ()):
            self.users[f"fixture {name}"].add(item.nodeid)
        self.current = item.nodeid
        before = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - before
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        if fixturedef.scope != "function":
            self.cover.switch_context(f"fixture {fixturedef.argname}")
        result = yield
        self.cover.switch_context(self.current)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self.cover.stop()
        data = self.cover.get_data()
        tests: dict[str, dict[int, list[str]]] = {}
        for path in data.measured_files():
            lines = {line: sorted(self.named(names)) for line, names in data.contexts_by_lineno(path).items()}
            tests[str(Path(path).relative_to(self.copy))] = lines
        seconds = {test: spent for test, spent in self.seconds.items() if test not in self.failed}
        self.note.write_text(json.dumps([seconds, tests]), encoding="utf-8")

    def named(self, contexts: Iterable[str]) -> set[str]:
        return {test for context in contexts for test in (self.users[context] if context.startswith("fixture ") else {context})}


class Trial:
    """Runs the chosen tests in their order, and notes the one that fails."""

    def __init__(self, order: dict[str, int], note: Path) -> None:
        self.order, self.note = order, note

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome == "failed":
            self.note.write_text(report.nodeid, encoding="utf-8")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.outcome == "failed":
            self.note.write_text("import", encoding="utf-8")
