"""What a shape inherits: theme, colours, fills, text levels, placeholders, places through groups."""
