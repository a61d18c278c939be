"""Published figures of courts: the program's arithmetic and rounding give what was printed, and not what was wrong.

Each row of golden/published.csv names its source. A growth of two published rates is a growth of their hundredths.
"""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from metrics import METRICS, Figure, _arithmetic
from metrics._rounding import half_up
from metrics._words import format_change, format_value

with (Path(__file__).parent / "golden" / "published.csv").open(encoding="utf-8") as file:
    EVERY = list(csv.DictReader(file))
ROWS = [row for row in EVERY if row["kind"] != "pp_change"]
POINTS = [row for row in EVERY if row["kind"] == "pp_change"]
TRUNCATED = {"G001", "G111", "G132"}
"""Published digits that only cutting off gives; G116 was divided from counts that were themselves cut to thousands."""
WRONG = {"G068", "G090", "G094", "G098", "G099", "G102", "G139"}
"""Printed wrong; G097 is an average growth over three years, no figure of ours, and tested apart."""
SCALE = {"per_10k": 10_000, "rate_pct": 100, "share_pct": 100}


def pick(*verdicts):
    return [row for row in ROWS if row["reproduces"] in verdicts and row["kind"] != "cagr_pct"]


def by_id(row):
    return row["id"]


def whole(row):
    """Both numbers as integers; those published in 万件 or as rates by their hundredths."""
    top, bottom = Decimal(row["numerator"]), Decimal(row["denominator"])
    scale = 1 if top == int(top) and bottom == int(bottom) else 100
    return int(top * scale), int(bottom * scale)


def decimals(row):
    return len(row["published"].partition(".")[2])


def exact(row):
    top, bottom = whole(row)
    if row["kind"] == "yoy_pct":
        return Fraction((top - bottom) * 100, bottom)
    return Fraction(top * SCALE[row["kind"]], bottom)


def printed(row):
    return half_up(exact(row), decimals(row)).replace(",", "")


def test_the_file_holds_every_rate_share_and_growth_of_the_collection():
    assert len(ROWS) == 129
    assert {row["id"] for row in pick("no")} == WRONG
    assert {row["id"] for row in pick("rounding")} == TRUNCATED | {"G116"}


@pytest.mark.parametrize("row", pick("yes", "no", "rounding"), ids=by_id)
def test_the_division_is_the_exact_quotient(row):
    top, bottom = whole(row)
    found = (
        _arithmetic.growth(top, bottom)
        if row["kind"] == "yoy_pct"
        else _arithmetic.value(top, bottom, SCALE[row["kind"]])
    )
    assert found == pytest.approx(float(exact(row)), rel=1e-12)


@pytest.mark.parametrize("row", pick("yes"), ids=by_id)
def test_rounded_half_up_it_is_what_was_published(row):
    assert printed(row) == row["published"]


@pytest.mark.parametrize("row", pick("rounding"), ids=by_id)
def test_it_is_published_only_by_cutting_off(row):
    scale = 10 ** decimals(row)
    cut = int(exact(row) * scale)
    assert printed(row) != row["published"]
    assert Fraction(cut, scale) == Fraction(row["published"])


@pytest.mark.parametrize("row", pick("no"), ids=by_id)
def test_a_published_error_is_not_repeated(row):
    assert printed(row) != row["published"]
    assert abs(exact(row) - Fraction(row["published"])) >= Fraction(1, 2 * 10 ** decimals(row))


@pytest.mark.parametrize(
    ("wrong", "correct"), [("G068", "92.11"), ("G090", "12.0"), ("G094", "77.48"), ("G098", "32.66"),
                           ("G099", "-12.3"), ("G102", "34.52"), ("G139", "67.19")]
)  # fmt: skip
def test_the_right_figure_stands_where_an_error_was_published(wrong, correct):
    (row,) = [row for row in ROWS if row["id"] == wrong]
    assert printed(row) == correct


def test_an_average_growth_over_three_years_is_no_published_37_percent():
    (row,) = [row for row in ROWS if row["kind"] == "cagr_pct"]
    yearly = (Fraction(row["numerator"]) / Fraction(row["denominator"])) ** Fraction(1, 3) * 100 - 100
    assert row["published"] == "37.0"
    assert round(float(yearly), 1) == 35.8


FIGURE = Figure(
    metric="litigation_rate", label="万人成讼率", period_start=date(2024, 1, 1), period_end=date(2024, 5, 31),
    area_code="county", area_name="全县", numerator=12_494_633, denominator=1_409_670_000, value=88.635, low=None,
    high=None, status="ok", notes=(), base_start=date(2023, 1, 1), base_end=date(2023, 5, 31), base_numerator=1,
    base_denominator=1, base_value=None, change=None, change_unit="%", change_z=None, unit="件/万人", per=10_000,
    rank=None, rank_low=None, rank_high=None, build=1, cutoff=None, definition="",
)  # fmt: skip


def test_the_national_rate_is_printed_half_up():
    assert format_value(FIGURE, METRICS["litigation_rate"]) == "88.64"


def test_a_growth_above_100_percent_is_printed_as_growth_and_not_as_ratio():
    kunming = replace(
        FIGURE, numerator=52_956, denominator=None, value=52_956.0, base_numerator=29_838, base_denominator=None,
        base_value=29_838.0, change=77.478
    )  # fmt: skip
    assert format_change(kunming) == "+77.5%"


@pytest.mark.parametrize("row", POINTS, ids=by_id)
def test_the_difference_of_two_percentages_is_in_points(row):
    now, before = whole(row)
    found = _arithmetic.points(now, 10_000, before, 10_000)
    assert half_up(Fraction(row["numerator"]) - Fraction(row["denominator"]), 2) == row["published"]
    assert found == pytest.approx(float(row["published"]), abs=1e-9)
