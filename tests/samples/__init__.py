"""Facsimile editions of the list, 2010 to 2024: a generator that shares no knowledge with the extractor.

The way of the data: ``facts`` and ``layout`` → ``manuscript`` (blocks of ``prose``) → ``lines`` → ``pages`` →
``draw`` (the PDF) and ``truth`` (the answer key).  Run it with ``python -m tests.samples``.
"""
