"""Making findings: severity and advice come from the schema, the id from what the finding says."""

from __future__ import annotations

from nrm import ids
from nrm.model import Finding
from nrm.one_line import one_line
from nrm.schema import finding_code


def finding(code: str, *, list_year: int = 0, file: str = "", page: int = 0, text: str = "", hint: str = "") -> Finding:
    """A `Finding` of a code of the schema.

    `list_year` and `page` (1-based) are 0 and `file` is empty where none is meant; `text` says what
    was found in the report's own words or in figures; `hint` replaces the schema's own advice.
    Equal arguments give equal findings. Raises `BadTable` for a code that the schema does not have.
    """
    known = finding_code(code)
    file, text = one_line(file), one_line(text)
    return Finding(
        finding_id=ids.finding_id(code, list_year, file, page, text),
        code=code,
        severity=known.severity,
        list_year=list_year,
        file=file,
        page=page,
        text=text,
        hint=hint or known.hint,
    )
