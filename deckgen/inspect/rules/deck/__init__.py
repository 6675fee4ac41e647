"""Rules of what is seen and carried elsewhere: room, sizes, faces, notes."""
