"""Both catalogs say the same, of the same facts, about every id that the code knows and about no other."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from deckgen.cli.findings import UNREADABLE
from deckgen.diagnostics import Finding, Near, Span, listed, near, term
from deckgen.messages import PREFIXES, catalog, messages, problems, rendered, say_in, whole
from tests.some import some

PACKAGE = Path(__file__).parent.parent / "deckgen"
LANGUAGES = ("zh", "en")
# What hands words on by their id; anything else that is given to these by a variable comes from a table of ids.
SAYING = {"say": 0, "term": 0, "say_in": 1}
# The page asks for its words by name; tests/preview/test_words.py holds them to its scripts.
OF_THE_PAGE = "page"


@cache
def trees() -> tuple[ast.Module, ...]:
    sources = [
        path for path in PACKAGE.rglob("*.py") if "messages" not in path.parts or path.name == "__init__.py" or path.stem == "reasons"
    ]
    assert len(sources) > 250
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in sources)


def ids_of_the_code() -> set[str]:
    """Every text of the source that looks like an id."""
    shape = re.compile(rf"(?:{'|'.join(PREFIXES)})/[a-z0-9-]+")
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value)
    }


def in_the_catalog(lang: str) -> dict[str, tuple[str, ...]]:
    """Every id with its texts."""
    known: dict[str, tuple[str, ...]] = {}
    for prefix in PREFIXES:
        entries = {**{name: (text,) for name, text in whole(prefix, lang).items()}, **messages(prefix, lang)}
        assert len(entries) == len(whole(prefix, lang)) + len(messages(prefix, lang)), "an id is a rule and words at once"
        assert all(name.startswith(f"{prefix}/") for name in entries), prefix
        known |= entries
    return known


def facts_in(texts: tuple[str, ...]) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


CHINESE, ENGLISH = (in_the_catalog(lang) for lang in LANGUAGES)


def test_the_prefixes_are_the_files_of_both_catalogs() -> None:
    for lang in LANGUAGES:
        files = {path.stem for path in (PACKAGE / "messages" / lang).glob("*.py")} - {"__init__"}
        assert files == set(PREFIXES)


def test_every_id_has_words_in_both_languages_and_none_is_unused() -> None:
    spoken = ids_of_the_code()
    assert len(spoken) > 300
    for known in (CHINESE, ENGLISH):
        assert {name for name in known if not name.startswith(f"{OF_THE_PAGE}/")} == spoken
    assert spoken >= UNREADABLE


@pytest.mark.parametrize("name", sorted(CHINESE))
def test_both_languages_tell_the_same_facts(name: str) -> None:
    assert facts_in(CHINESE[name]) == facts_in(ENGLISH[name])
    assert all(some(CHINESE[name]))
    assert all(some(ENGLISH[name])) or name == "form/left-after"  # English has nothing to say behind the number


def test_what_is_said_is_given_the_facts_that_its_words_ask_for() -> None:
    """Of every id that stands in a call, the names of the facts are those of the catalog, no more and no fewer."""
    calls = [(name, facts) for tree in trees() for name, facts in calls_of(tree)]
    assert len(calls) > 180
    assert [(name, facts) for name, facts in calls if facts != facts_in(ENGLISH[name])] == []


def test_a_fault_that_is_noted_has_the_facts_of_its_message() -> None:
    """It may have more: a fact can be there for other readers."""
    notes = [(name, facts) for tree in trees() for name, facts in notes_of(tree)]
    assert len(notes) > 80
    assert [(name, facts) for name, facts in notes if not facts_in(ENGLISH[name]) <= facts] == []


def notes_of(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """`findings.error(span, id, …)` and the like."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("error", "warn"):
            facts = {keyword.arg for keyword in node.keywords}
            names = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str) and a.value in ENGLISH]
            if names and None not in facts:
                yield names[0], {fact for fact in facts if fact}


def calls_of(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING):
            continue
        name = node.args[SAYING[node.func.id]] if len(node.args) > SAYING[node.func.id] else None
        facts = [keyword.arg for keyword in node.keywords]
        if isinstance(name, ast.Constant) and name.value in ENGLISH and None not in facts:  # no **facts
            yield name.value, {fact for fact in facts if fact}


def test_the_words_of_libyaml_are_translated() -> None:
    """The problems are those that libyaml's scanner, parser and composer can name."""
    chinese, english = problems("load", "zh"), problems("load", "en")
    assert len(chinese) > 30
    assert set(english) <= set(chinese)
    assert not any(text.isascii() for text in chinese.values())


def test_a_catalog_is_loaded_by_what_is_said() -> None:
    """One line of one command does not import the words of all stages."""
    code = (
        "import sys; from deckgen.messages import say_in; say_in('zh', 'cli/interrupted');"
        "print(*sorted(name for name in sys.modules if name.startswith('deckgen.messages.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == ["deckgen.messages.zh", "deckgen.messages.zh.cli"]


def test_nothing_is_said_past_the_catalogs() -> None:
    """Pairs of both languages are for what decks and their documentation say."""
    declaring = {"diagnostics.py", "language.py", "names.py", "described.py"}
    users = {
        path.name
        for path in PACKAGE.rglob("*.py")
        if "kinds" not in path.parts and re.search(r"deckgen\.diagnostics import[^\n]*\bWords\b", path.read_text(encoding="utf-8"))
    }
    assert users <= declaring


def test_an_unknown_id_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        say_in("zh", "cli/no-such-words")
    assert catalog("cli", "zh") is catalog("cli", "zh")


# ---- findings


def finding(**facts: object) -> Finding:
    return Finding(Span("outline.yaml", 3, 5), "load/unknown-key", dict(facts))  # type: ignore[arg-type]


def test_a_finding_is_one_line_and_its_hint_another() -> None:
    shown = finding(key="titel", near=Near("titel", ("title",)), known=listed(["title"]))
    assert rendered(shown, "zh") == "outline.yaml:3:5: 错误[load/unknown-key] 不认识的字段 `titel`\n  提示：是不是 `title`？"
    assert rendered(shown, "en") == "outline.yaml:3:5: error[load/unknown-key] unknown field `titel`\n  hint: did you mean `title`?"


def test_facts_are_said_in_the_language() -> None:
    far = finding(key=term("load/a-number"), near=near("xyz", ["title"]), known=listed(["title", term("load/text")]))
    assert rendered(far, "zh").endswith("`数字`\n  提示：可用的字段：title、文字")
    assert rendered(far, "en").endswith("`a number`\n  hint: known fields: title, text")


def test_a_term_has_facts_of_its_own() -> None:
    why = term("save/refused", path="a.pptx", reason=term("reason/read-only"))
    assert say_in("en", why.name, **dict(why.facts)) == "Cannot write a.pptx: the disk is read-only; choose another place or name."


@pytest.mark.parametrize(("errors", "warnings", "said"), [(1, 0, "1 error, 0 warnings."), (2, 1, "2 errors, 1 warning.")])
def test_a_number_takes_its_noun_along(errors: int, warnings: int, said: str) -> None:
    assert say_in("en", "cli/counts", errors=errors, warnings=warnings) == said
    assert say_in("zh", "cli/counts", errors=errors, warnings=warnings) == f"{errors} 处错误，{warnings} 处警告。"


QUOTED = [("甲|abc", "`甲|abc`"), ("{gdp}", "`{gdp}`"), ("甲\n乙\x1b[31m", "`甲 乙 [31m`"), ("长" * 99, f"`{'长' * 60}…`")]


@pytest.mark.parametrize(("quoted", "shown"), QUOTED)
def test_what_the_author_wrote_is_quoted_as_it_is_in_one_line(quoted: str, shown: str) -> None:
    assert shown in rendered(finding(key=quoted, near=Near("", ()), known=listed([])), "zh")
    inside = term("save/refused", path=quoted, reason="")
    assert f" {shown[1:-1]}：" in rendered(finding(key=inside, near=Near("", ()), known=listed([])), "zh")


# What is asked for is Chinese itself there: names of faces, words of the ledger, a rule about Chinese texts.
ABOUT_CHINESE = {
    "theme/no-ea-face",
    "theme/face-not-stock",
    *("deck/stray-font", "portability/stock-faces", "layout/figure-too-wide", "content/other-year", "speech/year-without"),
    *("form/rank", "form/value-refused", "help/import-review"),
}


def test_english_words_have_english_examples() -> None:
    chinese = {name for name, texts in ENGLISH.items() if any("\u4e00" <= char <= "\u9fff" for text in texts for char in text)}
    assert chinese == ABOUT_CHINESE


def test_every_rule_can_be_said_of_a_number_and_of_words() -> None:
    """Facts of a finding are texts; one that is a number takes its noun along."""
    for name, texts in ENGLISH.items():
        if name in messages_of("en"):
            facts = dict.fromkeys(facts_in(texts), "3")
            for lang in LANGUAGES:
                assert rendered(Finding(Span("a"), name, dict(facts)), lang)


def messages_of(lang: str) -> set[str]:
    return {name for prefix in PREFIXES for name in messages(prefix, lang)}
