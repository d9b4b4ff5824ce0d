"""What the lists say over the years: tables in, tables and values out, nothing read or written.

`coverage` judges what an edition can prove; `presence` lays markets against editions; `history`
(events, spells, status), `turnover`, `survival`, `diff` and `story` follow from it.
"""
