"""A month is closed in the browser: from the first page to the issued notice, and what changed since."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import ROOT
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser
MOST_CLICKS = 10


class Clicks:
    """Counts what a person would have to press."""

    def __init__(self, watch: Watched) -> None:
        self.watch, self.n = watch, 0

    def on(self, what: Locator) -> None:
        self.watch.click(what)
        self.n += 1


def issue(watch: Watched, address: str) -> Clicks:
    page, clicks = watch.page, Clicks(watch)
    watch.open(address)
    clicks.on(page.get_by_role("link", name="月度通报", exact=True))
    for box in page.locator('[class*="st-key-check_"] label').all():
        clicks.on(box)
        expect(box.get_by_role("checkbox")).to_be_checked()
    clicks.on(page.get_by_role("button", name="定稿", exact=True))
    expect(page.get_by_test_id("stMain")).to_contain_text("首次定稿")
    return clicks


def test_a_month_is_issued_within_ten_clicks_and_an_undone_import_leaves_it_and_is_told_as_a_restatement(
    own_home: Path, own_address: str, watch: Watched, tmp_path: Path
):
    clicks = issue(watch, own_address)
    taken = watch.download(watch.page.get_by_role("button", name="全套（zip）"), tmp_path)
    assert clicks.n + 1 <= MOST_CLICKS
    with zipfile.ZipFile(taken) as held:
        [notice] = [held.read(name) for name in held.namelist() if name.endswith("诉源治理通报.docx")]
    text = "\n".join(one.text for one in docx.Document(io.BytesIO(notice)).paragraphs)
    assert "2026年9月" in text
    assert "供平安建设工作参考，不作为立案限制依据" in text
    assert "预览稿" not in text
    papers = watch.page.locator("article.paper")
    expect(papers).not_to_contain_text("预览稿")

    before = papers.inner_text()
    undo = [sys.executable, "cli.py", "--home", str(own_home), "undo", "6"]
    done = subprocess.run(undo, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    watch.open(f"{own_address}/bulletin?month=2026-09")
    for one in ("Word", "PDF", "Excel"):
        expect(watch.page.get_by_role("button", name=f"修订说明 {one}")).to_be_visible()
    expect(papers.first).to_contain_text("已撤销")
    expect(papers.last).to_have_text(before, use_inner_text=True)
