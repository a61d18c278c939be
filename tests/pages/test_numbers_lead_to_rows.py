"""Whatever number a page prints as a link to its rows: the rows there add up to that very number."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from data.store.builds import current_build
from metrics import METRICS, Period, parse_period
from metrics._period import free
from metrics._rows_behind import rows_page
from tests.pages.conftest import Open, html

LINK = re.compile(r'href="rows\?([^"]*)"[^>]*>([^<]*)</a>')
VIEWS = {
    "overview": {},
    "metric": {"metric": "litigation_rate"},
    "township": {"area": "石桥镇"},
    "changes": {},
    "sources": {},
    "stations": {},
    "tribunals": {},
    "map": {},
    "quality": {},
    "alerts": {},
}
WITHOUT_LEDGER = ("stations", "tribunals")
"""The small county has no ledger for them: what they show then has its own tests (of stations in test_stations.py)."""


def period_of(view: dict[str, str]) -> Period:
    if view["span"] == "free":
        return free(date.fromisoformat(view["from"]), date.fromisoformat(view["to"]))
    return parse_period(view["month"], view["span"])


@pytest.mark.parametrize("stem", VIEWS)
def test_the_rows_behind_every_linked_number_add_up_to_it(stem: str, filled: Path, open_page: Open):
    build = current_build(filled)
    assert build is not None
    shown = html(open_page(filled, stem, span="ytd", month="2026-09", **VIEWS[stem]))
    links = sorted({(unescape(query), label) for query, label in LINK.findall(shown)})
    assert links or stem in WITHOUT_LEDGER
    for query, label in links:
        view = {name: values[0] for name, values in parse_qs(query).items()}
        part = "denominator" if view.get("part") == "denominator" else "numerator"
        metric, area = METRICS[view["metric"]], view["area"]
        only = {name: view[name] for name in ("cause", "organisation") if name in view}
        found = rows_page(build, metric, period_of(view), area, part, limit=1, **only)
        assert f"{found.total:,}" == label.strip(), query


def test_the_account_of_rows_links_all_four_numbers_of_a_count_that_a_metric_has(filled: Path, open_page: Open):
    shown = html(open_page(filled, "quality", span="ytd", month="2026-09"))
    row = re.search(r"<tr[^>]*><th[^>]*>[^<]*新收一审民商事.*?</tr>", shown)
    assert row is not None
    areas = [parse_qs(unescape(query))["area"][0] for query, _ in LINK.findall(row.group())]
    assert areas == ["townships", "outside", "unassigned", "county"]


def test_batch_filings_lead_to_the_cases_of_their_organisation_and_back(filled: Path, open_page: Open):
    view = {"span": "ytd", "month": "2026-07", "by": "area"}
    shown = html(open_page(filled, "changes", **view))
    found = [(unescape(query), label) for query, label in LINK.findall(shown) if "organisation=" in query]
    assert {parse_qs(query)["organisation"][0] for query, _ in found} == {"青禾农商银行", "any"}
    build, metric = current_build(filled), METRICS["civil_filings"]
    assert build is not None
    for query, label in found:
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        only = asked["organisation"]
        assert f"{rows_page(build, metric, period_of(asked), 'county', organisation=only).total:,}" == label
    query, label = found[0]
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    listed = html(open_page(filled, "rows", **asked))
    plain = re.sub("<[^>]+>", "", listed)
    assert f"其中属“青禾农商银行”批量起诉的 {label} 件。" in plain
    assert f"合计 {label} 件，与这个数一致" in plain
    [back] = re.findall(r'href="(changes[^"]*)"', listed)
    assert parse_qs(unescape(back).partition("?")[2]) == {name: [value] for name, value in view.items()}
