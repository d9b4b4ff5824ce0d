"""Seeing a report as nrm sees it: its outline, and its pages with boxes around what was found."""

from nrm.inspect.inspection import Inspection, inspected
from nrm.inspect.outline import OutlineRow, outline

__all__ = ["Inspection", "OutlineRow", "inspected", "outline"]
