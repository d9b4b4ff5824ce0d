"""The data dictionary as Markdown, made from the schema: nothing in it is typed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nrm import schema
from nrm.schema import Column, Table


def data_dictionary() -> str:
    """All tables, vocabularies and finding codes of the schema, as one Markdown document."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    yield ""
    yield f"Schema version {schema.version()}. Empty (null but in CSV) is unknown."
    yield "Lists are arrays; in CSV their items are joined with `; `."
    yield ""
    yield "## Tables"
    for table in schema.tables().values():
        yield from _table(table)
    yield ""
    yield "## Vocabularies"
    for name, vocabulary in schema.definition()["vocabularies"].items():
        yield ""
        yield f"### {name}"
        yield ""
        yield vocabulary["description"]
        yield ""
        yield from _grid(("value", "meaning"), schema.vocabulary(name).items())
    yield ""
    yield "## Findings"
    yield ""
    yield from _grid(
        ("code", "severity", "meaning", "what to do"),
        ((k.code, k.severity, k.description, k.hint) for k in schema.findings().values()),
    )


def _table(table: Table) -> Iterator[str]:
    yield ""
    yield f"### {table.name}"
    yield ""
    key = ", ".join(f"`{name}`" for name in table.primary_key)
    yield f"`{table.file}`; one row is {table.row}. Key: {key}."
    yield ""
    yield from _grid(
        ("column", "type", "empty", "meaning"), (_column(column) for column in table.columns)
    )


def _column(column: Column) -> tuple[str, str, str, str]:
    kind = column.type + (f" ({column.unit})" if column.unit else "")
    more = [column.description]
    if column.fixed:
        more.append(f"Vocabulary: {column.fixed}.")
    if column.references:
        more.append(f"Refers to `{column.references}`.")
    return f"`{column.name}`", kind, "never" if column.required else "possible", " ".join(more)


def _grid(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
