"""The county's rate holds cases of no township: the reader of a comparison is told how much that is."""

from dataclasses import replace

from metrics import METRICS, compute
from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._beyond_townships import beyond_townships_words
from tests.metrics.moved_county import PERIOD, ROWS, filed, moved_of

RATE, FILINGS = METRICS["litigation_rate"], METRICS["civil_filings"]


def test_the_rate_of_all_townships_together_stands_beside_the_countys(build_of):
    _, build = moved_of(build_of, *ROWS, filed("outside", "买卖合同纠纷", 24))
    rows = compute(build, [RATE, FILINGS], PERIOD, by="all").rows()
    own = [one for one in rows if one.metric == RATE.name]
    beyond = sum(one.numerator for one in own if one.area_code in (OUTSIDE, UNASSIGNED))
    inside = sum(one.numerator for one in own[:-3])
    assert beyond > 24
    assert inside + beyond == own[-1].numerator
    assert beyond_townships_words(rows, RATE) == (
        f"与全县比，是与各乡镇街道合计（{inside * 10_000 / 40_000:.2f}）比；"
        f"全县万人成讼率{(inside + beyond) * 10_000 / 40_000:.2f}另含辖区外、未归属{beyond}件"
    )
    assert beyond_townships_words(rows, FILINGS) == ""
    none = [replace(one, numerator=0) if one.area_code in (OUTSIDE, UNASSIGNED) else one for one in own]
    assert beyond_townships_words(none, RATE) == ""
