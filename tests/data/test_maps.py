"""The county's map against its township list: matched, put right by hand, replaced, removed; nothing half-enters."""

from datetime import datetime
from pathlib import Path

import pytest

from data.desk import Desk
from data.maps import AUTOMATIC, NOT_DRAWN, Maps
from data.refusal import Refused
from data.store.builds import Build, current_build
from data.store.state import state
from metrics import counts
from tests.data.exports import townships_file, write_csv
from tests.data.geo.outlines import collection, feature, square, squares
from tests.data.loading import load

NOW = datetime(2026, 2, 3, 9, 30)
SAID = {"by": "测试", "now": NOW}


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """东门街道, 柳河镇 (once 柳河乡), 石坪乡, 种羊场管理处."""
    folder = tmp_path_factory.mktemp("listed")
    desk = Desk(folder / "home", counts())
    load(desk, townships_file(folder))
    return current_build(desk.home.root)


@pytest.fixture
def maps(tmp_path: Path) -> Maps:
    return Maps(Desk(tmp_path / "home", counts()).home.state)


def shown(maps: Maps, build: Build) -> list[tuple[str, str | None]]:
    return [(one.name, one.area) for one in maps.matched(build).shapes]


def test_names_are_found_in_whatever_property_fits_best(maps: Maps, listed: Build):
    matched = maps.upload(
        squares("安和县东门街道", "柳河乡", "石坪", "邻县镇", key="XZQMC"), "图.geojson", listed, **SAID
    )
    assert matched.record.name_property == "XZQMC"
    assert shown(maps, listed) == [
        ("安和县东门街道", "东门街道"), ("柳河乡", "柳河镇"), ("石坪", "石坪乡"), ("邻县镇", None),
    ]  # fmt: skip
    assert [one.name for one in matched.unmatched] == ["邻县镇"]
    assert matched.without_shape == ("种羊场管理处",)
    assert set(maps.outlines(listed)) == {"东门街道", "柳河镇", "石坪乡"}


def test_who_brought_which_file_and_when_is_on_record_and_nothing_else_of_it(maps: Maps, listed: Build):
    maps.upload(squares("柳河镇"), "C:\\图\\乡镇.geojson", listed, **SAID)
    record = maps.record()
    assert (record.uploaded_by, record.uploaded_at, len(record.sha256)) == ("测试", NOW, 64)
    with state(maps.path) as db:
        assert "甘肃省" not in str(db.execute("SELECT shapes FROM maps").fetchone()["shapes"])


def test_several_outlines_of_one_township_are_united(maps: Maps, listed: Build):
    matched = maps.upload(squares("柳河镇", "柳河镇", "石坪乡"), "图.json", listed, **SAID)
    assert matched.several == {"柳河镇": 2}
    assert len(maps.outlines(listed)["柳河镇"].rings) == 1


def test_a_choice_goes_before_the_name_and_can_be_taken_back(maps: Maps, listed: Build):
    number = maps.upload(squares("柳河镇", "某某镇"), "图.json", listed, **SAID).record.id
    maps.choose(listed, number, 1, "石坪乡", **SAID)
    maps.choose(listed, number, 0, NOT_DRAWN, **SAID)
    assert shown(maps, listed) == [("柳河镇", None), ("某某镇", "石坪乡")]
    assert maps.matched(listed).unmatched == ()
    maps.choose(listed, number, 0, AUTOMATIC, **SAID)
    assert shown(maps, listed)[0] == ("柳河镇", "柳河镇")
    for shape, area in ((1, "长河镇"), (2, "石坪乡")):
        with pytest.raises(Refused):
            maps.choose(listed, number, shape, area, **SAID)


def test_a_new_township_list_mends_the_map_without_another_upload(maps: Maps, listed: Build, tmp_path: Path):
    maps.upload(squares("柳河镇", "新桥镇"), "图.json", listed, **SAID)
    desk = Desk(tmp_path / "other", counts())
    load(desk, write_csv(tmp_path / "名册.csv", ("乡镇（街道）", "类别"), [("柳河镇", "镇"), ("新桥镇", "镇")]))
    assert shown(maps, current_build(desk.home.root))[1] == ("新桥镇", "新桥镇")


def test_another_map_takes_the_place_of_the_first_and_a_refused_one_leaves_it_alone(maps: Maps, listed: Build):
    maps.upload(squares("柳河镇"), "一.json", listed, **SAID)
    maps.upload(squares("石坪乡"), "二.json", listed, **SAID)
    for data in (b"{", squares("长河镇"), collection([feature("柳河镇", square(0), kind="LineString")])):
        with pytest.raises(Refused):
            maps.upload(data, "三.json", listed, **SAID)
    assert maps.record().file_name == "二.json"
    assert set(maps.outlines(listed)) == {"石坪乡"}
    with state(maps.path) as db:
        assert [row["shapes"] == "[]" for row in db.execute("SELECT shapes FROM maps ORDER BY id")] == [True, False]


def test_a_map_without_any_of_our_names_is_refused_with_what_it_holds(maps: Maps, listed: Build):
    with pytest.raises(Refused) as caught:
        maps.upload(squares("长河镇"), "图.json", listed, **SAID)
    assert caught.value.code == "map_no_match"
    assert "省（如 甘肃省）、name（如 长河镇）" in caught.value.sentence


def test_a_removed_map_is_gone_for_every_reader(maps: Maps, listed: Build):
    maps.upload(squares("柳河镇"), "图.json", listed, **SAID)
    before = Maps(maps.path).version()
    assert maps.remove(**SAID)
    assert not maps.remove(**SAID)
    assert (maps.matched(listed), maps.outlines(listed)) == (None, {})
    assert Maps(maps.path).version() != before


def test_tiles_are_arranged_kept_and_put_back(maps: Maps, listed: Build):
    assert maps.tiles(listed)["石坪乡"] == (1, 0)
    maps.arrange("□ 石坪乡\n柳河 东门街道\n种羊场管理处", listed, by="李四", now=NOW)
    again = Maps(maps.path)
    assert again.tiles(listed) == {"东门街道": (1, 1), "柳河镇": (1, 0), "石坪乡": (0, 1), "种羊场管理处": (2, 0)}
    assert (again.arrangement().made_by, again.arrangement().made_at) == ("李四", NOW)
    with pytest.raises(Refused):
        maps.arrange("石坪乡", listed, **SAID)
    assert again.tiles(listed)["石坪乡"] == (0, 1)
    before = maps.version()
    maps.arrange("石坪乡 □\n柳河 东门街道\n种羊场管理处", listed, by="李四", now=NOW)
    assert maps.version() != before
    maps.arrange("", listed, **SAID)
    assert (maps.arrangement(), maps.tiles(listed)["石坪乡"]) == (None, (1, 0))
