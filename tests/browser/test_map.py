"""The map in a real browser: a file of outlines comes in and is drawn, and nothing is asked of another machine."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Position, expect

from tests.browser.watch import Watched
from tests.data.geo.outlines import squares

pytestmark = pytest.mark.browser


def test_outlines_are_uploaded_drawn_without_the_network_and_lead_to_the_township(
    own_address: str, watch: Watched, tmp_path: Path
):
    file = tmp_path / "青禾县.geojson"
    file.write_bytes(squares("东关街道", "柳林镇", "石桥镇"))
    watch.open(f"{own_address}/map")
    page = watch.page
    watch.click(page.get_by_text("地图设置"))
    watch.upload([file], "上传并使用")
    expect(page.get_by_test_id("stMain")).to_contain_text("已换上“青禾县.geojson”")
    chart = page.locator(".stPlotlyChart").first
    expect(chart.locator(".textpoint")).to_have_count(3)
    expect(chart.locator("path.js-fill").first).to_be_attached()
    watch.fits(1366)
    name = chart.locator(".textpoint", has_text="柳林镇")
    below = Position(x=10, y=35)  # where only the area itself is
    name.hover(position=below, force=True)
    expect(chart.locator(".hovertext")).to_contain_text("柳林镇")
    name.click(position=below, force=True)
    expect(page).to_have_url(re.compile(r"/township\?"))
    expect(page.get_by_test_id("stMain")).to_contain_text("柳林镇：")
    assert watch.outside == []
