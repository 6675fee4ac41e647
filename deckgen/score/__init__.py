"""How good a finished deck is: seven measures that name what cost them, and a level of editability; nothing is learnt, nothing is drawn."""
