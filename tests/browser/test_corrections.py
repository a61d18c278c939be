"""The marked workbook goes out and comes back corrected; a period is replaced by what a new export holds."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from playwright.sync_api import expect

from data.store.imports import all_imports
from tests.browser.county import townships
from tests.browser.server import fill
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
HEAD = ("案号", "立案日期", "案由", "被告住所地", "结案方式")


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """A home that knows its townships and nothing else."""
    (tmp_path / "files").mkdir()
    fill(tmp_path / "home", [townships(tmp_path / "files")])
    return tmp_path / "home"


def export(path: Path, days: dict[int, str]) -> Path:
    """Cases of the county by serial number and the filing date as it was typed."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("案件")
        sheet.write_row(0, 0, HEAD)
        for number, (serial, day) in enumerate(days.items(), 1):
            row = (f"（2026）甘0799民初{serial}号", day, "民间借贷纠纷", "青禾县柳林镇柳林村", "判决")
            sheet.write_row(number, 0, row)
    return path


def upload(watch: Watched, address: str, path: Path, *, press: str, replace: bool = False) -> None:
    watch.open(f"{address}/imports")
    if replace:
        watch.click(watch.page.get_by_text("替换该期间", exact=True))
    watch.upload([path], press)
    expect(watch.page.get_by_role("heading", name="本次回执")).to_be_visible()
    watch.settle()


def accounts(home: Path) -> list[tuple[str, int, int, int]]:
    """State, and rows added, set aside and retracted, of the case files."""
    found = [one for one in all_imports(home / "state.db") if "cases" in one.ledgers]
    return [
        (one.state, one.receipts[0].rows_added, one.receipts[0].rows_set_aside, one.receipts[0].rows_retracted)
        for one in found
    ]


def test_the_marked_workbook_is_corrected_and_uploaded_again(
    own_address: str, own_home: Path, watch: Watched, tmp_path: Path
):
    days = {1: "2026-03-02", 2: "2026-13-45", 3: "2026-03-09"}
    upload(watch, own_address, export(tmp_path / "案件查询结果.xlsx", days), press="导入并发布")
    assert accounts(own_home) == [("in_force", 2, 1, 0)]
    watch.click(watch.page.get_by_role("link", name="标注的原表").first)
    marked = watch.download(watch.page.get_by_role("button", name="下载标注后的原表（xlsx）").first, tmp_path)
    book = openpyxl.load_workbook(marked)
    sheet = book.worksheets[0]
    assert [sheet.cell(1, column).value for column in (6, 7)] == ["问题", "建议"]
    assert [bool(sheet.cell(row, 6).value) for row in (2, 3, 4)] == [False, True, False]
    sheet["B3"] = "2026-03-05"
    book.save(marked)

    upload(watch, own_address, marked, press="导入并发布")
    assert accounts(own_home)[-1] == ("in_force", 1, 0, 0)
    watch.open(f"{own_address}/imports")
    expect(watch.page.get_by_test_id("stMain")).to_contain_text("没有待修正的行")


def test_a_period_is_replaced_after_the_review_said_what_is_taken_out(
    own_address: str, own_home: Path, watch: Watched, tmp_path: Path
):
    whole = {serial: f"2026-03-{serial:02d}" for serial in range(1, 31)}
    upload(watch, own_address, export(tmp_path / "案件2026年3月.xlsx", whole), press="导入并发布")
    fewer = {serial: day for serial, day in whole.items() if serial != 7}
    again = export(tmp_path / "案件2026年3月重导.xlsx", fewer)
    upload(watch, own_address, again, press="核对后发布", replace=True)
    watch.click(watch.page.get_by_role("link", name="变更确认").first)
    main = watch.page.get_by_test_id("stMain")
    expect(main).to_contain_text("撤下 1")
    watch.click(watch.page.get_by_role("button", name="发布", exact=True).first)
    expect(main).to_contain_text("已发布")
    assert accounts(own_home)[-1] == ("in_force", 0, 0, 1)
    watch.open(f"{own_address}/overview?span=month&month=2026-03")
    expect(main).to_contain_text("新收一审民商事29件")
