"""Charts: tables in, matplotlib axes out, drawn into axes of your own or onto a figure of theirs.

    nrm.charts.timeline(corpus)                 # shows itself in a notebook
    nrm.charts.save(nrm.charts.per_year(corpus), "listings.svg")

Each takes a corpus (or anything with the tables `editions` and `listings`) and `ax=None`. What is
drawn can be had as a table from the function beside it in the chart's module (`per_year_table`, …).
"""

from nrm.charts.additions import additions
from nrm.charts.catalogue import CATALOGUE, chart, standard_set
from nrm.charts.categories import categories
from nrm.charts.comentions_map import comentions
from nrm.charts.countries import countries
from nrm.charts.keyness_chart import keyness
from nrm.charts.matrix import matrix
from nrm.charts.per_year import per_year
from nrm.charts.reuse_chart import reuse
from nrm.charts.save import rendered, save
from nrm.charts.survival_curve import survival_curve
from nrm.charts.term_trend import term_trend
from nrm.charts.timeline import timeline
from nrm.charts.turnover_chart import turnover
from nrm.charts.world_map import world_map

__all__ = [
    "CATALOGUE",
    "additions",
    "categories",
    "chart",
    "comentions",
    "countries",
    "keyness",
    "matrix",
    "per_year",
    "rendered",
    "reuse",
    "save",
    "standard_set",
    "survival_curve",
    "term_trend",
    "timeline",
    "turnover",
    "world_map",
]
