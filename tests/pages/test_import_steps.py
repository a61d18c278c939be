"""The four steps on the page, jobs of before, and uploads that wait for somebody."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store import jobs, uploads
from data.store.home import Home
from tests.pages.conftest import Open, html

NOW = datetime(2026, 10, 8, 9)
ASIDE = """案号,立案日期,案由,被告住所地
（2026）甘0799民初9001号,2026-02-01,离婚纠纷,柳林镇
（2026）甘0799民初9002号,,离婚纠纷,石桥镇
"""
ODD = "甲,乙,丙\n1,2,3\n4,5,6\n"


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def upload(at: AppTest, button: str, **files: str) -> None:
    for name, text in files.items():
        at.file_uploader[0].upload(f"{name}.csv", text.encode("utf-8-sig"))
    at.run()
    at.button(key=button).click().run()
    assert not at.exception


def ask(home: Path, kind: str, **request: object) -> int:
    return jobs.ask(Home(home).state, kind, request, at=NOW, by="乙")


def test_the_four_steps_are_named_with_what_waits_in_each(home: Path, open_page: Open):
    shown = html(open_page(home, "imports"))
    for step in ("1 上传", "2 列映射", "3 校验", "4 变更确认"):
        assert step in shown
    assert shown.count('<li aria-current="step">') == 1
    assert "没有待确认的草稿" in shown


def test_a_draft_is_checked_first_and_leads_to_its_review(home: Path, open_page: Open):
    at = open_page(home, "imports")
    upload(at, "draft", 缺日期=ASIDE, 不认识=ODD)
    shown = html(at)
    assert "可入库 0 张表，需修正 1 张表（1 行没有计入），未识别 1 张表（没有入库）；共 1 行可以计入" in shown
    assert shown.index("没有读成台账的表") < shown.index("缺日期.csv〔")
    assert "草稿（第7号），还没有发布，1 行待修正" in shown
    assert 'href="review?draft=7"' in shown
    assert 'href="mapping?upload=2' in shown
    assert "1 份草稿待确认" in shown
    assert "另有 2 个上传的文件待办" in shown


def test_an_upload_is_shown_again_and_given_up_with_its_draft(home: Path, open_page: Open):
    at = open_page(home, "imports")
    upload(at, "draft", 缺日期=ASIDE)
    at.query_params["upload"] = "1"
    at.run()
    assert "上传的文件：缺日期.csv" in [one.value for one in at.subheader]
    at.button(key="give_up").click().run()
    assert not at.exception
    assert uploads.open_uploads(Home(home)) == []
    assert "待办" not in [one.value for one in at.subheader]
    assert "草稿（第7号）" not in html(at)


def test_a_file_that_was_not_taken_can_be_read_again(home: Path, open_page: Open):
    at = open_page(home, "imports")
    upload(at, "load", 不认识=ODD)
    at.query_params["upload"] = "1"
    at.run()
    at.button(key="again_load").click().run().run()
    assert not at.exception
    assert [one.kind for one in jobs.latest_jobs(Home(home).state, 9)] == ["load", "load"]
    assert "未识别 1 张表" in html(at)


def test_what_was_said_of_one_upload_is_kept_with_it_and_not_said_of_the_next(home: Path, open_page: Open):
    at = open_page(home, "imports")
    at.date_input[0].set_value(date(2026, 1, 5))
    at.checkbox[0].check()
    at.selectbox[0].set_value("案件台账")
    upload(at, "draft", 缺日期=ASIDE)
    (kept,) = uploads.open_uploads(Home(home))
    assert (kept.exported_on, kept.replaces, kept.forced) == ("2026-01-05", True, "cases")
    assert (at.date_input[0].value, at.checkbox[0].value, at.selectbox[0].value) == (None, False, "自动识别")


def test_a_disk_that_takes_nothing_more_is_said_and_nothing_is_asked(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    def no_room(*given: object, **said: object) -> int:
        raise OSError(28, "No space left on device")

    at = open_page(home, "imports")
    monkeypatch.setattr(uploads, "keep", no_room)
    upload(at, "load", 缺日期=ASIDE)
    assert "文件没有收下" in html(at)
    assert jobs.latest_jobs(Home(home).state, 1) == []


@pytest.mark.parametrize("asked", ["99", "x", "-1"])
def test_a_stale_link_to_an_upload_or_a_job_shows_the_page_without_it(asked: str, home: Path, open_page: Open):
    at = open_page(home, "imports", upload=asked, job=asked)
    assert not at.exception
    assert not [one.value for one in at.subheader if "上传的文件" in one.value or "回执" in one.value]


def test_what_was_asked_before_the_server_went_down_is_taken_up_when_it_is_back(home: Path, open_page: Open):
    number = ask(home, "undo", batch=3)
    at = open_page(home, "imports")
    assert not at.exception
    for _ in range(100):
        if not jobs.open_jobs(Home(home).state):
            break
        at.run()
    assert jobs.job(Home(home).state, number).state == "done"
    assert "撤销导入" in html(at.run())


def test_a_job_that_failed_says_why_where_it_was_asked_and_among_the_latest(home: Path, open_page: Open):
    number = ask(home, "undo", batch=77)
    jobs.end(Home(home).state, number, {"error_code": "not_in_force", "error": "没有<b>第77号。"}, at=NOW, failed=True)
    shown = html(open_page(home, "imports", job=str(number)))
    assert shown.count("没有&lt;b&gt;第77号。") == 2
    assert "没有完成" in shown


def test_the_receipts_of_an_earlier_job_are_a_link_away(home: Path, open_page: Open):
    at = open_page(home, "imports")
    upload(at, "load", 缺日期=ASIDE)
    later = open_page(home, "imports")
    assert 'href="imports?job=1"' in html(later)
    later.query_params["job"] = "1"
    later.run()
    assert "校验：本次回执" in [one.value for one in later.subheader]
