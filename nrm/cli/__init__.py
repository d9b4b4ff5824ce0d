"""The command `nrm`: one module per command, each thin; `app` puts them together, `__main__` is the entry point."""
