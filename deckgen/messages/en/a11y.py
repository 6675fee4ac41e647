"""English: rules `a11y/…` of finished decks → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "a11y/alt-text": (
        "this {kind} has no alternative text",
        "right-click → View Alt Text and describe it in a sentence, or mark it as decorative",
    ),
    "a11y/file-name-alt": ("the alternative text is a mere file name: “{alt}”", "say in a sentence what it tells the audience"),
    "a11y/slide-title": ("the slide has no title", "write one into the title placeholder; it may stand off the slide"),
    "a11y/title-unique": ("slide {first} has the same title: “{title}”", "say more in the title, or add “(continued)”"),
    "a11y/contrast": (
        "the contrast of “{text}” is only {ratio}, {needed} is needed ({color} on {ground})",
        "darken (or lighten) the text or change the background",
    ),
    "a11y/reading-order": (
        "the reading order is wrong: {what}",
        "drag into order in the selection pane; what is read first stands at the bottom",
    ),
    "a11y/link-text": ("the link text “{text}” does not say where it leads", "put the link on words that name the target"),
    "a11y/table-header": ("the table has no header row", "Table Design → Header Row, and name each column in the first row"),
    "a11y/merged-cells": ("the table has merged cells: {cells}", "split them, or make two simple tables"),
    "a11y/section-name": ("a section has no name of its own (“{name}”)", "right-click the section → Rename Section"),
    "a11y/section-unique": ("two sections are called “{name}”", "right-click the section → Rename Section"),
    "a11y/document-title": ("the document has no title among its properties (it is “{title}”)", "File → Info → Properties → Title"),
    "a11y/language": (
        "{count} texts do not say their language, such as “{text}”",
        "select all → Review → Language → Set Proofing Language",
    ),
}

WORDS: dict[str, str] = {
    "a11y/picture": "picture",
    "a11y/media": "video or sound",
    "a11y/chart": "chart",
    "a11y/table": "table",
    "a11y/diagram": "SmartArt",
    "a11y/object": "object",
    "a11y/group": "group",
    "a11y/shape": "shape",
    "a11y/connector": "line",
    "a11y/read-after": "it stands above or left of “{name}” but is read after it",
    "a11y/title-not-first": "the title is not read first",
    "a11y/footer-before-content": "the footer, date or number is read before the content",
}
