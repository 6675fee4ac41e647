"""Ids of what is said of templates, by role, band and slot."""

from __future__ import annotations

ROLE = {"cover": "theme/role-cover", "content": "theme/role-content", "closing": "theme/role-closing", "divider": "theme/role-divider"}
FALLBACK = {
    "cover": "theme/fallback-cover", "content": "theme/fallback-content", "closing": "theme/fallback-closing", "divider": "theme/fallback-divider",
}  # fmt: skip
BAND = {"sure": "theme/band-sure", "guess": "theme/band-guess", "given": "theme/band-given"}
SHORT = {
    "sure": "theme/short-sure", "guess": "theme/short-guess", "none": "theme/short-none", "given": "theme/short-given", "made": "theme/short-made",
}  # fmt: skip
COLUMNS = ("theme/column-role", "theme/column-layout", "theme/column-evidence", "theme/column-next")
FACE = {"heading": "theme/face-heading", "body": "theme/face-body"}
SLOT = {
    "dk1": "theme/slot-dk1", "lt1": "theme/slot-lt1", "dk2": "theme/slot-dk2", "lt2": "theme/slot-lt2", "accent1": "theme/slot-accent1",
    "accent2": "theme/slot-accent2", "accent3": "theme/slot-accent3", "accent4": "theme/slot-accent4", "accent5": "theme/slot-accent5",
    "accent6": "theme/slot-accent6",
}  # fmt: skip
