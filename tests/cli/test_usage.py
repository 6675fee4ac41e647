"""Wrong command lines are explained in the language of the run, in two lines, with exit code 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from deckgen.cli.building import BuildRequest
from deckgen.cli.group import COMMANDS
from deckgen.cli.language import language
from deckgen.messages.spoken import default_language
from tests.cli.conftest import Deckgen


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("buld x", "没有命令 `buld`。是不是 `build`？"),
        ("x.yaml", "deckgen build x.yaml"),
        (
            "xyz",
            "可用的命令：build、preview、check、completion、diff、doctor、explain、figures、import、kinds、mcp、new、pull、render、schema、score、theme、themes",
        ),
        ("--nope", "没有选项 --nope"),
        ("build", "缺少参数 OUTLINE"),
        ("build --them x outline.yaml", "没有选项 --them，是不是 --theme？"),
        ("build a b", "多了参数 b"),
        ("build a -o", "选项 -o 后面要有值"),
        ("build a --lang fr", "--lang 的值不对，可以是：zh、en"),
        ("schema", "缺少参数 outline|figures|theme|snippets"),
        ("schema nope", "outline|figures|theme|snippets 的值不对，可以是：outline、figures、theme、snippets"),
        ("schema theme --for outline.yaml", "--for 只用于 deckgen schema outline"),
        ("themes --nope", "没有选项 --nope"),
    ],
)
def test_wrong_usage(deckgen: Deckgen, arguments: str, words: str) -> None:
    ended = deckgen(*arguments.split())
    assert (ended.code, ended.out) == (2, "")
    problem, more = ended.err.splitlines()
    assert problem.startswith("deckgen: ")
    assert words in problem
    assert more.endswith("--help")


def test_wrong_usage_in_english(deckgen: Deckgen) -> None:
    assert deckgen("build", "--lang", "en").err == "deckgen: OUTLINE is missing\n  see: deckgen build --help\n"
    assert deckgen("--lang", "en", "build", "a", "b").err.startswith("deckgen: unexpected b")


def test_without_arguments_the_help_is_shown(deckgen: Deckgen) -> None:
    ended = deckgen()
    assert ended.code == 2
    assert all(name in ended.err for name in COMMANDS)


def test_help_and_version_are_no_mistake(deckgen: Deckgen) -> None:
    assert deckgen("--help").code == 0
    assert deckgen("build", "-h").code == 0
    assert deckgen("--version").out.startswith("deckgen ")


def test_the_schema_of_an_outline_offers_the_figures_of_its_ledger(deckgen: Deckgen) -> None:
    Path("figures.yaml").write_text(
        "figures:\n  gdp: {label: 生产总值, value: 4, unit: 亿元}\n  jobs: {label: 就业, value: X}\n", encoding="utf-8"
    )
    text = Path("outline.yaml").read_text(encoding="utf-8")
    assert deckgen("schema", "outline", "--for", "outline.yaml").code == 1  # which has no ledger
    Path("outline.yaml").write_text(f"figures: figures.yaml\n{text}", encoding="utf-8")
    made = json.loads(deckgen("schema", "outline", "--for", "outline.yaml").out)
    offered = made["definitions"]["figure"]["anyOf"][0]
    assert offered["enum"] == ["gdp", "jobs"] and offered["enumDescriptions"] == ["生产总值 4亿元", "就业 X"]
    plain = json.loads(deckgen("schema", "outline").out)
    for figures, accepted in (("[gdp, jobs]", True), ("[other]", True), ("[Not a name]", False)):
        slide = {"kind": "points", "title": "甲", "points": ["乙"], "figures": figures.strip("[]").split(", ")}
        outline = {"title": "报告", "parts": [{"title": "一", "slides": [slide]}]}
        for schema in (made, plain):
            assert Draft7Validator(schema).is_valid(outline) == accepted


def test_themes_and_schema_print_what_they_promise(deckgen: Deckgen) -> None:
    assert "zhengwu-red\t" in deckgen("themes").out
    assert deckgen("schema", "outline").out.startswith("{")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "zh"),
        ({"LANGUAGE": "zh"}, "zh"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], expected: str) -> None:
    assert default_language(environment) == expected


@pytest.mark.parametrize("arguments", ["--lang en build a", "build a --lang en", "build --lang=en a"])
def test_the_language_may_stand_anywhere(arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN")
    assert language(arguments.split()) == "en"


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ("build a", BuildRequest("a")),
        ("build a -o b.pptx --theme=c --figures d --lang en", BuildRequest("a", "b.pptx", "c", "d")),
        ("--lang en build -o - a --final", BuildRequest("a", "-", final=True)),
    ],
)
def test_a_build_is_asked_for_with_all_that_was_said(
    deckgen: Deckgen, monkeypatch: pytest.MonkeyPatch, arguments: str, request_: BuildRequest
) -> None:
    asked: list[BuildRequest] = []
    monkeypatch.setattr("deckgen.cli.build.build_deck", lambda request: asked.append(request) or 0)
    assert deckgen(*arguments.split()).code == 0
    assert asked == [request_]
