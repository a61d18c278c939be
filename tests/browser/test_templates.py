"""A template taken from the page, filled in, and handed back; and the court's total held against what it brought."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.county import townships
from tests.browser.server import fill, serving
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
LOADING = 90_000
"""Milliseconds that loading a small file may take on a busy machine."""


@pytest.fixture
def own_address(tmp_path: Path) -> Iterator[str]:
    """A server of a home that knows its townships and nothing else."""
    (tmp_path / "files").mkdir()
    fill(tmp_path / "home", [townships(tmp_path / "files")])
    with serving(tmp_path / "home", tmp_path / "server.log") as address:
        yield address


def main_text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def test_a_template_is_taken_away_filled_in_and_read_as_it_comes_back(own_address: str, watch: Watched, tmp_path: Path):
    watch.open(f"{own_address}/imports")
    with watch.page.expect_download() as download:
        watch.page.get_by_role("button", name="历史汇总", exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    assert "东关街道" in [cell.value for cell in book["选项"]["A"]]
    book["历史汇总"].append(["全县", "2025-03", "一审民商事新收", 40, "年报"])
    book.save(path)
    watch.page.locator('input[type="file"]').set_input_files([path])
    press = watch.page.get_by_role("button", name="导入并发布")
    expect(press).to_be_enabled()
    press.click()
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("本次回执", timeout=LOADING)
    watch.settle()
    assert "历史汇总" in main_text(watch.page)

    watch.open(f"{own_address}/quality?span=month&month=2025-03")
    watch.page.get_by_label("控制数（件）").fill("41")
    watch.page.get_by_label("来源").fill("司法统计月报表1")
    _choose(watch.page, "年", "2025")
    _choose(watch.page, "月", "3")
    watch.page.get_by_role("button", name="登记控制数").click()
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("已登记：2025年3月")
    watch.settle()
    row = watch.page.get_by_role("row").filter(has_text="2025年3月").filter(has_text="待说明")
    expect(row).to_contain_text("40（按历史汇总）")
    expect(row).to_contain_text("-1")


def _choose(page: Page, label: str, option: str) -> None:
    """By keyboard: a list of options that is long or low on the page is drawn only in part."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()
