"""Mistakes of people who write outlines: each is said once, where it was made, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.checkup import findings_of as findings_for
from deckgen.kinds.registry import KINDS
from deckgen.messages import rendered
from deckgen.pipeline import Request
from tests.examples import mostly_in_ci
from tests.load.helpers import check, check_finds, check_ledger_finds, deck, findings_of, read, theme_findings
from tests.some import some

GOOD = "parts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n"


def test_a_misspelt_key_is_reported_where_it_was_written() -> None:
    check_finds(
        "title: 报告\nparts:\n  - titel: 回顾\n    slides: [{kind: points, title: 甲, points: [乙]}]\n",
        "3:5 load/unknown-key 是不是 `title`？",
    )


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (f"titel: 报告\n{GOOD}", "1:1 load/unknown-key 是不是 `title`？"),
        (f"TITLE: 报告\n{GOOD}", "1:1 load/unknown-key 是不是 `title`？"),
        (GOOD, "1:1 load/missing-key 请补上 `title:`"),
        (f"title:\n{GOOD}", "1:1 load/empty-value `title` 是空的"),
        (f"title: ''\n{GOOD}", "1:1 load/empty-value"),
        (f"title: 甲\ntitle: 乙\n{GOOD}", "2:1 load/duplicate-key 第一次在第 1 行"),
        ("title: 甲\nparts: []\n", "2:1 load/empty-value `parts`"),
        ("title: 甲\nparts: 乙\n", "2:8 load/wrong-type 应当是列表（每项一行，以 - 开头）"),
        ("title: 甲\nparts: {a: b}\n", "2:8 load/wrong-type 应当是列表"),
        ("title: 甲\nparts: [乙]\n", "2:9 load/wrong-entry 这里是“乙”"),
        ("title: 甲\nparts: [null]\n", "2:9 load/wrong-entry 这里是空的"),
        (f"title: [甲]\n{GOOD}", "1:8 load/wrong-type 这里是列表"),
        (f"title: {{a: b}}\n{GOOD}", "1:8 load/wrong-type 这里是字段"),
        (f"? [a]\n: b\ntitle: 甲\n{GOOD}", "1:3 load/key-not-text 这里是列表"),
        (f'title: "\\x07"\n{GOOD}', "1:8 load/control-character"),
        (f"title: {'长' * 20_001}\n{GOOD}", "1:8 load/too-long 20001"),
        (f"title: 甲\noverflow: 断页\n{GOOD}", "2:11 load/unknown-value error、continue"),
        (f"title: 甲\nlanguage: en_GB\n{GOOD}", "2:11 load/unknown-value 是不是 `en-GB`？"),
        (f"title: 甲\nkeep: 词\n{GOOD}", "2:7 load/wrong-type 列表"),
        (f"title: 甲\nfigures: 没有.yaml\n{GOOD}", "2:10 load/missing-reference 没有.yaml"),
        (f"title: 甲\nclosing: []\n{GOOD}", "2:10 load/wrong-type 字段（键: 值）"),
        (f"title: 甲\nclosing: {{text: 乙}}\n{GOOD}", "2:10 load/missing-key `title`"),
    ],
)
def test_faults_of_the_head(outline: str, expected: str) -> None:
    check_finds(outline, expected)


@pytest.mark.parametrize(
    ("slide", "kind", "expected"),
    [
        ("points: [甲]", "", "5:5 load/empty-value `kind`"),
        ("points: [甲]", "pionts", "5:11 load/unknown-value 是不是 `points`？"),
        ("points: [甲]", "[a]", "5:11 load/wrong-type 应当是文字"),
        ("ponits: [甲]", "points", "7:5 load/unknown-key 是不是 `points`？"),
        ("points: []", "points", "7:5 load/empty-value"),
        ("points: [[甲]]", "points", "7:14 load/wrong-entry"),
        ("points: [{}]", "points", "7:14 load/empty-value"),
        ("points: ['']", "points", "7:14 load/empty-value"),
        ("points: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬]", "points", "7:38 load/too-many 最多 8 项"),
        ("text:", "statement", "7:5 load/empty-value"),
        ("text: 甲\ntags: [[乙]]", "statement", "8:12 load/wrong-type"),
        ("pairs: [{pair: 稳进}]", "pairs", "7:20 load/pair 稳/进"),
        ("pairs: [{pair: [稳]}]", "pairs", "7:20 load/pair 这里是列表"),
        ("pairs: [{pair: [稳, '']}]", "pairs", "7:20 load/pair"),
        ("pairs: [稳/进]", "pairs", "7:13 load/wrong-entry"),
        ("points: [甲]\nfigures: [nope]", "points", "8:15 load/no-ledger"),
        ("points: [甲]\nfigures: [null]", "points", "8:15 load/empty-value"),
        ("items: [{key: 甲, lead: 乙, text: 丙, more: 丁}]", "principles", "7:40 load/unknown-key key、lead、text"),
    ],
)
def test_faults_of_a_slide(slide: str, kind: str, expected: str) -> None:
    check_finds(deck(slide, kind=kind), expected)


def test_every_fault_of_a_file_is_told_in_one_run() -> None:
    faults = "titel: 甲\nkeep: 乙\nparts:\n- title: ''\n  agenda: 也许\n  slides:\n  - {kind: 无, title: 丙}\n  - {kind: points, title: [丁], points: 戊}\n"
    check_finds(
        faults,
        "1:1 load/unknown-key",
        "2:7 load/wrong-type",
        "4:3 load/empty-value",
        "5:11 load/wrong-type “true”或“false”",
        "7:12 load/unknown-value",
        "8:27 load/wrong-type",
        "8:40 load/wrong-type",
    )


def test_a_merge_key_is_said_once_and_nothing_is_missing_after_it() -> None:
    check_finds(deck("points: [甲]") + "  - {<<: {kind: points}, title: 乙}\n", "8:6 load/merge-key")


@pytest.mark.parametrize("claim", ["坚持", "百个坚持", "一百个坚持", "3.5个坚持", "三三制", "第一", "七"])
def test_claims_without_a_number_to_count(claim: str) -> None:
    check_finds(claimed(claim, 1), "4:10 content/claim-without-number")


def claimed(claim: str, slides: int) -> str:
    listed = ", ".join(f"{{kind: points, title: 甲{n}, points: [乙]}}" for n in range(slides))
    return f'title: 报告\nparts:\n- title: 一\n  claim: "{claim}"\n  slides: [{listed}]\n'


def test_a_claim_over_a_faulty_list_is_not_counted() -> None:
    check_finds("title: 甲\nparts: [{title: 一, claim: 两个丙, slides: [{kind: 无, title: 乙}]}]\n", "2:48 load/unknown-value")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成{gdq}亿", "7:17 load/unknown-figure 是不是 `gdp`？"),
        ("完成{gdp.vale}", "7:17 load/unknown-figure-part 是不是 `value`？"),
        ("完成{gdp.}", "7:17 load/unknown-figure-part value、unit、change"),
        ("完成{gdp.change}", "7:17 load/figure-has-no-part 没有填写 `change`"),
        ("完成{gdp", "7:17 load/lone-brace"),
        ("完成}", "7:17 load/lone-brace"),
        ("完成{}", "7:17 load/lone-brace"),
        ("甲**乙", "7:16 load/open-mark"),
        ("**甲**乙**", "7:21 load/open-mark"),
    ],
)
def test_marks_are_found_inside_the_text(text: str, expected: str) -> None:
    check_finds(deck(f"points: ['{text}']", head="figures: figures.yaml\n"), shifted(expected))


def test_a_figure_of_a_slide_that_the_ledger_lacks_is_told_with_one_that_it_has() -> None:
    check_finds(deck("points: [甲]\nfigures: [gdq]", head="figures: figures.yaml\n"), shifted("8:15 load/unknown-figure 是不是 `gdp`？"))
    check_finds(deck("points: [甲]\nfigures: ['gdp，gdp']", head="figures: figures.yaml\n"), shifted("8:15 load/full-width-comma"))


def shifted(expected: str) -> str:
    """A head line above moves everything one line down."""
    line, rest = expected.split(":", 1)
    return f"{int(line) + 1}:{rest}"


def test_marks_are_found_lines_below_the_start_of_the_notes() -> None:
    notes = "points: [甲]\nnotes: |\n\n  一{gdq}\n\n    二{gdp}{gdq}\n"
    check_finds(deck(notes, head="figures: figures.yaml\n"), "11:8 load/unknown-figure", "13:15 load/unknown-figure")


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        ("- a\n", "1:1 load/other-file 可用的字段：sample、extends"),
        ("", "0:0 load/empty-file"),
        ("figures:\n", "1:1 load/empty-value"),
        ("figures: [a]\n", "1:10 load/wrong-type"),
        ("figure: {}\n", "1:1 load/unknown-key 是不是 `figures`？"),
        ("extends: 没有.yaml\nfigures: {}\n", "1:10 load/missing-reference"),
        ("extends: figures.yaml\nfigures: {}\n", "1:10 load/extends-itself"),
        ("figures:\n  GDP: {label: 甲, value: 1}\n", "2:3 load/figure-name"),
        ("figures:\n  [a]: {label: 甲, value: 1}\n", "2:3 load/figure-name"),
        ("figures:\n  a: {label: 甲, value: 1}\n  a: {label: 甲, value: 1}\n", "3:3 load/duplicate-key 第 2 行"),
        ("figures:\n  a: {label: 甲, valu: 1}\n", "2:17 load/unknown-key 是不是 `value`？"),
        ("figures:\n  a: {label: 甲, value: {b: c}}\n", "2:24 load/wrong-type"),
        ("figures:\n  a: {label: 甲, value: 1, decimals: 7}\n", "2:37 load/not-in-range 0 到 6"),
        ("figures:\n  a: {label: 甲, value: 1, scale: 千}\n", "2:34 load/unknown-value 万、亿、auto"),
        ("figures:\n  a: {label: 甲, value: 1, change: {unit: '%'}}\n", "2:35 load/missing-key `value`"),
        ("figures:\n  a: {label: 甲, value: 1, sample: 也许}\n", "2:35 load/wrong-type"),
    ],
)
def test_faults_of_the_ledger(ledger: str, expected: str) -> None:
    check_ledger_finds(ledger, expected)


def test_a_new_figure_without_value_and_label() -> None:
    check_ledger_finds("figures:\n  a:\n", "2:3 load/empty-value `value`", "2:5 load/missing-key `label`")


def test_an_unreadable_ledger_is_one_finding_not_one_for_every_figure() -> None:
    _, found = read(deck("points: ['{a}', '{b}']\nfigures: [c]", head="figures: figures.yaml\n"), "figures: [\n")
    assert [finding.rule for finding in found] == ["load/yaml-syntax"]


@pytest.mark.parametrize(
    "value", ["1e5", ".inf", "-.inf", "nan", ".NaN", "0x1F", "1_000", "'1,00'", ".5", "5.", "1.2.3", "1" * 19, "1" * 4000, "0.1234567890"]
)
def test_what_is_nearly_a_number_is_no_value(value: str) -> None:
    check_ledger_finds(f"figures:\n  a: {{label: 甲, value: {value}}}\n", "2:24 load/number")


@pytest.mark.parametrize("change", ["增长", "同比 +7.8.1%", "同比 +1e5%", "由3升至5", "nan", "同比 .5%", "同比 +X%，环比 +2%"])
def test_changes_that_cannot_be_understood(change: str) -> None:
    check_ledger_finds(f"figures:\n  a: {{label: 甲, value: 1, change: '{change}'}}\n", "2:35 load/change")


THEME = "name: t\npalette: {dk1: 12, dk2: '000000', lt1: FFFFFF, lt2: FFFFFF, accent1: A00000, accent2: A00000, accent3: A00000, accent4: A00000, accent5: A00000, accent6: A00000, hlink: A00000, folHlink: A00000}\n"


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("", ("0:0 load/empty-file",)),
        ("- a\n", ("1:1 load/other-file",)),
        ("name: [\n", ("2:1 load/not-ours",)),
        ("name: t\npalette: {}\nfaces: {}\ntype: {}\nsurface: {}\nlayouts: {}\n", ("5:1 load/unknown-key 是不是 `surfaces`？",)),
    ],
)
def test_faults_of_a_theme(theme: str, expected: tuple[str, ...]) -> None:
    check(theme_findings(theme), expected)


def test_a_wrong_colour_is_found_where_it_stands() -> None:
    found = theme_findings(THEME + "faces: {}\ntype: {}\nsurfaces: {}\nlayouts: {}\n")
    assert "2:16 theme/color" in [f"{finding.span.line}:{finding.span.column} {finding.rule}" for finding in found]


def test_a_full_width_space_in_the_indent_is_named() -> None:
    check_finds("title: 甲\n　parts:\n  - title: 乙\n", "2:1 load/full-width-space")


def test_a_unit_in_the_value_is_taken_once() -> None:
    ledger = "figures:\n  a: {label: 甲, value: 1.2万, unit: 万人}\n  b: {label: 乙, value: 12家, unit: 个}\n"
    check_ledger_finds(ledger, "3:24 load/unit-in-value")


def test_a_comment_that_eats_a_text_is_warned_of() -> None:
    check_finds("title: 1 #2号线\nparts: [{title: 甲, slides: [{kind: points, title: 乙, points: [丙]}]}]\n", "1:10 load/comment-in-text")


def test_a_misspelt_field_of_a_point_is_no_phrase_with_a_colon() -> None:
    check_finds(deck("points: [{leed: 甲}]"), "7:15 load/unknown-key 是不是 `lead`？")
    check_finds(deck("points: [{Lead: 甲}]"), "7:15 load/unknown-key 是不是 `lead`？")


def test_an_ordinal_is_no_number_with_a_unit_behind_it() -> None:
    check_ledger_finds("figures:\n  a: {label: Rank, value: 3rd, unit: of 152}\n")


SECRETS = [
    "root:$6$geheim$hash:19000:0:99999:7:::\ndaemon:*:19000::::: #geheim note\n",
    "geheim: wort\nuser: geheim #geheim\nlist: [geheim]\n",
    "geheim\n",
    '{"geheim": "geheim", "token": ["geheim"}\n',
    "[geheim]\nkey=geheim: geheim\n\t- geheim\n",
    "'geheim\n",
]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("as_what", ["ledger", "base of the ledger", "theme", "base of the theme"])
def test_lines_of_a_file_that_was_named_by_mistake_are_not_quoted(secret: str, as_what: str, tmp_path: Path) -> None:
    """An outline of somebody else may name any file of the machine."""
    for name, text in {
        "secret": secret,
        "t/theme.yaml": secret if as_what == "theme" else "name: t\nextends: ../base\n",
        "base/theme.yaml": secret,
        "figures.yaml": "extends: secret\nfigures: {}\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    head = {"ledger": "figures: secret\n", "base of the ledger": "figures: figures.yaml\n"}.get(as_what, "theme: ./t\n")
    (tmp_path / "outline.yaml").write_text(f"title: 报告\n{head}{GOOD}", encoding="utf-8")
    found = findings_for(Request(str(tmp_path / "outline.yaml")))
    assert any(finding.severity == "error" for finding in found)
    for finding in some(found):
        for lang in ("zh", "en"):
            assert "geheim" not in rendered(finding, lang), rendered(finding, lang)


FOREIGN = [
    (kind, field)
    for kind in KINDS
    for field in sorted({name for other in KINDS.values() for name in other.fields})
    if field not in KINDS[kind].slide_fields
]


@pytest.mark.parametrize("place", mostly_in_ci(FOREIGN, FOREIGN[::12]), ids="-".join)
def test_a_field_of_other_kinds_is_told_with_just_those_that_have_it(place: tuple[str, str]) -> None:
    kind, field = place
    (finding,) = [finding for finding in findings_of(deck(f"{field}: 甲", kind=kind)) if finding.rule == "load/field-of-another-kind"]
    told = rendered(finding, "zh").partition("有它的是：")[2].partition("；")[0]
    assert told.split("、") == [name for name, other in KINDS.items() if field in other.slide_fields]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("[{align: right}, 乙]", ["7:15 load/missing-key `label`"]),
        ("[{label: '', align: right}, 乙]", ["7:16 load/empty-value `label`"]),
        ("[甲, {label: 乙}]", []),
    ],
)
def test_a_column_has_a_head(columns: str, expected: list[str]) -> None:
    check_finds(deck(f"columns: {columns}\nrows: [[1, 2]]", kind="table"), *expected)


@pytest.mark.parametrize(
    "text",
    [
        "{[甲]: 乙}: 丙\n",
        "title: 报告\nparts: [{title: 一, slides: [{{kind: points, title: 甲, points: [乙]}: null}]}]\n",
        "title: 报告\nparts:\n- title: 一\n  slides:\n  - {kind: points, title: 甲, points: [乙]}:\n",
        "? [title]\n: 报告\n",
    ],
)
def test_a_list_or_mapping_as_a_key_is_told(text: str) -> None:
    """A colon behind a brace makes a key of all that stands before it."""
    assert any(finding.severity == "error" for finding in findings_of(text))
