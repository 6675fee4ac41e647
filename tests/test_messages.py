"""Both catalogs say the same, of the same facts, about every rule the code knows and about no other."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from deckgen.cli.findings import UNREADABLE
from deckgen.diagnostics import Finding, Near, Span, Words, listed
from deckgen.messages import en, rendered, zh

PACKAGE = Path(__file__).parent.parent / "deckgen"


def rules_of_the_code() -> set[str]:
    sources = [path for path in PACKAGE.rglob("*.py") if "messages" not in path.parts]
    assert len(sources) > 40
    return set(
        re.findall(
            r"\"((?:load|content|form|layout|portability|theme|build|package|a11y|deck|preview|render|speech)/[a-z0-9-]+)\"",
            "\n".join(path.read_text(encoding="utf-8") for path in sources),
        )
    )


def facts_in(texts: tuple[str, str]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_every_rule_has_words_in_both_languages_and_none_is_unused() -> None:
    rules = rules_of_the_code()
    assert len(rules) > 50
    assert set(zh.MESSAGES) == rules
    assert set(en.MESSAGES) == rules
    assert rules >= UNREADABLE


@pytest.mark.parametrize("rule", sorted(zh.MESSAGES))
def test_both_languages_tell_the_same_facts(rule: str) -> None:
    assert facts_in(zh.MESSAGES[rule]) == facts_in(en.MESSAGES[rule])
    assert all(zh.MESSAGES[rule])
    assert all(en.MESSAGES[rule])


def test_the_words_of_libyaml_are_translated() -> None:
    """The problems are those that libyaml's scanner, parser and composer can name."""
    assert len(zh.PROBLEMS) > 30
    assert set(en.PROBLEMS) <= set(zh.PROBLEMS)
    assert not any(text.isascii() for text in zh.PROBLEMS.values())


def finding(**facts: object) -> Finding:
    return Finding(Span("outline.yaml", 3, 5), "load/unknown-key", dict(facts))  # type: ignore[arg-type]


def test_a_finding_is_one_line_and_its_hint_another() -> None:
    shown = finding(key="titel", near=Near("titel", ("title",)), known=listed(["title"]))
    assert rendered(shown, "zh") == "outline.yaml:3:5: 错误[load/unknown-key] 不认识的字段 `titel`\n  提示：是不是 `title`？"
    assert rendered(shown, "en") == "outline.yaml:3:5: error[load/unknown-key] unknown field `titel`\n  hint: did you mean `title`?"


def test_facts_are_said_in_the_language() -> None:
    far = finding(key=Words("甲", "first"), near=Near("xyz", ("title",)), known=listed(["title", "parts"]))
    assert rendered(far, "zh").endswith("`甲`\n  提示：可用的字段：title、parts")
    assert rendered(far, "en").endswith("`first`\n  hint: known fields: title, parts")


@pytest.mark.parametrize(
    ("quoted", "shown"), [("甲|abc", "`甲|abc`"), ("{gdp}", "`{gdp}`"), ("甲\n乙\x1b[31m", "`甲 乙 [31m`"), ("长" * 99, f"`{'长' * 60}…`")]
)
def test_what_the_author_wrote_is_quoted_as_it_is_in_one_line(quoted: str, shown: str) -> None:
    assert shown in rendered(finding(key=quoted, near=Near("", ()), known=listed([])), "zh")
