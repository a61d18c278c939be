"""A day after the day of the import is told, and its row counts all the same."""

from datetime import date, timedelta

from tests.data.exports import a_case, cases_file, mediations_file
from tests.data.loading import NOW, load

TODAY = NOW.date()


def ahead(receipt):
    return [(one.count, one.rows, one.column) for one in receipt.problems if one.code == "filing_date_ahead"]


def test_rows_filed_after_today_are_named_and_kept(desk, files):
    days = [date(2025, 3, 3), TODAY, TODAY + timedelta(1), date(2027, 1, 5)]
    (receipt,) = load(desk, cases_file(files, [a_case(n, day) for n, day in enumerate(days, start=1)]))
    assert (receipt.rows_added, receipt.rows_set_aside) == (4, 0)
    first = receipt.header_row + 3
    assert ahead(receipt) == [(2, (first, first + 1), "立案日期")]
    [told] = [one.sentence for one in receipt.problems if one.code == "filing_date_ahead"]
    assert TODAY.isoformat() in told


def test_of_many_rows_ahead_the_first_five_are_named(desk, files):
    (receipt,) = load(desk, cases_file(files, [a_case(n, date(2027, 1, n)) for n in range(1, 9)]))
    [(count, rows, _)] = ahead(receipt)
    assert (count, len(rows)) == (8, 5)


def test_a_mediation_of_tomorrow_is_told_by_the_name_of_its_own_day(desk, files):
    rows = [("（2026）柳人调字第1号", (TODAY + timedelta(1)).isoformat(), "邻里", "调解成功", "柳河镇")]
    (receipt,) = load(desk, mediations_file(files, rows))
    assert [column for _, _, column in ahead(receipt)] == ["受理日期"]
