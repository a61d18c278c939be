"""Averages of city and province: typed in on 口径, drawn on 指标 where the period is the same."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from data.store.home import Home
from data.store.references import enter, reference_figures
from tests.data.loading import NOW
from tests.pages.conftest import Open, html

SAME = {"start": date(2026, 1, 1), "end": date(2026, 9, 30)}
YEAR = {"start": date(2025, 1, 1), "end": date(2025, 12, 31)}


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def typed(home: Path, value: str, place: str, days: dict[str, date], label: str = "万人成讼率") -> None:
    said = {"metric": "litigation_rate", "label": label, "source": f"{place}通报", "by": "试验", "at": NOW}
    enter(Home(home).state, place=place, value=Decimal(value), **days, **said)


def test_a_value_of_the_same_period_is_drawn_and_listed_and_one_of_another_is_only_told(home: Path, open_page: Open):
    typed(home, "77.70", "全市平均", SAME)
    typed(home, "88.80", "全省平均", YEAR)
    typed(home, "66.60", "全国平均", SAME, "万人起诉率")
    at = open_page(home, "metric", metric="litigation_rate", span="ytd", month="2026-09")
    assert not at.exception
    chart = at.get("plotly_chart")[0].proto.spec
    assert "77.70" in chart
    assert "88.80" not in chart
    assert "66.60" not in f"{chart}{html(at)}"
    shown = html(at)
    assert "点线：全市平均 77.70 件/万人（来源：全市平均通报）" in shown
    assert "全省平均 88.80 件/万人（2025-01-01 至 2025-12-31，来源：全省平均通报）：期间与本期不同，不作比较" in shown
    table = shown.split("<table>")[1]
    assert "全市平均" in table
    assert "全省平均" not in table


def test_another_period_moves_the_line_to_the_note(home: Path, open_page: Open):
    typed(home, "77.70", "全市平均", SAME)
    at = open_page(home, "metric", metric="litigation_rate", span="month", month="2026-09")
    assert "77.70" not in at.get("plotly_chart")[0].proto.spec
    assert "期间与本期不同，不作比较" in html(at)


def test_it_is_typed_in_with_its_source_and_taken_back_by_those_who_may(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    at = open_page(home, "definitions", part="references")
    assert "还没有登记" in html(at)
    at.text_input(key="reference_value").set_value("98.6")
    [button] = [one for one in at.button if one.label == "登记"]
    at = button.click().run()
    assert "没有来源的数不能作参照" in html(at)
    at.text_input(key="reference_value").set_value("98.6")
    at.text_input(key="reference_source").set_value("市中院通报")
    at = next(one for one in at.button if one.label == "登记").click().run()
    assert "已登记：" in html(at)
    [one] = reference_figures(Home(home).state)
    assert (str(one.value), one.place, one.period_end) == ("98.6", "全市平均", date(2026, 9, 30))
    view = {"part": "references", "reference": str(one.id)}
    monkeypatch.setattr("ui.reference_form.may", lambda what: False)
    at = open_page(home, "definitions", **view)
    assert "市中院通报" in html(at)
    assert "撤回…" not in html(at)
    assert not [one for one in at.button if one.label in ("登记", "确认撤回")]
    monkeypatch.setattr("ui.reference_form.may", lambda what: what == "enter_references")
    at = open_page(home, "definitions", **view)
    at = at.button(key="reference_withdrawn").click().run()
    assert "已撤回：" in html(at)
    assert reference_figures(Home(home).state) == []


def test_a_share_above_a_hundred_is_refused(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="references")
    at.selectbox(key="reference_metric").set_value("court_mediation_resolution_rate")
    at.text_input(key="reference_value").set_value("108")
    at.text_input(key="reference_source").set_value("市中院通报")
    at = next(one for one in at.button if one.label == "登记").click().run()
    assert "不会超过100" in html(at)
    assert reference_figures(Home(home).state) == []
