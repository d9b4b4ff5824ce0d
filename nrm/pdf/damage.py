"""What a damaged file sets off in pdfminer: the errors that mean the file, not the program."""

from __future__ import annotations

import struct
import zlib

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

DAMAGE: tuple[type[Exception], ...] = (
    PDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
