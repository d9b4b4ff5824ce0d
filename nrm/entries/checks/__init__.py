"""The answer keys of one report, each compared with what was read; one module per key."""
