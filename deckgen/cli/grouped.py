"""Findings of a finished deck, gathered by rule and slide: a deck that errs once mostly errs everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from deckgen.cli.findings import painted
from deckgen.cli.language import say
from deckgen.diagnostics import Finding

MOST_SLIDES = 5  # of a rule that are told one by one

OneSlide = list[Finding]


def gathered(findings: list[Finding]) -> Iterator[str]:
    """A line or two for each rule on each slide: the first finding, and how many more there are.

    Of a rule that is broken on more than `MOST_SLIDES` slides the others are a last line with their numbers.
    """
    kinds: dict[tuple[str, str], list[OneSlide]] = {}
    for _, group in groupby(sorted(findings, key=lambda finding: finding.span.slide), key=lambda finding: finding.span.slide):
        slide: dict[tuple[str, str], OneSlide] = {}
        for finding in group:
            slide.setdefault((finding.rule, finding.severity), []).append(finding)
        for kind, ones in slide.items():
            kinds.setdefault(kind, []).append(ones)
    for kind in sorted(kinds, key=lambda kind: (kind[1], kind[0])):
        slides = kinds[kind]
        for ones in slides[:MOST_SLIDES]:
            yield with_count(painted(ones[0]), len(ones))
        rest = slides[MOST_SLIDES:]
        if rest:
            count = sum(map(len, rest))
            yield say("cli/on-other-slides", rule=kind[0], count=count, slides=ranges([ones[0].span.slide for ones in rest]))


def with_count(text: str, count: int) -> str:
    """The finding with the number of its like behind its first line."""
    if count == 1:
        return text
    first, *hint = text.split("\n", 1)
    return "\n".join((first + say("cli/like-it", more=count - 1), *hint))


def ranges(numbers: list[int]) -> str:
    """2, 4–7, 12; numbers ascend."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
