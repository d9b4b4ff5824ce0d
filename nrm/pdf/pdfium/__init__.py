"""The fast reader: pdfium's text in whole pages, style by text object, glyphs only where a line needs them."""
