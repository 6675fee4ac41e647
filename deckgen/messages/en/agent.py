"""English: what agents are told over `deckgen mcp`."""

WORDS: dict[str, str] = {
    "agent/instructions": (
        "Compiles a report outline (YAML) and a ledger of its figures to PowerPoint. Ask kinds which slides there are and how they are "
        "written; after an edit ask check, which names line and column; render shows what it looks like. Numbers stand in the ledger "
        "alone; one that nobody knows is X: never invent it. Paths are relative to this one folder."
    ),
    "agent/build": "Compile an outline; tells its slides, the figures still unknown and every finding. Read-only here: no file is written.",
    "agent/build-writing": (
        "Compile an outline and write it to output (default: a .pptx in dist/ named by the title); tells its slides, the figures still "
        "unknown and every finding. A deck that a person edited, or that is another's, is never replaced."
    ),
    "agent/check": (
        "Check an outline, or a finished .pptx: content, figures, layout, accessibility, the package; each finding at line and column, "
        "or slide and shape. final: an X is an error."
    ),
    "agent/kinds": "Which kinds of slide there are; with name, the example, fields and arrangements of that one.",
    "agent/figures": "Every figure of the ledger: value, unit, state, department, slides; missing: only those nobody knows yet.",
    "agent/render": "Slides as PNG (slides such as 3-5, at most 8 a call). An outline is drawn directly; a finished .pptx needs LibreOffice.",
    "agent/schema-outline": "JSON Schema of an outline",
    "agent/schema-figures": "JSON Schema of a ledger",
    "agent/schema-theme": "JSON Schema of a theme",
    "agent/slide": "slide {number}",
    "agent/no-folder": "there is no such folder: {path}",
    "agent/no-path": "name a file by its path",
    "agent/outside": "{path} lies outside of this folder and may not be used",
    "agent/link": "{path} leads over a symbolic link and may not be used; name the file itself",
    "agent/no-kind": "there is no kind `{name}`; there are: {known}",
    "agent/width": "the width is between {least} and {most} pixels",
    "agent/too-many-pictures": "at most {most} slides a call, and these are {count}; ask for a few with slides",
    "agent/needs": "this needs {package}, which the optional part [{extra}] of deckgen brings",
}
