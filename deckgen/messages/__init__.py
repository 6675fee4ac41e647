"""All words said to a person: an id with its facts is said in Chinese or English.

A catalog is a folder, `zh` or `en`, with a file for each prefix of ids, loaded when one of them is said: MESSAGES are rules with
(what is wrong, what to do), WORDS anything else. In an English text `{count:slide|slides}` is a number with its noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.diagnostics import Fact, Finding, Listed, Near, Span, Term, nearest

PREFIXES = (
    "a11y", "agent", "cli", "content", "deck", "delivery", "doctor", "form", "help", "keep", "layout", "load", "package", "page", "portability", "preview", "pull",
    "reason", "render", "save", "score", "speech", "theme", "word",
)  # fmt: skip
LONGEST_FACT = 60  # what the author wrote is quoted that far


class Count(int):
    """A number that takes its noun along."""

    def __format__(self, spec: str) -> str:
        """`{errors:error|errors}` is 1 error, 2 errors."""
        one, bar, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else int.__format__(self, spec)


def say_in(lang: str, name: str, /, **facts: object) -> str:
    """The text of an id of WORDS in `zh` or `en`; facts stand in it whole."""
    return worded(lang, name).format_map({fact: as_said(value, lang) for fact, value in facts.items()})


def as_said(value: object, lang: str) -> object:
    """What a format may be applied to: a number with its noun, a text in the language."""
    match value:
        case Term():
            return say_in(lang, value.name, **dict(value.facts))
        case Listed():
            return worded(lang, "word/comma").join(str(as_said(item, lang)) for item in value.items)
        case Near():
            return nearest(value.word, value.candidates)
        case int():
            return Count(value)
        case str():
            return printable(value)
    return value


def countable(value: object) -> object:
    """A fact that is a whole number, so that it takes its noun along; findings keep it as a text."""
    return Count(value) if isinstance(value, str) and value.isdecimal() and value.isascii() and str(int(value[:9])) == value else value


def printable(text: str) -> str:
    """What a terminal would act upon (escapes, U+202E that turns a name around) as a sign of its own; line ends stay."""
    return (
        text
        if text.isprintable()
        else "".join(char if char.isprintable() or char == "\n" else "\N{REPLACEMENT CHARACTER}" for char in text)
    )


ENUMERATED = ("load/unknown-value",)  # what else there is, is told beside the near name: a few words


def words(finding: Finding, lang: str) -> tuple[str, str]:
    """(message, hint) of a finding in `zh` or `en`; the hint may be empty."""
    rules = messages(prefix_of(finding.rule), lang)
    message, hint = rules[finding.rule]
    facts = {name: countable(as_said(quoted(value), lang)) for name, value in finding.facts.items()}
    if "problem" in facts:
        facts["problem"] = problems(prefix_of(finding.rule), lang).get(str(facts["problem"]), facts["problem"])
    if facts.get("near"):
        near = worded(lang, "word/near")
        hint = f"{near} {hint}" if finding.rule in ENUMERATED else near
    return message.format_map(facts), hint.format_map(facts)


def quoted(value: Fact) -> Fact:
    """The fact with what somebody else wrote cut where it gets long, and in one line."""
    match value:
        case Term():
            return Term(value.name, tuple((name, quoted(fact)) for name, fact in value.facts))
        case Listed():
            return Listed(tuple(quoted(item) for item in value.items))
        case str():
            plain = "".join(char if char.isprintable() else " " for char in value[: LONGEST_FACT + 1])
            return f"{plain[:LONGEST_FACT]}…" if len(value) > LONGEST_FACT else plain
    return value


def rendered(finding: Finding, lang: str) -> str:
    """`outline.yaml:31:9: 错误[load/unknown-key] …` and its hint on a line below."""
    where, kind, message, hint = told_in_parts(finding, lang)
    return f"{where}: {kind} {message}{hint}"


def told_in_parts(finding: Finding, lang: str) -> tuple[str, str, str, str]:
    """The place, `错误[load/unknown-key]`, the message, and its hint as the line below, or ""."""
    message, hint = words(finding, lang)
    severity = worded(lang, "word/error" if finding.severity == "error" else "word/warning")
    below = f"\n  {say_in(lang, 'word/hint', hint=hint)}" if hint else ""
    return place(finding.span, lang), f"{severity}[{finding.rule}]", message, below


def place(span: Span, lang: str) -> str:
    """`outline.yaml:31:9`, `figures.csv:B7`, or `deck.pptx: 第 3 页 “标题”`, as far as it is known."""
    path = printable(span.path)
    if not span.slide:
        return ":".join(str(part) for part in (path, span.cell, span.line, span.column) if part)
    text = say_in(lang, "word/slide", path=path, slide=span.slide)
    return f"{text} “{span.shape}”" if span.shape else text


# ---- the catalogs


def worded(lang: str, name: str) -> str:
    return whole(prefix_of(name), lang)[name]


def whole(prefix: str, lang: str) -> Mapping[str, str]:
    """All WORDS of a prefix."""
    return getattr(catalog(prefix, lang), "WORDS", {})


def messages(prefix: str, lang: str) -> Mapping[str, tuple[str, str]]:
    """All rules of a prefix: (what is wrong, what to do)."""
    return getattr(catalog(prefix, lang), "MESSAGES", {})


def problems(prefix: str, lang: str) -> Mapping[str, str]:
    """What a library says, as we say it."""
    return getattr(catalog(prefix, lang), "PROBLEMS", {})


def all_rules() -> Iterator[str]:
    """Every rule that has a message, prefix by prefix."""
    for prefix in PREFIXES:
        yield from messages(prefix, "en")


def catalog(prefix: str, lang: str) -> object:
    return __import__(f"deckgen.messages.{lang}.{prefix}", fromlist=("WORDS",))  # importlib has to be loaded first


def prefix_of(name: str) -> str:
    return name.partition("/")[0]
