"""A sheet that nobody knows: mapped once by choosing, published, and the next one of its shape read without a word."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.watch import Watched
from tests.data.foreign import HEADERS, foreign_file, foreign_rows

pytestmark = pytest.mark.browser


@pytest.fixture
def own_home(tmp_path: Path) -> Path:
    """An empty home."""
    return tmp_path / "home"


def test_a_foreign_sheet_is_mapped_published_and_the_next_one_read_silently(
    own_address: str, tmp_path: Path, watch: Watched
):
    page = watch.page
    main = page.get_by_test_id("stMain")
    first = foreign_file(tmp_path / "报来一.xlsx", foreign_rows(n=4, result="握手言和"))
    watch.open(f"{own_address}/imports")
    watch.upload([first], "核对后发布")
    expect(main).to_contain_text("未识别 1 张表")
    watch.settle()
    watch.click(page.get_by_role("link", name="列映射").first)
    expect(page.get_by_role("heading", name="的每一列是什么")).to_be_visible()
    expect(main).to_contain_text("请先选定台账")
    watch.choose("台账", "调解台账")
    watch.choose("F列　结论", "调解结果（必需）")
    watch.choose("行内没写种类时按", "人民调解")
    expect(main).to_contain_text("安调字0001")
    expect(main).not_to_contain_text("13900000000")
    watch.click(page.get_by_role("button", name="确认并重新读取"))
    expect(page.get_by_role("button", name="发布", exact=True)).to_be_visible()
    watch.settle()
    watch.click(page.get_by_role("button", name="发布", exact=True))
    expect(page.get_by_role("button", name="发布", exact=True)).to_have_count(0)

    moved = [list(reversed(row)) for row in foreign_rows(first=5, n=3, result="握手言和")]
    second = foreign_file(tmp_path / "报来二.xlsx", moved, tuple(reversed(HEADERS)))
    watch.open(f"{own_address}/imports")
    watch.upload([second], "导入并发布")
    expect(main).to_contain_text("可入库 1 张表，需修正 0 张表，未识别 0 张表；共 3 行可以计入")
    watch.settle()

    watch.open(f"{own_address}/mapping")
    expect(page.get_by_role("row").filter(has_text="报来一")).to_contain_text("人民调解")
    watch.choose("“握手言和”", "化解（成功）")
    watch.click(page.get_by_role("button", name="保存并重新计算"))
    expect(main).to_contain_text("各项指标已重新计算")
    expect(main).to_contain_text("没有待指定含义的写法")
