from datetime import date

from data.definition import Definition, SeriesBreak
from metrics import METRICS
from metrics._breaks import break_places, breaks_of, scopes_of

OWN = SeriesBreak(date(2025, 7, 15), ("filings",), "管辖区调整")
MONTHS = [date(2025, month, 1) for month in range(1, 13)]


def test_filings_break_where_filing_changed_and_peoples_mediation_does_not():
    assert [one.on.year for one in breaks_of(Definition(), METRICS["litigation_rate"])] == [2022, 2025]
    assert [one.on.year for one in breaks_of(Definition(), METRICS["court_mediation_resolution_rate"])] == [2022, 2025]
    assert breaks_of(Definition(), METRICS["people_mediation_resolution_rate"]) == ()


def test_a_rate_that_also_counts_settled_disputes_breaks_with_them():
    rate = METRICS["litigation_rate"].under(Definition(rate_numerator="with_settled_before_filing"))
    assert scopes_of(rate) == {"filings", "court_mediation"}


def test_a_break_falls_on_the_line_before_its_month_or_on_the_month_it_cuts():
    january, march = (SeriesBreak(date(2025, month, 1), ("filings",), "试") for month in (1, 3))
    assert break_places([march, OWN], MONTHS) == [(1.5, march), (6, OWN)]
    assert break_places([january], MONTHS) == []
    assert break_places([SeriesBreak(date(2031, 1, 1), ("filings",), "试")], MONTHS) == []
