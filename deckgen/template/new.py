"""`deckgen theme new FILE`: a folder with the template and a `theme.yaml` in which every guess stands, ready to be put right."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from deckgen.scene import Foundation
from deckgen.template.draw import layout_svg
from deckgen.template.facts import Facts, LayoutFact
from deckgen.template.grow import NewLayout, grown
from deckgen.template.keep import foundation
from deckgen.template.read import read_template
from deckgen.template.report import pixels
from deckgen.template.sample import layout_from, read_sample
from deckgen.template.subject import TemplateSubject
from deckgen.template.words import FALLBACK
from deckgen.write.pptx.founded import content_types, presentation, target
from deckgen.write.pptx.package import Package
from deckgen.write.pptx.xml import relationships

TEMPLATE = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
NAMES = {"cover": "封面", "content": "内容", "closing": "封底", "divider": "章节"}  # what layouts made of slides are called
Say = Callable[..., str]


class NewTheme(Struct, frozen=True):
    """The files of the folder: name → content."""

    files: Mapping[str, bytes]
    subject: TemplateSubject


def new_theme(data: bytes, name: str, slides: Mapping[int, str], say: Say) -> NewTheme:
    """The folder for a template; `slides` says which of its sample slides is the base of which role."""
    facts = read_template(data, bool(slides))
    if slides:
        facts = grown(facts, layouts_of(facts, slides))
    template = as_template(foundation(data, facts, {}))
    subject = TemplateSubject("template.potx", template)
    files = {"template.potx": template, "theme.yaml": theme_yaml(subject, template, name, slides, say).encode()}
    for role, layout in used(subject).items():
        area = subject.area if role == "content" else None
        files[f"{role}.svg"] = layout_svg(subject.facts, layout, area).encode()
    return NewTheme(files, subject)


def layouts_of(facts: Facts, slides: Mapping[int, str]) -> list[NewLayout]:
    samples = [sample for number in range(1, len(facts.slides) + 1) if (sample := read_sample(facts, number))]
    by_number = {sample.number: sample for sample in samples}
    return [
        layout_from(facts, by_number[number], role, samples, own_name(role, number))
        for number, role in slides.items()
        if number in by_number
    ]


def own_name(role: str, number: int) -> str:
    """What a layout made of a slide is called, told from those that the template has."""
    return f"{NAMES[role]}（第{number}页）"


def as_template(kept: Foundation) -> bytes:
    """The package as a .potx without slides: what decks on it would keep."""
    out = io.BytesIO()
    package = Package(out)
    types = [(kept.main, TEMPLATE), *((part.name, part.type) for part in kept.parts)]
    package.add("[Content_Types].xml", content_types(types, {}))
    package.add("_rels/.rels", relationships([("rId1", "officeDocument", kept.main)]))
    package.add(kept.main, presentation(kept, "", "", alone=True))
    folder, _, last = kept.main.rpartition("/")
    package.add(f"{folder}/_rels/{last}.rels", relationships([(rid, kind, target(kept, part)) for rid, kind, part in kept.relations]))
    for part in kept.parts:
        package.add(part.name, part.data)
    package.close()
    return out.getvalue()


def used(subject: TemplateSubject) -> dict[str, LayoutFact]:
    chosen = subject.chosen
    found = {"cover": chosen.cover, "content": chosen.content, "closing": chosen.closing}
    return found | ({"divider": chosen.divider} if chosen.divider else {})


def theme_yaml(subject: TemplateSubject, template: bytes, name: str, slides: Mapping[int, str], say: Say) -> str:
    """Every guess as a line, with a comment; what was made of a slide is given."""
    chosen = subject.chosen
    own = {role: own_name(role, number) for number, role in slides.items()}
    lines = [
        f"# {say('theme/yaml-head')}",
        f"name: {quoted(name)}",
        "template: template.potx",
        f"sha256: {hashlib.sha256(template).hexdigest()}  # {say('theme/yaml-sha')}",
        f"master: {chosen.master + 1}  # {say('theme/yaml-master', count=len(subject.facts.masters))}",
        f"layouts:  # {say('theme/yaml-layouts')}",
    ]
    area = ", ".join(map(str, pixels(subject.area)))
    for role in ("cover", "content", "closing", "divider"):
        lines += layout_lines(subject, role, own.get(role, ""), area, say)
    lines += [
        f"  # kinds: {{table: {quoted(chosen.content.name)}}}  # {say('theme/yaml-kinds')}",
        f"# footer: {{date: none}}  # {say('theme/yaml-footer')}",
        f"# faces: {{heading: {{metrics: sans}}, body: {{metrics: sans}}}}  # {say('theme/yaml-faces')}",
        f"colors: {{strong: {subject.theme_colors.accent}}}  # {say('theme/yaml-strong')}",
    ]
    return "\n".join(lines) + "\n"


def layout_lines(subject: TemplateSubject, role: str, own: str, area: str, say: Say) -> Sequence[str]:
    found = subject.chosen.roles[role]
    layout = own or (found.chosen.layout.name if found.chosen else "")
    if role in subject.chosen.made and not own:
        return [f"  # {role}:  # {say('theme/yaml-made')}"]
    if not layout or (role == "divider" and not own and found.band != "sure"):
        return [f"  # {role}: {quoted(layout)}  # {say(FALLBACK[role])}"]
    if role == "content":
        return [f"  content: {{layout: {quoted(layout)}, area: [{area}]}}  # {say('theme/yaml-content')}"]
    comment = f"  # {say('theme/yaml-guess', points=found.points_told)}" if found.band == "guess" and not own else ""
    return [f"  {role}: {quoted(layout)}{comment}"]


def quoted(text: str) -> str:
    """As YAML reads it again, whatever is in it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
