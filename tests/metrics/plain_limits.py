"""Limits by scipy and textbook formulas: a count of variance φμ says as much as one of μ/φ."""

from math import sqrt

from scipy.stats import gamma, norm


def of_a_rate(x, n, per, phi, confidence):
    """Exact gamma limits of x/φ, times φ; with single cases Byar's from ten on."""
    tail = (1 - confidence) / 2
    if phi == 1 and x >= 10:
        z = norm.ppf(1 - tail)
        low = x * (1 - 1 / (9 * x) - z / (3 * sqrt(x))) ** 3
        high = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1))) ** 3
    else:
        low = gamma.ppf(tail, x / phi) * phi if x else 0.0
        high = gamma.ppf(1 - tail, x / phi + 1) * phi
    return low * per / n, high * per / n


def of_a_share(x, n, per, phi, confidence):
    """Wilson: the proportions from which x/n is just z standard errors away, n being n/φ."""
    z, p, size = norm.ppf(1 - (1 - confidence) / 2), x / n, n / phi
    middle, half = p + z * z / (2 * size), z * sqrt(p * (1 - p) / size + z * z / (4 * size * size))
    scale = per / (1 + z * z / size)
    return max(0.0, (middle - half) * scale), min(float(per), (middle + half) * scale)
