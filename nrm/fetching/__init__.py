"""Getting the official PDFs: addresses, downloads, and the verdict on whatever arrives.

`hosts`, `client`, `answers` and `retry` ask an address; `download` brings one file; `cover` judges it by itself;
`routes` and `discovery` say where to ask; `fetch`, `check` and `add` are the jobs.
"""
