"""Sums over any span of days: whole months from memory and days from the table must give what the rows give."""

import random
from datetime import date, timedelta

import pytest

from metrics._months import months_of
from metrics._sums import Slot, _split, sums
from tests.metrics.tiny import case, tiny_county

FIRST = date(2023, 12, 1)


def straight_from_days(build, slot):
    found = build.cursor().execute(
        "SELECT township_code, CAST(sum(n) AS BIGINT) FROM daily_counts "
        "WHERE count_name = ? AND day BETWEEN ? AND ? GROUP BY township_code",
        list(slot),
    )
    return dict(found.fetchall())


@pytest.mark.parametrize("seed", range(20))
def test_any_span_adds_up_to_what_its_days_hold(seed, build):
    dice = random.Random(seed)
    starts = [FIRST + timedelta(days=dice.randrange(940)) for _ in range(6)]
    slots = [
        Slot(name, start, start + timedelta(days=dice.choice((0, 1, 27, 30, 45, 89, 364, 700))))
        for start in starts
        for name in ("civil_filings", "people_mediations_resolved")
    ]
    codes = ["乙镇", "甲镇", "丙镇", "丁镇", "己街道", "庚乡", "戊农场管理处", "outside", "unassigned"]
    for slot, total in sums(build, slots).items():
        days = straight_from_days(build, slot)
        assert total.tolist() == [*(days.get(code, 0) for code in codes), sum(days.values())], slot


@pytest.mark.parametrize(
    ("start", "end", "months", "rest"),
    [
        ("2026-01-01", "2026-03-31", 3, []),
        ("2026-01-01", "2026-03-30", 2, [("2026-03-01", "2026-03-30")]),
        ("2025-12-31", "2026-01-31", 1, [("2025-12-31", "2025-12-31")]),
        ("2026-01-05", "2026-01-05", 0, [("2026-01-05", "2026-01-05")]),
        ("2026-01-05", "2026-01-31", 0, [("2026-01-05", "2026-01-31")]),
        ("2026-01-05", "2026-02-10", 0, [("2026-01-05", "2026-01-31"), ("2026-02-01", "2026-02-10")]),
        ("2024-02-01", "2024-02-29", 1, []),
        ("2024-02-01", "2024-02-28", 0, [("2024-02-01", "2024-02-28")]),
    ],
)
def test_a_span_is_cut_into_whole_months_and_the_days_beside_them(start, end, months, rest):
    first, last, beside = _split(date.fromisoformat(start), date.fromisoformat(end))
    assert max(0, last - first + 1) == months
    assert [(a.isoformat(), b.isoformat()) for a, b in beside] == rest


def test_whole_months_ask_the_build_nothing_once_they_are_known(build, monkeypatch):
    months_of(build).read(["civil_filings"])
    monkeypatch.setattr(type(build), "cursor", lambda self: pytest.fail("asked"))
    [total] = sums(build, [Slot("civil_filings", date(2026, 1, 1), date(2026, 5, 31))]).values()
    assert total[-1] > 0


def test_a_count_nobody_has_rows_of_is_zero_everywhere(build_of):
    build = build_of(tiny_county(case("甲镇", "2026-05-01")))
    [total] = sums(build, [Slot("court_mediations_ended", date(2026, 1, 1), date(2026, 5, 31))]).values()
    assert total.tolist() == [0] * 6


def test_a_stray_row_of_long_ago_costs_one_month_only(build_of):
    build = build_of(tiny_county(case("甲镇", "1993-05-01"), case("甲镇", "2026-05-01")))
    assert len(months_of(build).series("civil_filings").numbers) == 2
