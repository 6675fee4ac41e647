"""How well the tests judge: put small faults into the core, one at a time, and see which of them no test notices.

    python -m tools.mutate --sample 100 --seed 1 --only deckgen/load --at-least 90

Works on copies of the repository, as many as `--jobs`. First the tests of the core's rooms run once and tell which of them reach each
line of the modules to be changed. Then each fault meets the tests that reach it, the likeliest first, until one fails; those that take
longer than `--seconds` together are left out, and a fault that makes a test run for ever counts as noticed when its time is over.
A sample is drawn by a hash of the words that are changed, so that the same seed asks the same faults of code that did not change.
Faults that change nothing a user can see are listed in tools/equivalent.txt with the reason.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.mutants import Mutant, mutants
from tools.trial import ROOT, Survey, Trial, in_child, run_pytest

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
GENERATED = ("deckgen/measure/tables.py", "deckgen/inspect/shapes/latin.py")
# The tests that are written about the core; those of speeches, commands, preview and pictures reach it too, late and for other ends.
JUDGES = ("load", "kinds", "layout", "measure", "write", "check", "inspect", "themes", "english", "content", "form", "template")
EQUIVALENT = ROOT / "tools" / "equivalent.txt"  # path | words of the line | change | reason
NOT_COPIED = shutil.ignore_patterns(".*", "node_modules", "__pycache__", "work")
BROAD = (
    "tests/write/test_golden.py",
    "tests/write/test_parts_golden.py",
    "tests/layout/test_kinds_golden.py",
    "tests/measure/test_lines.py",
    "tests/load/test_declared.py",
    "tests/layout/test_report.py",
    "tests/content/test_report.py",
)  # met by every fault in the end
FIRST_FILES, FIRST_TESTS = 5, 80  # most faults are noticed by these
START = 30  # seconds of the processor that imports and collecting may take
SURVEY = 1500  # and the survey
NOTHING = Mutant("deckgen/figures.py", 1, 1, 0, 0, "", "")  # no fault: no test may notice it, or the tool is broken


class Reached(NamedTuple):
    """What a survey told: the seconds of each test that passed, and the tests that reach each line of the modules asked for."""

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


class Workshop:
    """A copy of the repository, in which one mutant at a time is tried."""

    def __init__(self, folder: Path) -> None:
        self.copy = folder / "copy"
        self.kills: Counter[str] = Counter()
        shutil.copytree(ROOT, self.copy, ignore=NOT_COPIED)

    def survey(self, files: list[str], modules: list[str]) -> Reached:
        """What the tests of these files reach."""
        note = self.copy.parent / "reached.json"
        in_child(lambda: run_pytest(self.copy, files, Survey(self.copy, modules, note), "survey"), SURVEY)
        assert note.exists(), self.said()
        seconds, tests = json.loads(note.read_text(encoding="utf-8"))
        return Reached(seconds, {path: {int(line): names for line, names in lines.items()} for path, lines in tests.items()})

    def said(self) -> str:
        return (self.copy.parent / "out.txt").read_text(encoding="utf-8")

    def try_out(self, mutant: Mutant, reached: Reached, seconds: float) -> Verdict:
        """What the likeliest tests say of it, then, if they all pass, what the others say."""
        order = affordable(self.likeliest_first(mutant, reached), reached, seconds)
        files = list(dict.fromkeys(file_of(test) for test in order))[:FIRST_FILES]
        first = [test for test in order if file_of(test) in files][:FIRST_TESTS]
        path = self.copy / mutant.path
        source = path.read_bytes()
        try:
            replace_source(path, mutant.applied(source))
            killer = self.run(first, seconds) or self.run([test for test in order if test not in set(first)], seconds)
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
        """The first of the tests that fails, or how else the run ended badly; empty if all is well."""
        if not tests:
            return ""
        note = self.copy.parent / "killer.txt"
        note.unlink(missing_ok=True)
        trial = Trial({test: rank for rank, test in enumerate(tests)}, note)
        arguments = ["-x", "--tb=no", *sorted(set(map(file_of, tests)))]
        code = in_child(lambda: run_pytest(self.copy, arguments, trial, "mutate"), START + 3 * seconds)
        if note.exists():
            return note.read_text(encoding="utf-8")
        return {0: "", NO_TESTS: "", None: "time"}.get(code, "crash")


NO_TESTS = 5  # pytest's exit code where the fault gave all chosen cases other names: nobody noticed


def affordable(order: list[str], reached: Reached, seconds: float) -> list[str]:
    """As many of the tests, from the first on, as take so many seconds of the processor together."""
    chosen, spent = [], 0.0
    for test in order:
        spent += reached.seconds[test]
        if spent > seconds:
            break
        chosen.append(test)
    return chosen


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


# ---- all mutants, shared out over workshops


def verdicts(chosen: list[Mutant], folder: Path, seconds: float, jobs: int) -> Iterator[Verdict]:
    """The verdict on each mutant, as they come, from so many processes."""
    modules = sorted({mutant.path for mutant in chosen} | {NOTHING.path})
    with multiprocessing.get_context("fork").Pool(jobs, opened, (folder,)) as pool:
        reached = put_together(pool.imap_unordered(surveyed, [(files, modules) for files in shares(judging_files(), jobs)]))
        print(f"{len(reached.seconds)} tests, {sum(reached.seconds.values()):.0f} s", flush=True)
        assert len(reached.seconds) > 1000, "the tests do not run: nothing can be said of faults"
        yield from pool.imap_unordered(tried, [(mutant, cut(reached, mutant), seconds) for mutant in chosen])


def judging_files() -> list[str]:
    """The files of tests that a fault may meet, the longest first."""
    files = [path for name in JUDGES for path in (ROOT / "tests" / name).glob("test_*.py")]
    files += [path for path in (ROOT / "tests").glob("test_*.py") if path.stem not in ALONE]
    return [path.relative_to(ROOT).as_posix() for path in sorted(files, key=lambda path: (-path.stat().st_size, path))]


ALONE = (
    "test_docs",
    "test_instructions",
    "test_every_deck",
    "test_mutants",
    "test_named_faults",
    "test_style",
    "test_memory",
)  # not of the core


def shares(files: list[str], jobs: int) -> list[list[str]]:
    return [files[first::jobs] for first in range(jobs)]


def put_together(surveys: Iterable[Reached]) -> Reached:
    seconds: dict[str, float] = {}
    tests: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for survey in surveys:
        seconds |= survey.seconds
        for path, lines in survey.tests.items():
            for line, names in lines.items():
                tests[path][line] += names
    return Reached(seconds, {path: dict(lines) for path, lines in tests.items()})


def cut(reached: Reached, mutant: Mutant) -> Reached:
    """What concerns one mutant: the rest need not be told from process to process."""
    return Reached(reached.seconds, {path: lines for path, lines in reached.tests.items() if path in (mutant.path, NOTHING.path)})


def opened(folder: Path) -> None:
    global workshop
    import docx, hypothesis, jsonschema, lxml.etree, openpyxl, PIL.Image, pptx, ruamel.yaml, xlsxwriter, yaml  # noqa: E401, F401, I001 - once for all children

    workshop = Workshop(Path(tempfile.mkdtemp(dir=folder)))


def surveyed(asked: tuple[list[str], list[str]]) -> Reached:
    return workshop.survey(*asked)


def tried(asked: tuple[Mutant, Reached, float]) -> Verdict:
    """The verdict, from a workshop that has been seen to find nothing where nothing was changed."""
    mutant, reached, seconds = asked
    if not workshop.kills:
        assert not workshop.try_out(NOTHING, reached, seconds).killer, workshop.said()
    return workshop.try_out(mutant, reached, seconds)


# ---- which, and what came of it


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


@cache
def lines_of(path: str) -> list[str]:
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


def words(mutant: Mutant) -> str:
    return lines_of(mutant.path)[mutant.line - 1].strip()


def drawn(made: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """So many of them, by a hash that a change elsewhere leaves alone; in the order of their modules."""

    def lot(mutant: Mutant) -> bytes:
        return hashlib.sha256(f"{seed} {mutant.path} {words(mutant)} {mutant.change}".encode()).digest()

    return sorted(sorted(made, key=lot)[:count], key=lambda mutant: (mutant.path, mutant.start))


def room(mutant: Mutant) -> str:
    return next(prefix for prefix in CORE if mutant.path.startswith(prefix))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, metavar="N", help="so many faults, drawn by the seed; all without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", action="append", default=[], metavar="PATH", help="a module or folder; may be given again")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT", help="fail when fewer are noticed")
    parser.add_argument("--seconds", type=float, default=10, help="of the processor for the tests of one fault (10)")
    parser.add_argument("--verbose", action="store_true", help="also tell which test noticed each fault")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    made = all_mutants(asked.only or list(CORE))
    chosen = drawn(made, asked.sample or len(made), asked.seed)
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        return report(chosen, len(made), verdicts(chosen, Path(folder), asked.seconds, asked.jobs), asked.at_least, asked.verbose)


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
