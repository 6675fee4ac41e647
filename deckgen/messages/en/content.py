"""English: rules `content/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "content/claim-without-number": (
        "no number can be read in the claim “{claim}”",
        "begin it with a number up to 99, as in 七个坚持 or 六个“必须”",
    ),
    "content/claim-count": ("“{claim}” claims {claimed}, there are {found}", "look for what is missing, or mend the number"),
    "content/same-title": (
        "the same title as slide {first}: “{title}”",
        "PowerPoint's accessibility checker wants unique titles; change one",
    ),
}
