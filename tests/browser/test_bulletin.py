"""A month is closed in the browser: from the first page to the issued notice, and what changed since."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.server import ROOT, serving
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
MOST_CLICKS = 10


class Clicks:
    """Counts what a person would have to press."""

    def __init__(self, watch: Watched) -> None:
        self.watch, self.n = watch, 0

    def on(self, what: Locator) -> None:
        what.click()
        self.n += 1
        self.watch.settle()


@pytest.fixture
def own_home(filled_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled_home, tmp_path / "home"))


@pytest.fixture
def own_address(own_home: Path, tmp_path: Path) -> Iterator[str]:
    with serving(own_home, tmp_path / "server.log") as address:
        yield address


def issue(watch: Watched, address: str) -> Clicks:
    page, clicks = watch.page, Clicks(watch)
    watch.open(address)
    clicks.on(page.get_by_role("link", name="月度通报", exact=True))
    expect(
        page.get_by_role("button", name="定稿", exact=True)
    ).to_be_visible()  # drawn last: the checks stand before it
    watch.settle()
    boxes = page.locator('[class*="st-key-check_"] label')
    for at in range(boxes.count()):
        clicks.on(boxes.nth(at))
        expect(boxes.nth(at).get_by_role("checkbox")).to_be_checked()
    button = page.get_by_role("button", name="定稿", exact=True)
    expect(button).to_be_enabled()
    clicks.on(button)
    expect(page.get_by_test_id("stMain")).to_contain_text("首次定稿")
    return clicks


def archive(page: Page) -> dict[str, bytes]:
    with page.expect_download() as taken:
        page.get_by_role("button", name="全套（zip）").click()
    with zipfile.ZipFile(taken.value.path()) as held:
        return {name: held.read(name) for name in held.namelist()}


def test_a_month_is_issued_within_ten_clicks_and_taken_away_as_it_was_issued(own_address: str, watch: Watched):
    clicks = issue(watch, own_address)
    files = archive(watch.page)
    assert clicks.n + 1 <= MOST_CLICKS
    [notice] = [name for name in files if name.endswith("诉源治理通报.docx")]
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(files[notice])).paragraphs)
    assert "2026年9月" in text
    assert "供平安建设工作参考，不作为立案限制依据" in text
    assert "预览稿" not in text
    expect(watch.page.locator("article.paper")).not_to_contain_text("预览稿")


def test_an_undone_import_leaves_the_issued_notice_and_is_told_as_a_restatement(
    own_home: Path, own_address: str, watch: Watched
):
    issue(watch, own_address)
    before = watch.page.locator("article.paper").first.inner_text()
    undo = [sys.executable, "cli.py", "--home", str(own_home), "undo", "6"]
    done = subprocess.run(undo, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    watch.open(f"{own_address}/bulletin?month=2026-09")
    for one in ("Word", "PDF", "Excel"):
        expect(watch.page.get_by_role("button", name=f"修订说明 {one}")).to_be_visible()
    papers = watch.page.locator("article.paper")
    expect(papers.first).to_contain_text("已撤销")
    assert papers.last.inner_text() == before
