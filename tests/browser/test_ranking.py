"""排名 is entered by a step that is seen, stays in the address, and leads to the townships."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


def test_the_step_into_排名模式_is_in_the_address_and_goes_along_to_a_township(address: str, watch: Watched):
    watch.open(f"{address}/ranking")
    main = watch.page.get_by_test_id("stMain")
    watch.click(watch.page.get_by_role("button", name="进入排名模式"))
    expect(watch.page).to_have_url(re.compile("mode=ranking"))
    expect(main).to_contain_text("由低到高排名")
    watch.click(watch.page.get_by_role("radio", name="漏斗图"))
    expect(watch.page).to_have_url(re.compile("view=funnel"))
    watch.click(watch.page.get_by_role("link", name="柳林镇").first)
    expect(watch.page).to_have_url(re.compile("/township.*mode=ranking"))
    expect(main).to_contain_text("位次")
