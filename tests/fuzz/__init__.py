"""Made-up reports in layouts drawn at random, with their truth, to test the extractor against.

What is drawn depends on a family (the typesetter) and a seed only. Nothing in here but
`score` and `__main__` knows the extractor, and these know its result only.
"""
