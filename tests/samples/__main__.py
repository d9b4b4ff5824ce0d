"""Make the sample editions: ``python -m tests.samples [--out DIR] [YEAR ...]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from .facts import editions
from .make import make

SHIPPED = Path(__file__).parents[2] / "nrm" / "samples"


def main() -> None:
    """Write the PDFs to the folder and the answer keys to its ``truth``."""
    parser = argparse.ArgumentParser(prog="python -m tests.samples", description="Make the sample editions.")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder for the PDFs (default: %(default)s)")
    parser.add_argument("years", metavar="YEAR", type=int, nargs="*", help="list years (default: all)")
    arguments = parser.parse_args()
    for year in arguments.years or sorted(editions()):
        pdf = make(year, arguments.out)
        print(f"{pdf}  {pdf.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
