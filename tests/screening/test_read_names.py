from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nrm.errors import BadTable
from nrm.screening import NameList, read_names

XLSX = pytest.importorskip("xlsxwriter", reason="an extra")


def file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def rows(read: NameList) -> list[tuple[int, str]]:
    return [(one.row, one.text) for one in read.names]


@pytest.mark.parametrize(
    ("name", "content", "column", "read"),
    [
        ("a.txt", "one\n\n# note\n two \r\nthree\r", None, [(1, "one"), (4, "two"), (5, "three")]),
        ("a.list", "one\nName\n", None, [(1, "one"), (2, "Name")]),
        ("a.csv", "one\ntwo\n", None, [(1, "one"), (2, "two")]),
        ("a.csv", "Domain\none.test\n", None, [(2, "one.test")]),
        ("a.csv", "id,Web_Site,city\n1,one.test,x\n,,\n2,,y\n3,two.test,z\n", None, [(2, "one.test"), (5, "two.test")]),
        ("a.csv", "id;firm\n1;One\n", "FIRM", [(2, "One")]),
        ("a.csv", "id;firm\n1;One\n", "2", [(1, "firm"), (2, "One")]),
        ("a.csv", "id;name\n1;One\n", "2", [(2, "One")]),
        ("a.tsv", "id\tname\n1\tOne, and more\n", None, [(2, "One, and more")]),
        ("a.csv", '\ufeffname,x\n"Two\nlines",1\n"say ""so""",2\n', None, [(2, "Two lines"), (3, 'say "so"')]),
        ("a.csv", "name\na\u2028b\n", None, [(2, "a b")]),
        ("a.csv", "name\nç\n".encode("utf-16"), None, [(2, "ç")]),
    ],
)  # fmt: skip
def test_names_are_read_with_their_rows(
    tmp_path: Path, name: str, content: str | bytes, column: str | None, read: list[tuple[int, str]]
) -> None:
    assert rows(read_names(file(tmp_path, name, content), column)) == read


def test_what_is_passed_over_is_counted(tmp_path: Path) -> None:
    read = read_names(file(tmp_path, "a.txt", "one\n\n# note\n#more\n\nb"))
    assert (len(read.names), read.empty, read.comments) == (2, 2, 2)
    assert read_names(file(tmp_path, "a.csv", "name,x\n,\nb,1\n")).empty == 1


@pytest.mark.parametrize(
    ("name", "content", "column", "message"),
    [
        ("a.csv", "name,url\na,b\n", None, "row 1: several columns may hold the names .*--column"),
        ("a.csv", "p,q\na,b\n", None, "row 1: no column is recognised"),
        ("a.csv", "p,q\na,b\n", "r", "row 1: no column 'r'; it has 'p', 'q'"),
        ("a.csv", "p,p\na,b\n", "p", "row 1: 2 columns are called 'p'; give a number: 1, 2"),
        ("a.csv", "p,q\na,b\n", "3", "no column '3'"),
        ("a.csv", "x,name\n1,a\n2\n", None, "row 3 has 1 cells and none in column 'name'"),
        ("a.csv", 'x,name\n1,a\n2,"b"c\n', None, "row 3 is no CSV"),
        ("a.csv", 'x,name\n1,"' + "a" * 20_000 + '"\n', None, "row 2: 20,000 characters are no name"),
        ("a.csv", b"name\nok\n\xe7a\n", None, "row 3 is not UTF-8"),
        ("a.txt", b"ok\n\0\n", None, "row 2 holds a NUL"),
        ("a.txt", "a\n", "name", "a text file has no columns"),
        ("a.csv", "", None, "is empty"),
        ("a.xlsx", "no workbook", None, "is no workbook"),
    ],
)  # fmt: skip
def test_trouble_names_the_file_and_the_row(
    tmp_path: Path, name: str, content: str | bytes, column: str | None, message: str
) -> None:
    with pytest.raises(BadTable, match=message) as raised:
        read_names(file(tmp_path, name, content), column)
    assert name in str(raised.value)


def test_a_file_that_is_not_there_or_a_folder_is_clear(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, tmp_path / "none.xlsx"):
        with pytest.raises(BadTable, match="cannot be read"):
            read_names(path)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    with XLSX.Workbook(str(path)) as book:
        first, second = book.add_worksheet("First"), book.add_worksheet("Second")
        table: list[list[str | int]] = [["id", "Website"], [1, "one.test"], [], [2, 1688], [3, "=1+1"]]
        for row, cells in enumerate(table):
            for place, cell in enumerate(cells):
                first.write_string(row, place, cell) if isinstance(cell, str) else first.write(row, place, cell)
        second.write_string(0, 0, "Alone")
    return path


def test_sheets_of_a_workbook_are_read(workbook: Path) -> None:
    assert rows(read_names(workbook)) == [(2, "one.test"), (4, "1688"), (5, "=1+1")]
    assert rows(read_names(workbook, sheet="Second")) == [(1, "Alone")]
    with pytest.raises(BadTable, match="no sheet 'Third'; it has 'First', 'Second'"):
        read_names(workbook, sheet="Third")
    with pytest.raises(BadTable, match="only a workbook has sheets"):
        read_names(file(workbook.parent, "a.csv", "a\n"), sheet="First")


def test_a_workbook_without_its_package_says_what_to_install(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(BadTable, match=r"pip install 'nrm\[xlsx\]'"):
        read_names(workbook)
