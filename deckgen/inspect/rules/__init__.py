"""One file a rule: `RULE`, `SEVERITY`, `check`, and a docstring that is its manual page, Chinese above the line, English below."""
