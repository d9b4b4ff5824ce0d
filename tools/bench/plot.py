"""Time and memory of a worker against the pages that it reads, as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

from tools.bench.scale import Step

_ROOM = 1.08


def plot(found: Sequence[Step], file: Path) -> None:
    """Draw the steps into a PNG."""
    drawing = Figure(figsize=(8, 3.6), layout="constrained")
    time_axes, memory_axes = drawing.subplots(1, 2)
    pages = [step.pages for step in found]
    seconds, megabytes = [step.seconds for step in found], [step.megabytes for step in found]
    time_axes.plot(pages, seconds, marker="o", color="#1f4e79")
    time_axes.set(title="Processor time", ylabel="seconds")
    memory_axes.plot(pages, megabytes, marker="o", color="#a23b2a")
    memory_axes.set(title="Most memory", ylabel="megabytes")
    for axes, values in ((time_axes, seconds), (memory_axes, megabytes)):
        # a line that is flat has no room of its own above it
        axes.set(xlim=(0, _ROOM * max(pages)), ylim=(0, _ROOM * max(values)))
        axes.set_xlabel("pages read by one worker into reports")
        axes.spines[["top", "right"]].set_visible(False)
        axes.grid(axis="y", color="#dddddd")
    drawing.savefig(file, dpi=150)
