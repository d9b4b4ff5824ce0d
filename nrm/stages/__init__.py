"""Running all stages: files → reports (in worker processes) → tables and charts → a build.

Only this package knows every stage. `build.build` is the whole; `discover`, `reading` and `assemble` are its parts.
"""
