"""What a font's codes stand for, from its `ToUnicode` table (ISO 32000-1, 9.10.3).

pdfminer reads these tables token by token; there is one for every font, and two kinds of rows.
"""

from __future__ import annotations

import re

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]+?)\s*>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[([^\]]*)\])")
_ONE = re.compile(_HEX)
_BRACKETS = bytes.maketrans(b"<>", b"  ")
_LONGEST = 0x10000
_ONE_CHARACTER = 4


def codes(table: bytes) -> dict[int, str]:
    """Code → text. Rows that are no such rows are passed over."""
    found: dict[int, str] = {}
    for kind, rows in _SECTION.findall(table):
        if kind == b"bfchar":
            found.update(_plain_pairs(rows) or {_number(code): _text(text) for code, text in _PAIR.findall(rows)})
            continue
        for first, last, start, several in _RANGE.findall(rows):
            low, high = _number(first), _number(last)
            if high - low >= _LONGEST:
                continue
            if several:
                for code, text in zip(range(low, high + 1), _ONE.findall(several), strict=False):
                    found[code] = _text(text)
            else:
                base = _text(start)
                for code in range(low, high + 1):
                    found[code] = base[:-1] + chr(ord(base[-1]) + code - low) if base else ""
    return found


def _plain_pairs(rows: bytes) -> dict[int, str]:
    """Code → text of rows that are as most programs write them, one character each; nothing for others."""
    numbers = rows.translate(_BRACKETS).split()
    texts = numbers[1::2]
    if len(numbers) != rows.count(b"<") or set(map(len, texts)) != {_ONE_CHARACTER}:
        return {}
    try:
        characters = bytes.fromhex(b"".join(texts).decode()).decode("utf-16-be")
        return dict(zip(map(_number, numbers[::2]), characters, strict=True))
    except ValueError:
        return {}


def _number(digits: bytes) -> int:
    return int(digits, 16) if digits.isalnum() else int(b"".join(digits.split()), 16)


def _text(digits: bytes) -> str:
    if len(digits) == _ONE_CHARACTER and digits.isalnum() and digits[0] not in b"dD":
        return chr(int(digits, 16))  # no half of a pair
    plain = b"".join(digits.split())
    if len(plain) % 2:
        plain += b"0"
    return bytes.fromhex(plain.decode()).decode("utf-16-be", "ignore")
