"""Warnings of a sheet that was read: what looks forgotten, and what never is."""

from tests.data.exports import write_csv
from tests.data.loading import load


def test_a_standard_column_that_nobody_needs_is_no_slip_for_one_that_is_needed(desk, files):
    path = write_csv(
        files / "信访台账.csv",
        ("信访件编号", "登记日期", "信访人数", "是否集访", "集访人数", "化解情况"),
        [("信1", "2025-03-01", "6", "是", "6", "已化解")],
    )
    (receipt,) = load(desk, path)
    assert (receipt.ledger, receipt.rows_added) == ("petitions", 1)
    assert [one.code for one in receipt.problems if one.code == "column_unclaimed"] == []
