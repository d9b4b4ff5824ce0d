"""Frozen values ↔ lists and strings that JSON can hold: fields in their order, by their declared types."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

Value = TypeVar("Value")
_ATOMS = (str, int, float, bool, type(None))


def plain(value: Any) -> Any:
    """A dataclass, named tuple, tuple or mapping of such as lists and dicts; plain values as they are."""
    if isinstance(value, _ATOMS):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [plain(getattr(value, name)) for name in _names(type(value))]
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value]


def value_of(kind: type[Value], given: Any) -> Value:
    """The value of a type that `plain` made this of. Raises `ValueError` or `TypeError` where it is no such thing."""
    made: Value = _maker(cast(Hashable, kind))(given)
    return made


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a declared type out of a plain one."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        makers = [_maker(hints[name]) for name in _names(kind)]
        return lambda given: kind(*[make(one) for make, one in zip(makers, given, strict=True)])
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return lambda given: kind(*given)
    if origin is tuple and arguments[1:] == (...,):
        make = _maker(arguments[0])
        return lambda given: tuple([make(one) for one in given])
    if origin is tuple:
        makers = [_maker(one) for one in arguments]
        return lambda given: tuple([make(one) for make, one in zip(makers, given, strict=True)])
    if origin in (types.UnionType, typing.Union):
        make = _maker(next(one for one in arguments if one is not type(None)))
        return lambda given: None if given is None else make(given)
    if kind is float:
        return float
    return _as_it_is


def _as_it_is(given: Any) -> Any:
    return given
