"""A person's decision about two names, written into the text of the reviewed table: comments and order stay."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from typing import Any, Literal

from nrm.errors import BadTable
from nrm.identity.alias_rows import Decision
from nrm.identity.aliases import read
from nrm.identity.near import Named, NearName

_TABLE_HEAD = re.compile(r"^\[", re.MULTILINE)
_ALIASES = re.compile(r"^aliases\s*=\s*\[", re.MULTILINE)
Section = Literal["market", "relation"]
Row = dict[str, Any]


def decided(
    text: str, pair: NearName, decision: Decision, *, source: str, why: str = "", years: Sequence[int] = ()
) -> str:
    """The text of a reviewed table with a decision about two markets in it.

    "same" makes the name of the first one an alias of the second, with the list years in which it was printed;
    "different" and "undecided" keep them apart and say `why`. A market that the table does not have gets a row.
    Raises `BadTable` where the table would contradict itself, where "same" is said of two reviewed markets
    (one of their ids would have to be given up), and where a decision has no source.
    """
    before = _parsed(text)
    if decision != "undecided" and not source.strip():
        raise BadTable(f"{decision!r} needs a source")
    if decision == "same":
        if pair.one.is_reviewed:
            raise BadTable(
                f"{pair.one.market_id} and {pair.other.market_id} are both in the reviewed table: to make them one, "
                "move the aliases there by hand and add a [[rekey]] for the id that is given up"
            )
        alias = {"name": pair.one_name, "years": sorted(years), "source": source}
        if pair.other.is_reviewed:
            return _checked(_with_alias(text, pair.other.market_id, alias), _alias_added(before, pair, alias))
        return _with_rows(text, before, [("market", _market_row(pair.other) | {"aliases": [alias]})])
    if not why.strip():
        raise BadTable(f"{decision!r} needs a reason (why)")
    sides = (pair.one, pair.other)
    rows: list[tuple[Section, Row]] = [("market", _market_row(side)) for side in sides if not side.is_reviewed]
    relation = {"markets": [side.market_id for side in sides], "decision": decision, "why": why, "source": source}
    return _with_rows(text, before, [*rows, ("relation", relation)])


def _parsed(text: str) -> dict[str, Any]:
    read(text)
    return tomllib.loads(text)


def _checked(text: str, expected: dict[str, Any]) -> str:
    """The new text, if it says what it should and nothing else has changed."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadTable(f"reviewed table: its layout does not allow the change; write it by hand ({error})") from error
    if found != expected:
        raise BadTable("reviewed table: its layout does not allow the change; write it by hand")
    read(text)
    return text


def _alias_added(before: dict[str, Any], pair: NearName, alias: Row) -> dict[str, Any]:
    rows = [
        row | {"aliases": [*row.get("aliases", []), alias]} if row["id"] == pair.other.market_id else row
        for row in before["market"]
    ]
    return before | {"market": rows}


def _with_alias(text: str, market_id: str, alias: Row) -> str:
    """The alias as the last one of a market's list, which is made where there is none."""
    line = f"  {_inline(alias)},\n"
    block = re.search(rf"^\[\[market\]\]\nid\s*=\s*{re.escape(_value(market_id))}[ \t]*\n", text, re.MULTILINE)
    if block is None:
        raise BadTable(f"reviewed table: no row [[market]] that begins with the id {market_id}; write it by hand")
    following = _TABLE_HEAD.search(text, block.end())
    end = following.start() if following else len(text)
    opened = _ALIASES.search(text, block.end(), end)
    if opened is None:
        last = block.end() + len(_keys(text[block.end() : end]))
        return f"{text[:last]}aliases = [\n{line}]\n{text[last:]}"
    closed = text.find("\n]", opened.end(), end)
    if closed < 0:
        raise BadTable(f"reviewed table: the aliases of {market_id} are not a list of lines; write it by hand")
    return text[: closed + 1] + line + text[closed + 1 :]


def _keys(block: str) -> str:
    """The lines of a row up to the blank line behind it, comments that belong to the next row left out."""
    return block[: block.find("\n\n") + 1] if "\n\n" in block else block.rstrip("\n") + "\n"


def _with_rows(text: str, before: dict[str, Any], rows: Sequence[tuple[Section, Row]]) -> str:
    written, expected = [text.rstrip("\n") + "\n"] if text.strip() else [], dict(before)
    for section, row in rows:
        lines = [f"[[{section}]]"]
        for key, value in row.items():
            if key == "aliases":
                lines += ["aliases = [", *(f"  {_inline(alias)}," for alias in value), "]"]
            else:
                lines.append(f"{key} = {_value(value)}")
        written.append("\n".join(lines) + "\n")
        expected[section] = [*expected.get(section, []), row]
    return _checked("\n".join(written), expected)


def _market_row(side: Named) -> Row:
    row = {"id": side.market_id, "name": side.name, "kind": side.kind, "country": side.country, "city": side.city}
    if side.kind == "online":
        row = {key: value for key, value in row.items() if key not in ("country", "city")}
    return {key: value for key, value in row.items() if value}


def _inline(row: Row) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in row.items()) + " }"


def _value(value: object) -> str:
    # A JSON string is a basic string of TOML, and a list of numbers or strings an array.
    return json.dumps(value, ensure_ascii=False)
