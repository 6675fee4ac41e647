"""Words of a slide chosen from the speech: titles, leads, texts, as many as there is room for."""
