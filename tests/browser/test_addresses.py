"""Every page has an address that may be the first thing a fresh server is asked for."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

import app
from tests.browser.server import PAGES, serving
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
WIDTHS = (1920, 1366, 390)
PERSONS = ("张某", "李某", "王某")
"""Parties whom the exports name."""


def test_every_page_is_in_the_menu_or_reached_by_a_link():
    assert {*app.PAGES, *app.HIDDEN} == set(PAGES)


@pytest.mark.parametrize("stem", PAGES)
def test_a_page_that_is_the_first_request_of_a_fresh_server_is_whole_fits_and_names_nobody(
    stem: str, filled_home: Path, tmp_path: Path, watch: Watched
):
    """Streamlit could run the page's file without app.py; navigation and title prove that it did not."""
    with serving(filled_home, tmp_path / "server.log") as address:
        watch.open(f"{address}/{stem}")
        expect(watch.page.locator('[data-testid="stSidebarNavLink"]')).to_have_count(len(app.PAGES))
        assert "诉源治理" in watch.page.title()
        assert watch.page.locator("h1").count() == 1
        assert watch.page.locator('[data-testid="stException"]').count() == 0
        main = watch.page.get_by_test_id("stMain")
        shown = main.inner_text()
        assert not [name for name in PERSONS if name in shown]
        assert {width: _overflow(watch, width) for width in WIDTHS} == dict.fromkeys(WIDTHS, 0)
        watch.page.goto("about:blank")  # before the server goes, or the page complains that it is gone


def _overflow(watch: Watched, width: int) -> int:
    """By how many pixels the page is wider than a window of this width."""
    watch.page.set_viewport_size({"width": width, "height": 900})
    watch.page.wait_for_timeout(300)
    wider = "element => Math.max(0, element.scrollWidth - element.clientWidth)"
    return int(watch.page.get_by_test_id("stMain").evaluate(wider))
