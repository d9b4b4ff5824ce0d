"""The structure tree of a tagged PDF, walked in reading order: elements of given roles and their content.

The tree is ISO 32000-1, 14.7: elements (dictionaries with the role `S`) whose kids `K` are elements,
marked-content ids on the element's page, references to them, or references to objects (annotations).
Roles of a program's own are mapped to standard ones by the `RoleMap`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral, literal_name

_DEEPEST_ROLE = 8


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its role (as the file's program calls it), the text that stands for it, its content.

    `standard` is the role to which the file maps it. `text` is the `ActualText`, mostly empty; `content`
    holds (PDF page, marked-content id) in reading order.
    """

    role: str
    standard: str
    text: str
    content: tuple[tuple[int, int], ...]


def elements(
    catalog: Mapping[str, Any], pages: Mapping[int, int], wanted: re.Pattern[str]
) -> Iterator[Element]:
    """The elements whose role, own or mapped, matches `wanted`, in reading order, outer ones first.

    `pages` maps the object number of a page to its number in the file. Nothing for an untagged file; parts
    of a damaged tree that are no elements are passed over, and a loop in it is walked once.
    """
    root = resolve1(catalog.get("StructTreeRoot"))
    if not isinstance(root, dict):
        return
    mapped = resolve1(root.get("RoleMap"))
    roles = {k: _name(v) for k, v in mapped.items()} if isinstance(mapped, dict) else {}
    seen: set[int] = set()
    stack: list[tuple[Any, int]] = [(root.get("K"), 0)]
    while stack:
        item, page = stack.pop()
        for kid, kid_page in _kids(item, page, seen, stack):
            page_here = pages.get(_number(kid.get("Pg")), kid_page)
            own = _name(kid.get("S"))
            standard = _standard(own, roles)
            if wanted.match(own) or wanted.match(standard):
                content = tuple(_content(kid.get("K"), page_here, pages))
                yield Element(own, standard, _text(kid.get("ActualText")), content)
            stack.append((kid.get("K"), page_here))


def _kids(
    item: Any, page: int, seen: set[int], stack: list[tuple[Any, int]]
) -> Iterator[tuple[dict[str, Any], int]]:
    """The element that an item is, if it is one; a list is put back on the stack in reading order."""
    number = _number(item)
    if number:
        if number in seen:
            return
        seen.add(number)
    value = resolve1(item)
    if isinstance(value, list):
        stack.extend((one, page) for one in reversed(value) if not isinstance(one, int))
    elif isinstance(value, dict) and "S" in value:
        yield value, page


def _content(item: Any, page: int, pages: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The marked content below an item, as (page, id), in reading order."""
    seen: set[int] = set()
    stack = [(item, page)]
    while stack:
        one, here = stack.pop()
        number = _number(one)
        if number in seen:
            continue
        seen |= {number} - {0}
        value = resolve1(one)
        if isinstance(value, int) and here:
            yield here, value
        elif isinstance(value, list):
            stack.extend((kid, here) for kid in reversed(value))
        elif isinstance(value, dict) and "Stm" not in value:
            below = pages.get(_number(value.get("Pg")), here)
            stack.append((value["MCID"] if "MCID" in value else value.get("K"), below))


def _standard(role: str, roles: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST_ROLE):
        if role not in roles or roles[role] == role:
            break
        role = roles[role]
    return role


def _number(item: Any) -> int:
    return item.objid if isinstance(item, PDFObjRef) else 0


def _name(item: Any) -> str:
    value = resolve1(item)
    return str(literal_name(value)) if isinstance(value, PSLiteral) else ""


def _text(item: Any) -> str:
    value = resolve1(item)
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    return value.decode("latin-1")
