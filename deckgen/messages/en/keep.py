"""English: what was kept of a deck that a person edited."""

MESSAGES: dict[str, tuple[str, str]] = {}

WORDS: dict[str, str] = {
    "keep/not-theme": "{path} has another theme, so its looks cannot be kept; --text-only keeps the words, or build with the old theme (--theme).",
    "keep/no-edits": "Nothing was edited by hand.",
    "keep/kept": "Kept {count:edit|edits}:",
    "keep/why-conflict": "Changed on both sides, {count} with the words of the outline (--prefer deck for those of the deck):",
    "keep/why-gone": "The outline no longer has these shapes; {count:edit|edits} not kept:",
    "keep/why-unplaced": "The outline no longer has these slides; they stand whole in the section “Unplaced” at the end, {count:edit|edits}:",
    "keep/not-frozen": "Slide {slide} “{title}” says keep: deck; without --keep it was built from the outline.",
    "keep/not-each": "--keep has the edits of one deck and does not go with --each; build that deck by itself.",
    "keep/not-for-sending": "--keep brings edited notes and comments along and does not go with --for-sending; carry the edits back first (deckgen pull).",
    "keep/without-deck": "--prefer deck and --text-only go with --keep DECK.pptx.",
}
