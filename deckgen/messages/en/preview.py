"""English: rules `preview/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "preview/crash": (
        "a fault of ours, nothing was compiled this time: {error}",
        "your outline is not to blame; please send the record below to the maintainers, the next change is tried again",
    ),
}
