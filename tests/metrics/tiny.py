"""A county of three townships whose rows fit on a page, for figures worked out by hand."""

from datetime import date

from tests.metrics.county import Case, County, Mediation, People, Span, Township

TOWNSHIPS = tuple(Township(code, "镇", False, True) for code in ("甲镇", "乙镇", "丙镇"))
RESIDENTS = {"甲镇": 8_000, "乙镇": 30_000, "丙镇": 2_000}
PEOPLE = tuple(People(code, "常住", date(2024, 12, 31), people) for code, people in RESIDENTS.items())
KINDS = ("people", "court", "trade", "community")
COVERAGE = (
    Span("cases", None, date(2025, 1, 1), date(2026, 12, 31)),
    *(Span("mediations", kind, date(2025, 1, 1), date(2026, 12, 31)) for kind in KINDS),
    *(Span(name, None, date(2025, 1, 1), date(2026, 12, 31)) for name in ("petitions", "suggestions", "activities")),
)


def case(code, day, number="民初", excluded=False, times=1):
    """So many cases of one day; `number` is 民初, 行初 or any other type."""
    one = Case(code, date.fromisoformat(day), number == "民初", number == "行初", excluded)
    return [one] * times


def mediation(code, day, kind, result, times=1):
    """So many disputes accepted on one day with one result."""
    return [Mediation(code, date.fromisoformat(day), kind, result)] * times


def tiny_county(*rows, **changes):
    """The county with these rows; `changes` replace its other parts."""
    flat = [one for part in rows for one in part]
    given = {
        "townships": TOWNSHIPS,
        "people": PEOPLE,
        "coverage": COVERAGE,
        "cases": tuple(one for one in flat if isinstance(one, Case)),
        "mediations": tuple(one for one in flat if isinstance(one, Mediation)),
    }
    return County(**{**given, **changes})


def county_of(*rows):
    """The county with these rows of any kind, each laid into its own table."""
    registers = tuple(one for one in rows if not isinstance(one, Case | Mediation))
    return tiny_county([one for one in rows if isinstance(one, Case | Mediation)], registers=registers)


def by_area(figures):
    return {figure.area_code: figure for figure in figures}
