"""The errors that nrm raises on purpose: one small tree under `NrmError`.

Every message is one line that says which file, page or row is meant and what to do.
Commands print it on stderr and exit with `exit_code`.
"""

from __future__ import annotations


class NrmError(Exception):
    """Trouble that the user can mend: the command did nothing and exits with 2."""

    exit_code = 2


class UnreadablePdf(NrmError):
    """A file that cannot be read as a PDF: damaged, encrypted, empty, or no PDF at all."""


class NoText(NrmError):
    """A PDF without a text layer, such as a scan."""


class NotANotoriousMarketsList(NrmError):
    """A readable PDF that is no Notorious Markets List."""


class EmptyResults(NrmError):
    """A Notorious Markets List in which no entry could be found."""


class MixedSources(NrmError):
    """Facsimiles and official reports in one build."""


class DuplicateEdition(NrmError):
    """Two different files that are the same edition."""


class CannotFetch(NrmError):
    """A file that could not be had from an address, or a folder or certificate that fetching cannot use."""


class BadBuild(NrmError):
    """A build folder that is missing, of another schema version, or not nrm's."""


class UnknownName(NrmError):
    """A market, edition, country or chart that the corpus does not have."""


class BadTable(NrmError):
    """A table, data file or argument that does not have the shape that the schema defines."""


class BadQuery(NrmError):
    """A search query, regular expression or part of the corpus that is not well formed."""
