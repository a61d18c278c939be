"""Alerts and what people did about them: which alert belongs to which case, through months, builds and names."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from data.store.alert_case import AlertCase, AlertEvent
from metrics._alert_list import followed
from metrics._alerts import Alert, Judgement
from metrics._period import month_end
from tests.metrics.county import write_build
from tests.metrics.tiny import tiny_county

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """甲镇 was once 老甲乡; 乙镇 took in 丁乡 and 戊乡; both 乙镇 and 丙镇 claim 己乡."""
    import duckdb

    path = tmp_path_factory.mktemp("list") / "1.duckdb"
    made = write_build(path, tiny_county(), 91)
    made.con.close()
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE township_aliases (township_code VARCHAR, alias VARCHAR)")
        rows = [("甲镇", "老甲乡"), ("乙镇", "丁乡"), ("乙镇", "戊乡"), ("乙镇", "己乡"), ("丙镇", "己乡")]
        con.executemany("INSERT INTO township_aliases VALUES (?, ?)", rows)
    return replace(made, con=duckdb.connect(str(path), read_only=True))


def alert(area="甲镇", month=OCTOBER, **more):
    end = month_end(month)
    given = Alert("filings_high", area, area, month, end, 50, 20, 35, 50, None, is_far=True, run=1, since=month)
    return replace(given, **more)


def case(number, *acts, area="甲镇", month=OCTOBER, first=SEPTEMBER, **more):
    at = datetime(2026, 10, 9)
    events = [AlertEvent(n, act, month, {}, None, None, "x", at, "甲") for n, act in enumerate(acts, 1)]
    return AlertCase(number, "filings_high", area, area, first, tuple(replace(one, **more) for one in events))


def rows(build, alerts, cases, month=OCTOBER):
    return followed(build, Judgement(month, tuple(alerts), (), ()), cases)


def test_an_alert_nobody_has_touched_waits(build):
    (row,) = rows(build, [alert()], [])
    assert (row.state, row.key, row.is_raised, row.is_waiting) == ("open", "filings_high.甲镇", True, True)
    assert row.evidence["value"] == 50
    assert row.evidence["sentence"].startswith("2026年10月一审民商事新收50件")


def test_the_alert_of_a_later_month_joins_the_open_case(build):
    (row,) = rows(build, [alert(month=NOVEMBER)], [case(7, "told")], NOVEMBER)
    assert (row.state, row.key, row.alert.month) == ("told", "c7", NOVEMBER)


def test_after_closing_the_same_month_stays_closed_and_a_later_one_waits_anew(build):
    closed = case(7, "told", "answered", "closed")
    assert [(one.state, one.key) for one in rows(build, [alert()], [closed])] == [("closed", "c7")]
    found = rows(build, [alert(month=NOVEMBER)], [closed], NOVEMBER)
    assert [(one.state, one.key, one.is_raised) for one in found] == [
        ("open", "filings_high.甲镇", True),
        ("closed", "c7", False),
    ]


def test_an_alert_set_aside_with_a_reason_is_not_asked_about_again_that_month(build):
    (row,) = rows(build, [alert()], [case(7, "dismissed")])
    assert (row.state, row.is_waiting) == ("dismissed", False)


def test_an_open_case_is_followed_when_its_rule_is_quiet(build):
    (row,) = rows(build, [], [case(7, "told")])
    assert (row.state, row.alert, row.is_waiting, row.is_listed) == ("told", None, True, True)


def test_a_case_of_which_every_act_was_taken_back_waits_while_its_alert_lasts(build):
    back = case(7, "told", withdrawn_at=datetime(2026, 10, 10), withdrawn_by="甲")
    (row,) = rows(build, [alert()], [back])
    assert (row.state, row.key, row.is_waiting) == ("open", "c7", True)
    assert rows(build, [], [back]) == []


def test_a_case_begun_later_is_not_seen_in_an_earlier_month(build):
    assert rows(build, [], [case(7, "told", first=NOVEMBER)]) == []


def test_a_case_follows_its_township_through_a_new_name_and_a_merger(build):
    (row,) = rows(build, [alert()], [case(7, "told", area="老甲乡")])
    assert (row.state, row.area_code) == ("told", "甲镇")
    merged = rows(build, [alert("乙镇")], [case(7, "told", area="丁乡"), case(8, "told", area="戊乡")])
    assert [(one.key, one.area_code, one.alert is not None) for one in merged] == [
        ("c8", "乙镇", True),
        ("c7", "乙镇", False),
    ]


@pytest.mark.parametrize("gone", ["庚乡", "己乡"])
def test_a_township_that_is_gone_or_claimed_twice_keeps_its_case(build, gone):
    (row,) = rows(build, [], [case(7, "told", area=gone)])
    assert (row.area_code, row.is_listed, row.is_waiting) == (gone, False, True)


def test_a_day_that_has_passed_is_late_until_the_case_is_ended(build):
    until = date(2026, 10, 20)
    (row,) = rows(build, [], [case(7, "told", until=until)])
    assert not row.is_late(until)
    assert row.is_late(date(2026, 10, 21))
    (ended,) = rows(build, [], [case(7, "told", "answered", "closed", until=until)])
    assert not ended.is_late(date(2027, 1, 1))


def test_what_waits_stands_first_and_the_far_before_the_near(build):
    near, far = alert("乙镇", value=30, numerator=30), alert("丙镇", value=90, numerator=90)
    found = rows(build, [near, far, alert("甲镇")], [case(7, "told")])
    assert [one.area_code for one in found] == ["丙镇", "乙镇", "甲镇"]
