"""Makes the Word files of the corpus from the texts beside them: `python -m tests.speech.make_docx FOLDER`.

Written without a library, so that the files hold what Word and WPS write and a reader made with the same library
would never meet: style ids that are numbers, numbers that stand in no text, runs cut in the middle of a word,
smart tags, insertions and deletions, comments, footnotes, headers. Equal text, equal bytes.
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MARK = re.compile(r"⟦(#\w(?: [^⟧]*)?|-[^⟧]*|[^⟧]*)⟧|⏎")

# None of these words may ever come out of an importer.
HEADER = "内部资料　注意保存　第999号"
FOOTER = "第888页　共889页"
COMMENT = "此处数字请统计站核实，去年是777个。"
FOOTNOTE = "数据来自666平台，截至当日。"
OUTSIDE_TEXT = (HEADER, FOOTER, COMMENT, FOOTNOTE)

PARTS = ("styles", "numbering", "comments", "footnotes", "header1", "footer1")
# Numbered list of `numbering.xml` by how its numbers look.
LISTS = {"1": r"[一二三四五六七八九十]+、", "2": r"（[一二三四五六七八九十]+）", "3": r"\d+\."}
FACES = {
    "body": ("仿宋_GB2312", 32, False),
    "bold": ("黑体", 32, False),
    "title": ("方正小标宋简体", 44, False),
    "strong": ("楷体_GB2312", 32, True),
}


def make(source: Path, target: Path) -> None:
    """Write the docx that holds the text of `source`."""
    lines = source.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    styled = any(line.startswith("⟦#1") for line in lines)
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": relations({f"rId{n}": (kind_of(part), f"{part}.xml") for n, part in enumerate(PARTS, 1)}),
        "word/document.xml": document(lines, styled),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/comments.xml": note_part("comments", f'<w:comment w:id="0" w:author="审核" w:initials="S">{plain(COMMENT)}</w:comment>'),
        "word/footnotes.xml": note_part("footnotes", f'<w:footnote w:id="2">{plain(FOOTNOTE)}</w:footnote>'),
        "word/header1.xml": note_part("hdr", plain(HEADER)),
        "word/footer1.xml": note_part("ftr", plain(FOOTER)),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            package.writestr(info, text)


def document(lines: list[str], styled: bool) -> str:
    body, rows = "", []
    for line in lines:
        if "¦" in line:
            rows.append(line)
            continue
        body += table(rows) + paragraph(line, styled)
        rows = []
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/></w:sectPr>'
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{table(rows)}{section}</w:body></w:document>"


def table(rows: list[str]) -> str:
    if not rows:
        return ""
    columns = rows[0].count("¦") + 1
    made = "".join(f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{plain(cell)}</w:tc>' for cell in row.split('¦'))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{made}</w:tbl>"


def plain(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def paragraph(line: str, styled: bool) -> str:
    """One paragraph; `⟦#k n⟧` opens it with how it looks and what numbers it."""
    look = re.match(r"⟦#(\w)(?: ([^⟧]*))?⟧", line)
    kind, number = (look[1], look[2] or "") if look else ("p", "")
    words = line[look.end() :] if look else line
    head, rest = (words[: words.index("。") + 1], words[words.index("。") + 1 :]) if kind == "k" else ("", words)
    face = {"b": "bold", "T": "title"}.get(kind, "body")
    runs = content(head, "strong", styled) + content(rest, face, styled)
    return f"<w:p>{properties(kind, number, styled)}{runs}</w:p>"


def properties(kind: str, number: str, styled: bool) -> str:
    """A style where the file uses styles, else only where the paragraph stands; the number by list in either."""
    style = {"1": "1", "2": "2", "T": "a3", "S": "a5"}.get(kind, "") if styled else ""
    listed = next((name for name, pattern in LISTS.items() if re.fullmatch(pattern, number)), "")
    made = f'<w:pStyle w:val="{style}"/>' if style else ""
    # A heading style brings its numbering along, as Word's own multi-level lists do.
    made += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed and style not in ("1", "2") else ""
    made += '<w:jc w:val="center"/>' if kind in "TcS" else '<w:ind w:firstLineChars="200" w:firstLine="640"/>' if not style else ""
    return f"<w:pPr>{made}</w:pPr>"


def content(text: str, face: str, styled: bool) -> str:
    """The runs of a text, with all that its marks put between them."""
    made, done = "", 0
    closers: list[str] = []
    for match in MARK.finditer(text):
        made += run(text[done : match.start()], face, styled)
        done = match.end()
        opened, closer = marked(match[0])
        if match[0] == "⟦/⟧":
            made += closers.pop()
        else:
            made += opened
            closers += [closer] if closer else []
    return made + run(text[done:], face, styled)


def marked(mark: str) -> tuple[str, str]:
    """What a mark puts into the paragraph, and what its end puts there."""
    if mark.startswith("⟦-"):
        return f'<w:del w:id="91" w:author="审核"><w:r><w:delText>{escape(mark[2:-1])}</w:delText></w:r></w:del>', ""
    reference = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    return {
        "⏎": ("<w:r><w:br/></w:r>", ""),
        "⟦f⟧": ('<w:r><w:footnoteReference w:id="2"/></w:r>', ""),
        "⟦c⟧": ('<w:commentRangeStart w:id="0"/>', reference),
        "⟦+⟧": ('<w:ins w:id="90" w:author="审核">', "</w:ins>"),
        "⟦s⟧": ('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">', "</w:smartTag>"),
    }.get(mark, ("", ""))


def run(text: str, face: str, styled: bool) -> str:
    if not text:
        return ""
    name, size, bold = FACES[face]
    look = f'<w:rFonts w:eastAsia="{name}" w:hint="eastAsia"/>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/>' if not styled else ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def styles() -> str:
    """Style ids as a Chinese Word writes them: 正文 is `a`, the headings are `1` and `2`, 标题 is `a3`."""
    return (
        f'{HEAD}<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        + style("1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
        + style("2", "heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>')
        + style("a3", "Title", '<w:jc w:val="center"/>')
        + style("a5", "Subtitle", '<w:jc w:val="center"/>')
        + "</w:styles>"
    )


def style(name: str, said: str, properties: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/><w:basedOn w:val="a"/><w:pPr>{properties}</w:pPr></w:style>'


def numbering() -> str:
    """The headings' list of two levels (the second counts anew under each of the first), then （一） and 1. by themselves."""
    lists = (
        "".join((level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"))),
        level(0, "chineseCountingThousand", "（%1）"),
        level(0, "decimal", "%1."),
    )
    made = "".join(f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(lists, 1))
    used = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    return f"{HEAD}<w:numbering {W}>{made}{used}</w:numbering>"


def level(depth: int, form: str, look: str) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{look}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def note_part(name: str, inside: str) -> str:
    return f"{HEAD}<w:{name} {W}>{inside}</w:{name}>"


def kind_of(part: str) -> str:
    return part.rstrip("1")


def relations(targets: dict[str, tuple[str, str]]) -> str:
    made = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, (kind, target) in targets.items())
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def content_types() -> str:
    parts = {"document": "document.main", **{part: kind_of(part) for part in PARTS}}
    made = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>' for part, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def make_all(folder: Path) -> list[Path]:
    """The docx of every `*.docx.txt` of a folder."""
    made = []
    for source in sorted(folder.glob("*.docx.txt")):
        make(source, target := source.with_suffix(""))
        made.append(target)
    return made


if __name__ == "__main__":
    print(*make_all(Path(sys.argv[1])), sep="\n")
