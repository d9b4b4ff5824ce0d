"""The data dictionary as Markdown, made from the schema: nothing in it is typed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nrm import json_shapes, schema
from nrm.publish.views import views
from nrm.schema import Column, Table

Row = tuple[str, ...]
_COLUMNS: Row = ("column", "type", "empty", "meaning")


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
    yield "## Views of nrm.sqlite"
    yield ""
    yield from _grid(("view", "answers"), ((f"`{view.name}`", view.question) for view in views()))
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
    yield "## JSON of the commands"
    yield ""
    yield "Each is an object with `schema`, `sample` (true for sample data) and these fields."
    for command, shape in json_shapes.shapes().items():
        yield ""
        yield f"### nrm {command} --json"
        yield ""
        yield f"`{shape.schema}`: {shape.description}"
        yield ""
        yield from _grid(_COLUMNS, _shape_rows(shape.fields))
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
    yield from _grid(_COLUMNS, map(_column, table.columns))


def _shape_rows(fields: Iterable[json_shapes.Field], prefix: str = "") -> Iterator[Row]:
    """A row for each field, those of nested records under the path to them (`rows[].page`)."""
    for field in fields:
        if isinstance(field, Column):
            name, *rest = _column(field)
            yield f"`{prefix}{name[1:]}", *rest
        else:
            path = f"{prefix}{field.name}{'[]' if field.many else ''}"
            kind = "list of objects" if field.many else "object"
            yield f"`{prefix}{field.name}`", kind, "never", field.description
            yield from _shape_rows(json_shapes.record_fields(field.of), f"{path}.")


def _column(column: Column) -> Row:
    kind = column.type + (f" ({column.unit})" if column.unit else "")
    more = [column.description]
    if column.fixed:
        more.append(f"Vocabulary: {column.fixed}.")
    if column.references:
        more.append(f"Refers to `{column.references}`.")
    return f"`{column.name}`", kind, "never" if column.required else "possible", " ".join(more)


def _grid(header: Row, rows: Iterable[Row]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
