"""The text of a ledger with the encoding it came in, so that it can go back in the same."""

from __future__ import annotations

from msgspec import Struct


class Original(Struct, frozen=True):
    text: str
    encoding: str

    def encoded(self, text: str) -> bytes:
        return text.encode(self.encoding)


def original(data: bytes) -> Original | None:
    """The text, if encoding it again gives these very bytes; None when no encoding does."""
    for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "utf-16", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.encode(encoding) == data:
            return Original(text, encoding)
    return None
