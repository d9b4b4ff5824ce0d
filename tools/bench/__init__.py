"""`make bench`: how fast nrm is, in one run and as ratios, with the targets beside the figures."""
