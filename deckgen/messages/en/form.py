"""English: rules `form/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "form/no-ledger": ("the outline names no ledger", "add `figures: figures.yaml` to its head, or choose a ledger with --figures"),
    "form/missing-file": ("there is no such file", "check the path and the name"),
    "form/is-a-folder": ("this is a folder, not a file", "name the file itself, such as figures.xlsx"),
    "form/not-a-file": ("this is a pipe or a device, not a file", "save it as .xlsx or .csv first"),
    "form/cannot-read": ("cannot be read: {reason}", "check its permissions, or whether Excel or WPS holds it open"),
    "form/too-large": ("too large for a form", "is it the right file? The table alone can be saved as .xlsx or .csv"),
    "form/too-many-rows": ("more than {most} rows, too many for a form", "is it the right file? Delete rows that are not needed"),
    "form/empty": ("there is nothing in this file", "is it the right file?"),
    "form/old-excel": (
        "an old format (.xls, .et), or a table with a password",
        "take the password off and save it as .xlsx or .csv in Excel or WPS",
    ),
    "form/not-a-table": ("this is {kind}, not a table", "save it as .xlsx or .csv in Excel or WPS"),
    "form/damaged": ("this Excel file is damaged", "open it in Excel or WPS, let it be repaired, and save a copy"),
    "form/encoding": ("the encoding of the text cannot be understood", "save it as “CSV UTF-8” or as .xlsx in Excel"),
    "form/open-quote": ("from this row on a quote is not closed", "close it, or save the table as .xlsx in Excel"),
    "form/no-header": ("there is no row of headings", "it has Name and Value; deckgen figures export writes such a table"),
    "form/no-column": ("the headings lack {missing}", "take the column from the table that deckgen figures export wrote"),
    "form/column-twice": ("two columns are called “{name}” (the first at {first})", "which one counts? Give the other another name"),
    "form/no-name": (
        "the row says “{value}” but has no name",
        "take the name from the exported table (last column); delete rows that are no figures",
    ),
    "form/unknown-name": (
        "the ledger has no figure `{name}`",
        "keep the names of the exported table; enter new figures in the ledger first",
    ),
    "form/twice": ("the figure `{name}` has two rows (the first at {first})", "which one counts? Delete the other"),
    "form/other-label": (
        "`{name}` is “{label}”, but this row says “{got}”",
        "rows may be out of step: sort the whole table; change a label in the ledger",
    ),
    "form/other-unit": (
        "`{name}` counts in “{unit}”, but this row says “{got}”",
        "give the value in “{unit}”; change a unit in the ledger",
    ),
    "form/no-unit": ("“{got}” is not a unit", "write as 亿元, 个, %"),
    "form/number": ("“{got}” is not a number", "write as 412.6, 1,234, 12.3%, 1.2万, with no other words; X while it is not known"),
    "form/digits": ("“{got}” has too many digits", "18 digits and 9 decimals at the most; round it, or count in a larger unit"),
    "form/unit-behind": ("“{written}” in “{got}” cannot be counted in the ledger's unit “{unit}”", "give the number alone, in “{unit}”"),
    "form/unit-unknown": (
        "“{got}” has the unit “{written}” and the ledger has none yet",
        "write the number alone, and “{written}” in the column of units",
    ),
    "form/percent": (
        "the cell holds a percentage ({got}), but the unit is “{unit}”",
        "format the cell as General and give the value in “{unit}”",
    ),
    "form/scaled-format": (
        "the cell is formatted to show another number than it holds ({got})",
        "format it as General and look at the number",
    ),
    "form/rank": ("this figure is a rank (“{now}” so far), not “{got}” alone", "write as 第1, 前三"),
    "form/date": ("“{got}” is a date, not a number", "Excel makes dates of 1-2 and 3/4; format the cell as General and type it again"),
    "form/formula-error": ("a formula failed: {got}", "mend the formula or write the number"),
    "form/formula-empty": ("the formula “{got}” has no result yet", "open and save the file in Excel or WPS, or write the number"),
    "form/change": (
        "the change “{got}” cannot be understood",
        "write as: 同比 +7.8%, 占比 57.4%, 提高0.5个百分点, 持平; X while it is not known",
    ),
    "form/change-wording": ("the change is “{got}” alone", "the ledger has no wording for it; write it in full, as 同比 +7.8%"),
    "form/change-unit": ("the change “{got}” has another unit than the ledger's “{unit}”", "give it in “{unit}”"),
    "form/change-sign": (
        "the change “{got}” is negative, but the ledger's wording (as in “{now}”) has no sign",
        "write the wording as well, as 下降3%, 同比 -3%",
    ),
    "form/ledger-encoding": ("the encoding of the ledger cannot be written back as it was", "save the ledger as UTF-8 in your editor"),
    "form/cannot-amend": (
        "{names} is written in a way (anchors, aliases) that changes more than itself; nothing was written",
        "change it in the ledger with an editor",
    ),
}
