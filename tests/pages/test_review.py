import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_number
from metrics import counts
from tests.browser.drafts import ADDED, CHANGED, MOVED, corrected_cases, keep_draft
from tests.pages.conftest import Open, html

LATER = datetime(2026, 11, 2, 9)


@pytest.fixture(scope="session")
def drafted_once(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county with a corrected case file waiting as draft 7; no test may change it."""
    home = tmp_path_factory.mktemp("drafted") / "home"
    shutil.copytree(filled, home)
    assert keep_draft(home, corrected_cases(home.parent), LATER) == 7
    return home


@pytest.fixture
def drafted(drafted_once: Path, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    shutil.copytree(drafted_once, home)
    return home


@pytest.fixture
def state_of() -> Callable[[Path, int], str]:
    def state(home: Path, batch: int) -> str:
        known = {one.batch: one.state for one in Desk(home, counts()).imports()}
        return known.get(batch, "abandoned")

    return state


def test_the_first_sentence_says_what_publishing_changes(drafted_once: Path, open_page: Open):
    at = open_page(drafted_once, "review", draft="7")
    assert not at.exception
    shown = html(at)
    assert f"新增 {ADDED} 条" in shown
    assert f"更新 {MOVED + CHANGED} 条（其中 {MOVED} 条换了乡镇或月份）" in shown
    assert "涉及 2026年9—10月" in shown
    assert "案件台账2026年10月共 4 条，不到平常的一半" in shown


def test_the_receipt_of_a_draft_does_not_say_that_no_row_lies_nowhere(drafted_once: Path, open_page: Open):
    assert html(open_page(drafted_once, "review", draft="7")).count("发布后计") == 2


def test_a_draft_of_places_beside_this_one_is_to_be_published_first(drafted: Path, open_page: Open):
    said = "另有乡镇街道名册、人口表或村（社区）名册的草稿未发布"
    assert said not in html(open_page(drafted, "review", draft="7"))
    people = drafted.parent / "人口补.csv"
    people.write_text("乡镇,2030年户籍人口\n柳林镇,12345\n", "utf-8-sig")
    assert keep_draft(drafted, people, LATER) == 8
    assert said in html(open_page(drafted, "review", draft="7"))
    assert said not in html(open_page(drafted, "review", draft="8"))


def test_the_matrix_and_the_changed_rows_say_old_and_new(drafted_once: Path, open_page: Open):
    shown = html(open_page(drafted_once, "review", draft="7"))
    assert f'<b>4→1</b><small class="why">移出{MOVED}</small>' in shown
    assert f'<b>0→3</b><small class="why">移入{MOVED}</small>' in shown
    assert "<s>民间借贷纠纷</s> → <b>合同纠纷</b>" in shown
    assert "柳林镇 → 云台乡" in shown


def test_repeats_of_the_file_are_told_equal_and_conflicting(drafted_once: Path, open_page: Open):
    shown = html(open_page(drafted_once, "review", draft="7"))
    assert "2 行与前面的行是同一条记录，只计一条" in shown
    assert "2 行案号相同而立案日期不同，无法判断，没有入库" in shown
    assert "同一记录、内容不一致" in shown


def test_figures_that_move_are_listed_old_and_new(drafted_once: Path, open_page: Open):
    shown = html(open_page(drafted_once, "review", draft="7"))
    assert "一审民商事新收 128件 → 132件" in shown
    assert "发布前数据截至 2026-09-30，发布后截至 2026-10-31" in shown


def test_looking_changes_nothing(drafted_once: Path, open_page: Open, state_of: Callable[[Path, int], str]):
    open_page(drafted_once, "review", draft="7")
    assert state_of(drafted_once, 7) == "draft"
    assert list((drafted_once / "spool").glob("trial-*")) == []


def test_one_button_publishes(drafted: Path, open_page: Open, state_of: Callable[[Path, int], str]):
    from data.store.home import Home

    before = current_number(Home(drafted))
    at = open_page(drafted, "review", draft="7")
    at.button(key="publish").click().run()
    assert not at.exception
    assert state_of(drafted, 7) == "in_force"
    assert current_number(Home(drafted)) != before


def test_one_button_keeps_the_draft(drafted: Path, open_page: Open, state_of: Callable[[Path, int], str]):
    at = open_page(drafted, "review", draft="7")
    at.button(key="keep").click().run()
    assert not at.exception
    assert state_of(drafted, 7) == "draft"


def test_a_draft_is_given_up_only_after_asking(drafted: Path, open_page: Open, state_of: Callable[[Path, int], str]):
    at = open_page(drafted, "review", draft="7")
    at.button(key="discard").click().run()
    assert "放弃后这份草稿的数据即被删除" in html(at)
    assert state_of(drafted, 7) == "draft"
    at.button(key="discard_confirmed").click().run()
    assert not at.exception
    assert state_of(drafted, 7) == "abandoned"


def test_a_declared_export_date_before_the_others_leaves_theirs_standing(drafted: Path, open_page: Open):
    at = open_page(drafted, "review", draft="7")
    assert "文件没有写明导出日期" in html(at)
    at.date_input(key="exported_7").set_value(datetime(2026, 10, 1).date()).run()
    assert not at.exception
    assert "文件没有写明导出日期" not in html(at)
    assert f"新增 {ADDED} 条，与较新数据不一致、不采用 {MOVED + CHANGED} 条" in html(at)


def test_only_the_chosen_month_is_replaced(drafted: Path, open_page: Open):
    at = open_page(drafted, "review", draft="7")
    options = at.selectbox(key="replace_first_7").options
    assert options == ["不替换，只增补和更新", "2026年9月", "2026年10月"]
    at.selectbox(key="replace_first_7").set_value("2026年9月").run()
    assert not at.exception
    [draft] = [one for one in Desk(drafted, counts()).imports() if one.batch == 7]
    assert [(span.ledger, span.start, span.end) for span in draft.replaces] == [("cases", "2026-09-01", "2026-09-30")]
    at.selectbox(key="replace_first_7").set_value("不替换，只增补和更新").run()
    assert [one.replaces for one in Desk(drafted, counts()).imports() if one.batch == 7] == [()]


def test_without_a_draft_in_the_address_all_drafts_are_listed(drafted_once: Path, open_page: Open):
    shown = html(open_page(drafted_once, "review"))
    assert "有 1 份草稿待确认" in shown
    assert 'href="review?draft=7"' in shown


def test_a_home_without_drafts_says_how_to_get_one(filled: Path, open_page: Open):
    at = open_page(filled, "review")
    assert not at.exception
    assert "没有待确认的草稿" in html(at)


def test_a_link_to_a_draft_that_is_gone_says_so(drafted_once: Path, open_page: Open):
    at = open_page(drafted_once, "review", draft="3")
    assert "链接中的草稿“3”不存在或已变更" in html(at)
    assert "有 1 份草稿待确认" in html(at)
