"""English: rules `load/…` → (what is wrong, what to do)."""

# libyaml's own words serve in English.
PROBLEMS = {
    "but found another document": "there is a second document after ---",
    "second occurrence": "the same anchor is defined twice",
    "did not find expected hexdecimal number": "did not find expected hexadecimal number",
}

MESSAGES: dict[str, tuple[str, str]] = {
    "load/missing-file": ("there is no such file", "check the path and the name"),
    "load/is-a-folder": ("this is a folder, not a file", "name the file itself, such as content/report-2019/outline.yaml"),
    "load/not-a-file": ("this is a pipe or a device, not a file", "save it as a file first"),
    "load/cannot-read": ("cannot be read: {reason}", "check its permissions, or whether another program holds it"),
    "load/too-large": ("larger than {limit}", "no outline is that large; is it the right file?"),
    "load/not-text": ("not a text file ({kind})", "an outline is YAML text that any editor opens"),
    "load/empty-file": ("there is nothing in this file", "copy one of content/report-2019 to begin with"),
    "load/encoding": (
        "the encoding of the text breaks here",
        "save the file as UTF-8 in your editor; if one place is damaged, type it again",
    ),
    "load/gb18030": ("read as GB18030 (GBK)", "better save it as UTF-8"),
    "load/too-deep": ("nested too deep (over {limit} levels)", "no outline needs that; check indents and brackets"),
    "load/alias-bomb": ("aliases expand to far too much", "remove aliases of aliases"),
    "load/recursive-alias": ("an alias leads back to itself", "remove the alias and write its content"),
    "load/full-width-space": ("a full-width space in the indent", "YAML indents with plain spaces only; replace it"),
    "load/tab": ("a tab in the indent", "YAML indents with spaces only; replace the tab"),
    "load/open-quote": ("a quote is not closed: {line}", "put the same quote at the end of the text"),
    "load/open-bracket": ("a bracket is not closed: {line}", "close it, or give each entry a line of its own, starting with -"),
    "load/needs-quotes": ("YAML reads {mark} at the start of a text as a mark of its own", "quote the whole text: '…'"),
    "load/key-colon": ("`{key}` needs a colon and a space", "write `{key}: …`"),
    "load/colon-in-text": ("YAML reads a colon with a space as a field", "quote the whole text"),
    "load/yaml-syntax": (
        "not YAML: {problem}",
        "look at this line and the one before: indents, quotes and brackets in pairs, a space after a colon",
    ),
    "load/not-an-outline": (
        "an outline has fields such as `title:` and `parts:`, here is {got}",
        "see the README; a key needs a colon and a space",
    ),
    "load/duplicate-key": ("`{key}` is written twice (first on line {first})", "merge them or delete one"),
    "load/unknown-key": ("unknown field `{key}`", "known fields: {known}"),
    "load/key-not-text": (
        "the name of a field should be a word, here it is {got}",
        "write as `title: …`; quote a text that starts with [ or {{",
    ),
    "load/merge-key": ("the merge key `<<` is not supported", "write the fields out"),
    "load/missing-key": ("`{key}` is missing", "add `{key}:`"),
    "load/empty-value": ("`{key}` is empty", "fill it in or delete the line"),
    "load/wrong-type": ("`{key}` should be {wanted}, here it is {got}", "make it {wanted}"),
    "load/wrong-entry": (
        "each entry of `{key}` should be {wanted}, here it is {got}",
        "write fields such as `- title: …`, with a space after the colon",
    ),
    "load/not-in-range": (
        "`{key}` should be a whole number from {least} to {most}, here it is “{got}”",
        "write a whole number in this range",
    ),
    "load/unknown-value": ("`{key}` cannot be “{got}”", "it can be: {known}"),
    "load/too-many": ("`{key}` has {count} entries, a slide holds {most} at the most", "merge some, or make two slides"),
    "load/too-long": ("`{key}` has {count} characters, {most} at the most", "spread it over several slides; or is a quote missing?"),
    "load/control-character": ("`{key}` holds control characters that cannot be shown", "delete them and type the text again"),
    "load/missing-reference": ("there is no file “{file}”", "the path is relative to the folder of this file"),
    "load/extends-itself": ("the ledger “{file}” leads back to itself", "extends should name another ledger"),
    "load/figure-name": (
        "“{name}” is not a figure's name",
        "begin with a lower-case letter; lower-case letters, digits, underscore, such as gdp_2020",
    ),
    "load/unknown-figure": ("the ledger has no figure `{name}`", "enter it in the ledger, or use a name that is there"),
    "load/unknown-figure-part": ("a figure has no part `{part}`", "it has: {known}"),
    "load/figure-has-no-part": ("the figure `{name}` has no `{part}`", "fill it in in the ledger, or write {{{name}}}"),
    "load/unit-in-value": (
        "the value “{got}” holds a unit, which repeats or contradicts the unit “{unit}”",
        "write the number alone as value, its unit as unit",
    ),
    "load/no-ledger": ("figures are used, but the outline names no ledger", "add `figures: figures.yaml` to the head of the file"),
    "load/full-width-comma": ("full-width marks in “{text}”", "part the entries of a list by a plain comma: [gdp, revenue]"),
    "load/comment-in-text": (
        "“{text}” is a comment and will not be shown",
        "quote a text that holds a #; leave a space after the # of a comment",
    ),
    "load/number": (
        "the number “{got}” cannot be understood",
        "write as 412.6 or 1,234 (18 digits and 9 decimals at the most), X for unknown",
    ),
    "load/change": (
        "the change “{text}” cannot be understood",
        "write as: up 4.1%, down 3 points, +4.1% on last year, up X%; 同比 +7.8%, 占比 57.4%",
    ),
    "load/lone-brace": ("a lone brace: “{text}”", "write {{name}} for a figure, two braces for one to be shown"),
    "load/open-mark": ("** without its partner: “{text}”", "put two asterisks before and after: **key words**"),
    "load/pair": ("the pair cannot be understood, here it is {got}", "write as: 稳/进"),
    "load/page": ("the size of the page cannot be understood", "write 16:9, 4:3, 32:9 or [width, height]; 0.75 to 4 times as wide as high"),
    "load/unknown-theme": ("there is no theme “{name}”", "themes: {known}; or the path of a theme's folder (with its theme.yaml)"),
    "load/unknown-check": ("no rule `{name}`", "rules: {known}"),
    "load/part-of-itself": ("`{name}` is a part of itself", "parts_of names the figure that is the total"),
    "load/table-empty": ("this table has no `{what}`", "write columns: and rows:, or figures: to take them from the ledger"),
    "load/ragged-row": (
        "this row has {count:cell|cells}, the table has {wanted:column|columns}",
        "add what is missing or take out what is too many; an empty cell is ''",
    ),
    "load/no-such-column": ("there is no column “{name}”", "columns there are: {known}"),
    "load/number-format": ("unknown number format `{got}`", 'such as 0, 0.0, #,##0, 0.0%, 0.0"%"'),
}

WORDS: dict[str, str] = {
    "load/a-list-of-lines": "a list (a line for each entry, starting with -)",
    "load/fields": "fields (key: value)",
    "load/text": "text",
    "load/nothing": "nothing",
    "load/a-list": "a list",
    "load/quoted": "“{text}”",
    "load/true-or-false": "true or false",
    "load/binary": "binary",
    "load/a-number": "a number",
}
