"""Fewer filings are not praised where disputes or petitions rose."""

from dataclasses import replace
from datetime import date

import pytest

from metrics._alerts import Alert, Judgement
from metrics._doubtful_falls import caution_paragraph, doubtful_falls
from tests.metrics.registers import Petition
from tests.metrics.tiny import mediation
from tests.reports.bulletin.counties import ten_townships, told

FELL = {"南坪镇": (40, 12), "城关街道": 60}


def disputes(name, before, now):
    return [
        *mediation(name, "2025-03-03", "community", "success", before),
        *mediation(name, "2026-03-03", "community", "success", now),
    ]


def test_a_fall_beside_more_disputes_is_no_merit():
    build = ten_townships(FELL, more=disputes("南坪镇", 20, 33))
    said = "南坪镇（新收由200件减至60件，受理纠纷由20件增至33件）"
    assert doubtful_falls(told(build)) == [said]
    told_words = caution_paragraph(told(build))
    assert told_words.startswith(f"新收下降而同期纠纷或信访上升的有{said}，不宜单独据新收下降评价治理成效。")


def test_a_fall_beside_more_petitions_is_none_either():
    petitions = [Petition("南坪镇", date(2026, 2, 2), record_key=str(i)) for i in range(7)]
    build = ten_townships(FELL, registers=tuple(petitions))
    assert doubtful_falls(told(build)) == ["南坪镇（新收由200件减至60件，信访事项由0件增至7件）"]


def test_a_fall_beside_fewer_disputes_raises_no_doubt():
    build = ten_townships(FELL, more=disputes("南坪镇", 33, 20))
    assert doubtful_falls(told(build)) == []


def test_a_fall_within_chance_raises_no_doubt():
    build = ten_townships({"南坪镇": (20, 19)}, more=disputes("南坪镇", 20, 33))
    assert doubtful_falls(told(build)) == []


@pytest.mark.parametrize(
    ("month", "start", "end", "said"),
    [
        (5, date(2026, 5, 1), date(2026, 5, 31), "南坪镇当月新收明显少于按往期推算的件数"),
        (2, date(2026, 1, 1), date(2026, 2, 28), "南坪镇近期新收明显少于按往期推算的件数"),
        (1, date(2025, 12, 1), date(2025, 12, 31), ""),
    ],
)
def test_an_alert_is_told_of_the_days_that_it_judged(month, start, end, said):
    """January is judged with February; an alert of December still stands then and is none of January."""
    review = replace(told(ten_townships({}), month=date(2026, month, 1)))  # others are told the same one
    alert = Alert(
        "filings_low", "南坪镇", "南坪镇", start, end, 3.0, 9.0, 4.0, 3, None, is_far=True, run=1, since=start
    )
    review.__dict__["judgement"] = Judgement(review.month.start, (alert,), (), ())
    found = caution_paragraph(review)
    assert found.startswith(f"{said}，应先核实") if said else found == ""
