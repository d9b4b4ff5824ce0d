"""Full-text search over the passages of a build: a query language of its own, SQLite's FTS5 underneath."""
