"""Pictures of every kind for docs/kinds.md, from the showcase: `python -m tools.kind_pictures`; `--pages` writes the pages alone, in both languages."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

from deckgen.cli.rendering import RenderRequest, render_source
from deckgen.icons import icons
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.layouts import ARRANGEMENTS
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described
from deckgen.pipeline import Request, compile_deck

ROOT = Path(__file__).parent.parent
SHOWCASE = ROOT / "content" / "showcase" / "outline.yaml"
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 640


def main() -> None:
    if "--pages" not in sys.argv:
        draw()
    for lang, name in (("zh", "kinds.md"), ("en", "en/kinds.md")):
        (ROOT / "docs" / name).write_text(page(lang), encoding="utf-8")


def draw() -> None:
    numbers = first_slides()
    with tempfile.TemporaryDirectory() as folder:
        render_source(RenderRequest(str(SHOWCASE), to="png", output=folder, engine="svg", width=WIDTH))
        drawn = sorted(Path(folder).glob("*.png"))
        for kind, number in numbers.items():
            image = Image.open(drawn[number - 1]).convert("RGB").quantize(128)
            image.save(PICTURES / f"kind-{kind}.png", optimize=True)


def first_slides() -> dict[str, int]:
    """The number of the first slide of each kind; covers, overviews and dividers come between."""
    found: dict[str, int] = {}
    for slide in compile_deck(Request(str(SHOWCASE))).scene.slides:
        if slide.layout in KINDS:
            found.setdefault(slide.layout, slide.number)
    return found


INTRODUCTION = {
    "zh": ("各种页面", "图是 `content/showcase` 里的页。在命令行里看：`deckgen kinds`、`deckgen kinds table`。"),
    "en": (
        "Kinds of slide",
        "The pictures are slides of `content/showcase`, which is Chinese; an English outline gives the same in English. "
        "On the command line: `deckgen kinds`, `deckgen kinds table`.",
    ),
}
ICONS = {
    "zh": ("图标", "`icon:` 写在要点、条目、对子和台账的指标上，画成可以编辑的形状，颜色随主题。图标来自 lucide（ISC 许可）。"),
    "en": (
        "Icons",
        "`icon:` of a point, an entry, a pair or a figure is drawn as an editable shape in theme colours. The icons are lucide's (ISC licence).",
    ),
}


def page(lang: str) -> str:
    """The kinds in their order, each with its picture, an example and its fields."""
    chinese = lang == "zh"
    colon, folder = ("：", "") if chinese else (": ", "../")
    title, about = INTRODUCTION[lang]
    lines = [f"# {title}", "", about, ""]
    for name, kind in KINDS.items():
        doc = kind.doc_zh if chinese else kind.doc_en
        lines += [f"## {name}{colon}{doc}", "", f"![{doc}]({folder}pictures/kind-{name}.png)", ""]
        if name in EXAMPLES:
            lines += ["```text", getattr(EXAMPLES[name], lang).strip(), "```", ""]
        lines += [f"- `{field}`{colon}{getattr(described(declared), lang)}" for field, declared in kind.own_fields.items()] + [""]
        for layout in kind.layouts:
            one = ARRANGEMENTS[name][layout]
            lines += [f"`layout: {layout}`{colon}{getattr(one.words, lang)}", "", "```text", one.drawing.strip("\n"), "```", ""]
    title, about = ICONS[lang]
    names = "、".join(f"`{name}` {icon.words}" for name, icon in icons().items()) if chinese else ", ".join(f"`{name}`" for name in icons())
    return "\n".join([*lines, f"## {title}", "", about, "", names, ""])


if __name__ == "__main__":
    main()
