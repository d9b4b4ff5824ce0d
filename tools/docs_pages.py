"""The pages of the documentation that the program writes itself; a hook of MkDocs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import nrm
from nrm.cli.reference import command_reference
from nrm.publish.dictionary import data_dictionary

_PYTHON = """# Python

Everything here is imported from `nrm`. Names are loaded when they are first used, so `import nrm` is quick.
"""


def python_reference() -> str:
    """The page of every public name, described by its docstring."""
    named = [name for name in nrm.__all__ if name not in ("__version__", "charts", "NrmError")]
    # functions before the classes of what they give
    ordered = sorted(named, key=lambda name: (name[0].isupper(), name.lower()))
    names = [f"::: {getattr(nrm, name).__module__}.{name}" for name in ordered]
    drawing = [name for name in sorted(nrm.charts.__all__) if callable(getattr(nrm.charts, name))]
    charts = [f"::: {getattr(nrm.charts, name).__module__}.{name}" for name in drawing]
    return "\n\n".join([_PYTHON, *names, "## Charts", *charts, "## Errors", "::: nrm.errors"]) + "\n"


GENERATED = {
    "reference/commands.md": command_reference,
    "reference/python.md": python_reference,
    "reference/tables.md": data_dictionary,
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that are written by hand."""
    for path, page in GENERATED.items():
        files.append(File.generated(config, path, content=page()))
    return files
