import shutil
from datetime import date
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from metrics import counts
from metrics._counts import CIVIL_FILINGS
from metrics._coverage import spans_of
from tests.pages.conftest import Open, html


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "home")
    return tmp_path / "home"


def test_every_import_shows_its_hash_size_person_period_and_state(filled: Path, open_page: Open):
    shown = html(open_page(filled, "imports"))
    [cases] = [one for one in Desk(filled, counts()).imports() if one.batch == 3]
    assert f"sha256 {cases.sha256[:12]}" in shown
    assert f'title="{cases.sha256}"' in shown
    assert "2025-01-01 至 2026-09-30" in shown
    assert "2026-10-08 09:00" in shown
    assert "生效" in shown


def test_an_undo_is_previewed_with_rows_and_figures(filled: Path, open_page: Open):
    at = open_page(filled, "imports", undo="3")
    assert not at.exception
    shown = html(at)
    assert "案件台账撤下 319 条。" in shown
    assert "一审民商事新收 128件 → —" in shown
    assert [one.state for one in Desk(filled, counts()).imports()] == ["in_force"] * 6


def test_an_undone_import_can_be_brought_back_with_a_preview(home: Path, open_page: Open):
    at = open_page(home, "imports", undo="3")
    at.button(key="undo_confirmed").click().run()
    assert 'href="imports?restore=3"' in html(at)
    at.query_params["restore"] = "3"
    at.run()
    assert "案件台账新增 319 条。" in html(at)
    at.button(key="restore_confirmed").click().run()
    assert not at.exception
    assert "已恢复：第3号" in html(at)
    assert "restore" not in at.query_params
    assert {one.state for one in Desk(home, counts()).imports()} == {"in_force"}


def test_the_period_of_an_import_is_put_right_and_the_figures_follow(home: Path, open_page: Open):
    at = open_page(home, "imports", coverage="3")
    assert "更正第3号 案件查询结果.xlsx 的覆盖期间" in html(at)
    at.date_input(key="cover_end_0").set_value(date(2026, 8, 31))
    at.button(key="FormSubmitter:coverage-保存并重新计算").click().run()
    assert not at.exception
    assert "已更正第3号" in html(at)
    [cases] = [one for one in Desk(home, counts()).imports() if one.batch == 3]
    assert [(span.start, span.end, span.is_stated) for span in cases.coverage] == [("2025-01-01", "2026-08-31", True)]
    assert cases.hints["coverage_corrected"]["by"] == "本机用户"
    assert spans_of(current_build(home), CIVIL_FILINGS)[-1][1] == date(2026, 8, 31)


def test_a_period_that_ends_before_it_begins_is_refused_in_one_sentence(home: Path, open_page: Open):
    at = open_page(home, "imports", coverage="3")
    at.date_input(key="cover_end_0").set_value(date(2024, 8, 31))
    at.button(key="FormSubmitter:coverage-保存并重新计算").click().run()
    assert "晚于截止日期 2024-08-31，请对调" in html(at)


def test_a_correction_can_be_left(filled: Path, open_page: Open):
    at = open_page(filled, "imports", coverage="3")
    at.button(key="FormSubmitter:coverage-取消").click().run()
    assert "更正第3号" not in html(at)
