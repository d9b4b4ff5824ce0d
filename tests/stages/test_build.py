"""A build as a whole, on a few sample editions."""

from __future__ import annotations

import filecmp
import shutil
from pathlib import Path

import pytest

import nrm
from nrm.corpus import load
from nrm.entries.correction_table import source_hash
from nrm.errors import BadTable, DuplicateEdition, MixedSources, NotANotoriousMarketsList, UnreadablePdf
from nrm.frames import check_references
from nrm.model import Report
from nrm.schema import tables
from nrm.stages.assemble import assemble
from nrm.stages.discover import sample_files
from tests.fuzz.report import make

pytestmark = pytest.mark.usefixtures("samples_read_before")


@pytest.fixture
def pdfs(tmp_path: Path) -> Path:
    """A folder with the sample editions 2010 and 2011."""
    folder = tmp_path / "pdfs"
    folder.mkdir()
    with sample_files() as files:
        for file in files[:2]:
            shutil.copy(file, folder)
    return folder


def test_everything_is_there_and_byte_for_byte_the_same_again(pdfs: Path, tmp_path: Path) -> None:
    first = nrm.build(pdfs, tmp_path / "one", charts=False)
    nrm.build([*pdfs.iterdir()][::-1], tmp_path / "two", charts=False)
    names = {table.file for table in tables().values()} | {f"{name}.parquet" for name in tables()}
    assert names | {"nrm.sqlite", "datapackage.json"} <= {path.name for path in (tmp_path / "one").iterdir()}
    one = (tmp_path / "one").resolve()
    written = [path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file()]
    same, differing, odd = filecmp.cmpfiles(one, tmp_path / "two", written, shallow=False)
    assert (differing, odd) == ([], [])
    assert same
    assert first.sample
    assert "SAMPLE DATA" in repr(first)
    assert {row["list_year"] for row in first.editions if row["source_sha256"]} == {2010, 2011}
    assert nrm.load(first.out).sample


@pytest.mark.slow
def test_charts_are_drawn(pdfs: Path, tmp_path: Path) -> None:
    result = nrm.build(pdfs, tmp_path / "out")
    assert {"listings-per-year.png", "timeline.svg", "additions-and-removals.png"} <= {p.name for p in result.charts}
    assert all(path.stat().st_size > 5_000 for path in result.charts)


def test_a_bad_file_and_another_document_cost_only_themselves(pdfs: Path, tmp_path: Path) -> None:
    (pdfs / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    with sample_files() as files:
        (pdfs / "no-nml.pdf").write_bytes(_letter())
        shutil.copy(files[0], pdfs / "copy.pdf")
    result = nrm.build(pdfs, tmp_path / "out", charts=False)
    assert result.exit_code == 1
    assert {Path(one.path).name: one.trouble for one in result.failed} == {
        "broken.pdf": "unreadable-file",
        "no-nml.pdf": "not-an-nml",
    }
    told = {(row["file"], row["code"]) for row in load(result.out).rows("findings")}
    assert {("broken.pdf", "unreadable-file"), ("no-nml.pdf", "not-an-nml")} <= told
    assert "duplicate-edition" in {code for _, code in told}


def test_two_different_files_of_one_edition_are_refused(pdfs: Path, tmp_path: Path) -> None:
    (first, _) = sorted(pdfs.iterdir())
    (pdfs / "other.pdf").write_bytes(first.read_bytes() + b"\n% another copy\n")
    with pytest.raises(DuplicateEdition, match="2010"):
        nrm.build(pdfs, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_facsimiles_and_official_reports_are_not_mixed(pdfs: Path, tmp_path: Path) -> None:
    (pdfs / "official.pdf").write_bytes(make("reportlab", 1).pdf)
    with pytest.raises(MixedSources, match=r"official\.pdf"):
        nrm.build(pdfs, tmp_path / "out")


def test_where_nothing_can_be_read_the_last_build_stays(pdfs: Path, tmp_path: Path) -> None:
    out = nrm.build(pdfs, tmp_path / "out", charts=False).out
    before = (out / "listings.csv").read_bytes()
    (tmp_path / "letter.pdf").write_bytes(_letter())
    with pytest.raises(NotANotoriousMarketsList):
        nrm.build(tmp_path / "letter.pdf", out)
    torn = [tmp_path / "torn.pdf", tmp_path / "torn-too.pdf"]
    for path in torn:
        path.write_bytes(b"%PDF-")
    with pytest.raises(UnreadablePdf, match="none of 2 files"):
        nrm.build(torn, out)
    assert (out / "listings.csv").read_bytes() == before


def test_corrections_are_made_and_told(pdfs: Path, sample_reports: tuple[Report, ...], tmp_path: Path) -> None:
    entry = sample_reports[0].entries[0]
    table = tmp_path / "corrections.toml"
    row = f'list_year = 2010\nheading = "{entry.heading}"\nreason = "seen on the page"\naction = "rename"\n'
    table.write_text(
        f'[[correction]]\n{row}source = "{source_hash(entry)}"\nname = "Berrylink"\n'
        f'[[correction]]\n{row}source = "000000000000"\nname = "Copyquay"\n'
    )
    out = nrm.build(pdfs, tmp_path / "out", charts=False, corrections=table).out
    assert "Berrylink" in {row["name"] for row in load(out).rows("listings")}
    told = {row["code"]: row["text"] for row in load(out).rows("findings")}
    assert "Berrylink" in told["correction-applied"]
    assert "Copyquay" in told["correction-unmatched"]
    table.write_text("[[correction]]\nlist_year = 2010\n")
    with pytest.raises(BadTable, match=r"corrections\.toml"):
        nrm.build(pdfs, tmp_path / "other", charts=False, corrections=table)


def test_the_order_of_the_reports_makes_no_difference(sample_reports: tuple[Report, ...]) -> None:
    few = sample_reports[3:6]
    one, two = assemble(few).frames, assemble(few[::-1]).frames
    assert all(one[name].equals(two[name]) for name in tables())
    check_references(one)


def _letter() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "A letter about trade")
    canvas.save()
    return out.getvalue()
