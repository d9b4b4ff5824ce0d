"""The pages of the documentation that the program writes itself; a hook of MkDocs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from nrm.cli.reference import command_reference
from nrm.publish.dictionary import data_dictionary

GENERATED = {"reference/commands.md": command_reference, "reference/tables.md": data_dictionary}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that are written by hand."""
    for path, page in GENERATED.items():
        files.append(File.generated(config, path, content=page()))
    return files
