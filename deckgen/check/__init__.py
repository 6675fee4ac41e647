"""What an author should know before presenting: one file a rule, its docstring the manual page."""
