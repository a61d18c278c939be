"""A view is an address: a link opens the same view, and a filter changes the address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
WITH_PERIOD = ("metric", "overview", "quality", "township")
VIEW = "span=month&month=2026-03"


@pytest.mark.parametrize("stem", WITH_PERIOD)
def test_a_link_with_filters_opens_that_period(stem: str, address: str, watch: Watched):
    watch.open(f"{address}/{stem}?{VIEW}")
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("2026年3月")
    expect(watch.page).to_have_url(re.compile(VIEW))


def test_a_click_on_a_period_changes_the_address_and_the_address_gives_the_view_again(address: str, watch: Watched):
    watch.open(f"{address}/metric")
    watch.click(watch.page.get_by_role("radio", name="本季"))
    expect(watch.page).to_have_url(re.compile("span=quarter"))
    main = watch.page.get_by_test_id("stMain")
    clicked, link = main.inner_text(), watch.page.url
    watch.open(link)
    expect(main).to_have_text(clicked, use_inner_text=True)


def test_the_way_down_leads_from_the_county_to_a_township(address: str, watch: Watched):
    watch.open(f"{address}/metric?{VIEW}")
    watch.click(watch.page.get_by_role("link", name="柳林镇").first)
    expect(watch.page).to_have_url(re.compile(f"/township.*{VIEW}"))
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("柳林镇")
