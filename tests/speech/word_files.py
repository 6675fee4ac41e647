"""Word documents from a few marks, made without a library, as Word and WPS write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROOTS = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A document with this body; `parts`: inner XML of styles, numbering, header, footer."""
    parts = parts or {}
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{part}+xml"/>' for part in parts)
    types += f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{RELATIONS}"/>{types}</Types>',
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations({part: f"{part}.xml" for part in parts}),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>',
        **{f"word/{part}.xml": f'<w:{ROOTS[part]} xmlns:w="{W}">{inner}</w:{ROOTS[part]}>' for part, inner in parts.items()},
    }
    return zipped(files)


RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def relations(targets: Mapping[str, str]) -> str:
    rows = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets.items(), 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def p(*runs: str, ppr: str = "") -> str:
    """A paragraph; what does not begin with < is the text of a run."""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(text: str, rpr: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A field in its five runs."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{r(result) if not result.startswith('<') else result}{end}"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell that begins with < holds what it says."""
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(map(cell, row)) + '</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str) -> str:
    return f"<w:tc>{text if text.startswith('<') else p(text)}</w:tc>"


def style(style_id: str, name: str, ppr: str = "", rpr: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    default = ' w:default="1"' if name == "Normal" else ""
    return f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{based}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'


def numbered(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def numbering(levels: tuple[tuple[str, str], ...], lists: tuple[str, ...] = ("",)) -> str:
    """One pattern of (format, text) a level, and a list or more made after it, each with its overrides."""
    shown = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    made = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{inner}</w:num>' for n, inner in enumerate(lists, 1))
    return f'<w:abstractNum w:abstractNumId="0">{shown}</w:abstractNum>{made}'
