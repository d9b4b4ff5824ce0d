"""USTR's Notorious Markets List, year by year, out of its PDFs.

    import nrm
    nrm.build(["data/raw"])                      # PDFs in, tables and charts out
    corpus = nrm.load()                          # the finished build
    corpus.listings                              # typed DataFrames: editions, listings, markets, events ...
    nrm.history(corpus.listings, corpus.editions).markets
    nrm.turnover(corpus, by=["country"])         # stock, additions, removals and rates per edition and country
    nrm.story(corpus, "taobao")                  # one market through the editions
    nrm.diff(corpus, 2015, 2016)                 # added, relisted, removed, retained
    nrm.cite(corpus, 2016, "taobao")             # the reference, with the printed page
    nrm.charts.timeline(corpus)                  # a matplotlib Axes
    nrm.read_report("report.pdf").entries        # one PDF, as a value
    nrm.nlp()("Sold in Brazil.").ents            # the spaCy pipeline that tags any text
    nrm.displacy("Sold in Brazil.")              # the same in colour
    nrm.screen(["taobao.com", "Silk Market"])    # names and domains against the list
    nrm.corroborate("report.pdf", corpus)        # what another document says of the list, checked
    nrm.search(corpus, '"set-top box" OR app*')   # full text; kwic, terms, keyness, comentions, reuse

Names are imported when they are first used: `import nrm` loads no pandas, spaCy, matplotlib or pdfplumber.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nrm import charts as charts
    from nrm.analysis.citation import cite as cite
    from nrm.analysis.diff import diff as diff
    from nrm.analysis.history import history as history
    from nrm.analysis.story import story as story
    from nrm.analysis.turnover import turnover as turnover
    from nrm.corpus import Corpus as Corpus
    from nrm.corpus import load as load
    from nrm.entries.read_report import read_report as read_report
    from nrm.errors import NrmError as NrmError
    from nrm.model import Report as Report
    from nrm.screening import screen as screen
    from nrm.stages.build import build as build
    from nrm.stages.corroborate import corroborate as corroborate
    from nrm.stages.market_pipeline import nlp as nlp
    from nrm.stages.result import BuildResult as BuildResult
    from nrm.tagging.displacy import displacy as displacy
    from nrm.textmining import boilerplate as boilerplate
    from nrm.textmining import comentions as comentions
    from nrm.textmining import keyness as keyness
    from nrm.textmining import kwic as kwic
    from nrm.textmining import passages as passages
    from nrm.textmining import reuse as reuse
    from nrm.textmining import search as search
    from nrm.textmining import terms as terms

__version__ = "0.1.0"

# name -> the module that has it; a module of its own has no attribute
_PLACES = {
    "BuildResult": "nrm.stages.result",
    "Corpus": "nrm.corpus",
    "NrmError": "nrm.errors",
    "Report": "nrm.model",
    "build": "nrm.stages.build",
    "cite": "nrm.analysis.citation",
    "corroborate": "nrm.stages.corroborate",
    "diff": "nrm.analysis.diff",
    "displacy": "nrm.tagging.displacy",
    "history": "nrm.analysis.history",
    "load": "nrm.corpus",
    "nlp": "nrm.stages.market_pipeline",
    "read_report": "nrm.entries.read_report",
    "story": "nrm.analysis.story",
    "turnover": "nrm.analysis.turnover",
    "screen": "nrm.screening",
    "boilerplate": "nrm.textmining",
    "comentions": "nrm.textmining",
    "keyness": "nrm.textmining",
    "kwic": "nrm.textmining",
    "passages": "nrm.textmining",
    "reuse": "nrm.textmining",
    "search": "nrm.textmining",
    "terms": "nrm.textmining",
}
__all__ = ["BuildResult", "Corpus", "NrmError", "Report", "__version__", "build", "charts", "cite", "corroborate"]
__all__ += ["diff", "displacy", "history", "load", "nlp", "read_report"]
__all__ += ["screen"]
__all__ += ["boilerplate", "comentions", "keyness", "kwic", "passages", "reuse"]
__all__ += ["search", "terms"]
__all__ += ["story", "turnover"]


def __getattr__(name: str) -> Any:
    """The public name, imported now. Raises `AttributeError` for one that nrm does not have."""
    if name == "charts":
        return import_module("nrm.charts")
    try:
        place = _PLACES[name]
    except KeyError:
        raise AttributeError(f"module 'nrm' has no attribute {name!r}") from None
    found = getattr(import_module(place), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
