"""The tables of a corpus, each read from its file once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nrm.corpus import Corpus


class TablesOnce:
    """The tables of a corpus, kept once they have been read; `sample` as the corpus has it."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._tables: dict[str, list[dict[str, Any]]] = {}
        self.sample = corpus.sample

    def rows(self, table_name: str, /) -> list[dict[str, Any]]:
        """The rows of a table as plain dicts, not to be changed. Raises what the corpus raises."""
        if table_name not in self._tables:
            self._tables[table_name] = self._corpus.rows(table_name)
        return self._tables[table_name]
