"""The door for agents: tools that a model may call over the Model Context Protocol, inside one folder (`deckgen mcp`)."""
