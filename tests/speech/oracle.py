"""The outline of an importer that knows the answers: proves that what is expected can be reached, and is damaged in tests."""

from __future__ import annotations

from pathlib import Path

import yaml

from .expected import Expected, Quantity

Entry = dict[str, object]


def write_answer(expected: Expected, folder: Path) -> tuple[Path, str]:
    """Write the outline and the ledger that the expectations describe; the outline's path and what would have been told."""
    names = {quantity: f"figure{n}" for n, quantity in enumerate(expected.counted, 1)}
    ledger = {"figures": {name: figure(quantity) for quantity, name in names.items()}}
    (folder / "figures.yaml").write_text(yaml.safe_dump(ledger, allow_unicode=True, sort_keys=False), encoding="utf-8")
    outline = folder / "outline.yaml"
    outline.write_text(yaml.safe_dump(head(expected, names), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return outline, told(expected)


def figure(quantity: Quantity) -> Entry:
    unit = quantity.phrase.removeprefix(quantity.value).strip() or quantity.units[0]
    return {"label": quantity.keywords[0], "value": quantity.value, "unit": unit if quantity.phrase != quantity.value else ""}


def head(expected: Expected, names: dict[Quantity, str]) -> Entry:
    """The whole speech in the notes of the cover: where it is cut is nobody's question here."""
    facts = expected.facts
    closing: Entry = {"closing": {"title": "谢谢", "text": facts.closing}} if facts.closing else {}
    return {
        "title": facts.title,
        "figures": "figures.yaml",
        "notes": "\n".join(line_with_names(expected, number, names) for number in range(1, len(expected.lines) + 1)),
        "parts": [{"title": "全部", "slides": [*sections(expected), *special(expected, names)]}],
        **closing,
    }


def line_with_names(expected: Expected, number: int, names: dict[Quantity, str]) -> str:
    """A line of the speech, its quantities as references."""
    line = expected.lines[number - 1]
    for quantity in sorted(names, key=lambda quantity: -quantity.column):
        if quantity.line == number:
            start = quantity.column - 1
            line = line[:start] + "{" + names[quantity] + "}" + line[start + len(quantity.phrase) :]
    return line


def sections(expected: Expected) -> list[Entry]:
    return [
        {
            "kind": "section",
            "title": section.title.split("|")[0] or "其他",
            **({"motto": section.motto} if section.motto else {}),
            "points": [{"lead": words.split("|")[0]} for words in section.points] or [{"lead": "全文见备注"}],
        }
        for section in expected.facts.sections
    ]


def special(expected: Expected, names: dict[Quantity, str]) -> list[Entry]:
    """The slides of problems, targets, principles and pairs."""
    facts, slides = expected.facts, list[Entry]()
    if facts.problems:
        slides.append({"kind": "problems", "title": "问题", "items": [{"lead": words.split("|")[0]} for words in facts.problems]})
    if facts.targets:
        slides.append({"kind": "objectives", "title": "目标", "figures": target_names(expected, names)})
    if facts.principles:
        slides.append({"kind": "principles", "title": "原则", "items": [{"lead": words.split("|")[0]} for words in facts.principles]})
    if facts.pairs:
        slides.append({"kind": "pairs", "title": "关系", "pairs": [{"pair": pair, "lead": "两面兼顾"} for pair in facts.pairs]})
    return slides


def target_names(expected: Expected, names: dict[Quantity, str]) -> list[str]:
    """Of each target the last quantity of its value that may be called so: targets come after results."""
    found = []
    for target in expected.facts.targets:
        fitting = [
            name
            for quantity, name in names.items()
            if quantity.value == target.value and any(word in quantity.keywords[0] for word in target.label.split("|"))
        ]
        found += fitting[-1:]
    return found


def told(expected: Expected) -> str:
    """A finding at every fault."""
    faults = expected.facts.faults
    return "\n".join(
        f"{expected.path.name}:{fault.line}:{expected.lines[fault.line - 1].index(fault.text) + 1}: {fault.kind}" for fault in faults
    )
