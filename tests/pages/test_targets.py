"""考核目标: typed in with a document, judged by the last closed month, put together into a score sheet."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.home import Home
from data.store.targets import (
    enter_target,
    entered_score_sheet,
    score_sheet_in_force,
    targets_in_force,
    withdraw_score_sheet,
)
from metrics import METRICS
from metrics._targets import subject_of
from tests.data.loading import NOW
from tests.pages.conftest import Open, html

RATE = METRICS["litigation_rate"]
DOCUMENT = "县平安办〔2026〕3号"


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def typed(home: Path, value: str = "60", year: int = 2026) -> None:
    said = {"direction": "at_most", "scope": "township", "document": DOCUMENT, "by": "试验", "at": NOW}
    enter_target(Home(home).state, subject_of(RATE), year=year, value=Decimal(value), **said)


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def fill(at: AppTest, **texts: str) -> None:
    for key, text in texts.items():
        at.text_input(key=key).set_value(text)


def test_a_target_needs_a_document_and_is_judged_at_once(home: Path, open_page: Open):
    at = open_page(home, "targets")
    assert "2026年还没有登记考核目标" in html(at)
    fill(at, target_value="60")
    at = press(at, "登记")
    assert "没有文件的不能作考核目标" in html(at)
    fill(at, target_value="60", target_document=DOCUMENT)
    at = press(at, "登记")
    assert "已登记：2026年万人成讼率（各乡镇街道）全年不超过60件/万人。" in html(at)
    [one] = targets_in_force(Home(home).state, 2026)
    assert (one.value, one.direction, one.document) == (Decimal(60), "at_most", DOCUMENT)
    shown = html(at)
    assert "按2026年1—9月的数会这样判断" in str([one.value for one in at.subheader])
    assert "已过273天，占全年365天，按时序为44.88件/万人" in shown
    assert "不作为立案限制依据" in shown


def test_it_is_taken_back_by_those_who_may(home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch):
    typed(home)
    monkeypatch.setattr("ui.targets.may", lambda what: False)
    monkeypatch.setattr("pages.targets.may", lambda what: False)
    at = open_page(home, "targets", target="1")
    assert DOCUMENT in html(at)
    assert "撤回…" not in html(at)
    assert not [one for one in at.button if one.label in ("登记", "确认撤回")]
    monkeypatch.setattr("ui.targets.may", lambda what: what == "set_targets")
    at = open_page(home, "targets", target="1")
    at = at.button(key="target_withdrawn").click().run()
    assert "已撤回：2026年万人成讼率（各乡镇街道）全年不超过60件/万人。" in html(at)
    assert targets_in_force(Home(home).state, 2026) == ()


def test_last_years_targets_are_taken_over_with_one_press(home: Path, open_page: Open):
    typed(home, year=2025)
    at = open_page(home, "targets")
    at = press(at, "沿用2025年的目标（1项）")
    assert f"沿用2025年：{DOCUMENT}" in html(at)
    assert [one.value for one in targets_in_force(Home(home).state, 2026)] == [Decimal(60)]
    assert not [one for one in at.button if one.label.startswith("沿用")]


def test_a_year_without_figures_is_not_judged(home: Path, open_page: Open):
    typed(home, year=2027)
    at = open_page(home, "targets", year="2027")
    assert not at.exception
    assert "2027年还没有数，不能预览" in html(at)


def test_a_score_sheet_is_put_together_saved_whole_and_tried_out(home: Path, open_page: Open):
    at = open_page(home, "targets", part="scores")
    assert "2026年没有计分表" in html(at)
    fill(at, score_weight="10", score_bands="≤60:10；>60:5")
    at = press(at, "加入（同一指标则代替）")
    assert "请写“&lt;60”和“≥60”" in html(at)
    fill(at, score_weight="9", score_bands="<60:10；≥60:5")
    at = press(at, "加入（同一指标则代替）")
    assert "有一档给10分，应在0至权重9之间" in html(at)
    fill(at, score_weight="100", score_bands="<60:100；≥60:50.5")
    at = press(at, "加入（同一指标则代替）")
    assert "正在编制，尚未保存：1项，权重合计100" in html(at)
    assert score_sheet_in_force(Home(home).state, 2026) is None
    at = press(at, "保存计分表")
    assert "请写明文件依据" in html(at)
    fill(at, score_sheet_document=DOCUMENT)
    at = press(at, "保存计分表")
    assert "已保存：2026年诉源治理考核计分表（权重合计100）。" in html(at)
    saved = score_sheet_in_force(Home(home).state, 2026)
    assert saved is not None
    assert [(one.metric, str(one.weight)) for one in saved.items] == [("litigation_rate", "100")]
    shown = html(at)
    assert "按名册次序，不是排名" in shown
    assert "分数按档计算，相邻分数之间的差别不等于统计上的差别。" in shown
    entered = entered_score_sheet(Home(home).state, 2026)
    assert entered is not None
    withdraw_score_sheet(Home(home).state, entered.id, by="另一人", at=NOW)
    shown = html(at.run())
    assert "2026年没有计分表" in shown
    assert "正在编制" not in shown


def test_an_item_is_replaced_or_left_out_before_saving(home: Path, open_page: Open):
    at = open_page(home, "targets", part="scores")
    for bands in ("<60:100；≥60:50", "<70:100；≥70:50"):
        fill(at, score_weight="100", score_bands=bands)
        at = press(at, "加入（同一指标则代替）")
    assert "&lt;70:100；≥70:50" in html(at)
    assert "&lt;60:100；≥60:50" not in html(at)
    at = press(at, "删去")
    assert "正在编制" not in html(at)


def test_a_year_that_is_over_is_judged_whole(home: Path, open_page: Open):
    typed(home, year=2025)
    at = open_page(home, "targets", year="2025")
    assert at.subheader[0].value == "按2025年的数会这样判断"
    assert "按时序为" not in html(at)
