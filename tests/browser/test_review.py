"""A draft in the browser: what it changes is seen before anything changes; publish, undo, and undo of the undo."""

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.drafts import ADDED, MOVED, corrected_cases, keep_draft
from tests.browser.server import fill
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser


@pytest.fixture
def own_home(county_files: list[Path], tmp_path: Path) -> Path:
    """The small county with a corrected case file waiting as draft 7."""
    home = tmp_path / "home"
    fill(home, county_files)
    assert keep_draft(home, corrected_cases(tmp_path), datetime.now().replace(microsecond=0)) == 7
    return home


def test_a_draft_is_reviewed_in_every_window_published_taken_back_and_brought_back(own_address: str, watch: Watched):
    main = watch.page.get_by_test_id("stMain")
    watch.open(f"{own_address}/review?draft=7")
    expect(main).to_contain_text(f"新增 {ADDED} 条")
    expect(main).to_contain_text("128件 → 132件")
    township = watch.page.get_by_role("row").filter(has=watch.page.get_by_role("rowheader", name="云台乡", exact=True))
    expect(township.first).to_contain_text(f"移入{MOVED}")
    for width in (1920, 390, 1366):
        watch.fits(width)
    watch.open(f"{own_address}/quality")
    expect(main).not_to_contain_text("案件更正.xlsx")

    watch.open(f"{own_address}/review?draft=7")
    watch.click(watch.page.get_by_role("button", name="发布", exact=True))
    expect(main).to_contain_text("已发布：第7号")
    row = watch.page.get_by_role("row").filter(has_text="案件更正.xlsx")
    expect(row.last).to_contain_text("生效")

    watch.open(f"{own_address}/imports?undo=7")
    expect(main).to_contain_text(f"撤下 {ADDED} 条")
    expect(main).to_contain_text("132件 → 128件")
    watch.click(watch.page.get_by_role("button", name="确认撤销"))
    expect(main).to_contain_text("已撤销：第7号")

    watch.click(watch.page.get_by_role("row").filter(has_text="案件更正.xlsx").get_by_role("link", name="恢复…"))
    expect(main).to_contain_text("将恢复：第7号")
    expect(main).to_contain_text("128件 → 132件")
    watch.click(watch.page.get_by_role("button", name="确认恢复"))
    expect(main).to_contain_text("已恢复：第7号")
