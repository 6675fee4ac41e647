"""What is wrong with a template is told, each thing by its rule, and what is nearly wrong is not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from msgspec import structs

from deckgen.diagnostics import NOWHERE
from deckgen.geometry import EMU_PER_PX, Box
from deckgen.template.rules.run import findings_of
from deckgen.template.settings import LayoutSetting, Settings
from deckgen.template.subject import TemplateSubject
from tests.some import some
from tests.template.potx import COVER, FOOT, SECTION, TITLE_ONLY, Art, L, M, Ph, potx

TITLE = (64, 40, 980, 80)
LAYOUTS = "ppt/slideLayouts/_rels/"
MACROS = '<Relationship Id="rId990" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'
LINKED = (
    '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    'Target="https://example.org/logo.png" TargetMode="External"/></Relationships>'
)


def titled(box: tuple[float, float, float, float] = TITLE, *art: Art, color: str = "") -> bytes:
    """A template whose content layout has its title there, and this art."""
    layout = structs.replace(TITLE_ONLY, places=(Ph("title", "0", box, 32, color=color), *FOOT), art=art)
    return potx(M((COVER, layout, SECTION)))


def changed(wanted: Callable[[str], bool], change: Callable[[bytes], bytes]) -> bytes:
    """The usual template with one of its members changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(potx())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        first = next(name for name in old.namelist() if wanted(name))
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == first else old.read(name))
    return buffer.getvalue()


def is_picture(name: str) -> bool:
    return name.endswith(".png")


def padded(size: int) -> Callable[[bytes], bytes]:
    """A picture that is so many bytes longer: what stands behind its end is not looked at."""
    return lambda data: data + b"\0" * size


def with_macros(data: bytes) -> bytes:
    return data.replace(b"</Relationships>", MACROS.encode())


def linked(data: bytes) -> bytes:
    return data.replace(b"</Relationships>", LINKED.encode())


FAULTY: dict[str, tuple[Callable[[], bytes], Callable[[], bytes]]] = {
    "theme/title-off-page": (lambda: titled((64, -2, 980, 80)), lambda: titled((64, 0, 980, 80))),
    "theme/title-under-art": (lambda: titled(TITLE, Art((944, 40, 140, 80))), lambda: titled(TITLE, Art((964, 40, 140, 80)))),
    "theme/low-contrast": (lambda: titled(color="A0A0A0"), lambda: titled(color="8A8A8A")),
    "theme/small-area": (lambda: titled(TITLE, Art((0, 320, 1280, 40))), lambda: titled(TITLE, Art((0, 200, 1280, 40)))),
    "theme/guessed-role": (
        lambda: potx(M((structs.replace(COVER, name="Cover", type=""), structs.replace(TITLE_ONLY, name="Title Only", type=""), L("Thank you", "", (Ph("title", "0", (100, 250, 1000, 200), 60),))))),
        lambda: titled(),
    ),
    "theme/heavy-picture": (lambda: changed(is_picture, padded(3 << 20)), lambda: changed(is_picture, padded((3 << 20) - 5000))),
    "theme/macros": (lambda: changed(lambda name: name == "ppt/_rels/presentation.xml.rels", with_macros), lambda: potx()),
    "theme/linked-picture": (lambda: changed(lambda name: name.startswith(LAYOUTS), linked), lambda: potx()),
}  # fmt: skip


def rules_of(data: bytes, settings: Settings | None = None) -> set[str]:
    return {finding.rule for finding in findings_of(TemplateSubject("t", data, settings or Settings()))}


@pytest.mark.parametrize("rule", FAULTY)
def test_a_fault_is_told_and_a_near_miss_is_not(rule: str) -> None:
    faulty, sound = FAULTY[rule]
    assert rule in rules_of(faulty())
    assert rule not in rules_of(sound())


@pytest.mark.parametrize(("top", "told"), [(150, True), (205, False)])
def test_an_area_of_the_authors_that_covers_a_logo_is_told(top: int, told: bool) -> None:
    """The logo ends at 200; without an area of theirs the content keeps clear of it by itself."""
    data = titled(TITLE, Art((900, 140, 140, 60)))
    area = Box(*(value * EMU_PER_PX for value in (64, top, 1152, 420)))
    settings = Settings(layouts={"content": LayoutSetting(TITLE_ONLY.name, NOWHERE, area=area)})
    assert ("theme/covered-art" in rules_of(data, settings)) == told
    assert "theme/covered-art" not in rules_of(data)


def test_every_rule_of_templates_has_a_fault_that_it_tells() -> None:
    from deckgen.template.rules.run import RULES
    from tests.template.test_traits import test_what_is_wrong_is_told

    (cases,) = (mark.args[1] for mark in test_what_is_wrong_is_told.pytestmark)  # type: ignore[attr-defined]
    by_commands = {"theme/design-on-slides", "theme/embedded-fonts", "theme/face-not-stock"}  # in test_commands.py
    covered = {*FAULTY, *by_commands, "theme/covered-art", *(rule for _, rule in some(cases))}
    assert {rule.RULE for rule in RULES} - covered == set()
