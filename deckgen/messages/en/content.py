"""English: rules `content/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "content/claim-without-number": (
        "no number can be read in the claim “{claim}”",
        "begin it with a number up to 99, as in “Five priorities”",
    ),
    "content/claim-count": ("“{claim}” claims {claimed}, there are {found}", "look for what is missing, or mend the number"),
    "content/hidden-slide": ("“{title}” is a backup slide that the show leaves out", "take hidden away where it is to be shown"),
    "content/same-title": (
        "the same title as slide {first}: “{title}”",
        "PowerPoint's accessibility checker wants unique titles; change one",
    ),
    "content/unknown-value": (
        "still X on “{title}” ({count}): {names}",
        "put them into the ledger; slides and notes follow; `deckgen figures OUTLINE --missing` lists what to ask of whom",
    ),
    "content/sample-value": ("sample values on “{title}” ({count}): {names}", "put in the real values before the deck is final"),
    "content/unused-figure": ("nothing uses the figure `{name}` ({label})", "use it in the outline, or take it out of the ledger"),
    "content/twice-defined": ("`{name}` is the same figure as `{first}`: {label}", "keep one and refer to it in both places"),
    "content/label-conflict": (
        "{label} has two values: `{name}` is {value}, `{first}` is {other}",
        "find out which is right, or tell them apart by label or period",
    ),
    "content/share-over-100": (
        "{what} is {value}, more than 100 %",
        "check the decimal point; only rates of completion and growth exceed 100 %",
    ),
    "content/total-of-parts": ("{label} is given as {total}, its parts add up to {found}: {parts}", "check the parts and the total"),
    "content/part-unit": ("`{name}` is in “{unit}”, its total `{total}` in “{other}”", "correct the unit or parts_of"),
    "content/base-change": (
        "{label}: {value} after {base} gives about {found}, but “{change}” is written",
        "check the three; give no base for growth at constant prices",
    ),
    "content/target-completion": (
        "{label}: {value}, target {target}, which is {found} of it, yet the change says “{change}”",
        "check the three; give no target where completion is counted another way",
    ),
    "content/rank-conflict": (
        "the rank “{rank}” of {label} contradicts what others have: {others}",
        "check rank and compare; say `good: down` where less is better",
    ),
    "content/shares-of-whole": (
        "{label}: the share “{shares}” does not agree with the whole, which gives {found}",
        "check parts, total and shares",
    ),
    "content/unsaid-measure": ("`{name}` ({label}): {what}", "write `+7.8% year on year` or `57.4% of the total`, and give values a unit"),
    "content/bare-quantity": (
        "“{text}” is written out here, and the ledger has `{name}` ({label} {value})",
        "write {{{name}}}, so that this follows the ledger",
    ),
    "content/loose-unknown": (
        "“{text}” is not in the ledger",
        "give it a name there and write {{name}}, so that it is listed and can be filled",
    ),
    "content/empty-title": ("the title “{title}” has no words", "write a title"),
    "content/missing-notes": (
        "slide {number}, “{title}”, has no speaker notes",
        "write notes; if none are wanted: checks: {{missing-notes: off}}",
    ),
    "content/other-year": (
        "{year} is none of this report's years ({known})",
        "check it; an earlier year is written as a comparison (比{year}年)",
    ),
    "content/impossible-date": ("there is no such date as “{date}”", "check the date"),
    "content/half-width-mark": ("half-width “{mark}” among hanzi: {text}", "use the full-width “{full}”"),
    "content/unpaired-mark": ("“{mark}” has no partner: {text}", "add or delete one"),
    "content/doubled-mark": ("doubled punctuation “{marks}”: {text}", "delete the one too many"),
    "content/mixed-quotes": ("straight quote {mark} in Chinese text: {text}", "use “” or ‘’"),
    "content/unknown-cell": ("{text} in “{title}” is not filled in", "fill it in, or name it in the ledger and write {{name.value}}"),
    "content/chart-unknown": (
        "every value of the chart “{title}” is X",
        "it shows nothing but dashes; fill in one at least, or leave the slide out for now",
    ),
}

WORDS: dict[str, str] = {
    "content/change": "change",
    "content/target": "target",
    "content/base": "base",
    "content/figure": "{name} ({label})",
    "content/figure-part": "{name} (the {what} of {label})",
    "content/figure-value": "{name} ({label}, {value})",
    "content/more": "{count} more",
    "content/bare-change": "the change is “{change}” alone and does not say what it compares with",
    "content/no-unit": "the value {value} has no unit",
}
