"""The map in a real browser: a file of outlines comes in and is drawn, and nothing is asked of another machine."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.server import serving
from tests.browser.watch import Watched
from tests.data.geo.outlines import squares

pytestmark = pytest.mark.browser


@pytest.fixture
def address(filled_home: Path, tmp_path: Path) -> Iterator[str]:
    home = shutil.copytree(filled_home, tmp_path / "home")
    with serving(home, tmp_path / "server.log") as base:
        yield base


def test_outlines_are_uploaded_drawn_without_the_network_and_lead_to_the_township(
    address: str, watch: Watched, tmp_path: Path
):
    file = tmp_path / "青禾县.geojson"
    file.write_bytes(squares("东关街道", "柳林镇", "石桥镇"))
    watch.open(f"{address}/map")
    page = watch.page
    page.get_by_text("地图设置").click()
    page.locator('input[type="file"]').set_input_files([file])
    taken = page.get_by_role("button", name="上传并使用")
    expect(taken).to_be_enabled()
    taken.click()
    expect(page.get_by_test_id("stMain")).to_contain_text("已换上“青禾县.geojson”")
    watch.settle()
    chart = page.locator(".stPlotlyChart").first
    expect(chart.locator(".textpoint")).to_have_count(3)
    assert chart.locator("path.js-fill").count() >= 1
    overflow = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth")
    assert overflow <= 0
    name = chart.locator(".textpoint", has_text="柳林镇")
    name.scroll_into_view_if_needed()
    box = name.bounding_box()
    # Beside the name, where only the area itself is.
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] + 20)
    expect(chart.locator(".hovertext")).to_contain_text("柳林镇")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] + 20)
    page.wait_for_url("**/township?*")
    expect(page.get_by_test_id("stMain")).to_contain_text("柳林镇：")
    assert watch.outside == []
