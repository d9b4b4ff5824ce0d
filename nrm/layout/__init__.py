"""Lines → blocks: page furniture, footnotes, paragraphs, headings, the contents page."""

from nrm.layout.candidate import Candidate
from nrm.layout.contents import Contents, ContentsEntry
from nrm.layout.footnotes import Footnote
from nrm.layout.headings import candidates
from nrm.layout.lay_out import Layout, lay_out

__all__ = ["Candidate", "Contents", "ContentsEntry", "Footnote", "Layout", "candidates", "lay_out"]
