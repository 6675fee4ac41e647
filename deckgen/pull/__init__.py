"""What a person changed in a deck of ours: found, told, carried back to the outline or on to the next deck."""
