"""A large upload in a real browser: rows done in sight, other pages answer, and neither tab nor server is needed."""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from playwright.sync_api import Browser, expect

from data.store.home import Home
from data.store.jobs import open_jobs
from data.store.state import state
from tests.browser.server import fill, serving
from tests.browser.watch import Watched, watched

pytestmark = pytest.mark.browser
LOADING = 240_000
"""Milliseconds that a hundred thousand rows may take on a busy machine with two cores."""
ROWS = 100_000
ROWS_DONE = re.compile(r"已读 [\d,]+ 行")


@pytest.fixture(scope="module")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "历年案件.xlsx"
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_row(0, 0, ["案号", "立案日期", "案由", "被告住所地", "结案方式"])
    first, places = date(2023, 1, 1), ("东关街道北街", "柳林镇柳林村", "石桥镇桥头村")
    for n in range(ROWS):
        day = first + timedelta(days=n * 700 // ROWS)
        number = f"（{day.year}）甘0799民初{100_000 + n}号"
        sheet.write_row(n + 1, 0, [number, day, "民间借贷纠纷", f"甘肃省青禾县{places[n % 3]}", "判决"])
    book.close()
    return path


@pytest.fixture
def home(county_files: list[Path], tmp_path: Path) -> Path:
    """A home of its own with townships, people and cases."""
    fill(tmp_path / "home", county_files[:3])
    return tmp_path / "home"


@pytest.fixture
def watch_again(browser: Browser) -> Iterator[Watched]:
    """Another person's browser. It is still open when the server goes: what it then complains about is no fault."""
    with watched(browser) as page:
        yield page


def commands() -> Iterator[tuple[int, list[str]]]:
    """Every process of this machine with the words it was started with."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it may end while we look
            yield int(path.parent.name), path.read_text(errors="replace").split("\0")


@contextmanager
def asleep_while_reading(home: Path) -> Iterator[None]:
    """The worker of a home stands still once it has told of rows read: what lasts seconds can then be looked at."""
    while not any(one.progress.get("rows_done") for one in open_jobs(Home(home).state)):
        time.sleep(0.01)
    (worker,) = (pid for pid, words in commands() if str(home.resolve()) in words and "work" in words)
    with state(Home(home).state) as db:
        db.execute("BEGIN IMMEDIATE")  # while we write nobody does: it stands still without a lock
        os.killpg(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        os.killpg(worker, signal.SIGCONT)


def test_a_large_upload_shows_rows_done_while_other_pages_answer_and_survives_tab_and_server(
    large_file: Path, home: Path, tmp_path: Path, watch_again: Watched, watch: Watched
):
    with ExitStack() as until_the_server_is_gone, serving(home, tmp_path / "server.log") as address:
        watch_again.open(f"{address}/imports")
        watch_again.attach([large_file], "导入并发布").click()
        until_the_server_is_gone.enter_context(asleep_while_reading(home))
        expect(watch_again.page.get_by_test_id("stProgress")).to_contain_text(ROWS_DONE)
        watch.open(f"{address}/metric")
        expect(watch.page.get_by_test_id("stMain")).to_contain_text("东关街道")
        watch.open(f"{address}/imports")
        expect(watch.page.get_by_test_id("stMain")).to_contain_text("正在处理 1 项任务")
        watch.page.goto("about:blank")
        watch_again.page.goto("about:blank")
    with serving(home, tmp_path / "server.log") as address:
        watch.open(f"{address}/imports")
        log = watch.page.get_by_role("row").filter(has_text="历年案件.xlsx")
        expect(log.filter(has_text="生效")).to_contain_text("100,000", timeout=LOADING)
        watch.settle()
        watch.open(f"{address}/metric?span=year&month=2024-06")
        expect(watch.page.get_by_test_id("stMain")).to_contain_text("2024年")
        watch.page.goto("about:blank")


def test_two_people_upload_at_once_and_both_files_enter_in_the_order_of_asking(
    county_files: list[Path], home: Path, tmp_path: Path, watch: Watched, watch_again: Watched
):
    with serving(home, tmp_path / "server.log") as address:
        for one, path in ((watch, county_files[3]), (watch_again, county_files[4])):
            one.open(f"{address}/imports")
            one.upload([path], "导入并发布")
        for one in (watch, watch_again):
            expect(one.page.get_by_role("heading", name="本次回执")).to_be_visible()
            expect(one.page.get_by_test_id("stMain")).to_contain_text("相符")
        watch.open(f"{address}/imports")
        main = watch.page.get_by_test_id("stMain")
        expect(main).to_contain_text("共 5 次导入，5 次生效")
        watch.click(main.get_by_text("最近的任务"))
        expect(main.get_by_role("table").filter(has_text="提出人").get_by_text("完成", exact=True)).to_have_count(2)
        watch.page.goto("about:blank")
        watch_again.page.goto("about:blank")


def test_a_draft_and_a_file_nobody_could_read_wait_with_their_next_step_until_they_are_given_up(
    county_files: list[Path], home: Path, tmp_path: Path, watch: Watched
):
    odd = tmp_path / "不认识.csv"
    odd.write_text("甲,乙,丙\n1,2,3\n4,5,6\n", encoding="utf-8-sig")
    with serving(home, tmp_path / "server.log") as address:
        watch.open(f"{address}/imports")
        watch.upload([county_files[3], odd], "核对后发布")
        main = watch.page.get_by_test_id("stMain")
        expect(main.get_by_role("heading", name="本次回执")).to_be_visible()
        watch.settle()
        expect(main).to_contain_text("可入库 1 张表，需修正 0 张表，未识别 1 张表（没有入库）")
        expect(main).to_contain_text("另有 2 个上传的文件待办")
        waiting = main.get_by_role("row").filter(has_text="不认识.csv")
        expect(waiting.get_by_role("link", name="列映射")).to_have_attribute(
            "href", re.compile(r"^mapping\?upload=\d+")
        )
        draft = main.get_by_role("row").filter(has_text="草稿（第4号），还没有发布")
        expect(draft.get_by_role("link", name="变更确认")).to_have_attribute("href", "review?draft=4")
        watch.click(waiting.get_by_role("link", name="标注的原表、重读、放弃…"))
        expect(main.get_by_role("heading", name="上传的文件：不认识.csv")).to_be_visible()
        watch.click(main.get_by_role("button", name="放弃"))
        expect(main).to_contain_text("另有 1 个上传的文件待办")
        assert len(list((home / "spool").glob("upload-*"))) == 1
        watch.page.goto("about:blank")
