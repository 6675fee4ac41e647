"""English: rules `package/…`, `a11y/…`, `deck/…` of finished decks → (what is wrong, what to do)."""

REPAIR = "open, repair and save it with PowerPoint; if a program wrote the file, mend the program"

MESSAGES: dict[str, tuple[str, str]] = {
    "package/not-a-deck": (
        "the file is no .pptx presentation: {what}",
        "save an old .ppt as .pptx in PowerPoint; download a broken file again",
    ),
    "package/encrypted": (
        "the file has a password, its content cannot be read",
        "File → Info → Protect Presentation: clear the password and save",
    ),
    "package/too-large": (
        "the file is unreasonably large when unpacked ({part}); reading stopped there",
        "do not open it if it is a stranger's; compress pictures and videos if it is yours",
    ),
    "package/damaged": ("the data of part {part} is damaged", "copy or download the file again, or " + REPAIR),
    "package/malformed-xml": ("part {part} is not well-formed XML: {problem}", REPAIR),
    "package/duplicate-part": ("there are two parts named {part} in the package", REPAIR),
    "package/missing-part": ("{source} lacks the required part {part}", REPAIR),
    "package/content-type": ("part {part} {what}", REPAIR),
    "package/dangling-target": (
        "relationship {rid} of {source} leads to {target}, which does not exist",
        "insert the missing picture, chart or link again",
    ),
    "package/unknown-relation": ("{part} refers to relationship {rid}, which does not exist", "insert the picture, chart or link again"),
    "package/duplicate-relation": ("{part} gives relationship id {rid} twice", REPAIR),
    "package/orphan-part": (
        "nothing refers to part {part}, which still travels with the file",
        "open and save it under another name in PowerPoint",
    ),
    "package/slide-id": ("slide id {id} {what}", REPAIR),
    "package/master-id": ("master or layout id {id} {what}", REPAIR),
    "package/shape-id": ("shape id {id} in {part} occurs twice or is no number", "cut the shape and paste it, which gives it a new id"),
    "package/placeholder-match": (
        "the layout has no such placeholder (type {type}, index {idx})",
        "right-click the slide → Reset, or move the content into a placeholder that the layout has",
    ),
    "package/sections": ("sections and slides do not agree: {what}", "remove all sections and add them again"),
    "package/notes-relation": ("notes page {part} and this slide do not agree", "copy the notes out, delete them and paste them again"),
    "package/notes-master": (
        "there are notes pages but the presentation lists no notes master",
        "open View → Notes Master in PowerPoint once and save",
    ),
    "package/chart-workbook": (
        "the chart has no workbook, so nobody can edit its data",
        "insert the chart again with its data; when pasting from Excel embed the workbook",
    ),
    "package/chart-axes": ("the chart uses axis {id}, which is not defined", "insert the chart again"),
    "package/media-type": ("{part} is not the {type} it is declared to be", "save the picture in the right format and insert it again"),
    "package/animation-target": (
        "animation id {id} in {part} has no shape or occurs twice",
        "delete the dead animation in the animation pane and add it again",
    ),
    "package/table-grid": ("{count} table rows in {part} have not as many cells as columns", "insert the table again"),
    "package/text-body": ("{count} text bodies in {part} have no paragraph", REPAIR),
    "package/ignorable-prefix": ("{part} calls prefix {prefix} ignorable but does not declare it", REPAIR),
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
    "deck/overflow-text": (
        "text is higher than its shape by about {lines} lines: “{text}”",
        "shorten it, enlarge the shape, or take a smaller size (not under 14 pt)",
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
    "deck/hidden-slide": ("the slide is hidden: “{title}”", "delete it, or right-click → Unhide"),
    "deck/empty-placeholder": ("an empty placeholder was left behind", "fill it, or select it and press Delete"),
}
