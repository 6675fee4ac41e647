"""English: rules `theme/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "theme/color": ("“{got}” is not a colour", "write six hexadecimal digits such as A8161B; quote them if all are digits"),
    "theme/sizes": ("the sizes of `{role}` should fall", "write as [32, 28, 24]"),
    "theme/path": ("the path “{got}” cannot be understood", "only M, L, C, Z with coordinates in design pixels"),
    "theme/box": ("`{key}` should be four numbers: [left, top, width, height]", "in design pixels on a slide of 1280×720"),
    "theme/gradient": ("a gradient needs two colours at least", "write as gradient: [accent1, accent1 -20]"),
}
