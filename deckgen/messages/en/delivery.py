"""English: rules `delivery/…` → (what is wrong, what to do); the words of the table of minutes."""

MESSAGES: dict[str, tuple[str, str]] = {
    "delivery/too-long": (
        "the whole takes {takes}, {over} more than `minutes: {minutes}`",
        "shorten notes or speech, or write the real minutes and rate of speech",
    ),
    "delivery/slide-long": ("slide {number} takes {takes} to say, more than three minutes", "make two slides of it, or shorten its notes"),
    "delivery/slide-short": (
        "slide {number} is said in {takes}, less than ten seconds",
        "say more about it, or make it part of its neighbour",
    ),
}
WORDS: dict[str, str] = {
    "delivery/about": "  about {takes}",
    "delivery/slide": "slide {number}",
    "delivery/slide-line": "  {takes}  {slide}  {title}",
    "delivery/part-line": "{takes}  {title} ({slides:slide|slides})",
    "delivery/whole": "In all {takes}: {rate} characters a minute, {slides:slide|slides} of 2 s more, paragraphs of 0.5 s",
    "delivery/whole-words": "In all {takes}: {rate} words a minute, {slides:slide|slides} of 2 s more, paragraphs of 0.5 s",
    "delivery/by-speech": "The whole is counted by the speech, slides by their notes (these take {takes})",
    "delivery/left": "{takes} less than {minutes:minute|minutes}",
    "delivery/over": "{takes} more than {minutes:minute|minutes}",
}
