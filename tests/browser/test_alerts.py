"""An alert followed in the browser: from the list to its evidence, told, and in the list as told."""

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


def test_an_alert_is_opened_told_and_listed_as_told(own_address: str, watch: Watched):
    page, main = watch.page, watch.page.get_by_test_id("stMain")
    watch.open(f"{own_address}/alerts?rule=people_resolution_low")
    watch.click(page.get_by_role("link", name="石桥镇"))
    expect(main).to_contain_text("各乡镇街道合计")
    expect(page.get_by_test_id("stPlotlyChart")).to_have_count(1)
    page.get_by_label("内容或理由").fill("已向镇综治中心发函")
    watch.click(page.get_by_role("button", name="记录提示"))
    expect(main).to_contain_text("已记录：石桥镇人民调解化解率低，记录提示。")
    expect(page.get_by_role("row").filter(has_text="已向镇综治中心发函")).to_contain_text("本机用户")
    watch.open(f"{own_address}/alerts?state=told")
    expect(page.get_by_role("row", name="石桥镇 人民调解化解率低")).to_contain_text("已提示")
