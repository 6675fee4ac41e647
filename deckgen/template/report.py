"""What `deckgen theme inspect` tells of a template: as values, as text, as JSON, as a page."""

from __future__ import annotations

import json
from collections.abc import Callable

from msgspec import Struct

from deckgen import __version__
from deckgen.diagnostics import Finding
from deckgen.geometry import EMU_PER_PX, Box
from deckgen.template.draw import layout_svg
from deckgen.template.facts import LayoutFact
from deckgen.template.roles import Candidate, Role
from deckgen.template.rules.run import findings_of
from deckgen.template.subject import TemplateSubject
from deckgen.template.words import BAND, COLUMNS, FALLBACK, ROLE, SHORT
from deckgen.write.pptx.xml import escape

Say = Callable[..., str]  # an id of the catalogs with its facts, in the language of the run
REASON = "theme/" + "because-"
NAMES = ("cover", "content", "closing", "divider")


class Inspected(Struct, frozen=True):
    subject: TemplateSubject
    findings: list[Finding]


def inspected(subject: TemplateSubject) -> Inspected:
    return Inspected(subject, findings_of(subject))


def pixels(box: Box) -> list[int]:
    return [round(value / EMU_PER_PX) for value in (box.x, box.y, box.width, box.height)]


# ---- text


def as_text(found: Inspected, say: Say, told: Callable[[Finding], str]) -> str:
    subject = found.subject
    facts, chosen = subject.facts, subject.chosen
    page = facts.page
    lines = [
        say(
            "theme/is", name=subject.name, masters=len(facts.masters), layouts=len(facts.layouts), slides=len(facts.slides),
            width=round(page.width / EMU_PER_PX), height=720,
        ),
        say("theme/master-used", number=chosen.master + 1, count=len(facts.masters)),
        "",
    ]  # fmt: skip
    for name in NAMES:
        lines += role_lines(subject, chosen.roles[name], say)
    x, y, width, height = pixels(subject.area)
    lines += ["", say("theme/free", x=x, y=y, width=width, height=height)]
    colors = subject.theme_colors
    lines.append(say("theme/strong", slot=colors.accent, rgb=colors.palette["accent1"], ground=subject.ground))
    faces = subject.scope.theme.faces
    lines.append(say("theme/faces", latin=faces.get("+mn-lt") or "–", ea=faces.get("+mn-ea") or "–"))
    lines.append("")
    lines += [told(finding) for finding in found.findings] or [say("theme/nothing-wrong")]
    return "\n".join(lines) + "\n"


def role_lines(subject: TemplateSubject, role: Role, say: Say) -> list[str]:
    """What was chosen, why, and what came next."""
    name = say(ROLE[role.name])
    if role.chosen is None:
        key = "theme/role-made" if role.name in subject.chosen.made else "theme/role-none"
        lines = [say(key, role=name, fallback=say(FALLBACK[role.name]))]
    else:
        lines = [say(BAND[role.band], role=name, layout=role.chosen.layout.name, points=role.chosen.points)]
        if role.chosen.evidence:
            lines.append("    " + evidence(role.chosen, say))
    if role.runner_up and role.band != "given":
        lines.append("    " + say("theme/runner-up", layout=role.runner_up.layout.name, points=role.runner_up.points))
    return lines


def evidence(candidate: Candidate, say: Say) -> str:
    return say("word/comma").join(f"{say(each.what)} {each.points:+d}" for each in candidate.evidence)


# ---- JSON


def as_json(found: Inspected) -> str:
    subject = found.subject
    facts, chosen = subject.facts, subject.chosen
    value = {
        "version": __version__,
        "file": subject.name,
        "page": [round(facts.page.width / EMU_PER_PX), 720],
        "masters": len(facts.masters),
        "master": chosen.master + 1,
        "slides": len(facts.slides),
        "roles": {name: plain_role(subject, chosen.roles[name]) for name in NAMES},
        "area": pixels(subject.area),
        "colors": {"strong": subject.theme_colors.accent, "shown": subject.theme_colors.palette["accent1"], "ground": subject.ground},
        "faces": subject.scope.theme.faces,
        "layouts": [plain_layout(layout) for layout in facts.layouts],
        "findings": [{"rule": each.rule, "severity": each.severity, "facts": {name: str(value) for name, value in each.facts.items()}} for each in found.findings],
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def plain_role(subject: TemplateSubject, role: Role) -> dict[str, object]:
    chosen, second = role.chosen, role.runner_up
    return {
        "band": "made" if role.name in subject.chosen.made else role.band,
        "layout": chosen.layout.name if chosen else None,
        "points": chosen.points if chosen else 0,
        "evidence": {each.what.removeprefix(REASON): each.points for each in chosen.evidence} if chosen else {},
        "runner_up": {"layout": second.layout.name, "points": second.points} if second else None,
    }


def plain_layout(layout: LayoutFact) -> dict[str, object]:
    return {
        "name": layout.name,
        "type": layout.type,
        "master": layout.master + 1,
        "part": layout.part,
        "slides": layout.slides,
        "places": [{"type": place.type, "idx": place.idx, "name": place.name, "box": pixels(place.box) if place.box else None} for place in layout.places],
        "art": [pixels(each.box) for each in layout.art],
    }  # fmt: skip


# ---- one page

STYLE = (
    "body{font:16px/1.6 system-ui,'Microsoft YaHei',sans-serif;margin:0 auto;max-width:1180px;padding:24px;color:#1d2530;background:#fff}"
    "h1{font-size:26px}h2{font-size:20px;margin-top:32px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #d5dae1;padding:6px 10px;text-align:left;vertical-align:top}"
    "th{background:#f2f4f7}.sure,.given{color:#1a7f45}.guess{color:#9a5b00}.none,.made{color:#6a7280}pre{white-space:pre-wrap;background:#f7f8fa;padding:10px 12px;border-left:4px solid #c77700}"
    ".grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:18px}figure{margin:0}figure svg{width:100%;border:1px solid #c9ced6;display:block}"
    "figcaption{font-size:14px}.used svg{border:3px solid #1a8f4c}small{color:#5b6472}"
)


def as_html(found: Inspected, say: Say, told: Callable[[Finding], str], lang: str) -> str:
    """One file with every layout drawn; nothing is loaded from anywhere."""
    subject = found.subject
    title = escape(say("theme/page-title", name=subject.name))
    rows = "".join(role_row(subject, subject.chosen.roles[name], say) for name in NAMES)
    wrong = "".join(f"<pre>{escape(told(finding))}</pre>" for finding in found.findings) or f"<p>{escape(say('theme/nothing-wrong'))}</p>"
    used = {layout.part for layout in subject.used}
    figures = "".join(
        figure(subject, layout, layout.part in used, say)
        for layout in sorted(subject.facts.layouts, key=lambda each: each.part not in used)
    )
    heads = "".join(f"<th>{escape(say(name))}</th>" for name in COLUMNS)
    summary = escape(as_text(found, say, told).split("\n")[0])
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{STYLE}</style></head>'
        f"<body><h1>{title}</h1><p>{summary}</p><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table><h2>{escape(say('theme/findings'))}</h2>{wrong}"
        f'<h2>{escape(say("theme/all-layouts"))}</h2><p><small>{escape(say("theme/legend"))}</small></p><div class="grid">{figures}</div></body></html>\n'
    )  # fmt: skip


def role_row(subject: TemplateSubject, role: Role, say: Say) -> str:
    band = "made" if role.name in subject.chosen.made else role.band
    chosen, second = role.chosen, role.runner_up
    layout = chosen.layout.name if chosen else say(FALLBACK[role.name])
    why = evidence(chosen, say) if chosen and chosen.evidence else "–"
    after = f"{second.layout.name} ({second.points})" if second else "–"
    cells = (say(ROLE[role.name]), f"{layout} — {say(SHORT[band])}", why, after)
    first, middle, *rest = (escape(cell) for cell in cells)
    return f'<tr><td>{first}</td><td class="{band}">{middle}</td>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def figure(subject: TemplateSubject, layout: LayoutFact, used: bool, say: Say) -> str:
    area = subject.area if layout.part == subject.chosen.content.part else None
    mark = ' class="used"' if used else ""
    caption = say("theme/caption", name=layout.name, type=layout.type or "–", master=layout.master + 1)
    return f"<figure{mark}>{layout_svg(subject.facts, layout, area)}<figcaption>{escape(caption)}</figcaption></figure>"
