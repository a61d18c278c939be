"""预警与闭环 as a person uses it: the list, one alert, what was done about it, and taking that back."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.alert_case import Entry
from data.store.alerts import alert_cases, open_case, record
from metrics import counts
from tests.pages.conftest import Open, html

KEY = "people_resolution_low.石桥镇"
"""In the small county nobody at 石桥镇 ever settles anything."""


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "home")
    return tmp_path / "home"


def state(home: Path) -> Path:
    return Desk(home, counts()).home.state


def whole(shown: str) -> str:
    """Sentences without the marks of their phrases."""
    return shown.replace('</span><span class="phrase">', "")


def told(home: Path, month: date = date(2026, 9, 1), at: datetime = datetime(2026, 10, 8, 9)) -> None:
    open_case(
        state(home), Entry("told", month, {}, "已发函"), rule="people_resolution_low", area_code="石桥镇",
        area_name="石桥镇", first_month=date(2025, 4, 1), by="甲", at=at,
    )  # fmt: skip


def press(at, label: str):
    return next(one for one in at.button if one.label == label).click().run()


def test_the_list_says_how_many_wait_and_what_was_not_judged(filled: Path, open_page: Open):
    at = open_page(filled, "alerts")
    assert not at.exception
    shown = html(at)
    assert "截至2026年9月，待办预警" in whole(shown)
    assert "人民调解化解率低" in shown
    assert "往期不足两年，或口径断点以后不足3期" in shown
    assert "待研判" in shown
    assert "条预警待研判" in html(open_page(filled, "overview"))


def test_what_was_done_is_recorded_with_its_words_and_moves_the_state_on(home: Path, open_page: Open):
    at = open_page(home, "alerts", alert=KEY)
    assert "石桥镇 · 人民调解化解率低：2026年1—9月人民调解化解率0.00%" in whole(html(at))
    at.text_area[0].set_value("已向镇综治中心发函")
    at.text_input[0].set_value("李主任")
    press(at, "记录提示")
    assert not at.exception
    shown = html(at)
    assert "已记录：石桥镇人民调解化解率低，记录提示。" in shown
    (case,) = alert_cases(state(home))
    assert (case.state, case.person, case.events[0].by) == ("told", "李主任", "本机用户")
    assert case.events[0].evidence["numerator"] == 0
    assert at.query_params["alert"] == f"c{case.id}"
    assert "已提示" in html(open_page(home, "alerts", state="told"))


def test_an_act_that_needs_words_is_not_taken_without_them(home: Path, open_page: Open):
    press(at := open_page(home, "alerts", alert=KEY), "不予提示")
    assert "没有记录：不予提示要写明内容或理由" in html(at)
    assert alert_cases(state(home)) == []


def test_the_latest_act_is_taken_back_after_a_second_question(home: Path, open_page: Open):
    told(home)
    (case,) = alert_cases(state(home))
    at = open_page(home, "alerts", alert=f"c{case.id}", take_back=str(case.events[0].id))
    assert "将撤回" in html(at)
    at.button(key="alert_take_back").click().run()
    assert not at.exception
    assert "已撤回：记录提示" in html(at)
    assert "记录提示（本机用户于" in html(at)  # who took it back stays on record
    assert [one.state for one in alert_cases(state(home))] == ["open"]


def test_a_closed_alert_shows_the_months_before_and_after_and_claims_no_cause(home: Path, open_page: Open):
    told(home, date(2026, 5, 1), datetime(2026, 5, 20, 9))
    for act in ("answered", "closed"):
        (case,) = alert_cases(state(home))
        entry = Entry(act, date(2026, 5, 1), {}, "已落实")  # type: ignore[arg-type]
        record(state(home), case.id, entry, seen=case.steps, by="甲", at=datetime(2026, 6, 3, 9))
    at = open_page(home, "alerts", alert=f"c{case.id}")
    assert not at.exception
    shown = html(at)
    assert "销号前（2026年3—5月）" in shown
    assert "销号后（2026年7—9月）" in shown
    assert "不能说明变化由提示引起" in shown
    taken = {one.proto.label for one in at.get("download_button")}
    assert taken == {"下载依据（xlsx）", "下载办理记录（xlsx）"}
    again = html(open_page(home, "alerts"))
    assert "石桥镇" in again  # still beyond the limits in September: a new row waits


def test_who_may_not_follow_alerts_sees_no_button(filled: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ui.alert_panel.may", lambda what: False)
    at = open_page(filled, "alerts", alert=KEY)
    assert "没有办理预警的权限" in html(at)
    assert not [one for one in at.button if one.label == "记录提示"]


@pytest.mark.parametrize("asked", ["c99", "filings_high.无此镇", "x"])
def test_a_stale_link_falls_back_to_the_list(asked: str, filled: Path, open_page: Open):
    at = open_page(filled, "alerts", alert=asked)
    assert not at.exception
    assert "没有触发，或已撤回" in html(at)


def test_a_period_before_the_first_case_says_what_to_do(filled: Path, open_page: Open):
    shown = html(open_page(filled, "alerts", span="free", **{"from": "2020-01-01", "to": "2020-03-31"}))
    assert "还没有一个完整覆盖的月份可以判断" in shown
