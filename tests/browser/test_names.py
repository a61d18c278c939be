"""The names desk in a real browser: names decided by click and by keyboard, one build, a case by hand, the sheet."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.server import fill, serving
from tests.browser.watch import Watched
from tests.data.exports import a_case, cases_file, civil, townships_file

pytestmark = pytest.mark.browser
BUILDING = 90_000
"""Milliseconds that a new build may take on a busy machine."""
PLACES = ("安和县柳河镇", "柳合镇", "安和县柳合镇", "安和县石平乡", "幸福村")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server of a county in which two townships are misspelled and one village is in no list."""
    rows = [a_case(n + 1, date(2025, 1, 1) + timedelta(days=n), PLACES[n % len(PLACES)]) for n in range(50)]
    fill(tmp_path / "home", [townships_file(tmp_path), cases_file(tmp_path, rows)])
    with serving(tmp_path / "home", tmp_path / "server.log") as base:
        yield base


def queue(watch: Watched) -> str:
    return watch.page.locator(".st-key-names_queue").inner_text()


def test_names_are_decided_and_one_build_moves_the_figures_and_a_withdrawal_moves_them_back(
    address: str, watch: Watched
):
    watch.open(f"{address}/names")
    main = watch.page.get_by_test_id("stMain")
    expect(main).to_contain_text("还有 3 个地名不知道属于哪个乡镇")
    expect(main).to_contain_text("50 件中 40 件未归属")
    assert queue(watch).index("柳合镇") < queue(watch).index("幸福村")
    watch.page.get_by_role("button", name="柳河镇 95分").click()
    expect(main).to_contain_text("待生效 1 条")
    watch.settle()  # until then the page may still hold a button of the run before
    by_keyboard = watch.page.get_by_role("button", name="石坪乡 95分")
    by_keyboard.focus()
    watch.page.keyboard.press("Enter")
    expect(main).to_contain_text("待生效 2 条")
    watch.settle()
    watch.page.get_by_role("button", name="立即重新归属").click()
    expect(main).to_contain_text("未归属的案件 40 → 10 件", timeout=BUILDING)
    watch.settle()
    assert "柳合镇" not in queue(watch)

    watch.page.get_by_role("row").filter(has_text="柳合镇").get_by_role("link", name="撤回…").click()
    watch.page.get_by_role("button", name="确认撤回").click()
    expect(main).to_contain_text("已撤回“柳合镇”的认定")
    watch.settle()
    watch.page.get_by_role("button", name="立即重新归属").click()
    expect(main).to_contain_text("未归属的案件 10 → 30 件", timeout=BUILDING)


def test_the_sheet_of_unassigned_cases_comes_back_filled_in(address: str, watch: Watched, tmp_path: Path):
    watch.open(f"{address}/names")
    with watch.page.expect_download() as waiting:
        watch.page.get_by_role("button", name="下载未归属案件（xlsx）").click()
    path = tmp_path / "填好.xlsx"
    waiting.value.save_as(path)
    book = openpyxl.load_workbook(path)
    sheet = book["数据"]
    assert sheet.max_row == 2 + 40
    for row in range(3, 13):
        sheet.cell(row, 9).value = "东门街道"
    book.save(path)

    watch.open(f"{address}/imports")
    watch.page.locator('input[type="file"]').set_input_files([path])
    press = watch.page.get_by_role("button", name="导入并发布")
    expect(press).to_be_enabled()
    press.click()
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("填好.xlsx", timeout=BUILDING)
    expect(watch.page.get_by_role("heading", name="本次回执")).to_be_visible(timeout=BUILDING)
    watch.open(f"{address}/names")
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("50 件中 30 件未归属")


def test_a_case_is_placed_by_hand(address: str, watch: Watched):
    watch.open(f"{address}/names")
    watch.page.get_by_label("案号", exact=True).fill(civil(2))
    watch.page.get_by_label("理由", exact=True).fill("电话核实")
    watch.page.get_by_role("combobox", name="归属").click()
    watch.page.get_by_role("option", name="辖区外").click()
    watch.page.get_by_role("button", name="指定归属").click()
    main = watch.page.get_by_test_id("stMain")
    expect(main).to_contain_text(f"已记下：{civil(2)} → 辖区外")
    expect(main).to_contain_text("电话核实")


def test_the_page_fits_wide_and_narrow_windows(address: str, watch: Watched):
    for width in (1920, 1366, 390):
        watch.page.set_viewport_size({"width": width, "height": 900})
        watch.open(f"{address}/names")
        overflow = watch.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - window.innerWidth")
        assert overflow <= 0
