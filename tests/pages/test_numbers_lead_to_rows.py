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
}
WITHOUT_LEDGER = ("stations", "tribunals")
"""The small county has no ledger for them: what they show then has its own tests."""


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
        metric, area, cause = METRICS[view["metric"]], view["area"], view.get("cause", "")
        found = rows_page(build, metric, period_of(view), area, part, cause=cause, limit=1)
        assert f"{found.total:,}" == label.strip(), query
