"""What import writes is always read back: characters of every class in every place of a speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.cli.import_trial import files_of
from deckgen.cli.importing import made_to_fit
from deckgen.diagnostics import Findings
from deckgen.files import Folder
from deckgen.pipeline import Request, compile_deck
from deckgen.speech.understand import understand
from tests.e2e.test_characters import CLASSES

SPEECH = (
    "清河县2031年政府工作报告",
    "各位代表：",
    "一、2030年工作回顾",
    "（一）经济运行稳中有进。地区生产总值286.4亿元，增长6.1%；一般公共预算收入18.2亿元，增长5.3%。",
    "（二）城乡面貌持续改善。新建改建农村公路120公里，改造老旧小区15个，惠及群众3.2万人。",
    "二、2031年工作安排",
    "（一）“三个提升”抓产业。提升质量、提升效率、提升水平，实施重点项目X个。",
    "让我们奋力谱写清河发展新篇章！",
)


def spoiled(text: str, char: str, how: str) -> str:
    middle = len(text) // 2
    return {"within": text[:middle] + char + text[middle:], "at both ends": char + text + char, "everywhere": char.join(text)}[how]


@pytest.mark.parametrize("what", CLASSES)
@pytest.mark.parametrize("how", ["within", "at both ends", "everywhere"])
def test_what_is_made_of_any_character_is_read_back(what: str, how: str, tmp_path: Path) -> None:
    path = tmp_path / "讲稿.txt"
    path.write_bytes("\n".join(spoiled(line, CLASSES[what], how) for line in SPEECH).encode("utf-8", "surrogatepass"))
    findings = Findings()
    understood = understand(str(path), "auto", findings)
    if understood is None:
        assert any(finding.severity == "error" for finding in findings.all)
        return
    fitted = made_to_fit(understood, str(tmp_path))
    assert fitted.errors == ()
    for name, text in files_of(fitted.emitted, str(tmp_path)).items():
        Path(name).write_bytes(text.encode("utf-8"))
    built = compile_deck(Request(str(tmp_path / "outline.yaml"), files=Folder()))
    assert len(built.scene.slides) > 1
