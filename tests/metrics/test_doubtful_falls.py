"""Fewer filings are not praised where disputes or petitions rose."""

from datetime import date

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
