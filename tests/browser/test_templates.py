"""A template taken from the page, filled in, and handed back; and the court's total held against what it brought."""

from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.county import townships
from tests.browser.server import fill
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """A home that knows its townships and nothing else."""
    (tmp_path / "files").mkdir()
    fill(tmp_path / "home", [townships(tmp_path / "files")])
    return tmp_path / "home"


def test_a_template_is_taken_away_filled_in_and_read_as_it_comes_back(own_address: str, watch: Watched, tmp_path: Path):
    watch.open(f"{own_address}/imports")
    path = watch.download(watch.page.get_by_role("button", name="历史汇总", exact=True), tmp_path)
    book = openpyxl.load_workbook(path)
    assert "东关街道" in [cell.value for cell in book["选项"]["A"]]
    book["历史汇总"].append(["全县", "2025-03", "一审民商事新收", 40, "年报"])
    book.save(path)
    watch.upload([path], "导入并发布")
    expect(watch.page.get_by_role("heading", name="本次回执")).to_be_visible()
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("历史汇总")

    watch.open(f"{own_address}/quality?span=month&month=2025-03")
    watch.page.get_by_label("控制数（件）").fill("41")
    watch.page.get_by_label("来源").fill("司法统计月报表1")
    watch.choose("年", "2025")
    watch.choose("月", "3")
    watch.click(watch.page.get_by_role("button", name="登记控制数"))
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("已登记：2025年3月")
    row = watch.page.get_by_role("row").filter(has_text="2025年3月").filter(has_text="待说明")
    expect(row).to_contain_text("40（按历史汇总）")
    expect(row).to_contain_text("-1")
