"""The reports' wording: words and their frequencies, concordances, keyness, co-mentions and reuse of text."""
