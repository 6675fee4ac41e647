"""Run tools in turn on one deck, and say what each run took and what it wrote."""

from __future__ import annotations

import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from peers import HERE, Inputs, Tool

SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
SHAPE = re.compile(rb"<p:(?:sp|cxnSp|pic|graphicFrame)>")
MIDDLE_SLIDE = "ppt/slides/slide2.xml"


@dataclass(frozen=True, slots=True)
class Case:
    """A deck to build; `points` and `cards` are what every slide holds in a deck of equal slides."""

    name: str
    inputs: Inputs
    points: int = 0
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    wall: float  # seconds from start to exit of the whole process
    cpu: float  # seconds of all its threads
    peak_kib: int  # largest resident set


@dataclass(slots=True)
class Measurement:
    """All runs of one tool on one case; `failure` is what a failed run said."""

    tool: str
    case: Case
    runs: list[Run] = field(default_factory=list)
    bytes: int = 0
    slides: int = 0
    shapes: int = 0  # on the second slide
    failure: str = ""

    @property
    def seconds(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak_mb(self) -> float:
        return statistics.median(run.peak_kib for run in self.runs) * 1024 / 1e6


def measure(case: Case, runs_of: Sequence[tuple[Tool, int]], folder: Path) -> list[Measurement]:
    """Each tool with its number of runs, in turn (a, b, c, a, b, c, …), so that a busy minute falls on all."""
    results = [Measurement(tool.name, case) for tool, _ in runs_of]
    for turn in range(max((runs for _, runs in runs_of), default=0)):
        for (tool, runs), result in zip(runs_of, results, strict=True):
            if turn < runs and not result.failure:
                run_once(tool, result, folder)
    return [result for result in results if result.runs or result.failure]


def run_once(tool: Tool, result: Measurement, folder: Path) -> None:
    """Add one run to `result`, and what the deck it wrote holds."""
    deck, log, answer = (folder / f"{tool.name}.{ending}" for ending in ("pptx", "log", "json"))
    deck.unlink(missing_ok=True)
    command = tool.command(result.case.inputs, deck)
    launcher = [sys.executable, "-I", "-S", str(HERE / "launch.py"), str(answer), str(log)]
    subprocess.run([*launcher, *command], check=True, env=user_environment())
    said = json.loads(answer.read_text(encoding="utf-8"))
    if said["code"] != 0 or not deck.exists():
        tail = log.read_text(encoding="utf-8", errors="replace").strip()[-400:]
        result.failure = f"exit code {said['code']}, {'a' if deck.exists() else 'no'} deck\n{tail}"
        return
    result.runs.append(Run(said["wall"], said["cpu"], said["peak_kib"]))
    look_inside(deck, result)


def user_environment() -> dict[str, str]:
    """The environment, but Python may keep .pyc files, as every installed command has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def look_inside(deck: Path, result: Measurement) -> None:
    result.bytes = deck.stat().st_size
    with zipfile.ZipFile(deck) as package:
        names = package.namelist()
        result.slides = sum(bool(SLIDE.fullmatch(name)) for name in names)
        result.shapes = len(SHAPE.findall(package.read(MIDDLE_SLIDE))) if MIDDLE_SLIDE in names else 0


class Noise:
    """How busy others kept the machine from now on: the share of all processors that was not ours."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.busy = busy_seconds()
        self.own = own_seconds()

    def share(self) -> float:
        others = (busy_seconds() - self.busy) - (own_seconds() - self.own)
        return max(0.0, others / ((time.monotonic() - self.start) * processors()))


def busy_seconds() -> float:
    """Seconds of all processors spent on anything but waiting, from the first line of /proc/stat (proc(5))."""
    user, nice, system, _idle, _iowait, irq, softirq, steal = map(int, cpu_lines()[0].split()[1:9])
    return (user + nice + system + irq + softirq + steal) / 100  # USER_HZ is 100 on every Linux in use


def processors() -> int:
    return len(cpu_lines()) - 1


def cpu_lines() -> list[str]:
    return [line for line in Path("/proc/stat").read_text().splitlines() if line.startswith("cpu")]


def own_seconds() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
