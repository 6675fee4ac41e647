"""Shapes of a slide: text boxes, placeholders, freeforms, groups; ids counted up as they are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from deckgen.scene import ChartBox, Group, Item, Path, Picture, PictureBox, Placeholder, ShapeBox, TableBox, TextBox
from deckgen.write.pptx.text import text_body
from deckgen.write.pptx.xml import DECORATIVE, attribute, fill, stroke, transform

# Without it PowerPoint gives a link the colour of the theme's slot, which may not be read on a coloured ground.
OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"


class ShapeWriter:
    """Writes the items of one slide or layout; relations for links and charts come from `relate`.

    `charts` are those that it wrote, in their order; each has a part of its own, counted from `first_chart`.
    """

    def __init__(self, relate: Callable[[str, str], str], lang: str, first_chart: int = 1, table_style: str = "") -> None:
        self.relate = relate
        self.lang = lang
        self.first_chart = first_chart
        self.table_style = table_style  # the id of the organisation's; "" is ours
        self.charts: list[ChartBox] = []
        self.pictures: list[Picture] = []
        self.last_id = 1

    def items(self, placed: tuple[Item, ...]) -> str:
        return "".join([self.item(item) for item in placed])

    def item(self, placed: Item) -> str:
        match placed:
            case TextBox():
                return self.text_box(placed)
            case ShapeBox():
                return self.shape_box(placed)
            case Group():
                return self.group(placed)
            case ChartBox():
                return self.chart_box(placed)
            case TableBox():
                return self.table_box(placed)
            case PictureBox():
                return self.picture_box(placed)
            case _:
                assert_never(placed)

    def properties(self, name: str, alt: str = "", decorative: bool = False, inner: str = "") -> str:
        """`p:cNvPr` with the name of the selection pane and the alt text, or the word decorative."""
        self.last_id += 1
        described = f' descr="{attribute(alt)}"' if alt or decorative else ""
        children = inner + (DECORATIVE if decorative else "")
        head = f'<p:cNvPr id="{self.last_id}" name="{attribute(name)}"{described}'
        return f"{head}>{children}</p:cNvPr>" if children else f"{head}/>"

    def link(self, box: TextBox) -> str:
        if not box.link:
            return ""
        rid = self.relate("slide", f"slide{box.link}.xml")
        return f'<a:hlinkClick r:id="{rid}" tooltip="{attribute(box.link_tip)}" action="ppaction://hlinksldjump"/>'

    def click(self, link: str) -> str:
        """What the link of a run does: it opens an address, or goes to a slide; its words keep their colour."""
        if link.startswith("#"):
            rid = self.relate("slide", f"slide{link[1:]}.xml")
            return f'<a:hlinkClick r:id="{rid}" action="ppaction://hlinksldjump">{OWN_COLOR}</a:hlinkClick>'
        return f'<a:hlinkClick r:id="{self.relate("hyperlink", link)}">{OWN_COLOR}</a:hlinkClick>'

    def text_box(self, box: TextBox) -> str:
        properties = self.properties(box.name, decorative=box.decorative, inner=self.link(box))
        placeholder = box.placeholder
        if placeholder is None:
            kind = ' txBox="1"' if box.fill is None and box.stroke is None and box.shape == "rect" else ""
            nv = f"<p:nvSpPr>{properties}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
            look = f'{transform(box.box)}<a:prstGeom prst="{box.shape}"><a:avLst/></a:prstGeom>{fill(box.fill)}{stroke(box.stroke)}'
        else:
            nv = f'<p:nvSpPr>{properties}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder_mark(placeholder)}</p:nvPr></p:nvSpPr>'
            look = "" if box.box == placeholder.box else transform(box.box)
            if box.fill is not None or box.stroke is not None:
                look = f'{transform(box.box)}<a:prstGeom prst="{box.shape}"><a:avLst/></a:prstGeom>{fill(box.fill)}{stroke(box.stroke)}'
        return f"<p:sp>{nv}<p:spPr>{look}</p:spPr>{text_body(box, self.lang, click=self.click)}</p:sp>"

    def shape_box(self, box: ShapeBox) -> str:
        properties = self.properties(box.name, box.alt, decorative=not box.alt)
        geometry = f'<a:prstGeom prst="{box.shape}"><a:avLst/></a:prstGeom>' if box.path is None else freeform(box.path)
        return (
            f"<p:sp><p:nvSpPr>{properties}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{transform(box.box)}{geometry}{fill(box.fill)}{stroke(box.stroke)}</p:spPr></p:sp>"
        )

    def group(self, group: Group) -> str:
        properties = self.properties(group.name, group.alt)
        box = group.box
        frame = (
            f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'
            f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
        )
        return (
            f"<p:grpSp><p:nvGrpSpPr>{properties}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{self.items(group.items)}</p:grpSp>"
        )

    def chart_box(self, box: ChartBox) -> str:
        rid = self.relate("chart", f"../charts/chart{self.first_chart + len(self.charts)}.xml")
        self.charts.append(box)
        return self.frame(
            box, f'<a:graphic><a:graphicData uri="{CHART_URI}"><c:chart xmlns:c="{CHART_URI}" r:id="{rid}"/></a:graphicData></a:graphic>'
        )

    def table_box(self, box: TableBox) -> str:
        from deckgen.write.pptx.table import table_graphic  # here, because most decks have none

        return self.frame(box, table_graphic(box, self.lang, self.click, *filter(None, [self.table_style])))

    def picture_box(self, box: PictureBox) -> str:
        properties = self.properties(box.name, box.alt, decorative=not box.alt)
        rid = self.relate("image", f"../media/{media_name(box.picture)}")
        self.pictures.append(box.picture)
        return (
            f'<p:pic><p:nvPicPr>{properties}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr>{transform(box.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def frame(self, box: ChartBox | TableBox, graphic: str) -> str:
        """What a chart or a table stands in."""
        properties = self.properties(box.name, box.alt)
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr>{properties}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr/></p:nvGraphicFramePr>{transform(box.box, 'p:xfrm')}{graphic}</p:graphicFrame>"
        )


def media_name(picture: Picture) -> str:
    """The name of its part: one for all pictures that are equal."""
    return f"{picture.digest}.{picture.format}"


def placeholder_mark(placeholder: Placeholder) -> str:
    idx = f' idx="{placeholder.idx}"' if placeholder.idx else ""
    size = ' sz="quarter"' if placeholder.type in ("ftr", "sldNum", "body", "dt") else ""
    orient = ' orient="vert"' if placeholder.vertical else ""
    return f'<p:ph type="{placeholder.type}"{orient}{size}{idx}/>'


def freeform(path: Path) -> str:
    """A custom geometry; the path's grid is scaled to the shape (CT_Path2D)."""
    pieces = []
    for command, values in path.commands:
        points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(values[::2], values[1::2], strict=True))
        tag = {"M": "a:moveTo", "L": "a:lnTo", "C": "a:cubicBezTo"}.get(command)
        pieces.append(f"<{tag}>{points}</{tag}>" if tag else "<a:close/>")
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{path.width}" h="{path.height}">{"".join(pieces)}</a:path></a:pathLst></a:custGeom>'
    )
