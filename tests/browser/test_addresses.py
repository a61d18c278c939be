"""Every page has an address that may be the first thing a fresh server is asked for."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

import app
from tests.browser.server import PAGES, serving
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


def test_every_page_is_in_the_menu_or_reached_by_a_link():
    assert {*app.PAGES, *app.HIDDEN} == set(PAGES)


@pytest.mark.parametrize("stem", PAGES)
def test_a_page_that_is_the_first_request_of_a_fresh_server_stands_inside_the_program(
    stem: str, filled_home: Path, tmp_path: Path, watch: Watched
):
    """Streamlit could run the page's file without app.py; navigation and title prove that it did not."""
    with serving(filled_home, tmp_path / "server.log") as address:
        watch.open(f"{address}/{stem}")
        expect(watch.page.locator('[data-testid="stSidebarNavLink"]')).to_have_count(len(app.PAGES))
        assert "诉源治理" in watch.page.title()
        assert watch.page.locator("h1").count() == 1
        assert watch.page.locator('[data-testid="stException"]').count() == 0
        watch.page.goto("about:blank")  # before the server goes, or the page complains that it is gone


@pytest.mark.parametrize("stem", PAGES)
def test_a_page_of_an_empty_home_says_what_to_do_first(stem: str, empty_address: str, watch: Watched):
    watch.open(f"{empty_address}/{stem}")
    assert watch.page.locator('[data-testid="stException"]').count() == 0
    expect(watch.page.locator('[data-testid="stMain"]')).to_contain_text("导入")
