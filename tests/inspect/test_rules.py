"""The list of rules is whole, and every rule has a manual page in both languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from deckgen.inspect import rules
from deckgen.inspect.rules.run import ACCESSIBILITY, OPENING, PACKAGE, RULES, SIGHT
from deckgen.messages import messages, prefix_of

FOLDER = Path(rules.__file__).parent
# What PowerPoint's own checker calls errors; its warnings and tips are warnings here.
ERRORS = {"a11y/alt-text", "a11y/file-name-alt", "a11y/slide-title", "a11y/table-header", "a11y/section-name"}


def test_every_file_is_in_the_list_and_none_twice() -> None:
    files = {f"{path.parent.name}/{path.stem.replace('_', '-')}" for path in FOLDER.glob("*/*.py") if path.stem != "__init__"}
    names = [rule.RULE for rule in RULES]
    assert len(files) > 40
    assert set(names) == files
    assert len(set(names)) == len(names)


def test_short_names_are_unique() -> None:
    """Authors switch rules by them."""
    shorts = Counter(rule.rpartition("/")[2] for prefix in ("package", "a11y", "deck") for rule in messages(prefix, "zh"))
    assert max(shorts.values()) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.RULE)
def test_a_rule_has_its_page_and_its_words(rule: ModuleType) -> None:
    chinese, line, english = (rule.__doc__ or "").partition("\n---\n")
    assert line, "no line between the pages"
    assert all(word in chinese for word in ("查什么：", "为什么：", "怎么改："))
    assert all(word in english for word in ("Finds: ", "Why: ", "Mend: "))
    assert all(rule.RULE in messages(prefix_of(rule.RULE), lang) for lang in ("zh", "en"))
    assert rule.SEVERITY in ("error", "warning")


def test_severities_of_accessibility_are_those_of_powerpoint() -> None:
    assert {rule.RULE for rule in ACCESSIBILITY if rule.SEVERITY == "error"} == ERRORS


def test_the_groups_make_up_the_list() -> None:
    assert (*OPENING, *PACKAGE, *ACCESSIBILITY, *SIGHT) == RULES
    assert {rule.RULE.partition("/")[0] for rule in (*OPENING, *PACKAGE)} == {"package"}
    assert {rule.RULE.partition("/")[0] for rule in ACCESSIBILITY} == {"a11y"}
    assert {rule.RULE.partition("/")[0] for rule in SIGHT} == {"deck"}
