"""Every regular expression of the package, found by walking its modules, over the worst that each can be given."""
