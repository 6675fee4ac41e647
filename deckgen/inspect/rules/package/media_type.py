"""图片的格式与它的类型不符。

查什么：写着 PNG 的部件其实是 JPEG 之类，或媒体文件是空的。
为什么：有的软件按类型解码，图片显示为红叉或空白。
怎么改：用看图软件把图片另存为正确的格式，再重新插入。

---
A picture is not of the format it is said to be.

Finds: a part declared as PNG that is a JPEG, and the like, and media of no bytes at all.
Why: clients that trust the type show a red cross or nothing.
Mend: save the picture in the right format with a picture viewer and insert it again.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/media-type"
SEVERITY: Severity = "warning"

PNG, JPEG, GIF, ZIP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04"
# The first bytes of each kind; what is not listed is not judged.
SIGNATURES: dict[str, tuple[bytes, ...]] = {
    "image/png": (PNG,),
    "image/jpeg": (JPEG,),
    "image/jpg": (JPEG,),
    "image/pjpeg": (JPEG,),
    "image/gif": (GIF,),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
    "image/webp": (b"RIFF",),
    "image/x-emf": (b"\x01\x00\x00\x00",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (ZIP,),
}


def check(deck: FinishedDeck) -> Iterator[Hit]:
    package = deck.package
    damaged = {fault.part for fault in deck.faults}
    for part in sorted(package.contents):
        declared = package.types.of(part).lower()
        signatures = SIGNATURES.get(declared)
        if signatures and part not in damaged and not package.contents[part].startswith(signatures):
            yield at(0, part=part, type=declared)
