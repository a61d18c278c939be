"""Every printed count knows the address of its rows."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.county import complete_county, write_build
from ui import drill_down

RATE, FILINGS = METRICS["litigation_rate"], METRICS["civil_filings"]
VIEW = {"span": "ytd", "month": "2026-03"}


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    build = write_build(tmp_path_factory.mktemp("county") / "9.duckdb", complete_county(), 9)
    rows = compute(build, [RATE, FILINGS], parse_period("2026-03", "ytd"), by="all").rows()
    return {(one.metric, one.area_code): one for one in rows}


def asked(markup):
    """What the links of some markup ask for."""
    return [
        {name: values[0] for name, values in parse_qs(urlsplit(one.split('"')[0].replace("&amp;", "&")).query).items()}
        for one in markup.split('href="')[1:]
    ]


def test_both_numbers_of_a_rate_are_links_within_the_view(figures):
    one = figures["litigation_rate", "乙镇"]
    shown = drill_down.parts(one, RATE, VIEW)
    assert f">{one.numerator:,}</a> 件 / " in shown
    assert f">{one.denominator:,}</a> 人" in shown
    base = {"metric": "litigation_rate", "area": "乙镇", **VIEW}
    assert asked(shown) == [base, {**base, "part": "denominator"}]


def test_without_a_view_the_link_has_the_figure_s_own_days(figures):
    one = figures["litigation_rate", "county"]
    [link] = asked(drill_down.count(one, RATE))
    assert (link["span"], link["from"], link["to"]) == ("free", "2026-01-01", one.period_end.isoformat())


def test_a_plain_count_is_itself_the_link_and_so_is_the_year_before(figures):
    one = figures["civil_filings", "county"]
    [now], [before] = asked(drill_down.value(one, FILINGS, VIEW)), asked(drill_down.parts(one, FILINGS, VIEW))
    assert now == {"metric": "civil_filings", "area": "county", **VIEW}
    assert before["from"] == date(2025, 1, 1).isoformat()
    assert f">{one.base_numerator:,}</a> 件" in drill_down.parts(one, FILINGS, VIEW)


def test_what_nobody_exported_leads_nowhere(figures):
    unknown = replace(figures["litigation_rate", "乙镇"], status="not_covered", base_value=None, base_numerator=0)
    assert drill_down.parts(unknown, RATE, VIEW) == ""
    assert not asked(drill_down.count(unknown, RATE, "numerator", VIEW))
    assert drill_down.base_count(unknown, RATE) == "—"
    assert drill_down.count(replace(unknown, numerator=0), RATE, "numerator", VIEW) == "—"


def test_a_cause_goes_along_and_words_are_escaped():
    shown = drill_down.linked("<3>", "civil_filings", "甲镇", VIEW, cause="买卖&租赁")
    assert "&lt;3&gt;" in shown
    assert asked(shown)[0]["cause"].startswith("买卖")


def test_a_cell_of_the_stations_and_the_way_back_go_along():
    [cell] = asked(drill_down.of_station("3", "screening_events", "listed", "甲站&乙", VIEW))
    assert cell == {"work": "screening_events", "station": "listed:甲站&乙", **VIEW}
    back = drill_down.back_to_changes("by=area&span=ytd&metric=x&month=2026-03")
    assert back == "changes?by=area&span=ytd&month=2026-03"
