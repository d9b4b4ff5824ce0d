"""Survival curves: the share of markets still listed after so many editions."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import ScaledTranslation

from nrm.analysis.durations import By, spell_durations, survival_curves
from nrm.analysis.history import History, history
from nrm.analysis.survival import median_survival
from nrm.charts.canvas import axes, describe, root_figure
from nrm.charts.counts import part_name
from nrm.charts.end_labels import LineEnd, end_labels
from nrm.charts.source import ChartTables, caption, source, title
from nrm.charts.theme import (
    FAINT,
    GRID,
    INK,
    KIND_COLOURS,
    KIND_INKS,
    KIND_NAMES,
    SEQUENCE,
    SMALL_SIZE,
    TINY_SIZE,
    theme,
)
from nrm.errors import UnknownName
from nrm.model import Kind

# By the name of the group: a kind, else a cohort.
_GROUP_NAMES = {str(kind): of_kind for kind, of_kind in KIND_NAMES.items()}
_GROUP_COLOURS = {str(kind): of_kind for kind, of_kind in KIND_COLOURS.items()}
_GROUP_INKS = {str(kind): of_kind for kind, of_kind in KIND_INKS.items()}
_STYLES = ("-", "--", "-.", ":")
# How much of the axis a name takes up.
_NAME_SHARE = 0.22


def survival_table(corpus: ChartTables, by: By = "kind", kind: Kind | None = None) -> pd.DataFrame:
    """The curves drawn: first spells with a known beginning, in editions; see `survival_curves`."""
    return survival_curves(_durations(history(corpus), kind), by=(by,))


def _durations(whole: History, kind: Kind | None) -> pd.DataFrame:
    """First spells with a known beginning, of one kind or of both; `.attrs` counts those left out of these."""
    if kind is not None:
        of_kind = set(whole.markets.loc[whole.markets["kind"] == kind, "market_id"])
        whole = replace(whole, spells=whole.spells[whole.spells["market_id"].isin(of_kind)])
    return spell_durations(whole)


def survival_curve(corpus: ChartTables, ax: Axes | None = None, *, by: By = "kind", kind: Kind | None = None) -> Axes:
    """Draw Kaplan–Meier curves by kind or by cohort, with 95 % Greenwood intervals; of one kind only, if given.

    Ticks mark censored spells, the rows under the axis say how many are at risk. Raises
    `UnknownName` where no spell has a known beginning.
    """
    whole = history(corpus)
    durations = _durations(whole, kind)
    table = survival_curves(durations, by=(by,))
    if table.empty:
        raise UnknownName("survival: no market of the corpus has a first spell with a known beginning")
    of = source(corpus, whole.presence)
    left_out = durations.attrs["left_out"]
    groups = [str(group) for group in table[by].unique()]
    with theme():
        ax = axes(ax, 9.0, 5.2 + 0.2 * len(groups))
        said, ends = [], []
        longest = float(table["time"].max())
        for place, group in enumerate(groups):
            curve = table[table[by] == group]
            _curve(ax, curve, group, place, longest)
            last = curve.iloc[-1]
            end = LineEnd(float(last["time"]), max(0.03, float(last["survival"])), _name(group), _ink(group))
            if not any(_runs_through(table[table[by] == other], end, longest) for other in groups if other != group):
                ends.append(end)
            median = median_survival(curve)
            said.append(f"{_name(group)}: {'no median' if median is None else f'median {median:g} editions'}")
        end_labels(ax, ends, gap=0.055)
        ax.set_ylim(0, 1.02)
        ax.set_xlim(0, longest * 1.27)
        ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
        ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=12))
        ax.grid(axis="y", color=GRID)
        ax.tick_params(length=0)
        title(
            ax,
            f"How long {part_name(kind, None)} stay listed",
            "Share still listed after so many editions in a row (Kaplan–Meier, 95 % interval)",
        )
        ax.set_xlabel("editions", fontsize=SMALL_SIZE, loc="left", color=FAINT)
        caption(
            ax,
            of,
            f"First spells with a known beginning; {left_out['no known beginning']} without one are left out. "
            "An end lies between two editions. Ticks: still listed, or not known, when observation ended.",
            below=52 + 13 * len(groups),
        )
        describe(ax, f"Kaplan–Meier curves of the time on the list. {'; '.join(said)}. {of.caption()}")
    return ax


def _runs_through(curve: pd.DataFrame, end: LineEnd, longest: float) -> bool:
    """Whether a curve runs through the place to the right of another one's end, where its name would stand."""
    until, room = end.x + longest * _NAME_SHARE, 0.035
    times, shares = [float(t) for t in curve["time"]], [float(s) for s in curve["survival"]]
    return any(
        start < until and stop > end.x and min(here, after) < end.y + room and max(here, after) > end.y - room
        for start, stop, here, after in zip(times, times[1:], shares, shares[1:], strict=False)
    )


def _curve(ax: Axes, curve: pd.DataFrame, group: str, place: int, longest: float) -> None:
    colour = _colour(group, place)
    times, shares = [float(t) for t in curve["time"]], [float(s) for s in curve["survival"]]
    style = _STYLES[place % len(_STYLES)]
    ax.step(times, shares, where="post", color=colour, linestyle=style, linewidth=2.2, gid=f"curve-{group}")
    ax.fill_between(
        times,
        [float(low) for low in curve["lower"]],
        [float(high) for high in curve["upper"]],
        step="post",
        color=colour,
        alpha=0.15,
        linewidth=0,
    )
    censored = curve[curve["censored"] > 0]
    ax.plot(censored["time"], censored["survival"], "|", color=INK, markersize=7, gid=f"censored-{group}")
    _at_risk(ax, curve, group, place, longest)


def _at_risk(ax: Axes, curve: pd.DataFrame, group: str, place: int, longest: float) -> None:
    """A row under the axis: how many spells are at risk at each whole time, and whose curve looks so."""
    step = max(1, round(longest / 12))
    down, ink = -44 - 13 * place, _ink(group)

    def number(text: str, time: float, side: Literal["center", "left"]) -> None:
        ax.annotate(
            text,
            (time, 0),
            (0, down),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha=side,
            va="center",
            fontsize=TINY_SIZE,
            color=ink,
            annotation_clip=False,
        )

    for time in range(step, int(longest) + 1, step):
        later = curve.loc[curve["time"] >= time, "at_risk"]
        number(str(int(later.iloc[0])) if len(later) else "0", time, "center")
    number(f"at risk, {group}", longest * 1.1, "left")
    below = ScaledTranslation(0, down / 72, root_figure(ax).dpi_scale_trans)
    ax.plot(
        [longest * 1.045, longest * 1.09],
        [0, 0],
        color=_colour(group, place),
        linestyle=_STYLES[place % len(_STYLES)],
        linewidth=2.2,
        transform=ax.get_xaxis_transform() + below,
        clip_on=False,
        gid=f"key-{group}",
    )


def _colour(group: str, place: int) -> str:
    return _GROUP_COLOURS.get(group, SEQUENCE[place % len(SEQUENCE)])


def _ink(group: str) -> str:
    return _GROUP_INKS.get(group, INK)


def _name(group: str) -> str:
    return _GROUP_NAMES.get(group, f"first listed {group}")
