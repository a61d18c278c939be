"""A view is an address: a link opens the same view, and a filter changes the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
WITH_PERIOD = ("metric", "overview", "quality", "township")
VIEW = "span=month&month=2026-03"


def words(watch: Watched) -> str:
    return watch.page.get_by_test_id("stMain").inner_text()


@pytest.mark.parametrize("stem", WITH_PERIOD)
def test_a_link_with_filters_opens_that_period(stem: str, address: str, watch: Watched):
    watch.open(f"{address}/{stem}?{VIEW}")
    assert "2026年3月" in words(watch)
    assert VIEW in watch.page.url


def test_a_click_on_a_period_changes_the_address_and_the_address_gives_the_view_again(address: str, watch: Watched):
    watch.open(f"{address}/metric")
    watch.page.get_by_role("radio", name="本季").click()
    expect(watch.page).to_have_url(re.compile("span=quarter"))
    watch.settle()
    clicked, link = words(watch), watch.page.url
    watch.open(link)
    assert words(watch) == clicked


def test_the_way_down_leads_from_the_county_to_a_township(address: str, watch: Watched):
    watch.open(f"{address}/metric?{VIEW}")
    watch.page.get_by_role("link", name="柳林镇").first.click()
    expect(watch.page).to_have_url(re.compile(f"/township.*{VIEW}"))
    watch.settle()
    assert "柳林镇" in words(watch)
