"""Files that break lesser programs: made by hand, and samples damaged by chance."""
