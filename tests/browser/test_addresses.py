"""Every page has an address that may be the first thing a fresh server is asked for."""

import re
import runpy
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

import app
from tests.browser.server import PAGES, ROOT, serving
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
WIDTHS = (1920, 1366, 390)
FIRST = ("overview", "metric", "rows")
"""One page that answers at two addresses, one of the menu, and one reached by links only."""
PERSONS = ("张某", "李某", "王某")
"""Parties whom the exports name."""


def test_every_page_is_in_the_menu_or_reached_by_a_link():
    assert {*app.PAGES, *app.HIDDEN} == set(PAGES)


def test_every_page_that_is_run_on_its_own_hands_over_to_the_program(monkeypatch: pytest.MonkeyPatch):
    """A fresh server that is asked for a page runs the page's file, without app.py."""
    handed_over: list[str] = []
    for stem in PAGES:
        monkeypatch.setattr(app, "main", partial(handed_over.append, stem))
        runpy.run_path(str(ROOT / "pages" / f"{stem}.py"), run_name="__main__")
    assert handed_over == list(PAGES)


@pytest.mark.parametrize("stem", FIRST)
def test_a_page_that_is_the_first_request_of_a_fresh_server_has_its_menu_and_its_title(
    stem: str, filled_home: Path, tmp_path: Path, watch: Watched
):
    with serving(filled_home, tmp_path / "server.log") as address:
        watch.open(f"{address}/{stem}")
        expect(watch.page.locator('[data-testid="stSidebarNavLink"]')).to_have_count(len(app.PAGES))
        expect(watch.page).to_have_title(re.compile("诉源治理"))
        expect(watch.page.locator("h1")).to_have_count(1)
        watch.page.goto("about:blank")  # before the server goes, or the page complains that it is gone


@pytest.mark.parametrize("stem", PAGES)
def test_a_page_that_is_the_first_request_of_a_browser_is_whole_fits_and_names_nobody(
    stem: str, address: str, watch: Watched
):
    watch.open(f"{address}/{stem}")
    expect(watch.page.locator('[data-testid="stSidebarNavLink"]')).to_have_count(len(app.PAGES))
    expect(watch.page).to_have_title(re.compile("诉源治理"))
    expect(watch.page.locator("h1")).to_have_count(1)
    expect(watch.page.locator('[data-testid="stException"]')).to_have_count(0)
    shown = watch.page.get_by_test_id("stMain").inner_text()
    assert not [name for name in PERSONS if name in shown]
    for width in WIDTHS:
        watch.fits(width)
