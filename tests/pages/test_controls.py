"""控制数 on the quality page, as a person enters, explains and takes back."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from data.store.controls import control_figures, enter, explain
from metrics import METRICS, counts, parse_period
from metrics._controls import compared
from metrics._rows_behind import rows_page
from tests.pages.conftest import Open, html

NOW = datetime(2026, 10, 8, 9)


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "home")
    return tmp_path / "home"


def state(home: Path) -> Path:
    return Desk(home, counts()).home.state


def entered(home: Path, n: int = 3) -> int:
    return enter(state(home), count_name="civil_filings", month=date(2026, 3, 1), n=n, source="月报", by="甲", at=NOW)


def test_a_figure_is_entered_by_a_form_and_stands_in_the_list(home: Path, open_page: Open):
    at = open_page(home, "quality")
    assert "还没有登记控制数" in html(at)
    at.number_input[0].set_value(7)
    at.text_input[0].set_value("司法统计月报表1")
    at.selectbox[-1].set_value("3")
    next(one for one in at.button if one.label == "登记控制数").click().run()
    assert not at.exception
    assert "已登记：2026年3月" in html(at)
    (one,) = control_figures(state(home))
    assert (one.n, one.month.month, one.source, one.entered_by) == (7, 3, "司法统计月报表1", "本机用户")
    assert "待说明" in html(at)


def test_a_figure_without_its_source_is_not_taken(home: Path, open_page: Open):
    at = open_page(home, "quality")
    at.number_input[0].set_value(7)
    next(one for one in at.button if one.label == "登记控制数").click().run()
    assert "没有登记：请填写控制数和来源" in html(at)
    assert control_figures(state(home)) == []


def test_a_difference_is_explained_on_the_page_and_leaves_the_list_of_things_to_do(home: Path, open_page: Open):
    number = entered(home)
    assert "1 项控制数与明细有差额，待说明" in html(open_page(home, "overview"))
    at = open_page(home, "quality", control=str(number))
    assert "控制数 3 件" in html(at)
    at.text_area[0].set_value("次月补录")
    at.button(key="control_explained").click().run()
    assert not at.exception
    assert "已说明：2026年3月" in html(at)
    assert "次月补录（本机用户" in html(at)
    assert "项控制数与明细有差额" not in html(open_page(home, "overview"))


def test_an_explanation_of_another_difference_is_struck_out_and_the_figure_waits_again(home: Path, open_page: Open):
    explain(state(home), entered(home), "从前的差额", difference=999, by="甲", at=NOW)
    shown = html(open_page(home, "quality"))
    assert "<s>从前的差额</s>" in shown
    assert "待说明" in shown


def test_a_figure_is_taken_back(home: Path, open_page: Open):
    number = entered(home)
    at = open_page(home, "quality", control=str(number))
    at.button(key="control_withdrawn").click().run()
    assert "已撤回：2026年3月" in html(at)
    assert control_figures(state(home)) == []


def test_a_figure_that_agrees_says_so(home: Path, open_page: Open):
    entered(home)
    (one,) = compared(current_build(home), control_figures(state(home)))
    assert one.rows is not None
    entered(home, one.rows)
    shown = html(open_page(home, "quality"))
    assert "没有待说明的差额" in shown
    assert "待说明</td>" not in shown


@pytest.mark.parametrize("asked", ["99", "x", "-1"])
def test_a_stale_link_to_a_figure_asks_nothing(asked: str, filled: Path, open_page: Open):
    at = open_page(filled, "quality", control=asked)
    assert not at.exception
    assert "差额原因" not in html(at)


def test_templates_can_be_taken_from_the_import_page(filled: Path, open_page: Open):
    at = open_page(filled, "imports")
    assert not at.exception
    labels = [one.proto.label for one in at.get("download_button")]
    assert {"信访台账", "司法建议台账", "工作站活动台账", "法官工作站名册", "历史汇总", "村（社区）名册"} <= set(labels)


def test_what_is_counted_leads_to_the_rows_of_that_month(home: Path, open_page: Open):
    entered(home)
    build = current_build(home)
    assert build is not None
    (one,) = compared(build, control_figures(state(home)))
    days = "span=free&amp;from=2026-03-01&amp;to=2026-03-31"
    shown = html(open_page(home, "quality"))
    assert re.search(f'href="rows[?]metric=civil_filings&amp;area=county&amp;{days}"[^>]*>{one.rows}</a>', shown)
    march = parse_period("2026-03")
    assert rows_page(build, METRICS["civil_filings"], march, "county", limit=1).total == one.rows
