"""Real files through the uploader: a receipt, a figure, and the way back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.county import civil_filings_of
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """An empty home."""
    return tmp_path / "home"


def upload(watch: Watched, address: str, files: list[Path]) -> None:
    watch.open(f"{address}/imports")
    watch.upload(files, "导入并发布")
    expect(watch.page.get_by_role("heading", name="本次回执")).to_be_visible()
    watch.settle()


def main_text(page: Page) -> str:
    return page.get_by_test_id("stMain").inner_text()


def test_uploaded_files_become_a_receipt_and_a_figure_and_undo_takes_them_back(
    county_files: list[Path], own_address: str, watch: Watched
):
    upload(watch, own_address, county_files)
    assert main_text(watch.page).count("相符") == len(county_files)
    watch.open(own_address)
    assert f"新收一审民商事{civil_filings_of(2026)}件" in main_text(watch.page)

    watch.open(f"{own_address}/imports")
    watch.click(watch.page.get_by_role("row").filter(has_text="案件查询结果").get_by_role("link", name="撤销…"))
    watch.click(watch.page.get_by_role("button", name="确认撤销"))
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("已撤销：")
    watch.open(own_address)
    assert f"新收一审民商事{civil_filings_of(2026)}件" not in main_text(watch.page)


def test_the_same_files_again_change_nothing_and_say_when_they_came_first(
    county_files: list[Path], own_address: str, watch: Watched
):
    upload(watch, own_address, county_files[:2])
    upload(watch, own_address, county_files[:1])
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("完全相同，数据没有变化")


def test_a_file_that_is_no_table_is_refused_with_a_sentence_and_the_server_lives_on(
    tmp_path: Path, own_address: str, watch: Watched
):
    broken = tmp_path / "坏文件.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    upload(watch, own_address, [broken])
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("未入库")
    watch.open(own_address)
    expect(watch.page.locator("h1")).to_have_count(1)
