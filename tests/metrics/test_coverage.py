"""Days that imports cover."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from metrics._coverage import covered_days, joined

DAYS = st.integers(0, 60).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=6).map(tuple)


def days(start, end):
    return {start + timedelta(days=n) for n in range((end - start).days + 1)}


@given(SPANS)
def test_joined_spans_are_the_same_days_in_order_with_holes_between(spans):
    found = joined(spans)
    assert set().union(*(days(*span) for span in found)) == set().union(*(days(*span) for span in spans))
    assert all(one[1] + timedelta(days=1) < other[0] for one, other in pairwise(found))


@given(SPANS, DAYS, DAYS)
def test_covered_days_are_counted_once(spans, one, other):
    start, end = min(one, other), max(one, other)
    covered = set().union(*(days(*span) for span in spans)) & days(start, end)
    assert covered_days(joined(spans), start, end) == len(covered)
