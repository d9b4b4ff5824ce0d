"""Measures of keyness: how much more often a word stands in one text than in another, and how surely.

With a and b the counts of a word, and A and B all words of the two texts:

- the log-likelihood ratio G² of the 2 × 2 table (word, other words; first, second text), 2 Σ O ln(O/E):
  T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
  Linguistics 19 (1993), 61-74. Its p-value is that of χ² with one degree of freedom.
- the log ratio log₂((a/A) / (b/B)), with 0.5 for a count of 0: A. Hardie, "Log Ratio: an informal
  introduction" (CASS, Lancaster, 2014). One more means twice as often. Its confidence interval is
  that of a ratio of two risks: D. Katz et al., Biometrics 34 (1978), 469-474.
- corrections for many tests: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate",
  Journal of the Royal Statistical Society B 57 (1995), 289-300; S. Holm, "A Simple Sequentially
  Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979), 65-70; Bonferroni.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist
from typing import Literal, get_args

from nrm.errors import UnknownName

Correction = Literal["bh", "holm", "bonferroni"]
"""Benjamini and Hochberg (the share of false ones among those found), Holm, Bonferroni (any false one at all)."""
_FOR_ZERO = 0.5


def g2(a: int, b: int, words_a: int, words_b: int) -> float:
    """The log-likelihood ratio, 0 where the word is equally frequent in both; never negative.

    >>> round(g2(10, 2, 1000, 1000), 4)
    5.8532
    """
    total, of_word = words_a + words_b, a + b
    table = (
        (a, words_a * of_word / total),
        (b, words_b * of_word / total),
        (words_a - a, words_a * (total - of_word) / total),
        (words_b - b, words_b * (total - of_word) / total),
    )
    return max(0.0, 2 * sum(seen * math.log(seen / expected) for seen, expected in table if seen))


def p_value(g2_value: float) -> float:
    """The probability of a G² so high, or higher, if the word were equally frequent in both."""
    return math.erfc(math.sqrt(g2_value / 2))


def log_ratio(a: int, b: int, words_a: int, words_b: int) -> float:
    """The binary logarithm of the ratio of relative frequencies; positive where the first is higher.

    >>> log_ratio(8, 1, 1000, 500), log_ratio(0, 4, 1000, 1000)
    (2.0, -3.0)
    """
    return math.log2((a or _FOR_ZERO) / words_a) - math.log2((b or _FOR_ZERO) / words_b)


def log_ratio_interval(a: int, b: int, words_a: int, words_b: int, confidence: float = 0.95) -> tuple[float, float]:
    """The confidence interval of the log ratio (approximate for small counts)."""
    first, second = a or _FOR_ZERO, b or _FOR_ZERO
    error = math.sqrt(max(0.0, 1 / first - 1 / words_a + 1 / second - 1 / words_b)) / math.log(2)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * error
    middle = log_ratio(a, b, words_a, words_b)
    return middle - reach, middle + reach


def adjusted(p_values: Sequence[float], correction: Correction = "bh") -> list[float]:
    """The p-values corrected for their number, in the order given.

    >>> adjusted([0.01, 0.04, 0.03], "bh"), adjusted([0.01, 0.04, 0.03], "holm")
    ([0.03, 0.04, 0.04], [0.03, 0.06, 0.06])
    """
    number = len(p_values)
    order = sorted(range(number), key=lambda index: p_values[index])
    found = [0.0] * number
    match correction:
        case "bonferroni":
            return [min(1.0, p * number) for p in p_values]
        case "holm":
            highest = 0.0
            for rank, index in enumerate(order):
                highest = max(highest, min(1.0, p_values[index] * (number - rank)))
                found[index] = highest
        case "bh":
            lowest = 1.0
            for rank, index in reversed(list(enumerate(order, 1))):
                lowest = min(lowest, p_values[index] * number / rank)
                found[index] = lowest
    return found


def correction_named(name: str) -> Correction:
    """The correction of that name. Raises `UnknownName` with those there are."""
    for correction in get_args(Correction):
        if correction == name:
            known: Correction = correction
            return known
    raise UnknownName(f"corrections for many tests are {', '.join(get_args(Correction))}, not {name!r}")
