"""Names that text is searched for: countries, domain names, cities. Pure functions and tables."""
