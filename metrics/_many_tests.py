"""Which of many comparisons made at once stand out: Benjamini and Hochberg 1995.

Of what is named as different a share of at most `FALSE_SHARE` is expected to be chance, however many are compared.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

FALSE_SHARE = 0.05


def two_sided(z: ArrayLike) -> NDArray[np.float64]:
    """P(|Z| ≥ |z|) of the standard normal law; NaN stays NaN."""
    flat = np.atleast_1d(np.asarray(z, dtype=np.float64))
    return np.array([math.erfc(abs(one) / math.sqrt(2)) for one in flat])


def stand_out(z: ArrayLike, false_share: float = FALSE_SHARE) -> NDArray[np.bool_]:
    """True for the scores z that stand out among all of them; NaN was not compared and never does.

    Sort the m p-values; the largest i with p(i) ≤ false_share·i/m and all before it stand out.
    """
    p = two_sided(z)
    order = np.argsort(p)
    ordered = p[order][: np.count_nonzero(~np.isnan(p))]
    passed = np.flatnonzero(ordered <= false_share * np.arange(1, len(ordered) + 1) / max(1, len(ordered)))
    out = np.zeros(p.shape, dtype=bool)
    out[order[: passed[-1] + 1 if passed.size else 0]] = True
    return out
