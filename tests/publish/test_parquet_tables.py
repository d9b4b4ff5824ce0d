from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from nrm.errors import BadTable
from nrm.publish.parquet_tables import read_rows, write
from nrm.schema import table
from tests.publish.made_up import made_up_records


def test_pandas_reads_types_and_descriptions(tmp_path: Path) -> None:
    path = tmp_path / "editions.parquet"
    write("editions", made_up_records()["editions"], path)
    read = pd.read_parquet(path)
    assert read["status"].dtype == "category"
    assert read["contents_only"].map(list).tolist() == [["A; B"], []]
    assert read["declared_physical"].tolist()[1] == 18
    description = pq.read_schema(path).field("pages").metadata[b"description"].decode()
    assert description == table("editions").column("pages").description


def test_what_is_no_table_of_this_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "editions.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(BadTable, match="not a Parquet file"):
        read_rows(path)
    pd.DataFrame({"list_year": [2016]}).to_parquet(path)
    with pytest.raises(BadTable, match="columns"):
        read_rows(path)
