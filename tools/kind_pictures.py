"""Pictures of every kind for docs/kinds.md, from the showcase: `python -m tools.kind_pictures`."""

from __future__ import annotations

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
    numbers = first_slides()
    with tempfile.TemporaryDirectory() as folder:
        render_source(RenderRequest(str(SHOWCASE), to="png", output=folder, engine="svg", width=WIDTH))
        drawn = sorted(Path(folder).glob("*.png"))
        for kind, number in numbers.items():
            image = Image.open(drawn[number - 1]).convert("RGB").quantize(128)
            image.save(PICTURES / f"kind-{kind}.png", optimize=True)
    (ROOT / "docs" / "kinds.md").write_text(page(), encoding="utf-8")


def first_slides() -> dict[str, int]:
    """The number of the first slide of each kind; covers, overviews and dividers come between."""
    found: dict[str, int] = {}
    for slide in compile_deck(Request(str(SHOWCASE))).scene.slides:
        if slide.layout in KINDS:
            found.setdefault(slide.layout, slide.number)
    return found


def page() -> str:
    """The kinds in their order, each with its picture, an example and its fields."""
    lines = ["# 各种页面", "", "图是 `content/showcase` 里的页。在命令行里看：`deckgen kinds`、`deckgen kinds table`。", ""]
    for name, kind in KINDS.items():
        lines += [f"## {name}：{kind.doc_zh}", "", f"![{kind.doc_zh}](pictures/kind-{name}.png)", ""]
        if name in EXAMPLES:
            lines += ["```text", EXAMPLES[name].zh.strip(), "```", ""]
        lines += [f"- `{field}`：{described(declared).zh}" for field, declared in kind.own_fields.items()] + [""]
        for layout in kind.layouts:
            one = ARRANGEMENTS[name][layout]
            lines += [f"`layout: {layout}`：{one.words.zh}", "", "```text", one.drawing.strip("\n"), "```", ""]
    names = "、".join(f"`{name}` {icon.words}" for name, icon in icons().items())
    lines += [
        "## 图标",
        "",
        "`icon:` 写在要点、条目、对子和台账的指标上，画成可以编辑的形状，颜色随主题。图标来自 lucide（ISC 许可）。",
        "",
        names,
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
