"""English: rules `layout/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "layout/overflow": (
        "`{what}` does not fit: {length} characters, {over} too many, {fits} at the most",
        "shorten it; details can go into notes",
    ),
    "layout/crowded": ("{count} items do not fit on this slide", "take fewer items or figures, or make two slides"),
    "layout/figure-too-wide": (
        "the value “{text}” of `{name}` does not fit its card",
        "use scale: 亿 or 万, fewer decimals, or fewer cards",
    ),
}
