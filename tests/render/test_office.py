"""LibreOffice is found, disturbs nobody, ends in time, and says why it failed."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from deckgen.messages import rendered
from deckgen.render import office
from deckgen.render.failure import RenderError
from deckgen.render.fonts import fonts_conf
from deckgen.render.office import Office, find_office, to_pdf
from tests.render.fake import fake_office, small_deck


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return small_deck(tmp_path / "deck.pptx")


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(office, "PLACES", {})
    monkeypatch.setitem(office.PLACES, "linux", ())


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize(
    ("platform", "words"), [("linux", "sudo apt-get install libreoffice-impress"), ("darwin", "brew install"), ("win32", "winget install")]
)
def test_a_missing_office_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch, platform: str, words: str) -> None:
    monkeypatch.setattr(office, "sys", SimpleNamespace(platform=platform))  # not that of shutil, which would ask Windows
    with pytest.raises(RenderError) as failed:
        find_office()
    for language in ("zh", "en"):
        assert words in rendered(failed.value.finding("a.pptx"), language)


@pytest.mark.usefixtures("nowhere")
def test_it_is_found_on_the_path_and_in_the_usual_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for version in ("7.6", "24.2"):
        (tmp_path / f"libreoffice{version}" / "program").mkdir(parents=True)
        fake_office(tmp_path / f"libreoffice{version}" / "program")
    monkeypatch.setitem(office.PLACES, "linux", (str(tmp_path / "libreoffice*" / "program" / "soffice"),))
    monkeypatch.setattr(sys, "platform", "linux")
    assert Path(find_office()).parts[-3] in ("libreoffice7.6", "libreoffice24.2")
    (tmp_path / "bin").mkdir()
    fake_office(tmp_path / "bin")
    assert find_office() == str(tmp_path / "bin" / "soffice")


def test_it_can_be_named_by_its_program_or_its_folder(tmp_path: Path) -> None:
    (tmp_path / "lo" / "program").mkdir(parents=True)
    program = fake_office(tmp_path / "lo" / "program")
    assert find_office(str(program)) == find_office(str(tmp_path / "lo")) == str(program)
    for wrong in (tmp_path, tmp_path / "nothing", Path(__file__)):
        with pytest.raises(RenderError, match="render/not-the-office"):
            find_office(str(wrong))


def test_it_has_a_profile_of_its_own_that_is_gone_afterwards(tmp_path: Path, deck: Path) -> None:
    pdf = to_pdf(deck, tmp_path, Office(str(fake_office(tmp_path)), 60))
    assert pdf.read_bytes().startswith(b"%PDF")
    called = (tmp_path / "soffice.log").read_text()
    profile = next(word for word in called.split() if word.startswith("-env:UserInstallation=file://")).partition("file://")[2]
    assert not os.path.exists(profile)
    assert "--headless" in called


@pytest.mark.parametrize(("mode", "words"), [("fail", "source file could not be loaded"), ("silent", "没有说明原因")])
def test_what_it_said_is_passed_on(tmp_path: Path, deck: Path, mode: str, words: str) -> None:
    with pytest.raises(RenderError) as failed:
        to_pdf(deck, tmp_path, Office(str(fake_office(tmp_path, mode)), 60))
    assert failed.value.rule == "render/office-failed"
    assert words in rendered(failed.value.finding("a.pptx"), "zh")


def test_a_program_that_cannot_run_is_no_office(tmp_path: Path, deck: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/nowhere/at/all\n")
    program.chmod(0o755)
    with pytest.raises(RenderError, match="render/not-the-office"):
        to_pdf(deck, tmp_path, Office(str(program), 60))


@pytest.mark.signals
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: processes are asked for by signals")
def test_it_is_ended_with_its_children_when_it_takes_too_long(tmp_path: Path, deck: Path) -> None:
    ticks: list[float] = []
    with pytest.raises(RenderError) as failed:
        to_pdf(deck, tmp_path, Office(str(fake_office(tmp_path, "hang")), 0.8, ticks.append))
    assert "0.8 秒" in rendered(failed.value.finding("a.pptx"), "zh")
    assert ticks == sorted(ticks) and len(ticks) > 2
    child = int((tmp_path / "soffice.log").read_text().split()[-1])
    assert ended(child)


@pytest.mark.signals
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: processes are asked for by signals")
def test_it_is_ended_when_we_are_interrupted(tmp_path: Path, deck: Path) -> None:
    def interrupt(seconds: float) -> None:
        if seconds > 0.4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        to_pdf(deck, tmp_path, Office(str(fake_office(tmp_path, "hang")), 60, interrupt))
    assert ended(int((tmp_path / "soffice.log").read_text().split()[-1]))


def ended(process: int) -> bool:
    """Whether the process is gone, or waits only for its parent to take note."""
    for _ in range(50):
        try:
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
            os.kill(process, 0)
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_faces_are_added_behind_the_system_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = tmp_path / "system.conf"
    base.write_text("<fontconfig/>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(base))
    conf = fonts_conf(tmp_path)
    assert conf is not None
    text = conf.read_text(encoding="utf-8")
    assert f"<include>{base}</include>" in text
    assert '<string>华文中宋</string></test><edit name="family" mode="append"' in text
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "missing"))
    assert fonts_conf(tmp_path) is None
