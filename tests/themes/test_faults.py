"""Every fault of a theme is told at its line, by its rule; nothing that a designer can write ends in a traceback or takes long."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.messages import messages, rendered
from deckgen.template.rules.run import RULES
from tests.clock import seconds, seconds_of
from tests.load.helpers import place_and_rule
from tests.themes.helpers import faults_of, write_theme

NUMBERS = ", ".join(str(40_000 - n) for n in range(20_000))
MANY = ", ".join(["{box: [0, 0, 9, 9]}"] * 201)

FAULTS = [
    ("palette: {accent1: red}", "2:20 theme/color “RED”|“red”"),
    ("palette: {accent1: A8161B0}", "2:20 theme/color"),
    ("palette: {accent1: ''}", "2:20 theme/color"),
    ("palette: {accent7: A8161B}", "2:11 load/unknown-key 是不是"),
    ("palette: [A8161B]", "2:10 load/wrong-type"),
    ("type: {title: {sizes: [20, 24]}}", "2:23 theme/sizes 从大到小"),
    ("type: {title: {sizes: [24, 24]}}", "2:23 theme/sizes"),
    ("type: {title: {sizes: []}}", "2:23 theme/sizes"),
    ("type: {title: {sizes: {a: 1}}}", "2:23 load/wrong-type 应当是列表"),
    ("type: {title: {sizes: [24, 20pt]}}", "2:28 load/wrong-type 应当是数字"),
    ("type: {title: {sizes: [24, 0]}}", "2:28 theme/range 6 到 200"),
    ("type: {title: {sizes: -3}}", "2:23 theme/range"),
    ("type: {title: {sizes: [99999, 24]}}", "2:24 theme/range"),
    ("type: {title: {sizes: 1e99}}", "2:23 load/wrong-type"),
    (f"type: {{title: {{sizes: [{NUMBERS}]}}}}", "2:108 theme/too-many 20000 项，最多 12 项"),
    ("type: {title: {leading: 10}}", "2:25 load/not-in-range"),
    ("type: {title: {tracking: -1}}", "2:26 load/not-in-range"),
    ("type: {title: {bold: perhaps}}", "2:22 load/wrong-type"),
    ("type: {title: {face: serif}}", "2:22 load/unknown-value heading"),
    ("type: {title: {colour: dk1}}", "2:16 load/unknown-key 是不是 `color`"),
    ("type: {titel: {bold: true}}", "2:8 load/unknown-key 是不是 `title`"),
    ("type: {title: {color: accent9}}", "2:23 load/unknown-value accent"),
    ("type: {title: {color: accent1 -120}}", "2:23 theme/shade"),
    ("type: {title: {color: accent1 0 101%}}", "2:23 theme/shade"),
    ("type: {title: {color: accent1 101}}", "2:23 theme/shade"),
    ("type: {title: {color: accent1 -101}}", "2:23 theme/shade"),
    ("type: {title: {color: [dk1]}}", "2:23 load/wrong-type"),
    ("surfaces: {card: {fill: {gradient: [dk1]}}}", "2:25 theme/gradient 两种到 10 种"),
    ("surfaces: {card: {fill: {gradient: []}}}", "2:25 theme/gradient"),
    (f"surfaces: {{card: {{fill: {{gradient: [{', '.join(['dk1'] * 11)}]}}}}}}", "2:25 theme/gradient"),
    ("surfaces: {card: {fill: {gradient: [dk1, lt1], angle: 400}}}", "2:55 load/not-in-range"),
    ("surfaces: {card: {stroke: {width: 0}}}", "2:35 theme/range"),
    ("surfaces: {progress: {stroke: {width: 2}}}", "2:31 load/missing-key `color:`"),
    ("surfaces: {card: {stroke: [dk1]}}", "2:27 load/wrong-type"),
    ("surfaces: {card: {shape: star}}", "2:26 load/unknown-value"),
    ("surfaces: {card: {edge: ''}}", "2:19 load/empty-value"),
    ("surfaces: {card: {edge_width: 400}}", "2:31 theme/range"),
    ("surfaces: {panner: {fill: dk1}}", "2:12 load/unknown-key 是不是 `banner`"),
    ("layouts: {points: {content: [64, 176, 1152]}}", "2:29 theme/box 四个数"),
    ("layouts: {points: {content: 64}}", "2:29 theme/box"),
    ("layouts: {points: {content: [64, 176, x, 464]}}", "2:39 load/wrong-type"),
    ("layouts: {points: {content: [64, 176, 0, 464]}}", "2:39 theme/range"),
    ("layouts: {points: {content: [64, 176, -9, 464]}}", "2:39 theme/range"),
    ("layouts: {points: {content: [64, 176, 1152, 99999]}}", "2:45 theme/range"),
    ("layouts: {points: {content: [64, 176, 1252, 464]}}", "2:29 theme/off-page 宽 1280、高 720"),
    ("layouts: {points: {content: [64, 176, 20, 20]}}", "2:29 theme/off-page 最小 240×160"),
    ("layouts: {points: {places: {title: {box: [-5, 0, 90, 90]}}}}", "2:42 theme/off-page"),
    ("layouts: {points: {places: {title: {box: [5, 0, 3, 3]}}}}", "2:42 theme/off-page 16×12"),
    ("layouts: {points: {places: {title: {role: nobody}}}}", "2:43 load/unknown-value"),
    ("layouts: {points: {places: {year: {role: title}}}}", "2:29 load/unknown-key"),
    ("layouts: {points: {options: {figures: below}}}", "2:39 load/unknown-value"),
    ("layouts: {cover: {options: {figures: left}}}", "2:29 load/unknown-key"),
    ("layouts: {poems: {}}", "2:11 load/unknown-key"),
    ("layouts: {points: {ornaments: [{name: 无}]}}", "2:32 load/missing-key `box:`"),
    ("layouts: {points: {ornaments: {box: [0, 0, 9, 9]}}}", "2:31 load/wrong-type"),
    ("layouts: {points: {ornaments: [圆]}}", "2:32 load/wrong-entry"),
    (f"layouts: {{points: {{ornaments: [{MANY}]}}}}", "2:4232 theme/too-many 最多 200 项"),
    ("layouts: {points: {ornaments: [{box: [0, 0, 9, 9], path: M 1 2 L 3}]}}", "2:58 theme/path “L 3”"),
    ("layouts: {points: {ornaments: [{box: [0, 0, 9, 9], path: L 1 2}]}}", "2:58 theme/path"),
    ("layouts: {points: {ornaments: [{box: [0, 0, 9, 9], path: M 1 2 Q 3 4}]}}", "2:58 theme/path"),
    ("layouts: {points: {ornaments: [{box: [0, 0, 9, 9], path: 画一条线}]}}", "2:58 theme/path “画一条线”"),
    (f"layouts: {{points: {{ornaments: [{{box: [0, 0, 9, 9], path: M 1 {'9' * 400}}}]}}}}", "2:58 theme/path"),
    ("page: 5", "2:7 load/page 16:9"),
    ("page: [100]", "2:7 load/page"),
    ("page: [100, 0]", "2:7 load/page"),
    ("page: [0, 100]", "2:7 load/page"),
    ("page: [9999, 10]", "2:7 load/page"),
    ("page: {width: 3}", "2:7 load/page"),
    ("page: 1:9", "2:7 load/page"),
    ("margins: {left: 401}", "2:17 theme/range 0 到 400"),
    ("margins: {left: -1}", "2:17 theme/range"),
    ("page: 3:4\nmargins: {left: 200, right: 200}", "3:10 theme/margins 宽 400、高 360"),
    ("type: {title: {sizes: [0]}}", "2:24 theme/range"),
    ("type: {title: {sizes: [0.001]}}", "2:24 theme/range"),
    ("type: {title: {sizes: [-5]}}", "2:24 theme/range"),
    (f"type: {{title: {{sizes: [{'9' * 400}]}}}}", "2:24 load/wrong-type"),
    ("gutter: 0", "2:9 theme/range"),
    ("frame: {dots: [0, 0, 9000, 9]}", "2:22 theme/range"),
    ("frame: {dots: [0, 0, 2000, 9]}", "2:15 theme/off-page"),
    ("faces: {heading: {ea: ''}}", "2:19 load/empty-value `ea`"),
    ("faces: {heading: {metrics: wide}}", "2:28 load/unknown-value sans"),
    ("faces: {headline: {ea: 宋体}}", "2:9 load/unknown-key 是不是 `heading`"),
    ("extends: zhengwu-rad", "2:10 load/unknown-theme 是不是|zhengwu-red"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text[:50] for text, _ in FAULTS])
def test_each_fault_is_told_where_it_stands(text: str, expected: str, tmp_path: Path) -> None:
    place, rule, *words = expected.split(" ", 2)
    faults = faults_of(tmp_path, f"name: t\n{text}\n")
    assert [place_and_rule(fault) for fault in faults] == [f"{place} {rule}"]
    assert any(word in rendered(faults[0], "zh") for word in "".join(words).split("|"))
    assert rendered(faults[0], "en")
    assert seconds_of(lambda: faults_of(tmp_path, f"name: t\n{text}\n"), 1) < seconds(1)


@pytest.mark.parametrize(
    "text",
    [
        "layouts: {points: {content: [64, 176, 240, 160]}}",
        "layouts: {points: {content: [0, 0, 1280, 720]}}",
        "layouts: {points: {places: {title: {box: [5, 0, 16, 12]}}}}",
        "page: 3:4\nmargins: {left: 70, right: 70}",
        "palette: {accent1: '#a8161b'}",
        "type: {title: {color: accent1 -100 100%}, motto: {color: accent1 100 0%}}",
    ],
)
def test_what_is_just_large_enough_is_no_fault(text: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, f"name: t\n{text}\n") == []


# Why a template of PowerPoint is refused, or its mapping (tests/template); what is found in one has rules of its own.
OF_TEMPLATES = {rule.RULE for rule in RULES} | {
    "theme/not-a-deck", "theme/encrypted", "theme/too-large", "theme/page-size", "theme/no-master", "theme/macros", "theme/no-layouts",
    "theme/unknown-master", "theme/unknown-layout", "theme/unknown-place", "theme/no-title-place", "theme/changed-template",
}  # fmt: skip


def test_every_rule_of_themes_has_a_fault_here() -> None:
    shown = {expected.split(" ")[1] for _, expected in FAULTS} | {"theme/extends-itself", "theme/no-logo", "theme/logo-format"}
    rules = set(messages("theme", "zh")) - OF_TEMPLATES
    assert len(rules) > 8
    assert rules <= shown


def test_one_run_tells_all_faults(tmp_path: Path) -> None:
    text = "palette: {dk1: no, lt1: no}\ntype: {title: {sizes: [1]}}\nlayouts: {points: {content: []}}\npage: none\n"
    assert [place_and_rule(fault) for fault in faults_of(tmp_path, text)] == [
        "1:1 load/missing-key", "1:16 theme/color", "1:25 theme/color", "2:24 theme/range", "3:29 theme/box", "4:7 load/page",
    ]  # fmt: skip


def test_a_theme_that_leads_back_to_itself_is_told_at_extends(tmp_path: Path) -> None:
    write_theme(tmp_path, "other", "name: b\nextends: ../own\n")
    (fault,) = faults_of(tmp_path, "name: a\nextends: ../other\n")
    assert place_and_rule(fault) == "2:10 theme/extends-itself"
    assert fault.span.path.endswith("theme.yaml")
    assert [place_and_rule(fault) for fault in faults_of(tmp_path, "name: a\nextends: .\n")] == ["2:10 theme/extends-itself"]


def test_themes_are_nested_only_so_deep(tmp_path: Path) -> None:
    for n in range(12):
        write_theme(tmp_path, f"t{n}", f"name: t\nextends: ../t{n + 1}\n")
    write_theme(tmp_path, "t12", "name: t\n")
    (fault,) = faults_of(tmp_path, "name: t\nextends: ../t0\n")
    assert place_and_rule(fault) == "2:10 theme/extends-itself"
    write_theme(tmp_path, "t7", "name: t\n")
    assert faults_of(tmp_path, "name: t\nextends: ../t0\n") == []


def test_a_fault_of_the_base_is_told_in_the_base(tmp_path: Path) -> None:
    base = write_theme(tmp_path, "base", "name: b\npalette: {dk1: no}\n")
    first, second = faults_of(tmp_path, "name: a\nextends: ../base\npalette: {lt1: no}\n")
    assert sorted([first.span.line, second.span.line]) == [2, 3]
    assert Path(first.span.path).resolve() == Path(base).resolve()


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("type: {footer: {sizes: [60]}}", "2:7 theme/range", "应当在 6 到 14 之间，这里是“60”"),
        ("type: {numeral: {sizes: [200]}}", "2:7 theme/range", "`numeral`"),
        ("type: {ordinal: {sizes: [200]}}", "2:25 theme/range", "6 到 28"),
        ("type: {pending: {sizes: [100, 12]}}", "2:25 theme/range", "6 到 14"),
    ],
)
def test_type_that_would_stand_out_of_its_place_is_refused(text: str, expected: str, words: str, tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, f"name: t\n{text}\n")
    assert place_and_rule(fault) == expected
    assert words in rendered(fault, "zh")
