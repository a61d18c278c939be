"""The names desk in a real browser: names decided by click and by keyboard, one build, a case by hand, the sheet."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.server import fill
from tests.browser.watch import Watched
from tests.data.exports import a_case, cases_file, civil, townships_file

pytestmark = pytest.mark.browser
PLACES = ("安和县柳河镇", "柳合镇", "安和县柳合镇", "安和县石平乡", "幸福村")


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """A county in which two townships are misspelled and one village is in no list."""
    rows = [a_case(n + 1, date(2025, 1, 1) + timedelta(days=n), PLACES[n % len(PLACES)]) for n in range(50)]
    fill(tmp_path / "home", [townships_file(tmp_path), cases_file(tmp_path, rows)])
    return tmp_path / "home"


def queue(watch: Watched) -> str:
    return watch.page.locator(".st-key-names_queue").inner_text()


def test_names_are_decided_and_one_build_moves_the_figures_and_a_withdrawal_moves_them_back(
    own_address: str, watch: Watched
):
    watch.open(f"{own_address}/names")
    main = watch.page.get_by_test_id("stMain")
    expect(main).to_contain_text("还有 3 个地名不知道属于哪个乡镇")
    expect(main).to_contain_text("50 件中 40 件未归属")
    assert queue(watch).index("柳合镇") < queue(watch).index("幸福村")
    watch.click(watch.page.get_by_role("button", name="柳河镇 95分"))
    expect(main).to_contain_text("待生效 1 条")
    by_keyboard = watch.page.get_by_role("button", name="石坪乡 95分")
    by_keyboard.focus()
    watch.page.keyboard.press("Enter")
    watch.settle()
    expect(main).to_contain_text("待生效 2 条")
    watch.click(watch.page.get_by_role("button", name="立即重新归属"))
    expect(main).to_contain_text("未归属的案件 40 → 10 件")
    assert "柳合镇" not in queue(watch)

    watch.click(watch.page.get_by_role("row").filter(has_text="柳合镇").get_by_role("link", name="撤回…"))
    watch.click(watch.page.get_by_role("button", name="确认撤回"))
    expect(main).to_contain_text("已撤回“柳合镇”的认定")
    watch.click(watch.page.get_by_role("button", name="立即重新归属"))
    expect(main).to_contain_text("未归属的案件 10 → 30 件")


def test_the_sheet_of_unassigned_cases_comes_back_filled_in(own_address: str, watch: Watched, tmp_path: Path):
    watch.open(f"{own_address}/names")
    path = watch.download(watch.page.get_by_role("button", name="下载未归属案件（xlsx）"), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["数据"]
    assert sheet.max_row == 2 + 40
    for row in range(3, 13):
        sheet.cell(row, 9).value = "东门街道"
    book.save(path)

    watch.open(f"{own_address}/imports")
    watch.upload([path], "导入并发布")
    expect(watch.page.get_by_test_id("stMain")).to_contain_text(path.name)
    expect(watch.page.get_by_role("heading", name="本次回执")).to_be_visible()
    watch.open(f"{own_address}/names")
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("50 件中 30 件未归属")


def test_a_case_is_placed_by_hand_on_a_page_that_fits_wide_and_narrow_windows(own_address: str, watch: Watched):
    watch.open(f"{own_address}/names")
    for width in (1920, 390, 1366):
        watch.fits(width)
    watch.page.get_by_label("案号", exact=True).fill(civil(2))
    watch.page.get_by_label("理由", exact=True).fill("电话核实")
    watch.choose("归属", "辖区外")
    watch.click(watch.page.get_by_role("button", name="指定归属"))
    main = watch.page.get_by_test_id("stMain")
    expect(main).to_contain_text(f"已记下：{civil(2)} → 辖区外")
    expect(main).to_contain_text("电话核实")
