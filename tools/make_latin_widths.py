"""Write `deckgen/inspect/shapes/latin.py`: how wide the Latin faces of other people's decks are.

For developers: `python tools/make_latin_widths.py FOLDER`, where FOLDER holds, anywhere below it, the open fonts named in SOURCES (Debian's
fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-liberation, fonts-urw-base35, fonts-wine, fonts-dejavu-core; npm's @fontsource/gelasio).
They were drawn to the advances of the face they stand for, but for DejaVu Sans, which is within two hundredths of Verdana.
"""

import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

MODULE = Path(__file__).parent.parent / "deckgen" / "inspect" / "shapes" / "latin.py"
CHARACTERS = "".join(map(chr, range(0x20, 0x7F))) + "".join(map(chr, range(0xA0, 0x100))).replace("\u00ad", "") + "–—‘’“”•…€™"
EM = 1000
# Our key → the files of regular and bold.
SOURCES = {
    "calibri": ("Carlito-Regular.ttf", "Carlito-Bold.ttf"),
    "cambria": ("Caladea-Regular.ttf", "Caladea-Bold.ttf"),
    "arial": ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    "arial narrow": ("LiberationSansNarrow-Regular.ttf", "LiberationSansNarrow-Bold.ttf"),
    "times": ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    "georgia": ("gelasio-latin-400-normal.woff", "gelasio-latin-700-normal.woff"),
    "tahoma": ("tahoma.ttf", "tahomabd.ttf"),
    "verdana": ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    "century": ("C059-Roman.otf", "C059-Bold.otf"),
    "century gothic": ("URWGothic-Book.otf", "URWGothic-Demi.otf"),
    "palatino": ("P052-Roman.otf", "P052-Bold.otf"),
    "bookman": ("URWBookman-Light.otf", "URWBookman-Demi.otf"),
    "courier": ("LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf"),
}
HEADER = '''"""Advance widths of common Latin faces, in thousandths of an em.

Written by tools/make_latin_widths.py from open fonts of the same advances: never edit by hand.

{origins}
"""

# fmt: off
# One advance a character, in this order.
CHARACTERS = (
{characters}
)

ADVANCES = {{
{advances}
}}
'''


def main(folder: Path) -> None:
    files = {path.name: path for path in sorted(folder.rglob("*")) if path.suffix in (".ttf", ".otf", ".woff")}
    faces = {
        f"{key}{suffix}": TTFont(files[name], lazy=True)
        for key, names in SOURCES.items()
        for suffix, name in zip(("", "-bold"), names, strict=True)
    }
    text = HEADER.format(
        origins="\n".join(f"{key}: {font['name'].getDebugName(4)}" for key, font in faces.items()),
        characters="\n".join(f"    {row!a}" for row in chunks(CHARACTERS, 48)),
        advances="\n".join(entry(key, font) for key, font in faces.items()),
    )
    MODULE.write_text(text.replace("\\xa0", "\\u00a0"), encoding="utf-8")
    sys.stdout.write(f"{MODULE}\n")


def entry(key: str, font: TTFont) -> str:
    """One face as a dictionary item; a character that it lacks has the advance of its letter n."""
    cmap, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    widths = [str(int(advances[cmap.get(ord(char), cmap[ord("n")])][0] * EM / unit + 0.5)) for char in CHARACTERS]
    body = "\n".join(f"        {', '.join(widths[at : at + 16])}," for at in range(0, len(widths), 16))
    return f'    "{key}": (\n{body}\n    ),'


def chunks(whole: str, size: int) -> list[str]:
    return [whole[at : at + size] for at in range(0, len(whole), size)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
