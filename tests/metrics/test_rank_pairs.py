"""Chances that one township's true rate is below another's, against exact sums and scipy."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from metrics._rank_grid import Mixture
from metrics._rank_pairs import is_lower

SHAPES = st.tuples(*[st.integers(1, 60)] * 4)


def exactly(a1, b1, a2, b2):
    """P(Beta(a1, b1) < Beta(a2, b2)) of whole shapes: of a1 + b1 + a2 + b2 - 2 points thrown on a line, the a1-th of
    the first kind lies before the a2-th of the second; counted by how many of the second kind come before it."""
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    ways = sum(comb(a1 - 1 + k, k) * comb(n1 - a1 + n2 - k, n2 - k) for k in range(a2))
    return Fraction(ways, comb(n1 + n2, n1))


def mixture_of(*nodes, is_beta=True):
    weights = np.full(len(nodes), 1 / len(nodes))
    first, second = ([(one[at], one[at + 2]) for one in nodes] for at in (0, 1))
    return Mixture(is_beta, weights, np.array(first, dtype=float), np.array(second, dtype=float))


@settings(max_examples=25)
@given(SHAPES, SHAPES)
def test_two_proportions_equal_the_exact_sum_node_by_node(one, other):
    wanted = float((exactly(*one) + exactly(*other)) / 2)
    assert is_lower(mixture_of(one, other), 0, 1) == pytest.approx(wanted, abs=5e-6)


@pytest.mark.parametrize(
    "shapes", [(0.02, 12.4, 310.0, 19_700.0), (950.2, 40.3, 8.1, 1.2), (1_200.0, 900.0, 1_260.5, 900.5)]
)
def test_a_wide_law_beside_a_narrow_one_equals_scipys_integral(shapes):
    a1, b1, a2, b2 = shapes
    one, other = stats.beta(a1, b1), stats.beta(a2, b2)
    ends = other.ppf([1e-13, 0.2, 0.5, 0.8, 1 - 1e-13])
    wanted = sum(integrate.quad(lambda p: other.pdf(p) * one.cdf(p), *ends[at : at + 2])[0] for at in range(4))
    assert is_lower(mixture_of(shapes), 0, 1) == pytest.approx(wanted, abs=2e-6)
    assert is_lower(mixture_of(shapes), 1, 0) == pytest.approx(1 - wanted, abs=2e-6)


def test_two_rates_equal_the_exact_sum():
    """Of gamma laws with whole shapes x and rates n: the x1-th event of one stream before the x2-th of the other."""
    x1, n1, x2, n2 = 7, 30, 11, 25
    chance = Fraction(n1, n1 + n2)
    wanted = sum(comb(x1 - 1 + k, k) * chance**x1 * (1 - chance) ** k for k in range(x2))
    assert is_lower(mixture_of((x1, n1, x2, n2), is_beta=False), 0, 1) == pytest.approx(float(wanted), rel=1e-12)
