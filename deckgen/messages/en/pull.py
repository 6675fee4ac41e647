"""English: what a person changed in a deck, and what becomes of it."""

MESSAGES: dict[str, tuple[str, str]] = {
    "pull/edited-since": (
        "this deck was edited by hand after it was built, in {count:place|places} that the outline does not have",
        "deckgen pull {deck} carries them back to the outline; build does not overwrite it",
    ),
}

WORDS: dict[str, str] = {
    "pull/edited": "{path} was edited by hand after it was built, in {count:place|places}; it was not overwritten:",
    "pull/foreign": "{path} is not as this tool wrote it (another program made it, or an older version did and it was saved since, so that nobody can tell what was edited); it was not overwritten.",
    "pull/newer": "{path} was built by a newer deckgen; this one cannot tell whether it was edited, and did not overwrite it: please upgrade deckgen.",
    "pull/ways": "You can:\n"
    "  deckgen pull {path} {outline}      carry the edits back to outline and ledger\n"
    "  deckgen build {outline} -o another.pptx\n"
    "  deckgen build {outline} --force     build from the outline; the edited deck is kept beside it first",
    "pull/ways-foreign": "You can:\n"
    "  deckgen build {outline} -o another.pptx\n"
    "  deckgen build {outline} --force     the old file is kept beside it first",
    "pull/kept-edited": "{path} was edited by hand after it was built and was not overwritten; name another file, carry the edits back with deckgen pull, or say force=True.",
    "pull/kept-foreign": "{path} is not as this tool wrote it and was not overwritten; name another file, or say force=True.",
    "pull/kept-newer": "{path} was built by a newer deckgen and was not overwritten; upgrade deckgen, or name another file.",
    "pull/copy-name": " (edited {day})",
    "pull/kept-copy": "the edited deck was kept as {copy}",
    "pull/more-edits": "… and {count} more",
    "pull/on-slide": "slide {slide} “{title}”: {what}",
    "pull/off-slide": "former slide {was} “{title}”: {what}",
    "pull/edit-words": "{shape}: “{old}” → “{new}”",
    "pull/edit-breaks": "{shape}: line breaks were changed: “{new}”",
    "pull/edit-emphasis": "{shape}: other words are strong (now “{new}”, no more “{old}”)",
    "pull/edit-cell": "table {shape}: “{old}” → “{new}”",
    "pull/edit-rows": "table {shape}: other rows or columns (before {old}, now {new})",
    "pull/edit-notes": "the notes were edited: “{new}” ({old} paragraphs gone)",
    "pull/edit-box": "{shape}: moved or resized",
    "pull/edit-look": "{shape}: another size or colour of type",
    "pull/edit-fill": "{shape}: another fill",
    "pull/edit-picture": "{shape}: another picture",
    "pull/edit-chart": "{shape}: other numbers in the chart",
    "pull/edit-gone": "{shape}: deleted (“{old}”)",
    "pull/edit-new": "{shape}: new (“{new}”)",
    "pull/edit-moving": "an animation or a transition was added",
    "pull/edit-hidden": "hidden",
    "pull/edit-shown": "no longer hidden",
    "pull/edit-slide-gone": "the slide was deleted",
    "pull/edit-slide-new": "a new slide",
    "pull/edit-slide-moved": "moved here from {old}",
    "pull/edit-remark": "comment {old}: {new}",
}
