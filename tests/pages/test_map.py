"""The map page: tiles without a map, the county's own outlines with one, arranged and put right on the page."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.maps import Maps
from data.store.builds import current_build
from data.store.home import Home
from tests.data.geo.outlines import squares
from tests.data.loading import NOW
from tests.pages.conftest import Open, html

SAID = {"by": "试验", "now": NOW}


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    """东关街道, 柳林镇, 石桥镇, 云台乡 with their cases."""
    return Path(shutil.copytree(filled, tmp_path / "home"))


def press(at: AppTest, label: str) -> AppTest:
    [button] = [one for one in at.button if one.label == label]
    return button.click().run()


def test_without_a_map_every_township_is_a_tile_and_the_words_name_them_all(filled: Path, open_page: Open):
    at = open_page(filled, "map")
    assert not at.exception
    shown = html(at)
    assert "4 个乡镇街道中，" in shown or "都没有显著差异" in shown
    for name in ("东关街道", "柳林镇", "石桥镇", "云台乡"):
        assert shown.count(name) >= 2
    assert "还没有上传地图，现在用方格图" in shown
    assert not [one for one in at.segmented_control if one.label == "画法"]


def test_a_count_is_not_coloured_because_it_depends_on_how_many_live_there(filled: Path, open_page: Open):
    shown = html(open_page(filled, "map", metric="civil_filings"))
    assert "件数多少随人口而定，不作高低比较，图上不着色。" in shown
    assert "显著高" not in shown.split("从高到低</dt>")[1].split("</dl>")[0]


def test_tiles_are_arranged_and_put_back_by_those_who_may(home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch):
    at = open_page(home, "map")
    at.text_area[0].set_value("□ 云台乡\n东关街道 柳林镇\n石桥镇").run()
    at = press(at, "保存排列")
    assert "方格图的排列已保存。" in html(at)
    assert at.text_area[0].value == "□　云台乡\n东关街道　柳林镇\n石桥镇　□"
    maps = Maps(Home(home).state)
    assert maps.arrangement().places["云台乡"] == (0, 1)
    at = press(at, "恢复名册次序")
    assert maps.arrangement() is None
    assert not at.exception
    monkeypatch.setattr("ui.map_settings.may", lambda what: what != "change_map")
    assert not open_page(home, "map").text_area


def test_an_arrangement_with_a_wrong_name_is_told_and_not_kept(home: Path, open_page: Open):
    at = open_page(home, "map")
    at.text_area[0].set_value("长河镇").run()
    at = press(at, "保存排列")
    assert "第1行第1格的“长河镇”不是名册中的乡镇街道" in html(at)
    assert Maps(Home(home).state).arrangement() is None


def test_with_a_map_the_page_draws_it_and_lists_what_does_not_fit(home: Path, open_page: Open):
    data = squares("青禾县东关街道", "柳林镇", "石桥公社", "邻县镇")
    Maps(Home(home).state).upload(data, "青禾县.geojson", current_build(home), **SAID)
    at = open_page(home, "map")
    assert not at.exception
    shown = html(at)
    assert "1 个图形对不上名册，没有画：邻县镇。" in shown
    assert "图上没有图形的 1 个：云台乡，数值见下表。" in shown
    assert "名称取自属性“name”" in shown
    choose = {one.label: one for one in at.selectbox}
    choose["图形"].set_value(3)
    choose["改为"].set_value("云台乡")
    at = press(at, "保存对应")
    assert "已保存：邻县镇 → 云台乡。" in html(at)
    assert "每个图形、每个乡镇街道都对上了。" in html(at)
    assert open_page(home, "map", form="tiles").segmented_control(key="filter_form").value == "tiles"


def test_before_the_first_import_the_page_says_what_to_upload(tmp_path: Path, open_page: Open):
    at = open_page(tmp_path / "empty", "map")
    assert not at.exception
    assert "还没有数据" in html(at)
