"""A sheet that nobody knows: mapped once by choosing, published, and the next one of its shape read without a word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import serving
from tests.browser.watch import Watched
from tests.data.foreign import HEADERS, foreign_file, foreign_rows

pytestmark = pytest.mark.browser
LOADING = 90_000


@pytest.fixture
def own_address(tmp_path: Path) -> Iterator[str]:
    """A server of an empty home that this test may fill."""
    with serving(tmp_path / "home", tmp_path / "server.log") as address:
        yield address


def choose(page: Page, label: str, option: str) -> None:
    """By keyboard: a long list of options is drawn only in part."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def upload(watch: Watched, address: str, file: Path, press: str) -> None:
    watch.open(f"{address}/imports")
    watch.page.locator('input[type="file"]').set_input_files([file])
    button = watch.page.get_by_role("button", name=press)
    expect(button).to_be_enabled()
    button.click()


def test_a_foreign_sheet_is_mapped_published_and_the_next_one_read_silently(
    own_address: str, tmp_path: Path, watch: Watched
):
    page = watch.page
    main = page.get_by_test_id("stMain")
    first = foreign_file(tmp_path / "报来一.xlsx", foreign_rows(n=4, result="握手言和"))
    upload(watch, own_address, first, "核对后发布")
    expect(main).to_contain_text("未识别 1 张表", timeout=LOADING)
    watch.settle()
    page.get_by_role("link", name="列映射").first.click()
    expect(page.get_by_role("heading", name="的每一列是什么")).to_be_visible()
    watch.settle()
    expect(main).to_contain_text("请先选定台账")
    choose(page, "台账", "调解台账")
    choose(page, "F列　结论", "调解结果（必需）")
    choose(page, "行内没写种类时按", "人民调解")
    expect(main).to_contain_text("安调字0001")
    expect(main).not_to_contain_text("13900000000")
    page.get_by_role("button", name="确认并重新读取").click()
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_visible(timeout=LOADING)
    watch.settle()
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_role("button", name="发布", exact=True)).to_have_count(0, timeout=LOADING)

    moved = [list(reversed(row)) for row in foreign_rows(first=5, n=3, result="握手言和")]
    second = foreign_file(tmp_path / "报来二.xlsx", moved, tuple(reversed(HEADERS)))
    upload(watch, own_address, second, "导入并发布")
    expect(main).to_contain_text("可入库 1 张表，需修正 0 张表，未识别 0 张表；共 3 行可以计入", timeout=LOADING)
    watch.settle()

    watch.open(f"{own_address}/mapping")
    expect(page.get_by_role("row").filter(has_text="报来一")).to_contain_text("人民调解")
    choose(page, "“握手言和”", "化解（成功）")
    page.get_by_role("button", name="保存并重新计算").click()
    expect(main).to_contain_text("各项指标已重新计算", timeout=LOADING)
    expect(main).to_contain_text("没有待指定含义的写法")
