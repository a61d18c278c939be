from dataclasses import replace
from datetime import timedelta

import pytest

from data.refusal import Refused
from data.store.layouts import (
    change_layout,
    count_uses,
    forget_layout,
    layout_records,
    missing_groups,
    remember_layout,
    rename_layout,
    taught_layouts,
)
from data.store.state import prepare
from tests.data.foreign import FIELDS, NOW, foreign_layout, teach


@pytest.fixture
def path(tmp_path):
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def test_a_layout_is_remembered_with_who_and_when_and_used_as_it_was_said(path):
    layout = teach(path)
    (one,) = layout_records(path)
    assert (one.layout, one.made_at, one.made_by, one.uses, one.last_used_at) == (layout, NOW, "测试", 0, None)
    assert taught_layouts(path) == (layout,)
    assert one.headers == tuple(FIELDS)


def test_uses_are_counted_and_the_last_one_is_dated(path):
    layout = teach(path)
    later = NOW + timedelta(days=2)
    count_uses(path, [layout.signature], at=NOW)
    count_uses(path, [layout.signature, "gone"], at=later)
    (one,) = layout_records(path)
    assert (one.uses, one.last_used_at) == (2, later)


def test_teaching_the_same_headers_again_replaces_what_was_said_and_keeps_the_count(path):
    layout = teach(path)
    count_uses(path, [layout.signature], at=NOW)
    teach(path, replace(layout, kind="trade"))
    (one,) = layout_records(path)
    assert (one.layout.kind, one.uses) == ("trade", 1)


def test_a_layout_can_be_renamed_changed_and_forgotten(path):
    layout = teach(path)
    rename_layout(path, layout.signature, " 街道报表 ", at=NOW, by="乙")
    change_layout(path, layout.signature, {"归口": ""}, kind="trade", at=NOW, by="乙")
    (one,) = layout_records(path)
    assert (one.layout.name, one.layout.fields["归口"], one.made_by) == ("街道报表", "", "乙")
    assert (one.layout.kind, one.layout.fields["结论"]) == ("trade", "result")
    forget_layout(path, layout.signature)
    assert layout_records(path) == []


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"ledger": "nothing"}, "layout_ledger_unknown"),
        ({"kind": "nothing"}, "layout_ledger_unknown"),
        ({"fields": {**FIELDS, "结论": "nothing"}}, "layout_field_unknown"),
        ({"fields": {**FIELDS, "结论": ""}}, "layout_incomplete"),
        ({"fields": {**FIELDS, "电话": "result"}}, "layout_field_twice"),
    ],
)
def test_a_layout_by_which_nothing_could_be_read_is_not_kept(path, broken, code):
    with pytest.raises(Refused) as caught:
        remember_layout(path, replace(foreign_layout(), **broken), at=NOW, by="测试")
    assert caught.value.code == code
    assert layout_records(path) == []


@pytest.mark.parametrize("key", ["13900000000", "620702198503010010", "2025-03-01", "甘0702民初1号"])
def test_a_row_of_data_taken_for_the_header_is_not_kept_and_not_told_on(path, key):
    with pytest.raises(Refused) as caught:
        remember_layout(path, replace(foreign_layout(), fields={**FIELDS, key: ""}), at=NOW, by="测试")
    assert caught.value.code == "layout_header_is_data"
    assert key not in caught.value.sentence
    assert layout_records(path) == []


def test_several_columns_of_places_or_of_what_is_dropped_are_no_mistake(path):
    fields = {**FIELDS, "镇": "place_stated", "手机": "identity"}
    teach(path, replace(foreign_layout(), fields=fields))
    assert len(layout_records(path)) == 1


@pytest.mark.parametrize("act", [forget_layout, lambda path, one: rename_layout(path, one, "名", at=NOW, by="乙")])
def test_what_is_gone_cannot_be_changed(path, act):
    with pytest.raises(Refused) as caught:
        act(path, "gone")
    assert caught.value.code == "layout_gone"


def test_a_layout_keeps_a_name(path):
    layout = teach(path)
    with pytest.raises(Refused) as caught:
        rename_layout(path, layout.signature, "  ", at=NOW, by="乙")
    assert caught.value.code == "layout_name_missing"


def test_what_is_missing_is_named_as_people_call_it():
    assert missing_groups("cases", ["case_number"]) == ["“立案日期”或“收案日期”"]
    assert missing_groups("cases", ["case_number", "received_on"]) == []
