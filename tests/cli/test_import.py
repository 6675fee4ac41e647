"""`deckgen import`: where it writes, what it never overwrites, what it says, and that its deck builds."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.write import several
from tests.accepted import held_to_golden
from tests.beside import beside
from tests.cli.conftest import Deckgen
from tests.some import some

SPEECH = """工作讲话
同志们：
一、抓好产业，发展更快
坚持项目为王，全年完成投资X亿元，同比增长12.5%。新签约项目36个。
二、改善民生，生活更好
新建学校3所，新增学位1,500个。改造老旧小区12个。
谢谢大家！
"""
ENGLISH = """Annual Address
Good morning.
1. A stronger economy
We added 3,450 jobs last year, and unemployment fell to 4.1 percent. New firms came to every district.
2. Safer streets
We answered 64,210 calls. Response time fell by 12 percent.
Thank you.
"""
FILES = ("outline.yaml", "figures.yaml")


@pytest.fixture
def imported(deckgen: Deckgen) -> Deckgen:
    """Runs `deckgen import …` beside 讲稿.txt."""
    Path("讲稿.txt").write_text(SPEECH, encoding="utf-8")
    return lambda *arguments: deckgen("import", *arguments)


def kept(folder: str) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(os.listdir(folder))


# ---- where it writes


def test_the_folder_is_called_after_the_speech(imported: Deckgen) -> None:
    ended = imported("讲稿.txt")
    assert (ended.code, ended.err) == (0, "")
    assert kept("讲稿") == sorted(FILES)


@pytest.mark.parametrize("folder", ["新", "a/b/c", "已有"])
def test_the_folder_asked_for(imported: Deckgen, folder: str) -> None:
    Path("已有").mkdir()
    assert imported("讲稿.txt", "-o", folder).code == 0
    assert kept(folder) == sorted(FILES)


def test_the_next_step_it_names_works(imported: Deckgen, deckgen: Deckgen) -> None:
    folder = "我的 报告"
    command = imported("讲稿.txt", "-o", folder).out.splitlines()[-1].partition("下一步：")[2]
    assert command == f"deckgen build '{folder}/outline.yaml'"
    built = deckgen("build", f"{folder}/outline.yaml", "-o", "成果.pptx")
    assert built.code == 0
    assert Path("成果.pptx").stat().st_size > 10_000


def test_the_schemas_are_found_from_the_files(imported: Deckgen) -> None:
    imported("讲稿.txt", "-o", "a/b")
    for name in FILES:
        schema = re.search(r"\$schema=(\S+)", Path("a/b", name).read_text(encoding="utf-8"))
        assert schema and Path("a/b", schema[1]).is_file()


def test_no_ledger_without_quantities(imported: Deckgen, deckgen: Deckgen) -> None:
    Path("短.txt").write_text("讲话\n同志们：\n一、讲团结\n我们要团结。\n二、讲实干\n我们要实干。\n", encoding="utf-8")
    assert imported("短.txt").code == 0
    assert kept("短") == ["outline.yaml"]
    assert deckgen("build", "短/outline.yaml").code == 0


def test_drafts_are_tried_in_memory(imported: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk sees two files, once, and no folder of its own."""
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    written: list[dict[str, str]] = []
    monkeypatch.setattr("deckgen.cli.importing.replace_files", written.append)
    assert imported("讲稿.txt").code == 0
    assert [[os.path.basename(path) for path in texts] for texts in written] == [list(FILES)]
    assert not Path("讲稿").exists()


# ---- what it never overwrites


@pytest.mark.parametrize("there", [FILES, FILES[:1], FILES[1:]])
def test_nothing_is_overwritten(imported: Deckgen, there: tuple[str, ...]) -> None:
    Path("讲稿").mkdir()
    for name in there:
        Path("讲稿", name).write_text("我改过", encoding="utf-8")
    ended = imported("讲稿.txt")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == f"讲稿 里已经有 {'、'.join(there)}，没有改动。要重新生成，请换一个文件夹（-o），或加 --force 覆盖。\n"
    assert kept("讲稿") == sorted(there)
    assert all(Path("讲稿", name).read_text(encoding="utf-8") == "我改过" for name in there)


def test_force_overwrites_these_two_and_nothing_else(imported: Deckgen) -> None:
    Path("讲稿").mkdir()
    for name in (*FILES, "notes.md"):
        Path("讲稿", name).write_text("原样", encoding="utf-8")
    assert imported("讲稿.txt", "--force").code == 0
    assert kept("讲稿") == sorted((*FILES, "notes.md"))
    assert Path("讲稿/notes.md").read_text(encoding="utf-8") == "原样"
    assert "原样" not in Path("讲稿/outline.yaml").read_text(encoding="utf-8")


def test_a_linked_file_is_replaced_where_it_lies(imported: Deckgen) -> None:
    Path("真").mkdir()
    Path("讲稿").mkdir()
    Path("真/o.yaml").write_text("旧", encoding="utf-8")
    Path("讲稿/outline.yaml").symlink_to("../真/o.yaml")
    assert imported("讲稿.txt", "--force").code == 0
    assert Path("讲稿/outline.yaml").is_symlink()
    assert "kind: points" in Path("真/o.yaml").read_text(encoding="utf-8")
    assert kept("真") == ["o.yaml"]


Fault = Callable[[pytest.MonkeyPatch], None]


def disk_full(patch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(several.os, "fsync", full)


def second_rename_fails(patch: pytest.MonkeyPatch) -> None:
    """The outline is in its place already when the ledger cannot be put into its own."""
    rename = os.replace

    def replace(old: str, new: str) -> None:
        if os.path.basename(new) == "figures.yaml" and old.endswith(".tmp"):
            raise PermissionError(errno.EACCES, "Permission denied")
        rename(old, new)

    patch.setattr(several.os, "replace", replace)


@pytest.mark.parametrize(("fault", "words"), [(disk_full, "磁盘已满"), (second_rename_fails, "写不进 讲稿/figures.yaml")])
@pytest.mark.parametrize("there", [FILES, FILES[1:], ()])
def test_a_failure_leaves_all_as_it_was(
    imported: Deckgen, monkeypatch: pytest.MonkeyPatch, fault: Fault, words: str, there: tuple[str, ...]
) -> None:
    Path("讲稿").mkdir()
    for name in there:
        Path("讲稿", name).write_text("旧", encoding="utf-8")
    with monkeypatch.context() as patch:
        fault(patch)
        ended = imported("讲稿.txt", "--force")
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert kept("讲稿") == sorted(there)
    assert all(Path("讲稿", name).read_text(encoding="utf-8") == "旧" for name in there)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no users and groups on Windows")
def test_a_folder_that_cannot_be_written_to(imported: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere, so the system's answer stands in for the folder's rights."""

    def denied(path: str, exist_ok: bool = False) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr(several.os, "makedirs", denied)
    ended = imported("讲稿.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "没有写权限" in ended.err


def test_a_file_in_the_place_of_the_folder(imported: Deckgen) -> None:
    Path("讲稿").write_text("文件", encoding="utf-8")
    assert imported("讲稿.txt").err == "讲稿 是一个文件，请用 -o 给出文件夹。\n"
    assert imported("讲稿.txt", "-o", "讲稿.txt").code == 2
    assert imported("讲稿.txt", "-o", "讲稿.txt/下").code == 2
    assert Path("讲稿.txt").read_text(encoding="utf-8") == SPEECH


# ---- what it refuses


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("没有.txt", "没有.txt: 错误[speech/missing-file]"),
        (".", ".: 错误[speech/is-a-folder]"),
        ("outline.yaml", "要生成幻灯片，请写 deckgen build"),
        ("讲稿.txt outline.yaml", "多了参数 outline.yaml"),
        ("", "缺少参数 SPEECH"),
        ("讲稿.txt --forc", "没有选项 --forc，是不是 --force？"),
        ("讲稿.txt --knd speech", "没有选项 --knd，是不是 --kind？"),
        ("讲稿.txt --kind report", "--kind 的值不对，可以是：auto、work-report、speech"),
        ("讲稿.txt -o", "选项 -o 后面要有值"),
    ],
)
def test_mistakes_are_explained(imported: Deckgen, arguments: str, words: str) -> None:
    ended = imported(*arguments.split())
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert "Traceback" not in ended.err


def test_an_unreadable_speech_in_both_languages(imported: Deckgen) -> None:
    assert imported("没有.docx", "--lang", "zh").err.splitlines() == [
        "没有.docx: 错误[speech/missing-file] 找不到这个文件",
        "  提示：请核对路径和文件名；文件名里有空格时加引号",
        "没有导入：1 处错误，0 处警告。",
    ]
    assert imported("没有.docx", "--lang", "en").err.splitlines()[-1] == "Nothing imported: 1 error, 0 warnings."


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_its_help_tells_how(imported: Deckgen, lang: str) -> None:
    ended = imported("--lang", lang, "--help")
    assert ended.code == 0
    assert all(option in ended.out for option in ("--output", "--kind", "--force"))
    assert "deckgen build content/report-2020/outline.yaml" in " ".join(ended.out.split())


# ---- kinds


def parts_of(folder: str) -> int:
    return len(re.findall(r"^  - title: ", Path(folder, "outline.yaml").read_text(encoding="utf-8"), re.M))


def test_the_kind_decides_what_top_headings_are(imported: Deckgen) -> None:
    matter = "（一）抓好产业。建成项目36个，带动就业面不断扩大，群众收入稳步提高。\n（二）改善民生。新建学校3所，办学条件明显改善，群众更加满意。\n"
    Path("深.txt").write_text(f"讲话\n同志们：\n一、产业发展\n{matter}二、社会事业\n{matter}谢谢大家！\n", encoding="utf-8")
    for kind in ("auto", "work-report", "speech"):
        assert imported("深.txt", "-o", kind, "--kind", kind).code == 0
    assert parts_of("work-report") == 2
    assert parts_of("speech") == 1
    assert parts_of("auto") in (1, 2)


# ---- what it tells


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "speech"), [("short", SPEECH), ("address", ENGLISH)])
def test_the_report_of_a_speech(imported: Deckgen, name: str, speech: str, lang: str, request: pytest.FixtureRequest) -> None:
    Path(f"{name}.txt").write_text(speech, encoding="utf-8")
    ended = imported(f"{name}.txt", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    held_to_golden(f"import/{name}.{lang}.txt", ended.out, request)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_report_of_2019(imported: Deckgen, lang: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    Path("report-2019.txt").write_bytes(beside("report/report-2019.txt").read_bytes())
    ended = imported("report-2019.txt", "--lang", lang)
    assert ended.code == 0
    held_to_golden(f"import/report-2019.{lang}.txt", ended.out, request)


def test_the_files_of_a_short_speech(imported: Deckgen, request: pytest.FixtureRequest) -> None:
    imported("讲稿.txt")
    text = "".join(f"---- {name}\n" + Path("讲稿", name).read_text(encoding="utf-8") for name in FILES)
    held_to_golden("import/short.yaml.txt", re.sub(r"\$schema=\S+/", "$schema=…/", text), request)


# ---- the process


def test_equal_input_equal_bytes_whatever_the_seed_of_hashing(imported: Deckgen) -> None:
    written = []
    for seed in ("0", "7"):
        command = [sys.executable, "-m", "deckgen", "import", "讲稿.txt", "-o", seed]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        written.append([Path(seed, name).read_bytes() for name in FILES])
    assert written[0] == written[1]


def test_build_imports_nothing_of_it(deckgen: Deckgen) -> None:
    code = "import sys; from deckgen.cli.main import run; run(['build', 'outline.yaml', '-o', 'x.pptx']); print([m for m in sys.modules if 'speech' in m or m == 'docx'])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


# ---- what a person sees


def test_the_sum_of_it_and_the_places_in_order_of_harm(imported: Deckgen) -> None:
    """What stands on a card is told before what only the ledger holds, each with its heading and the words around it."""
    Path("例.txt").write_text(
        "讲话\n同志们：\n一、抓好产业\n投入3亿元。投资增长7%，新建厂房5座。\n二、改善民生\n发放12亿元。各项事业有序推进。\n谢谢大家！\n",
        encoding="utf-8",
    )
    told = imported("例.txt").out
    places = told.partition("请核对（")[2].splitlines()[1:]
    assert any("《" in line and "“投入3亿元" in line for line in places)
    assert [line for line in told.splitlines() if line.startswith("合计：部分")]
    harms = ["在卡片上" in line for line in places if "指标“" in line]
    assert harms == sorted(harms, reverse=True)


def test_the_page_of_review(imported: Deckgen) -> None:
    ended = imported("讲稿.txt", "--review", "-o", "新")
    assert ended.code == 0
    assert kept("新") == sorted((*FILES, "核对.html"))
    page = Path("新/核对.html").read_text(encoding="utf-8")
    for line in some(SPEECH.splitlines()):
        assert all(word in re.sub("<[^>]+>", "", page) for word in re.split("[，。]", line))
    assert '<mark class="check"' in page and "<script" not in page and "http" not in page
    assert "核对.html" in ended.out.splitlines()[-1]


def test_what_the_speech_says_is_no_markup_of_the_page(imported: Deckgen) -> None:
    Path("恶.txt").write_text("讲话\n同志们：\n一、<script>alert(1)</script>\n坚持<b>实干</b>，投资3亿元。\n谢谢！\n", encoding="utf-8")
    assert imported("恶.txt", "--review").code == 0
    page = Path("恶/核对.html").read_text(encoding="utf-8")
    assert "<script" not in page and "<b>实干" not in page


def test_a_page_of_review_is_never_overwritten(imported: Deckgen) -> None:
    Path("讲稿").mkdir()
    Path("讲稿/核对.html").write_text("我改过", encoding="utf-8")
    assert imported("讲稿.txt", "--review").code == 2
    assert Path("讲稿/核对.html").read_text(encoding="utf-8") == "我改过"
