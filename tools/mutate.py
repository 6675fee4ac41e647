"""How well the tests judge: put small faults into the core, one at a time, and see which of them no test notices.

    python -m tools.mutate --sample 100 --seed 1 --only deckgen/load --at-least 90

Works on a copy of the repository. Which tests reach a line is measured once (and kept until code or tests change); a
fault meets those tests, the quickest and the ones that found the last faults first, until one fails or time is over.
Faults that change nothing a user can see are listed in tools/equivalent.txt with the reason.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import coverage
import pytest

from tools.mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent
CORE = (
    "deckgen/load",
    "deckgen/kinds",
    "deckgen/blocks",
    "deckgen/layout",
    "deckgen/measure",
    "deckgen/write",
    "deckgen/check",
    "deckgen/inspect",
    "deckgen/figures.py",
    "deckgen/amounts.py",
)
GENERATED = ("deckgen/measure/tables.py",)
EQUIVALENT = ROOT / "tools" / "equivalent.txt"  # path | words of the line | change | reason
NOT_COPIED = shutil.ignore_patterns(".*", "node_modules", "__pycache__", "work")
LEFT_OUT = "not (clock or signals or last or browser or visual or slow)"
BROAD = (
    "tests/write/test_golden.py",
    "tests/write/test_parts_golden.py",
    "tests/measure/test_lines.py",
    "tests/load/test_declared.py",
    "tests/layout/test_report.py",
    "tests/content/test_report.py",
)  # met by every fault in the end
FIRST_FILES, FIRST_TESTS = 5, 80  # most faults are noticed by these
MEMORY = 3 << 30
IMPORTED_BEFORE = "ignore:Module already imported:pytest.PytestAssertRewriteWarning"
NOTHING = Mutant("deckgen/figures.py", 1, 1, 0, 0, "", "")  # no fault: no test may notice it, or the tool is broken


class Reached(NamedTuple):
    """What one run of all tests told: the seconds of each test that passed, and the tests that reach each line."""

    seconds: dict[str, float]
    tests: dict[str, dict[int, list[str]]]

    def of(self, mutant: Mutant) -> list[str]:
        """The tests that can notice it; what runs when a module is imported concerns all that use the module or are named like it."""
        lines = self.tests.get(mutant.path, {})
        within = range(mutant.statement, mutant.line + mutant.old.count("\n") + 1)
        met = {test for line in within for test in lines.get(line, ())}
        if "" in met:
            met = {test for tests in lines.values() for test in tests} | {test for test in self.seconds if near(mutant, test)}
        broad = {test for test in self.seconds if test.startswith(BROAD)} if met else set()
        return sorted((met | broad) & self.seconds.keys())


class Verdict(NamedTuple):
    mutant: Mutant
    killer: str  # the test that noticed it, "import", "time" or "crash"; empty if it lives
    tests: int


# ---- one run of pytest in a process of its own


def in_child(work: Callable[[], int], seconds: float) -> int | None:
    """What `work` gives back in a forked process, or None if it takes longer than so many seconds and is ended."""
    child = os.fork()
    if not child:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            os._exit(work())
        except BaseException:
            traceback.print_exc()
            os._exit(99)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def run_pytest(copy: Path, arguments: list[str], plugin: object) -> int:
    """Pytest's exit code, run inside the copy and nowhere else."""
    out = os.open(copy.parent / "out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.chdir(copy)
    sys.path[:] = [str(copy), *(path for path in sys.path if path != str(ROOT))]
    for name in [name for name in os.environ if name == "CI" or name.startswith("DECKGEN_")]:
        del os.environ[name]
    os.environ |= {"PYTHONPATH": str(copy), "HYPOTHESIS_PROFILE": "mutate"}
    arguments += ["-p", "no:xdist", "-m", LEFT_OUT, "--basetemp", str(copy.parent / "left"), "-W", IMPORTED_BEFORE]
    return int(pytest.main(arguments, [plugin]))


class Survey:
    """Notes which test reaches which line, and how long each takes."""

    def __init__(self, copy: Path) -> None:
        self.copy = copy
        self.cover = coverage.Coverage(data_file=None, include=[f"{copy}/deckgen/*"])
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()
        self.users: dict[str, set[str]] = defaultdict(set)  # a shared fixture's tests meet what it ran
        self.cover.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.cover.switch_context(item.nodeid)
        for name in getattr(item, "fixturenames", ()):
            self.users[f"fixture {name}"].add(item.nodeid)
        self.current = item.nodeid
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        if fixturedef.scope != "function":
            self.cover.switch_context(f"fixture {fixturedef.argname}")
        result = yield
        self.cover.switch_context(self.current)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
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
        (self.copy.parent / "reached.json").write_text(json.dumps([seconds, tests]), encoding="utf-8")

    def named(self, contexts: Iterable[str]) -> set[str]:
        return {test for context in contexts for test in (self.users[context] if context.startswith("fixture ") else {context})}


class Trial:
    """Runs the chosen tests in their order, stops at the first that fails or when time is over, and notes which failed."""

    def __init__(self, order: dict[str, int], seconds: float, note: Path) -> None:
        self.order, self.note = order, note
        self.seconds = seconds  # of the processor: others use this machine too

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.outcome == "failed":
            self.note.write_text(report.nodeid, encoding="utf-8")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.outcome == "failed":
            self.note.write_text("import", encoding="utf-8")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        if time.process_time() > self.seconds:
            item.session.shouldstop = "time is over"  # type: ignore[attr-defined]


# ---- all mutants, each on a copy


class Workshop:
    """A copy of the repository, in which one mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.copy = folder / "copy"
        self.kills: Counter[str] = Counter()
        shutil.copytree(ROOT, self.copy, ignore=NOT_COPIED)

    def survey(self, kept: Path) -> Reached:
        """What all tests reach, measured anew unless it was `kept`."""
        if not kept.exists():
            in_child(lambda: run_pytest(self.copy, [], Survey(self.copy)), 1200)
            shutil.copyfile(self.copy.parent / "reached.json", kept)
        seconds, tests = json.loads(kept.read_text(encoding="utf-8"))
        return Reached(seconds, {path: {int(line): names for line, names in lines.items()} for path, lines in tests.items()})

    def try_out(self, mutant: Mutant, reached: Reached, seconds: float) -> Verdict:
        """What the likeliest tests say of it, then, if they all pass, what the others say."""
        order = self.likeliest_first(mutant, reached)
        files = list(dict.fromkeys(file_of(test) for test in order))[:FIRST_FILES]
        first = [test for test in order if file_of(test) in files][:FIRST_TESTS]
        path = self.copy / mutant.path
        source = path.read_bytes()
        try:
            replace_source(path, mutant.applied(source))
            killer = self.run(first, seconds / 2) or self.run([test for test in order if test not in set(first)], seconds)
        finally:
            replace_source(path, source)
        self.kills[killer] += 1
        return Verdict(mutant, killer, len(order))

    def likeliest_first(self, mutant: Mutant, reached: Reached) -> list[str]:
        """Those that noticed the last faults, the broad ones, those named like the module, the quick ones; the later a case of many."""
        cases: Counter[str] = Counter()
        rank = {}
        for test in sorted(reached.of(mutant), key=lambda test: reached.seconds[test]):
            name = test.partition("[")[0]
            rank[test] = (-self.kills[test], not test.startswith(BROAD), not near(mutant, test), reached.seconds[test] * (1 + cases[name]))
            cases[name] += 1
        return sorted(rank, key=lambda test: rank[test])

    def run(self, tests: list[str], seconds: float) -> str:
        """The first of the tests that fails within so many seconds, or how else the run ended badly; empty if all is well."""
        if not tests:
            return ""
        note = self.copy.parent / "killer.txt"
        note.unlink(missing_ok=True)
        trial = Trial({test: rank for rank, test in enumerate(tests)}, seconds, note)
        code = in_child(lambda: run_pytest(self.copy, ["-x", "--tb=no", *sorted(set(map(file_of, tests)))], trial), 60 + 3 * seconds)
        return note.read_text(encoding="utf-8") if note.exists() else {0: "", 2: "", None: "time"}.get(code, "crash")


def file_of(test: str) -> str:
    return test.partition("::")[0]


def near(mutant: Mutant, test: str) -> bool:
    """Whether module and test are named alike: deckgen/load/theme_fields.py, and tests/load/test_changes.py or tests/themes/test_schema.py."""
    return bool(words_of(mutant.path) & words_of(file_of(test)))


@cache
def words_of(path: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in re.findall("[a-z]+", path)) - {"deckgen", "test", "py"}


def replace_source(path: Path, source: bytes) -> None:
    """Write a module, and take away what was compiled from it: a stamp of the same second would keep it in use."""
    path.write_bytes(source)
    for stale in path.parent.glob(f"__pycache__/{path.stem}.*"):
        stale.unlink()


def verdicts(chosen: list[Mutant], kept: Path, seconds: float, jobs: int) -> Iterator[Verdict]:
    """The verdict on each mutant, as they come, from so many processes."""
    with multiprocessing.get_context("fork").Pool(jobs, opened, (kept, seconds)) as pool:
        yield from pool.imap_unordered(tried, chosen)


def opened(kept: Path, seconds: float) -> None:
    global workshop, reached_by, patience
    import docx, hypothesis, jsonschema, lxml.etree, openpyxl, PIL.Image, pptx, ruamel.yaml, xlsxwriter, yaml  # noqa: E401, F401, I001 - once for all children

    workshop = Workshop(Path(tempfile.mkdtemp(dir=kept.parent)))
    reached_by, patience = workshop.survey(kept), seconds


def tried(mutant: Mutant) -> Verdict:
    """The verdict, from a workshop that has been seen to find nothing where nothing was changed."""
    if not workshop.kills:
        assert not workshop.try_out(NOTHING, reached_by, patience).killer, (workshop.copy.parent / "out.txt").read_text(encoding="utf-8")
    return workshop.try_out(mutant, reached_by, patience)


def all_mutants(only: list[str]) -> list[Mutant]:
    """Those of the core below the paths asked for, without the equivalent ones."""
    known = [
        tuple(part.strip() for part in line.split(" | ")) for line in EQUIVALENT.read_text(encoding="utf-8").splitlines() if " | " in line
    ]
    same = {entry[:3] for entry in known}
    modules = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "deckgen").rglob("*.py"))
    wanted = [path for path in modules if path.startswith(CORE) and path not in GENERATED and path.startswith(tuple(only))]
    made = [mutant for path in wanted for mutant in mutants(ROOT, path)]
    return [mutant for mutant in made if (mutant.path, words(mutant), mutant.change) not in same]


def words(mutant: Mutant) -> str:
    return (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()


def state() -> str:
    """A name for code and tests as they are."""
    paths = [
        path
        for folder in ("deckgen", "tests", "themes", "content")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    ]
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in paths)).hexdigest()[:16]


def room(mutant: Mutant) -> str:
    return next(prefix for prefix in CORE if mutant.path.startswith(prefix))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, metavar="N", help="so many faults, drawn at random; all without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", action="append", default=[], metavar="PATH", help="a module or folder; may be given again")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT", help="fail when fewer are noticed")
    parser.add_argument("--seconds", type=float, default=15, help="of the processor for the tests of one fault (15)")
    parser.add_argument("--verbose", action="store_true", help="also tell which test noticed each fault")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    made = all_mutants(asked.only or list(CORE))
    chosen = random.Random(asked.seed).sample(made, min(asked.sample or len(made), len(made)))
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        return report(chosen, len(made), verdicts(chosen, surveyed(Path(folder)), asked.seconds, asked.jobs), asked.at_least, asked.verbose)


def surveyed(folder: Path) -> Path:
    """What the tests reach, measured in `folder` or before."""
    kept = Path(tempfile.gettempdir()) / f"deckgen-reached-{state()}.json"
    (folder / "survey").mkdir()
    workshop = Workshop(folder / "survey")
    reached = workshop.survey(kept)
    print(f"{len(reached.seconds)} tests, {sum(reached.seconds.values()):.0f} s", flush=True)
    assert len(reached.seconds) > 1000, "the tests do not run: nothing can be said of faults"
    return Path(shutil.copy(kept, folder / "reached.json"))


def report(chosen: list[Mutant], total: int, told: Iterable[Verdict], at_least: float, verbose: bool) -> int:
    """Print each survivor as it comes, then the score of each room; 1 when the whole is below what is asked."""
    noticed, tried_out = Counter[str](), Counter[str]()
    for verdict in told:
        tried_out[room(verdict.mutant)] += 1
        noticed[room(verdict.mutant)] += bool(verdict.killer)
        if verbose or not verdict.killer:
            where = f"{verdict.mutant.path}:{verdict.mutant.line}"
            print(f"{where}: {verdict.mutant.change} ({verdict.killer or f'none of {verdict.tests} tests'})", flush=True)
    for name, count in sorted(tried_out.items()):
        print(f"{100 * noticed[name] / count:5.1f} %  {noticed[name]:4} of {count:4}  {name}")
    score = 100 * noticed.total() / max(1, tried_out.total())
    print(f"{score:5.1f} %  {noticed.total():4} of {len(chosen):4}  of {total} possible")
    return int(score < at_least)


if __name__ == "__main__":
    sys.exit(main())
