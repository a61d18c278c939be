"""体检: every cell stands as its own numbers say, and the tally counts what stands out, and nothing more."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest

from metrics import CORE, METRICS, compute, parse_period
from metrics._arithmetic import rate_limits, wilson_limits
from metrics._checkup import BEYOND_CLEAR, BEYOND_SLIGHT, beside_county, in_order, tally
from metrics._checkup_peers import beside_peers
from metrics._dispersion import dispersion
from tests.metrics.county import People, ordinary_county, write_build

PERIOD = parse_period("2026-05", "rolling12", False)
RATE, FILINGS = METRICS["litigation_rate"], METRICS["civil_filings"]
PROPORTION = METRICS["people_mediation_resolution_rate"]


@pytest.fixture(scope="module")
def uneven(tmp_path_factory):
    """A county whose townships differ: few people in 丁镇, many in 己街道."""
    county = ordinary_county()
    people = [one for one in county.people if one.township_code != "己街道"]
    people += [People("丁镇", "常住", date(2023, 12, 31), 4_000), People("己街道", "常住", date(2023, 12, 31), 55_000)]
    return write_build(tmp_path_factory.mktemp("uneven") / "9.duckdb", replace(county, people=tuple(people)), 9)


@pytest.fixture(scope="module")
def rows(uneven):
    return compute(uneven, CORE, PERIOD, by="all").rows()


@pytest.fixture(scope="module")
def table(rows):
    return beside_county(CORE, rows)


def test_lines_are_the_list_of_townships_and_nobody_else(table, rows):
    listed = [row.area_code for row in rows if row.metric == RATE.name][:-3]
    assert [line.code for line in table.lines] == listed
    assert [line.code for line in table.references] == ["county"]


def together(table, metric):
    """The townships' counts added up and divided once."""
    own = [cell.figure for line in table.lines for cell in line.cells if cell.metric.name == metric]
    return sum(one.numerator for one in own) * own[0].per / sum(one.denominator or 0 for one in own)


def test_a_symbol_follows_from_the_interval_and_all_townships_together(table):
    compared = {cell.metric.name for line in table.lines for cell in line.cells if cell.stands is not None}
    county = {name: together(table, name) for name in compared}
    seen = set()
    for cell in (cell for line in table.lines for cell in line.cells if cell.stands is not None):
        figure, whole = cell.figure, county[cell.metric.name]
        if figure.status != "ok":
            expected = "–"
        elif figure.low > whole:
            expected = "▲"
        else:
            expected = "▽" if figure.high < whole else "●"
        assert cell.stands.symbol == expected
        seen.add(expected)
    assert seen == {"▲", "▽", "●", "–"}


def test_counts_and_averages_are_never_compared(uneven):
    metrics = (FILINGS, METRICS["court_mediation_days"])
    table = beside_county(metrics, compute(uneven, metrics, PERIOD, by="all").rows())
    assert len(table.metrics) == 2
    assert {cell.stands for line in table.lines for cell in line.cells} == {None}


def test_a_metric_that_nobody_exported_has_no_column(rows):
    gone = [replace(row, status="not_covered", value=None) if row.metric == RATE.name else row for row in rows]
    table = beside_county(CORE, gone)
    assert table.without_data == (RATE, METRICS["dispute_resolution_rate"])  # of the second there is no ledger
    assert RATE not in table.metrics
    assert len(table.lines[0].cells) == len(CORE) - 2


def test_the_tally_counts_symbols_and_what_chance_brings(table):
    stands = [cell.stands for line in table.lines for cell in line.cells if cell.stands is not None]
    found = tally(table.lines)
    judged = [one for one in stands if one.symbol != "–"]
    assert found.compared == len(judged)
    assert found.not_compared == len(stands) - len(judged)
    assert len(found.clear) == sum(one.may_colour for one in judged) > 0
    assert found.slight == sum(one.symbol in "▲▽" and not one.may_colour for one in judged)
    assert found.clear_areas == len({line.code for line, _ in found.clear})
    assert found.clear_by_chance == Fraction(len(judged) * 2, 1000)
    assert found.slight_by_chance == Fraction(len(judged) * 48, 1000)


@pytest.mark.parametrize("kind", ["rate", "proportion"])
def test_chance_alone_leaves_the_limits_as_often_as_the_tally_says(kind):
    """Areas without any real difference, of the sizes townships have: seeded, so it is the same every time."""
    dice = np.random.default_rng(111)
    sizes = dice.integers(60, 400, 100_000)
    if kind == "rate":
        x = dice.poisson(sizes)
        limits = {level: rate_limits(x, sizes, 1, level) for level in (0.95, 0.998)}
    else:
        x = dice.binomial(sizes, 0.6)
        limits = {level: wilson_limits(x, sizes, 1, level) for level in (0.95, 0.998)}
    truth = 1 if kind == "rate" else 0.6
    beyond = {level: float(((low > truth) | (high < truth)).mean()) for level, (low, high) in limits.items()}
    assert beyond[0.998] == pytest.approx(float(BEYOND_CLEAR), abs=0.0008)
    assert beyond[0.95] - beyond[0.998] == pytest.approx(float(BEYOND_SLIGHT), abs=0.006)


def test_an_order_by_value_puts_small_areas_last_as_listed(table):
    lines = in_order(table.lines, RATE.name)
    figures = [next(cell.figure for cell in line.cells if cell.metric.name == RATE.name) for line in lines]
    plain = [one.value for one in figures if one.status == "ok"]
    assert plain == sorted(plain, reverse=True)
    assert len(plain) > 2
    assert [one.status == "ok" for one in figures] == sorted((one.status == "ok" for one in figures), reverse=True)
    small = [line.code for line, one in zip(lines, figures, strict=True) if one.status != "ok"]
    assert small == [line.code for line in table.lines if line.code in small]


def test_a_township_is_held_against_the_others_of_its_kind(uneven, rows):
    """乙镇 beside 甲镇, 丙镇 and 丁镇, by the score test worked here."""
    table = beside_peers(uneven, (RATE,), [row for row in rows if row.metric == RATE.name])
    own = {line.code: line.cells[0] for line in table.lines}
    others = [own[name].figure for name in ("甲镇", "丙镇", "丁镇")]
    x1, n1 = own["乙镇"].figure.numerator, own["乙镇"].figure.denominator
    x0, n0 = sum(one.numerator for one in others), sum(one.denominator for one in others)
    d = n1 / n0
    phi = dispersion(uneven, RATE, date(2026, 5, 31))
    z = (x1 - d * x0) / (phi * d * (x1 + x0)) ** 0.5
    stands = own["乙镇"].stands
    assert stands.symbol == ("●" if abs(z) < 1.96 else "▲" if z > 0 else "▽")
    assert stands.may_colour == (abs(z) >= 3.09)
    whole = next(line.cells[0].figure for line in table.references if line.code == "镇")
    assert (whole.numerator, whole.denominator) == (x1 + x0, n1 + n0)
    assert whole.value == pytest.approx((x1 + x0) / (n1 + n0) * 10_000)


def test_the_only_one_of_its_kind_and_other_kinds_have_no_peers(uneven, rows):
    table = beside_peers(uneven, CORE, rows)
    at = [one.name for one in table.metrics].index(RATE.name)
    stands = {line.code: line.cells[at].stands for line in table.lines}
    assert (stands["己街道"].symbol, stands["己街道"].word) == ("–", "没有同类可比")
    assert stands["戊农场管理处"].symbol == "–"
    assert [line.code for line in table.references] == ["county", "街道", "镇", "乡"]


def test_where_everything_was_resolved_everywhere_nobody_differs(uneven, rows):
    every = [
        replace(row, numerator=row.denominator or 0, value=100.0) if row.value is not None else row
        for row in rows
        if row.metric == PROPORTION.name
    ]
    table = beside_peers(uneven, (PROPORTION,), every)
    stands = {line.code: line.cells[0].stands.symbol for line in table.lines}
    assert stands["乙镇"] == stands["甲镇"] == "●"


def test_counts_have_no_sum_of_a_kind(uneven, rows):
    table = beside_peers(uneven, (FILINGS, RATE), rows)
    whole = next(line for line in table.references if line.code == "镇")
    assert whole.cells[0].figure.value is None
    assert whole.cells[1].figure.value is not None
