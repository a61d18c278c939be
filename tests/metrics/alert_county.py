"""A county of four townships whose months are known by heart, with a break of the series and planted breaches."""

from datetime import date, timedelta

from metrics._period import month_end
from tests.metrics.county import Case, County, Mediation, People, Span, Township
from tests.metrics.registers import Suggestion

FIRST, LAST = date(2022, 1, 1), date(2025, 12, 31)
TOWNSHIPS = tuple(Township(code, "镇", False, True) for code in ("甲镇", "乙镇", "丙镇", "丁镇"))
USUAL = {"甲镇": 12, "乙镇": 40, "丙镇": 2, "丁镇": 20}
"""Cases a month until 2024; half as many again from 2025 on, when the series breaks."""
PLANTED = {
    ("甲镇", (2025, 10)): 50,
    ("丁镇", (2025, 8)): 45,
    ("丁镇", (2025, 9)): 45,
    ("丁镇", (2025, 11)): 8,
}
RESIDENTS = {"甲镇": 20_000, "乙镇": 40_000, "丙镇": 3_000}
"""Nobody counted 丁镇."""


def months():
    return [date(year, month, 1) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]


def filed(code, month):
    """How many cases a township brings in a month."""
    usual = USUAL[code] * 3 // 2 if month.year >= 2025 else USUAL[code]
    return PLANTED.get((code, (month.year, month.month)), usual)


def resolved(code, month):
    """Accepted by people's mediators in a month of 2025, and of these resolved."""
    if code == "甲镇":
        return 300, 270
    if code == "乙镇":
        return 30, 18
    if code == "丙镇":
        return 30, 27 if month.month <= 6 else 23
    return 2, 2


def cases():
    for month in months():
        for code in USUAL:
            n = filed(code, month)
            for number in range(n):
                yield Case(code, month + timedelta(days=number * month_end(month).day // n), True, False, False)


def disputes():
    for month in months():
        for code in USUAL if month.year == 2025 else ():
            accepted, good = resolved(code, month)
            for number in range(accepted):
                result = "success" if number < good else "failure"
                yield Mediation(code, month + timedelta(days=number % 28), "people", result)


def alert_county(**changes):
    given = {
        "townships": TOWNSHIPS,
        "people": tuple(People(code, "常住", date(2021, 12, 31), n) for code, n in RESIDENTS.items()),
        "coverage": (
            Span("cases", None, FIRST, LAST),
            Span("mediations", "people", date(2025, 1, 1), LAST),
            Span("suggestions", None, FIRST, LAST),
        ),
        "cases": tuple(cases()),
        "mediations": tuple(disputes()),
        "registers": (
            Suggestion("unassigned", date(2025, 3, 1), reply_due_on=date(2025, 5, 1)),
            Suggestion("unassigned", date(2025, 9, 1), reply_due_on=date(2025, 12, 31)),
            Suggestion("unassigned", date(2025, 3, 1), is_replied=True, reply_due_on=date(2025, 5, 1)),
        ),
    }
    return County(**{**given, **changes})
