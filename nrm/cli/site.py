"""`nrm site`: a static web site of a finished build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, JsonFlag

SUMMARY = "A static web site of the data."
EXAMPLES = ("nrm site public", "nrm site /tmp/site --build data/derived")


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the site; made if it is not there.")],
    build: BuildFolder = DEFAULT_BUILD,
    json: JsonFlag = False,
) -> None:
    """Write a web site: timeline, markets, editions, countries, downloads, method. It opens from a disk and anywhere.

    Files in the folder that are not the site's stay as they are; one that is in the way ends the command with 2.
    """
    from nrm.cli.screen import envelope, notices, say
    from nrm.corpus import load
    from nrm.publish.site import write_site

    corpus = load(build)
    site = write_site(corpus, folder)
    if json:
        figures = {"pages": site.pages, "largest": site.largest, "downloads": site.downloads}
        print(envelope("site", corpus.sample, folder=str(site.folder), **figures))
    else:
        say(f"{site.pages:,} pages and {site.downloads} files to download. Open {site.folder / 'index.html'}")
    notices(corpus.sample, law=False, to_data=not json)
