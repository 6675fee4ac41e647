"""An organisation's own template: what it holds, what its layouts are for, and a theme that draws on them."""
