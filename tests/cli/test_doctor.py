"""`deckgen doctor`: every fact that somebody asks first, in words and as JSON; nothing personal; what is broken is named and fails."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from deckgen import __version__
from deckgen.cli import examined as here
from deckgen.render import installed
from deckgen.render.failure import RenderError
from deckgen.render.installed import Installed, families_in
from tests.cli.conftest import Deckgen
from tests.some import some


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program is started."""
    monkeypatch.setattr(here, "said_by", lambda *command: "LibreOffice 24.8.2.1 abcdef")
    monkeypatch.setattr(here, "find_office", lambda: os.path.join(os.path.expanduser("~"), "lo", "soffice"))
    monkeypatch.setattr(
        installed, "said_by", lambda *command: "宋体,SimSun\nNoto Sans CJK SC\n" if command[0] == "fc-list" else "DejaVu Sans"
    )
    monkeypatch.setattr(installed.shutil, "which", lambda name: f"/usr/bin/{name}")


@pytest.fixture
def found(deckgen: Deckgen, quick: None) -> dict[str, Any]:
    ended = deckgen("doctor", "--format", "json")
    assert ended.err == ""
    value = json.loads(ended.out)
    assert isinstance(value, dict)
    return value


def test_every_fact_is_there(found: dict[str, Any]) -> None:
    assert found["version"] == __version__
    assert found["python"]["version"].count(".") == 2
    assert found["system"]["name"]
    assert found["language"]["messages"] == "zh" and found["language"]["locale"] == "LC_ALL=zh_CN.UTF-8"
    assert found["console"] == {
        "terminal": False,
        "columns": None,
        "encoding": found["console"]["encoding"],
        "colour": False,
        "code_page": None,
    }
    assert found["libreoffice"] == {"found": True, "path": "~/lo/soffice", "version": "24.8.2.1"}
    assert found["folder"]["writable"] and found["folder"]["free_mb"] > 0
    assert found["build"]["slides"] > 3 and 0 < found["build"]["seconds"] < 60 and found["build"]["problems"] == []
    assert found["ok"]


def test_parts_are_those_that_deckgen_names(found: dict[str, Any]) -> None:
    named = {part["name"].lower(): part for part in found["parts"]}
    assert {"click", "pyyaml", "python-pptx", "lxml"} <= set(named)
    assert named["click"]["version"] == metadata.version("click")
    assert not {"pytest", "ruff", "mypy"} & set(named)
    assert all(part["problem"] is None for part in some(found["parts"]))


def test_faces_of_the_theme_are_there_or_replaced(deckgen: Deckgen, quick: None) -> None:
    faces = json.loads(deckgen("doctor", "--format", "json", "--theme", "suxuan").out)["fonts"]["faces"]
    by_name = {each["face"]: each for each in faces}
    assert by_name["宋体"]["found"]
    red = {each["face"]: each for each in json.loads(deckgen("doctor", "--format", "json").out)["fonts"]["faces"]}
    assert red["微软雅黑"] == {"face": "微软雅黑", "found": False, "stand_in": "Noto Sans CJK SC"}
    assert red["华文中宋"] == {"face": "华文中宋", "found": False, "stand_in": "DejaVu Sans"}  # what fontconfig would take


def test_the_page_tells_the_same_in_both_languages(deckgen: Deckgen, quick: None) -> None:
    chinese, english = (deckgen("doctor", "--theme", "zhengwu-blue", "--lang", lang) for lang in ("zh", "en"))
    assert chinese.code == english.code == 0
    assert f"[好]   deckgen {__version__}" in chinese.out
    assert "字体 微软雅黑：没有；LibreOffice 导出时用 Noto Sans CJK SC 代替" in chinese.out
    assert "LibreOffice 24.8.2.1" in english.out
    assert "It can be sent as it is." in english.out and "[ok]" in english.out
    assert not any("\u4e00" <= char <= "\u9fff" for char in english.out if char not in "微软雅黑华文中宋")


def test_nothing_personal_is_told(quick: None, tmp_path: Path) -> None:
    """With a home, a folder and a name of the machine that would be seen."""
    home = tmp_path / "王小明"
    work = home / "机密文件"
    work.mkdir(parents=True)
    (work / "outline.yaml").write_text("title: 秘密\n", encoding="utf-8")
    environment = os.environ | {"HOME": str(home), "USERPROFILE": str(home), "USER": "王小明", "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    for form in ("text", "json"):
        command = [sys.executable, "-m", "deckgen", "doctor", "--format", form]
        ended = subprocess.run(command, cwd=work, env=environment, capture_output=True, encoding="utf-8", check=True)
        assert not any(word in ended.stdout for word in ("王小明", "机密", "秘密", str(tmp_path)))
        assert os.uname().nodename not in ended.stdout
    assert os.listdir(work) == ["outline.yaml"]


# ---- what is wrong


def test_without_libreoffice_it_is_a_note_with_the_way_on(deckgen: Deckgen, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> str:
        raise RenderError("render/no-office", install="winget install TheDocumentFoundation.LibreOffice")

    monkeypatch.setattr(here, "find_office", nowhere)
    ended = deckgen("doctor")
    assert ended.code == 0
    assert "[注意] 没有 LibreOffice" in ended.out and "winget install" in ended.out


def test_a_folder_that_is_closed_fails(deckgen: Deckgen, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(folder: str) -> Any:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(here, "new_file", closed)
    ended = deckgen("doctor")
    assert ended.code == 1
    assert "[不行] 当前文件夹写不进去：没有权限" in ended.out


def test_a_part_that_is_broken_or_missing_fails_where_it_is_needed(deckgen: Deckgen, quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    requires = ["click>=8.1", "lxml>=5", "nowhere>=1; extra == 'preview'", "missing-part>=1", 'pytest>=8; extra == "test"']
    monkeypatch.setattr(here.metadata, "requires", lambda name: requires)
    monkeypatch.setattr(here, "import_problem", lambda module: "ImportError: DLL load failed" if module == "lxml" else "")
    ended = deckgen("doctor")
    assert ended.code == 1
    assert "[不行] 组件 lxml 用不了（检查做好的演示文稿）：ImportError: DLL load failed" in ended.out
    assert "[注意] 缺组件 nowhere（其他）：pip install nowhere" in ended.out
    assert "[不行] 缺组件 missing-part" in ended.out
    assert "pytest" not in ended.out


def test_a_package_that_cannot_be_imported_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert here.import_problem("lxml").startswith("ModuleNotFoundError")
    assert here.import_problem("json") == ""


def test_a_theme_that_is_not_there_is_told(deckgen: Deckgen, quick: None) -> None:
    ended = deckgen("doctor", "--theme", "zhengwu-rad")
    assert ended.code == 1
    assert "zhengwu-red" in ended.out


# ---- faces of other systems


@pytest.mark.parametrize(
    ("value", "families"),
    [
        ("SimSun & NSimSun (TrueType)", ["SimSun", "NSimSun"]),
        ("Microsoft YaHei Bold & Microsoft YaHei UI Bold (TrueType)", ["Microsoft YaHei", "Microsoft YaHei UI"]),
        ("华文中宋 (TrueType)", ["华文中宋"]),
        ("Noto Sans CJK SC Semi-Bold Italic (OpenType)", ["Noto Sans CJK SC"]),
        ("Arial Black", ["Arial"]),
    ],
)
def test_names_in_the_registry(value: str, families: list[str]) -> None:
    assert list(families_in(value)) == families


def test_faces_of_windows_are_read_from_both_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    class Key:
        def __init__(self, names: list[str]) -> None:
            self.names = names

        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None: ...

    class Registry:
        HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "machine", "user"

        @staticmethod
        def OpenKey(root: str, path: str) -> Key:  # noqa: N802
            assert path == installed.REGISTRY
            return Key(["Microsoft YaHei & Microsoft YaHei UI (TrueType)"] if root == "machine" else ["STZhongsong (TrueType)"])

        @staticmethod
        def QueryInfoKey(key: Key) -> tuple[int, int, int]:  # noqa: N802
            return (0, len(key.names), 0)

        @staticmethod
        def EnumValue(key: Key, index: int) -> tuple[str, str, int]:  # noqa: N802
            return (key.names[index], "x.ttf", 1)

    monkeypatch.setitem(sys.modules, "winreg", Registry)
    monkeypatch.setattr(installed.sys, "platform", "win32")
    known = Installed()
    assert known.told_by == "registry"
    assert known.has("微软雅黑") and known.has("华文中宋") and not known.has("黑体")
    assert known.stand_in("黑体") == ""  # nobody can tell what Windows would take


def test_faces_of_a_mac_are_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Songti.ttc", "Times New Roman Bold.ttf", "readme.txt"):
        (tmp_path / name).touch()
    monkeypatch.setattr(installed, "FOLDERS", (str(tmp_path), str(tmp_path / "nowhere")))
    monkeypatch.setattr(installed.shutil, "which", lambda name: None)
    known = Installed()
    assert known.told_by == "files"
    assert known.families == {"songti", "timesnewroman"}
