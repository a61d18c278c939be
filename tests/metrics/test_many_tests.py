"""Which of many comparisons stand out, against scipy's false discovery control."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, norm

from metrics._many_tests import stand_out, two_sided


def test_probabilities_are_those_of_the_normal_law():
    z = np.array([-3.09, -1.96, 0.0, 0.5, 4.0])
    assert two_sided(z) == pytest.approx(2 * norm.sf(np.abs(z)), rel=1e-12)


@given(st.lists(st.floats(-6, 6), min_size=1, max_size=60))
def test_what_stands_out_is_what_benjamini_and_hochberg_let_pass(scores):
    adjusted = false_discovery_control(2 * norm.sf(np.abs(scores)))
    clear = np.abs(adjusted - 0.05) > 1e-9
    np.testing.assert_array_equal(stand_out(scores)[clear], (adjusted <= 0.05)[clear])


def test_what_was_not_compared_neither_stands_out_nor_counts():
    assert stand_out([np.nan, 2.5, np.nan]).tolist() == [False, True, False]
    assert stand_out([2.5, 0.1, 0.1, 0.1, 0.1]).tolist() == [False] * 5
    assert stand_out([]).tolist() == []


def test_a_score_that_stands_out_alone_is_lost_among_a_thousand():
    assert stand_out([3.1]).all()
    assert not stand_out([3.1, *np.linspace(-1.9, 1.9, 1000)]).any()
