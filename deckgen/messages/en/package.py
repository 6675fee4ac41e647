"""English: rules `package/…` of finished decks → (what is wrong, what to do)."""

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
        "the file is unreasonably large when unpacked ({what}); reading stopped there",
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
    "package/shape-id": (
        "an animation in {part} finds two shapes by id {id}, or the id is no number",
        "cut the shape and paste it, which gives it a new id",
    ),
    "package/shared-shape-id": ("two shapes in {part} have the id {id}", "open and save the file in PowerPoint, which renumbers them"),
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
    "package/schema": ("{element} in line {line} of {part} {what}", REPAIR),
    "package/stale-type": (
        "a content type is listed for {part}, which does not exist (WPS, Google Slides and others write so)",
        "open and save it under another name in PowerPoint",
    ),
    "package/notes-alone": (
        "notes page {part} does not lead back to its slide (LibreOffice and some libraries write so)",
        "open and save it under another name in PowerPoint",
    ),
    "package/macros": (
        "the file holds macros ({part}); opening it shows a warning; they are neither read nor run here",
        "save as .pptx where they are not needed",
    ),
    "package/chart-value": (
        "the data of the chart have “{value}” where a number belongs",
        "Edit Data in PowerPoint and make it a number or empty; if a program wrote the file, mend the program",
    ),
}

WORDS: dict[str, str] = {
    "package/no-type": "has no content type",
    "package/type-twice": "has its content type given twice",
    "package/type-contradicts": "has a content type that contradicts its content",
    "package/master-id-range": "must be a number from 2147483648 on",
    "package/id-twice": "is given twice",
    "package/old-format": "it is in the format of Office 97–2003",
    "package/no-zip": "it is no complete zip package",
    "package/no-presentation": "there is no presentation in it",
    "package/section-of-strangers": "id {value} is no slide of the deck",
    "package/section-order": "the sections list the slides in another order than the show",
    "package/section-id-twice": "id {guid} is given to two sections",
    "package/in-no-section": "is in no section",
    "package/in-several-sections": "is in several sections",
    "package/slide-id-range": "must be a number from 256 on",
    "package/listed-twice": "leads to a slide that is listed already",
    "package/id-of-another": "is another slide's as well",
    "package/so-many-parts": "more than {most} parts",
    "package/schema-expected": "{wrong}; expected: {expected}",
    "package/schema-unexpected": "may not stand there",
    "package/schema-incomplete": "lacks elements",
    "package/schema-unknown-attribute": "may not have attribute {attribute}",
    "package/schema-missing-attribute": "lacks attribute {attribute}",
    "package/schema-value": "has a {attribute} that may not be “{value}”",
    "package/schema-text": "may not have text",
    "package/schema-not-ignorable": "belongs to an extension that mc:Ignorable does not name",
    "package/a-whole-number": "a whole number",
    "package/a-color": "a colour of six hexadecimal digits, like A8161B",
    "package/a-guid": "a GUID in capitals",
    "package/a-size": "a whole number from 100 to 400000 (hundredths of a point)",
    "package/a-gap": "0 to 500",
    "package/a-boolean": "0 or 1",
}
