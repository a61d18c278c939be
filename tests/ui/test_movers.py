"""Townships that moved most: by weight, and none where no change is weighed."""

from dataclasses import replace

from metrics import METRICS, compute, parse_period
from tests.metrics.county import complete_county, write_build
from ui.movers import most_moved

RATE = METRICS["litigation_rate"]


def test_the_clearest_change_comes_first_and_across_a_break_none_is_listed(tmp_path):
    rows = compute(
        write_build(tmp_path / "1.duckdb", complete_county(), 4721), [RATE], parse_period("2026-05"), by="all"
    ).rows()
    moved = most_moved(rows, RATE, most=2)
    sizes = [abs(one.change_z) for one in moved]
    assert len(sizes) == 2
    assert sizes == sorted(sizes, reverse=True)
    assert most_moved([replace(one, notes=(*one.notes, "break")) for one in rows], RATE) == []
