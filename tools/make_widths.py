"""Write `deckgen/measure/tables.py` from open fonts: `python tools/make_widths.py`.

For developers; needs fontTools, Debian's fonts-noto-cjk and fonts-liberation. The same fonts
give the same bytes, so a difference in the written file is a difference in the fonts.
"""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar

from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

TABLES = Path(__file__).parent.parent / "deckgen" / "measure" / "tables.py"
NOTO = Path("/usr/share/fonts/opentype/noto")
LIBERATION = Path("/usr/share/fonts/truetype/liberation")

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN_1 = "".join(map(chr, range(0xA0, 0x100))).replace("\u00ad", "")  # a soft hyphen has no ink
PINYIN = "āēěīōūńňǎǐǒǔǖǘǚǜ"
GREEK = "".join(chr(c) for c in range(0x391, 0x3CA) if c not in (0x3A2, 0x3C2))
MARKS = "–—‘’“”†‡•…‰′″‹›€№™←↑→↓−∞≈≠≤≥①②③■□▲△▼▽◆◇○●★"
CHARACTERS = ASCII + LATIN_1 + PINYIN + GREEK + MARKS

# Full width wherever the language is Chinese: locl (ZHS) widens — from 0.894 em in Noto, and
# the others are full width in GB 2312 faces such as 宋体, whatever Noto Serif makes of the dot.
FULL_WIDTH = "—‘’“”…·"
EM = 1000
T = TypeVar("T", str, list[str])


class Source(NamedTuple):
    """A face of ours and the files that it is measured in; marks come from the CJK one."""

    key: str
    latin: Path
    marks: Path


SOURCES = (
    Source("sans", NOTO / "NotoSansCJK-Regular.ttc", NOTO / "NotoSansCJK-Regular.ttc"),
    Source("sans-bold", NOTO / "NotoSansCJK-Bold.ttc", NOTO / "NotoSansCJK-Bold.ttc"),
    Source("serif", NOTO / "NotoSerifCJK-Regular.ttc", NOTO / "NotoSerifCJK-Regular.ttc"),
    Source("serif-bold", NOTO / "NotoSerifCJK-Bold.ttc", NOTO / "NotoSerifCJK-Bold.ttc"),
    Source("times", LIBERATION / "LiberationSerif-Regular.ttf", NOTO / "NotoSerifCJK-Regular.ttc"),
    Source("times-bold", LIBERATION / "LiberationSerif-Bold.ttf", NOTO / "NotoSerifCJK-Bold.ttc"),
    Source("arial", LIBERATION / "LiberationSans-Regular.ttf", NOTO / "NotoSansCJK-Regular.ttc"),
    Source("arial-bold", LIBERATION / "LiberationSans-Bold.ttf", NOTO / "NotoSansCJK-Bold.ttc"),
)

HEADER = '''"""Advance widths in thousandths of an em.

Written by tools/make_widths.py from the faces below: never edit by hand.

{origins}
"""

# fmt: off
# One advance a character, in this order; a character that is absent has the default of its kind.
CHARACTERS = (
{characters}
)

ADVANCES = {{
{advances}
}}
'''


def main() -> None:
    TABLES.write_text(tables_module(), encoding="utf-8")
    sys.stdout.write(f"{TABLES}\n")


def tables_module() -> str:
    """The whole text of `tables.py`, as ruff would format it."""
    return HEADER.format(
        origins="\n".join(origin(source) for source in SOURCES),
        characters="\n".join(f"    {quoted(row)}" for row in chunks(CHARACTERS, 48)),
        advances="\n".join(entry(source) for source in SOURCES),
    )


def fonts_present() -> bool:
    """Whether every font file that the tables are measured in is installed."""
    return all(source.latin.exists() and source.marks.exists() for source in SOURCES)


def origin(source: Source) -> str:
    """One line that says where a face's Latin comes from."""
    font = open_font(source.latin)
    version = font["name"].getDebugName(5).split(";")[0]
    return f"{source.key}: {font['name'].getDebugName(4)}, {version} ({source.latin.name})"


def entry(source: Source) -> str:
    """One face as a dictionary item, sixteen whole numbers a row."""
    rows = chunks([str(a) for a in advances(source)], 16)
    body = "\n".join(f"        {', '.join(row)}," for row in rows)
    return f'    "{source.key}": (\n{body}\n    ),'


def advances(source: Source) -> list[int]:
    """The advances of CHARACTERS, rounded half up to whole thousandths of an em."""
    latin, marks = open_font(source.latin), open_font(source.marks)
    return [EM if char in FULL_WIDTH else advance(marks if char in MARKS else latin, char, marks) for char in CHARACTERS]


def advance(font: TTFont, char: str, fallback: TTFont) -> int:
    """The advance of `char`, taken from `fallback` where `font` lacks it."""
    glyph = font.getBestCmap().get(ord(char))
    if glyph is None:
        return EM if font is fallback else advance(fallback, char, fallback)
    return int(font["hmtx"][glyph][0] * EM / font["head"].unitsPerEm + 0.5)


@cache
def open_font(path: Path) -> TTFont:
    """The font, or the simplified Chinese face of a collection."""
    if path.suffix != ".ttc":
        return TTFont(BytesIO(path.read_bytes()), lazy=True)
    faces = TTCollection(BytesIO(path.read_bytes()), lazy=True).fonts
    return next(f for f in faces if f["name"].getDebugName(4).split(" CJK ")[1].startswith("SC"))


def chunks(whole: T, size: int) -> list[T]:
    return [whole[i : i + size] for i in range(0, len(whole), size)]


def quoted(row: str) -> str:
    """A Python literal the way ruff writes it, with the no-break space spelt out."""
    literal = row.replace("\\", "\\\\").replace("\u00a0", "\\u00a0")
    return f"'{literal}'" if '"' in row and "'" not in row else '"' + literal.replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
