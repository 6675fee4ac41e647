"""English: rules `layout/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "layout/overflow": (
        "`{what}` does not fit: {length} characters, {over} too many, {fits} at the most",
        "shorten it; details can go into notes",
    ),
    "layout/unfit": (
        "`layout: {layout}` does not hold this slide",
        "take another one ({others}), shorten the text, or leave `layout` out: then the program chooses",
    ),
    "layout/crowded": (
        "{count} items do not fit on this slide: even at the smallest type there is room for the first {fits} at the most",
        "take fewer items or figures, or make two slides",
    ),
    "layout/labels-hidden": (
        "{count} values of the chart are not written, for want of room",
        "take fewer categories or series, labels: ends for the first and the last alone, or kind: table",
    ),
    "layout/cycle-short": (
        "`cycle: true` needs {least} steps or more; these {count} are drawn as a row of arrows",
        "add the steps that are missing, or leave out cycle",
    ),
    "layout/figure-too-wide": (
        "the value “{text}” of `{name}` does not fit its card",
        "use scale: 亿 or 万, fewer decimals, or fewer cards; a value in words wants fewer of them, or the card of a kind: section",
    ),
    "layout/text-overflow": ("“{name}” on slide {number} needs {over} pt more than its place has", "shorten the text"),
    "layout/small-text": (
        "“{name}” on slide {number} is set in {size} pt",
        "under 14 pt nobody reads it: put less on the slide, or raise the theme's floor",
    ),
    "layout/density": ("slide {number} has {count} {unit}, more than {most}", "move details to notes, or make two slides of it"),
    "layout/orphan": ("a line of its own for “{last}” on slide {number}: {text}", "add or take away a word"),
    "layout/crowded-slide": ("slide {number} is crowded: its text is set in {size} pt", "fewer entries, shorter texts, or two slides"),
    "layout/lonely-slide": ("“{title}” has a single entry", "complete it, merge it with its neighbour, or make it kind: statement"),
    "layout/table-rows": (
        "the table has {count} rows, a slide shows {most} at the most",
        "overflow: continue in the head goes on on further slides; limit: takes the first rows",
    ),
    "layout/notes-cut": (
        "the notes of slide {number} have {count} characters; printed on the notes page, some {cut} of them are cut off",
        "print them with deckgen render --notes, which goes on on the next page, or shorten them",
    ),
}

WORDS: dict[str, str] = {
    "layout/characters": "characters",
    "layout/words": "words",
}
