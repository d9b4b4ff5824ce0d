"""The stages behind reading: layout and entries, tagging, charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nrm.entries.read_report import report_of
from nrm.identity import identify
from nrm.pdf import read_document
from nrm.stages.market_pipeline import nlp_of_markets, rules_of_markets
from nrm.stages.standard_charts import draw_standard_set
from nrm.tagging.mentions import mentions_by_rules, tag_passages
from tools.bench.figures import Figure, median_of, seconds


def stage_figures(files: Sequence[Path], *, times: int) -> Iterator[Figure]:
    """Layout and entries per page, tagging in words per second: by the rules alone, and in a spaCy pipeline."""
    documents = [read_document(file) for file in files]
    pages = sum(len(document.pages) for document in documents)
    (entries,) = median_of(times, lambda: [report_of(document) for document in documents])
    yield Figure("stages", "layout and entries", 1000 * entries / pages, "ms/page")
    reports = [report_of(document) for document in documents]
    passages = [passage for report in reports for passage in report.passages]
    words = sum(len(passage.text.split()) for passage in passages)
    markets = identify(reports).markets
    rules, language = rules_of_markets(markets), nlp_of_markets(markets)
    alone, in_pipeline = median_of(
        times,
        lambda: list(mentions_by_rules(rules, passages)),
        lambda: list(tag_passages(language, passages)),
    )
    yield Figure("stages", "tagging, as builds do", words / alone, "words/s")
    yield Figure("stages", "tagging, as a spaCy pipeline", words / in_pipeline, "words/s")


def chart_figure(build: Path) -> Figure:
    """The standard set of charts of a finished build, drawn in as many processes as there are processors."""
    return Figure("build", "standard charts", seconds(lambda: draw_standard_set(build, sample=True)), "s", "<=", 6)
