"""The page of definitions: what is in force, a change with reason and trial, two side by side, cards, history."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui.definition_change
import ui.definition_history
from data.definition import Definition
from data.desk import Desk
from data.store.builds import current_build
from data.store.definitions import save, versions
from data.store.state import definition_in_force
from metrics import METRICS, counts
from tests.data.loading import NOW
from tests.pages.conftest import Open, html


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """A home of its own, for tests that change the definition."""
    return Path(shutil.copytree(filled, tmp_path / "home"))


def in_force(home: Path) -> Definition:
    return definition_in_force(home / "state.db")


def field(at: AppTest, label: str):
    found = [one for kind in (at.selectbox, at.multiselect, at.number_input, at.text_input) for one in kind]
    return next(one for one in found if one.label == label)


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def test_the_definition_in_force_is_told_switch_by_switch(filled: Path, open_page: Open):
    at = open_page(filled, "definitions")
    assert not at.exception
    shown = html(at)
    assert "现行口径是乡镇万人成讼率·第1版，" in shown
    assert "没有剔除，" in shown
    for words in (
        "归属次序",
        "台账登记的乡镇 → 被告住所地",
        "2025-01-01",
        "采用口径：常住人口",
        "降为0的年份即口径已变",
    ):
        assert words in shown


@pytest.mark.parametrize("part", ["now", "edit", "compare", "excluded", "cards", "history"])
def test_every_part_opens_by_its_address(part: str, filled: Path, open_page: Open):
    at = open_page(filled, "definitions", part=part)
    assert not at.exception
    assert "answer" in html(at)


def test_an_address_that_means_nothing_says_so(filled: Path, open_page: Open):
    at = open_page(filled, "definitions", part="never")
    assert "链接中的栏目“never”不存在或已变更" in html(at)


def test_a_change_is_tried_explained_saved_and_in_force(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="edit")
    assert "与现行口径没有不同" in html(at)
    field(at, "参加排名的最小人口").set_value(20_000).run()
    assert "1,000 人" in html(at)
    at = press(at, "试算影响")
    assert not at.exception
    assert "个乡镇街道中，" in html(at)
    assert in_force(home).version == 1
    at = press(at, "保存并生效")
    assert "请写明改口径的原因" in html(at)
    assert in_force(home).version == 1
    field(at, "修改原因（必填，随版本保存）").set_value("小乡镇波动大").run()
    at = press(at, "保存并生效")
    assert not at.exception
    assert "已启用乡镇万人成讼率·第2版，" in html(at)
    assert "小乡镇波动大" in html(at)
    assert "参加排名的最小人口：1,000 人 → 20,000 人" in html(at)
    build = current_build(home)
    assert (build.definition.version, build.definition.smallest_ranked_population) == (2, 20_000)
    assert versions(home / "state.db")[0].made_by == "本机用户"


def test_an_earlier_version_comes_back_as_a_new_one(home: Path, open_page: Open):
    save(home / "state.db", Definition(batch_days=7), by="王某", at=NOW, why="试", based_on=1)
    at = open_page(home, "definitions", part="history")
    assert "definitions?part=edit&amp;base=v1" in html(at)
    at = open_page(home, "definitions", part="edit", base="v1")
    field(at, "修改原因（必填，随版本保存）").set_value("改回").run()
    at = press(at, "保存并生效")
    assert (in_force(home).version, in_force(home).batch_days) == (3, 30)
    assert current_build(home).definition.version == 3


def test_somebody_elses_change_meanwhile_is_not_overwritten(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="edit")
    field(at, "批量：天数").set_value(7).run()
    field(at, "修改原因（必填，随版本保存）").set_value("试").run()
    save(home / "state.db", Definition(batch_days=9), by="王某", at=NOW, why="先改了", based_on=1)
    at = press(at, "保存并生效")
    assert "口径刚被改为第2版" in html(at)
    assert in_force(home).batch_days == 9


def test_a_profile_is_made_without_being_used(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="edit", base="p:万人起诉率（最高法）")
    field(at, "口径名称（另起一个名称即新建一种口径）").set_value("对照用").run()
    field(at, "修改原因（必填，随版本保存）").set_value("与省院对照").run()
    at = press(at, "只保存，不启用")
    assert "没有启用" in html(at)
    assert in_force(home) == Definition()
    assert current_build(home).definition == Definition()


def test_what_is_saved_and_not_yet_computed_is_told_and_can_be_computed(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="history")
    save(home / "state.db", Definition(batch_days=7), by="王某", at=NOW, why="试", based_on=1)
    at = at.run()
    assert "已保存，" in html(at)
    assert current_build(home).definition.version == 1
    at = press(at, "立即重新计算")
    assert "立即重新计算" not in {one.label for one in at.button}
    assert current_build(home).definition.version == 2


def test_the_countys_own_break_is_added(home: Path, open_page: Open):
    at = open_page(home, "definitions", part="edit")
    at.date_input[0].set_value(NOW.date().replace(year=2025, month=7, day=1))
    field(at, "为什么前后不可比").set_value("管辖区调整").run()
    assert "2025-07-01（立案）：管辖区调整" in html(at)


def test_two_definitions_stand_side_by_side_with_whose_values_and_places_move(filled: Path, open_page: Open):
    at = open_page(filled, "definitions", part="compare")
    shown = html(at)
    assert "4 个乡镇街道中，" in shown
    assert "诉前调解成功＋一审民商事新收＋一审行政新收" in shown
    assert "分子 甲 → 乙" in shown
    assert at.get("plotly_chart")
    at = open_page(filled, "definitions", part="compare", right="now")
    assert "两种口径的各项设置相同。" in html(at)
    assert "0 个的数值不同，" in html(at)


def test_definitions_side_by_side_show_places_in_排名模式_alone(filled: Path, open_page: Open):
    at = open_page(filled, "definitions", part="compare")
    assert "不排位次" in html(at)
    assert "位次" not in html(at).replace("不排位次", "")
    in_chart = json.dumps("位次 ")[1:-1]
    assert in_chart not in at.get("plotly_chart")[0].proto.spec
    at.query_params["mode"] = "ranking"
    assert "位次 甲 → 乙" in html(at.run())
    assert in_chart in at.get("plotly_chart")[0].proto.spec


def test_what_can_be_left_out_is_listed(filled: Path, open_page: Open):
    shown = html(open_page(filled, "definitions", part="excluded"))
    assert "合同、准合同纠纷 › 合同纠纷 › 借款合同纠纷" in shown
    assert "知识产权与竞争" in shown


def test_there_is_a_card_for_every_metric(filled: Path, open_page: Open):
    shown = "".join(
        html(open_page(filled, "definitions", part="cards", family=family))
        for family in dict.fromkeys(metric.family for metric in METRICS.values())
    )
    assert not [metric.label for metric in METRICS.values() if f'card-title">{metric.label}</h3>' not in shown]


def test_who_may_not_change_the_definition_sees_it_only(filled: Path, open_page: Open, monkeypatch):
    for module in (ui.definition_change, ui.definition_history):
        monkeypatch.setattr(module, "may", lambda what: False)
    at = open_page(filled, "definitions", part="edit")
    assert "没有修改口径的权限" in html(at)
    assert not at.button


def test_a_figures_card_says_what_was_left_out_of_it(home: Path, open_page: Open):
    wanted = replace(Definition(), excluded_causes=("离婚纠纷",))
    desk = Desk(home, counts())
    save(home / "state.db", wanted, by="王某", at=NOW, why="试", based_on=1)
    desk.rebuild(why="definition 2", now=NOW)
    for stem in ("metric", "overview", "township"):
        assert "剔除前" in html(open_page(home, stem))
