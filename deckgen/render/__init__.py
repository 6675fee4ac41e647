"""Pictures of a deck: PDF and PNG through LibreOffice, or PNG from SVG without it."""
