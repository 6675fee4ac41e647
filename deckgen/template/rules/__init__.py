"""What may be wrong with a template, a module a rule."""
