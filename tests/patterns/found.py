"""Every regular expression of the package with the ways it is used, read from the source; what a call makes as it runs is told in `MADE`."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import Struct

import deckgen
from deckgen.language import language_of
from deckgen.load.inline import FOREIGN
from deckgen.measure.words import HELD
from deckgen.render.sealed import CLICKED
from deckgen.speech.figures.lookalikes import SAID_AFTER
from deckgen.speech.figures.naming import TERMS
from deckgen.speech.slides.shortcomings import KEYS

Expression = str | bytes
USES = frozenset({"match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split"})
# Calls whose pattern is only known as they run, by module and function: what they may be given.
MADE: dict[str, tuple[Expression, ...]] = {
    "language.goes_on": tuple(rf"{language_of(code).furniture.continued} ?\d*\)$" for code in ("zh-CN", "en-GB")),
    "load.inline.foreign": tuple(FOREIGN.values()),
    "load.nodes.matcher": (),  # found where it is called
    "measure.words.matcher": tuple(pattern for _, pattern in HELD),
    "pull.fields.followed": (r"\{\s*gdp\s*\}",),
    "render.raster.value_of": (' x="([^"]*)"',),
    "render.sealed.is_clicked": (b"[\"']rId1[\"']", CLICKED + b"[\"']rId1[\"']"),
    "speech.figures.lookalikes.is_name": tuple(f"(?:{words})$" for words in SAID_AFTER.values()),
    "speech.figures.naming.indicator_of": tuple(pattern for pattern, _ in TERMS),
    "speech.read.markdown.": (),  # in a tuple of the module, found there
    "speech.slides.shortcomings.with_keys": tuple(pattern for pattern, _ in KEYS),
    "speech.structure.refrains.sentences_with": ("(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]，)?必须",),
    "speech.text.numbering.": (),  # in a mapping of the module, found there
    "speech.text.sentences.endings": ("[。.]",),
    "template.names.": (),  # in a mapping of the module, found there
    "template.themed.notes_size": (r'\bcx="([1-9]\d{4,8})"',),
    "template.pieces.attribute": (r"""[\s](?:\w+:)?type\s*=\s*(?:"([^"]*)"|'([^']*)')""",),
}


class Used(Struct, frozen=True):
    """A regular expression, the places that have it, and how they ask it; without a use whatever there is."""

    pattern: re.Pattern[Any]
    uses: frozenset[str]
    places: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.places[0]} {self.pattern.pattern[:60]!r}"


def patterns() -> tuple[list[Used], list[str]]:
    """(every expression, the calls whose expression is neither found nor told)."""
    found: dict[re.Pattern[Any], tuple[set[str], list[str]]] = {}
    lost = []
    for module in modules():
        for pattern, use, place in (*kept_by(module), *asked_by(module)):
            if pattern is None:
                lost.append(place)
                continue
            uses, places = found.setdefault(pattern, (set(), []))
            uses.update({use} - {""})
            places.append(place)
    return [Used(pattern, frozenset(uses), tuple(places)) for pattern, (uses, places) in found.items()], lost


def modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(deckgen.__path__, "deckgen."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


Asked = tuple[re.Pattern[Any] | None, str, str]


def kept_by(module: ModuleType) -> Iterator[Asked]:
    """The compiled expressions among the names of a module, in tuples and mappings as well."""
    waiting = list(vars(module).values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, re.Pattern):
            yield value, "", short(module)
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, (tuple, list)):
            waiting.extend(value)


def short(module: ModuleType) -> str:
    return module.__name__.removeprefix("deckgen.")


def asked_by(module: ModuleType) -> Iterator[Asked]:
    """What calls of `re` compile, and the ways in which compiled ones are asked; None where that is not known."""
    tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
    for function, call in calls_in(tree, ""):
        assert isinstance(call.func, ast.Attribute)
        of_re = isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
        place = f"{short(module)}.{function}"
        if not of_re:
            for pattern in compiled_by(call.func.value, module):
                yield pattern, call.func.attr, place
        elif call.func.attr in USES | {"compile"}:
            use = call.func.attr if call.func.attr in USES else ""
            given = value_of(call.args[0], module)
            made = [given] if isinstance(given, Expression) else MADE.get(place, [])
            kept = None if isinstance(given, Expression) or made else given_back(function, module)
            if kept:
                yield kept, "", place
            elif given is None and place not in MADE:
                yield None, use, place
            for pattern in made:
                yield re.compile(pattern, flags_of(call, module)), use, place


def calls_in(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    """(the function around it, a call `something.use(…)`)."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute) and child.func.attr in USES | {"compile"}:
            yield function, child
        yield from calls_in(child, child.name if isinstance(child, ast.FunctionDef) else function)


def value_of(node: ast.expr, module: ModuleType) -> Any:
    """What the source amounts to among the names of its module; None where it needs more than them."""
    try:
        return eval(compile(ast.fix_missing_locations(ast.Expression(node)), "", "eval"), dict(vars(module)))
    except (NameError, TypeError, AttributeError, KeyError, IndexError):
        return None


def compiled_by(node: ast.expr, module: ModuleType) -> Iterator[re.Pattern[Any]]:
    """The expression that the source is; all of a mapping of which it takes one."""
    whole = value_of(node.value, module) if isinstance(node, ast.Subscript) else value_of(node, module)
    for value in whole.values() if isinstance(whole, dict) else (whole,):
        if isinstance(value, re.Pattern):
            yield value


def given_back(function: str, module: ModuleType) -> re.Pattern[Any] | None:
    """What a function without parameters compiles and hands out; None for any other."""
    maker = vars(module).get(function)
    if "Pattern" not in getattr(maker, "__annotations__", {}).get("return", "") or signature(maker).parameters:
        return None
    return maker()


def flags_of(call: ast.Call, module: ModuleType) -> int:
    values = [value_of(node, module) for node in (*call.args[1:], *(word.value for word in call.keywords))]
    return sum(value for value in values if isinstance(value, re.RegexFlag))
