"""A draft in the browser: what it changes is seen before anything changes; publish, undo, and undo of the undo."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.drafts import ADDED, MOVED, corrected_cases, keep_draft
from tests.browser.server import fill, serving
from tests.browser.watch import Watched, watched

pytestmark = pytest.mark.browser
WORKING = 90_000
"""Milliseconds that a build may take on a busy machine."""


@pytest.fixture
def drafted(county_files: list[Path], tmp_path: Path) -> Iterator[str]:
    """A server of the small county with a corrected case file waiting as draft 7."""
    home = tmp_path / "home"
    fill(home, county_files)
    assert keep_draft(home, corrected_cases(tmp_path), datetime.now().replace(microsecond=0)) == 7
    with serving(home, tmp_path / "server.log") as address:
        yield address


def test_a_draft_is_reviewed_published_taken_back_and_brought_back(drafted: str, watch: Watched):
    main = watch.page.get_by_test_id("stMain")
    watch.open(f"{drafted}/review?draft=7")
    expect(main).to_contain_text(f"新增 {ADDED} 条", timeout=WORKING)
    watch.settle()
    expect(main).to_contain_text("128件 → 132件")
    township = watch.page.get_by_role("row").filter(has=watch.page.get_by_role("rowheader", name="云台乡", exact=True))
    expect(township.first).to_contain_text(f"移入{MOVED}")
    watch.open(f"{drafted}/quality")
    expect(main).not_to_contain_text("案件更正.xlsx")

    watch.open(f"{drafted}/review?draft=7")
    watch.page.get_by_role("button", name="发布", exact=True).click()
    expect(main).to_contain_text("已发布：第7号", timeout=WORKING)
    watch.settle()
    row = watch.page.get_by_role("row").filter(has_text="案件更正.xlsx")
    expect(row.last).to_contain_text("生效")

    watch.open(f"{drafted}/imports?undo=7")
    expect(main).to_contain_text(f"撤下 {ADDED} 条", timeout=WORKING)
    watch.settle()
    expect(main).to_contain_text("132件 → 128件")
    watch.page.get_by_role("button", name="确认撤销").click()
    expect(main).to_contain_text("已撤销：第7号", timeout=WORKING)
    watch.settle()

    watch.page.get_by_role("row").filter(has_text="案件更正.xlsx").get_by_role("link", name="恢复…").click()
    expect(main).to_contain_text("将恢复：第7号")
    expect(main).to_contain_text("128件 → 132件", timeout=WORKING)
    watch.settle()
    watch.page.get_by_role("button", name="确认恢复").click()
    expect(main).to_contain_text("已恢复：第7号", timeout=WORKING)
    watch.settle()
    assert watch.errors == []
    assert watch.outside == []


def test_the_page_fits_every_width_in_light_and_dark(drafted: str, browser: Browser):
    for width, dark in ((1920, False), (1366, True), (390, False), (390, True)):
        with watched(browser, width=width, dark=dark) as watch:
            watch.open(f"{drafted}/review?draft=7")
            main = watch.page.get_by_test_id("stMain")
            expect(main).to_contain_text(f"新增 {ADDED} 条", timeout=WORKING)
            watch.settle()
            assert main.evaluate("element => element.scrollWidth - element.clientWidth") <= 0, width
            assert watch.errors == []
