"""What a file is, judged by itself: whole, a PDF, one that opens, and by its cover an edition of the list.

The file may come from anywhere, so it is opened in a process of its own with limits on time and memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from nrm.errors import NoText, NrmError
from nrm.fetching.answers import is_page, is_pdf
from nrm.fetching.words import Outcome

_TAIL = 2048
_FIRST_PAGES = 8
_SECONDS = 60
_MEGABYTES = 2048


@dataclass(frozen=True, slots=True)
class Cover:
    """What a file is. `trouble` is empty for an official edition of the list, else what it is instead, with `text`.

    `list_year` is 0 where the file is no edition; a facsimile has one and is in trouble all the same.
    """

    trouble: Outcome | Literal[""] = ""
    text: str = ""
    list_year: int = 0
    title: str = ""
    published: str = ""
    pages: int = 0


Judge = Callable[[Path], Cover]
"""What says what a file is: `judge`, or in tests `judge_here`."""


def judge(path: Path) -> Cover:
    """What a file is, found out in a process of its own that has a minute and 2 GB."""
    command = [sys.executable, "-P", "-m", "nrm.fetching.cover", str(path.absolute())]
    here = str(Path(__file__).resolve().parents[2])
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [here, os.environ.get("PYTHONPATH")]))}
    try:
        ran = subprocess.run(
            command, capture_output=True, timeout=_SECONDS, env=environment, stdin=subprocess.DEVNULL, check=False
        )
        return Cover(**json.loads(ran.stdout))
    except subprocess.TimeoutExpired:
        return Cover("damaged", f"its first pages cannot be read within {_SECONDS} s")
    except (ValueError, TypeError):
        return Cover("damaged", "reading its first pages fails")


def judge_here(path: Path) -> Cover:
    """The same within this process."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        start = stream.read(_TAIL)
        stream.seek(max(0, size - _TAIL))
        end = stream.read()
    if not is_pdf(start):
        what = "an empty file" if not start else "a web page" if is_page({}, start) else "no PDF"
        return Cover("web page" if what == "a web page" else "no pdf", f"it is {what}")
    if b"%%EOF" not in end:
        return Cover("damaged", "it breaks off before its end")
    return _opened(path)


def _opened(path: Path) -> Cover:
    import pypdfium2

    from nrm.entries.read_report import recognised
    from nrm.pdf import Document, read_document
    from nrm.pdf.first_pages import first_pages

    try:
        with pypdfium2.PdfDocument(path) as whole:
            pages = len(whole)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        return Cover("damaged", "it wants a password" if locked else "no program can open it")
    if not pages:
        return Cover("damaged", "it has no pages")
    try:
        with first_pages(path, longer_than=_FIRST_PAGES) as opening:
            document = read_document(path if opening is None else opening.file)
        metadata = document.metadata if opening is None else opening.metadata
    except NoText:
        return Cover("no text", "its pages hold no text (a scan?); recognise it first, for example with ocrmypdf")
    except NrmError as error:
        return Cover("damaged", f"it cannot be read ({str(error).partition(': ')[2]})", pages=pages)
    known = recognised(Document(path.name, "", document.pages, metadata))
    if known is None:
        return Cover("not a list", "its first pages do not say that it is a Notorious Markets List", pages=pages)
    found = Cover("", "", known.list_year, known.title, known.published, pages)
    if known.sample:
        return replace(found, trouble="facsimile", text="it is a facsimile (sample data), no official report")
    return found


def main(path: str) -> None:
    """Print what the file is as JSON: what `judge` starts."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = _MEGABYTES * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))
    answer = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not get into the answer
    found = json.dumps(asdict(judge_here(Path(path))))
    os.write(answer, found.encode())


if __name__ == "__main__":
    main(sys.argv[1])
