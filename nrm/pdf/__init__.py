"""A file → lines with position and style; readers behind one protocol."""

from nrm.pdf.document import Bookmark, Document, TaggedHeading
from nrm.pdf.reader import READERS, ReaderName, file_hash, read_document

__all__ = [
    "READERS",
    "Bookmark",
    "Document",
    "ReaderName",
    "TaggedHeading",
    "file_hash",
    "read_document",
]
