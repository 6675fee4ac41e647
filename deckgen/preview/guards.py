"""Who may ask, and what browsers are told: the page is for this machine and for nobody's other pages."""

from __future__ import annotations

from email.message import Message

LOOPBACK = "127.0.0.1"

# Nothing but our own files; no inline script or style, no frame around us, no form, no other host.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # a report nobody has heard yet stays out of the browser's files
}


def hosts(port: int) -> frozenset[str]:
    """What the Host header may say."""
    names = (LOOPBACK, "localhost", "[::1]")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


def refused(headers: Message, port: int, is_page: bool) -> bool:
    """Whether a request is none of ours.

    Another Host is a foreign name bound to our address (DNS rebinding). A foreign Origin or site is another page that asks
    for our data; only the page itself may be opened from anywhere, by a link.
    """
    host, origin = headers.get("Host", "").lower(), headers.get("Origin", "").lower()
    if host not in hosts(port):
        return True
    if origin and origin != f"http://{host}":
        return True
    return not is_page and headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none")
