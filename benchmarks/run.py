"""Time deckgen beside pandoc and PptxGenJS, and check its targets.

python benchmarks/run.py               everything, some ten minutes
python benchmarks/run.py --quick       12 and 100 slides, two runs each
python benchmarks/run.py --write       put the tables into README.md too
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from convert import convert
from generate import dense_deck, report_like, write
from measure import Case, Measurement, Noise, measure
from peers import HERE, NAMES, Inputs, NotInstalledError, Tool, find_tool
from results import DENSE, REPORT, dense_name, markdown

SIZES = (12, 100, 1000, 5000)
REPORT_OUTLINE = HERE.parent / "content" / "report-2019" / "outline.yaml"
README = HERE / "README.md"
BEGIN, END = "<!-- results -->", "<!-- end of results -->"
# pandoc is quadratic: 5000 slides take it minutes, and 1000 are measured once.
PANDOC_MOST, PANDOC_ONCE = 1000, 1000


def main() -> None:
    options = read_options()
    tools = list(installed(options.tools, options.deckgen))
    noise = Noise()
    results: list[Measurement] = []
    for case, size in cases(options, options.work):
        runs_of = [(tool, runs_for(tool, size, case, options)) for tool in tools]
        if not results:
            measure(case, [(tool, 1) for tool in tools], options.work)  # warms the page cache and the .pyc files
        done = measure(case, runs_of, options.work)
        results += done
        print(*map(progress, done), sep="\n", flush=True)
    text = markdown(results, heading(tools, noise.share()))
    print(f"\n{text}")
    if options.write:
        write_readme(text)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=lambda text: text.split(","), default=NAMES, help=",".join(NAMES))
    parser.add_argument("--sizes", type=sizes, help="slides of the generated decks, default 12,100,1000,5000")
    parser.add_argument("--runs", type=int, help="runs of each tool on each deck, default 5")
    parser.add_argument("--quick", action="store_true", help="12 and 100 slides, two runs")
    parser.add_argument("--deckgen", metavar="PATH", help="the deckgen command to measure")
    parser.add_argument("--dense", type=int, help="slides of the decks for shapes of one slide, default 600, 0 for none")
    parser.add_argument("--pandoc-most", type=int, default=PANDOC_MOST, help="largest deck for pandoc, default 1000")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="where decks are written")
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    if unknown := set(options.tools) - set(NAMES):
        parser.error(f"no tool is called {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    for name, usual, quick in (("sizes", SIZES, (12, 100)), ("runs", 5, 2), ("dense", 600, 60)):
        if getattr(options, name) is None:
            setattr(options, name, quick if options.quick else usual)
    return options


def sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(",") if size)


def installed(names: Sequence[str], deckgen: str | None) -> Iterator[Tool]:
    for name in names:
        try:
            yield find_tool(name, deckgen)
        except NotInstalledError as reason:
            print(f"skipped {name}: {reason}")


def cases(options: argparse.Namespace, work: Path) -> Iterator[tuple[Case, int]]:
    """The decks with their numbers of slides: the report, the generated ones, the ones of equal slides."""
    if REPORT_OUTLINE.exists():
        yield Case(REPORT, inputs(REPORT_OUTLINE, work / REPORT)), 12
    for size in options.sizes:
        folder = work / str(size)
        yield Case(str(size), inputs(write(report_like(size), folder), folder)), size
    for points, cards in DENSE if options.dense else ():
        folder = work / f"dense-{points}-{cards}"
        outline = write(dense_deck(options.dense, points, cards), folder)
        yield Case(dense_name(points, cards), inputs(outline, folder), points, cards), options.dense


def inputs(outline: Path, folder: Path) -> Inputs:
    return Inputs(outline, *convert(outline, folder))


def runs_for(tool: Tool, size: int, case: Case, options: argparse.Namespace) -> int:
    """How often to run; pandoc is spared what takes it minutes, and has no shapes to count."""
    runs: int = options.runs
    if tool.name != "pandoc":
        return runs
    if case.points or size > options.pandoc_most:
        return 0
    return 1 if size >= PANDOC_ONCE else runs


def progress(each: Measurement) -> str:
    what = f"{each.case.name}: {each.tool}"
    if each.failure:
        return f"{what} failed, {each.failure}"
    times = " ".join(f"{run.wall:.3f}" for run in each.runs)
    return f"{what} {each.seconds:.3f} s ({times}), {each.peak_mb:.0f} MB"


def heading(tools: Sequence[Tool], noise: float) -> str:
    versions = "; ".join(f"{tool.name} {tool.version}" for tool in tools)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    python = platform.python_version()
    return (
        f"Measured on {today}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors, "
        f"Python {python}. {versions}. Other processes used {noise:.0%} of the processors meanwhile."
    )


def write_readme(text: str) -> None:
    """Put `text` between the markers of README.md."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
