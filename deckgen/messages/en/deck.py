"""English: rules `deck/…` of finished decks → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "deck/overflow-text": (
        "text is higher than its shape by about {lines} lines: “{text}”",
        "shorten it, enlarge the shape, or take a smaller size (not under 14 pt)",
    ),
    "deck/loose-text": (
        "text is higher than its box by about {lines} lines, with nothing in its way: “{text}”",
        "make the box as high as its text, or let the shape resize to fit it",
    ),
    "deck/off-slide": ("it {what}", "move it back or delete it; split a long table over two slides"),
    "deck/overlapping-text": ("the text is printed over that of “{other}”", "move one of them, or shorten the text"),
    "deck/small-print": ("“{text}” is set in {size} pt: {why}", "shorten, make two slides, or move details into the notes"),
    "deck/stray-font": (
        "not every machine has the face “{face}”",
        "take 微软雅黑, 等线, 宋体, 黑体, 仿宋, 楷体, 华文中宋 or a Latin face of Windows, or embed the font",
    ),
    "deck/proofing-language": (
        "{count} Chinese texts are tagged {lang}, such as “{text}”",
        "select all → Review → Language → Set Proofing Language → Chinese",
    ),
    "deck/no-notes": ("{what}", "write what is to be said and the sources of the numbers into the notes"),
    "deck/outside-link": ("takes something from outside of the file ({kind}): {target}", "embed it; whoever opens the deck fetches it"),
    "deck/hidden-slide": ("the slide is hidden: “{title}”", "delete it, or right-click → Unhide"),
    "deck/empty-placeholder": ("an empty placeholder was left behind", "fill it, or select it and press Delete"),
}

WORDS: dict[str, str] = {
    "deck/no-slide-has-notes": "none of the {count} slides has notes",
    "deck/slide-without-notes": "the slide has no notes",
    "deck/wholly-outside": "lies wholly outside the slide",
    "deck/text-outside": "has text outside the slide",
    "deck/partly-outside": "lies partly outside the slide",
    "deck/back-rows": "the back rows cannot read it",
    "deck/nobody": "nobody can read it",
}
