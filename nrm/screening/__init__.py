"""A user's own list against the Notorious Markets List: which of its names or domains were ever on it.

`screen` judges names, `read_names` takes them out of a CSV, text or Excel file.
"""

from nrm.screening.name_list import Given, NameList
from nrm.screening.read_names import read_names
from nrm.screening.screen_names import screen
from nrm.screening.verdict import Screening, Verdict

__all__ = ["Given", "NameList", "Screening", "Verdict", "read_names", "screen"]
