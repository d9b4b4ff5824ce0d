"""Mentions in text: markets, countries, domains, cities and organisations, by name and by context.

`pipeline.nlp` makes the spaCy pipeline, `mentions.tag_passages` runs it over a report's passages,
`text_pages.tag_pages` over any text, and `corroborate` reads what other reports claim of the list.
Nothing is imported here, so that looking at the package costs nothing.
"""
