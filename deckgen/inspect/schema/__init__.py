"""Parts held to the published schemas: what a program wrote that PowerPoint may refuse. Loaded by `check` of finished decks alone."""
