"""Files that belong together: all new, or all as they were, whichever step fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from deckgen.write import several
from deckgen.write.save import SaveError
from deckgen.write.several import replace_files

NAMES = ("a.yaml", "b.yaml", "c.yaml")


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def new(folder: Path) -> dict[str, str]:
    return {str(folder / name): f"新 {name}\n" for name in NAMES}


def test_new_files_in_a_new_folder(tmp_path: Path) -> None:
    replace_files(new(tmp_path / "x" / "y"))
    assert files(tmp_path / "x" / "y") == {name: f"新 {name}\n" for name in NAMES}


def test_who_may_read_the_old_file_may_read_the_new(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("旧", encoding="utf-8")
    (tmp_path / "a.yaml").chmod(0o640)
    replace_files(new(tmp_path))
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("failing", range(1, 7))
@pytest.mark.parametrize("there", [(), NAMES, NAMES[1:2]])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_any_rename_may_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, there: tuple[str, ...], error: BaseException
) -> None:
    """The nth rename fails, once; where there are fewer of them, all is new."""
    for name in there:
        (tmp_path / name).write_text("旧", encoding="utf-8")
    before, count, rename = files(tmp_path), [0], os.replace

    def replace(old: str, to: str) -> None:
        count[0] += 1
        if count[0] == failing:
            raise error
        rename(old, to)

    monkeypatch.setattr(several.os, "replace", replace)
    if failing > len(NAMES):
        replace_files(new(tmp_path))
        assert files(tmp_path) == {name: f"新 {name}\n" for name in NAMES}
        return
    with pytest.raises((SaveError, KeyboardInterrupt)):
        replace_files(new(tmp_path))
    assert files(tmp_path) == before
