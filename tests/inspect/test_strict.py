"""As strict about packages as the strict validator beside the repository: what its package and id checks find, ours find too."""

from __future__ import annotations

import importlib.util
import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.beside import beside
from tests.examples import under_ci
from tests.inspect.decks import edited, found, members, ours, theirs
from tests.inspect.faults import PACKAGE_FAULTS, SeededFault
from tests.some import some

DECKS = {"ours": ours, "theirs": theirs}
KINDS = {"package", "semantic"}
SEEDS = 300 if under_ci() or os.environ.get("DECKGEN_SLOW") else 30


@pytest.fixture(scope="module")
def strict() -> ModuleType:
    """Without its schemas, which are not the business of these rules."""
    path = beside("validate/validate.py")
    spec = importlib.util.spec_from_file_location("validate", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.validate_xml = lambda root, part, out: None
    return module


def complaints(strict: ModuleType, data: bytes, folder: Path) -> list[str]:
    """What it says about the package; nothing where it expects a number and gives up."""
    path = folder / "broken.pptx"
    path.write_bytes(data)
    try:
        entries = strict.check(str(path))
    except (ValueError, TypeError, AttributeError):
        return []
    return [f"{entry['part']}: {entry['msg']}" for entry in entries if entry["kind"] in KINDS]


def ours_of(data: bytes) -> list[str]:
    return [rule for rule, _, _ in found(data) if rule.startswith("package/")]


def test_the_validator_has_nothing_against_the_decks(strict: ModuleType, tmp_path: Path) -> None:
    assert [complaints(strict, deck(), tmp_path) for deck in DECKS.values()] == [[], []]


@pytest.mark.parametrize("fault", PACKAGE_FAULTS, ids=lambda fault: fault.what)
def test_what_it_finds_in_a_seeded_fault_is_found(fault: SeededFault, strict: ModuleType, tmp_path: Path) -> None:
    data = edited(DECKS[fault.deck](), fault.edits)
    if complaints(strict, data, tmp_path):
        assert ours_of(data)


def test_what_it_finds_in_mutations_is_found(strict: ModuleType, tmp_path: Path) -> None:
    """Ids, relations and types changed at random: whenever it complains, so do we."""
    complained = 0
    for seed in some(range(SEEDS)):
        chance = random.Random(seed)
        data = (ours, theirs)[seed % 2]()
        name = chance.choice([name for name in members(data) if name.endswith((".xml", ".rels"))])
        broken = edited(data, {name: renumbered(chance)})
        said = complaints(strict, broken, tmp_path)
        complained += bool(said)
        assert ours_of(broken) or not said, (seed, name, said)
    assert complained > SEEDS // 6


def renumbered(chance: random.Random) -> Callable[[bytes], bytes]:
    """One id, relation or target another; one element out."""

    def edit(content: bytes) -> bytes:
        text = content.decode()
        values = list(re.finditer(r'(?:\bid|\bId|r:embed|Target|PartName|Extension|idx|spid|type)="([^"]+)"', text))
        if values:
            match = chance.choice(values)
            text = text[: match.start(1)] + chance.choice(("2", "rId1", "rId77", "../nowhere.xml", "257")) + text[match.end(1) :]
        return (text + "\n").encode()

    return edit
