"""Versions of the definition: append-only, with who, when and why; one of them in force."""

import json
import sqlite3
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from data.definition import BUILT_IN, SUPREME_COURT_RATE, Definition, SeriesBreak
from data.definition_words import BY_FIELD, difference_words, differences, own_breaks
from data.refusal import Refused
from data.store.alerts import alert_cases
from data.store.definitions import changed_fields, profiles, save, version_of, versions
from data.store.maps import map_in_force
from data.store.references import reference_figures
from data.store.schema import STEPS
from data.store.state import definition_in_force, prepare

NOW = datetime(2026, 10, 8, 9, 30)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def kept(path: Path, definition: Definition, why: str = "县委政法委要求", **options) -> Definition:
    based_on = options.pop("based_on", definition_in_force(path).version)
    return save(path, definition, by="王某", at=NOW, why=why, based_on=based_on, **options)


def test_a_home_begins_with_the_built_in_definition_as_version_1(path: Path):
    assert definition_in_force(path) == Definition()
    assert [one.version for one in versions(path)] == [1]
    assert list(profiles(path).values()) == list(BUILT_IN)


def test_a_change_is_version_2_with_who_when_and_why(path: Path):
    saved = kept(path, Definition(smallest_ranked_population=5_000))
    assert definition_in_force(path) == saved
    assert saved.label == "乡镇万人成讼率·第2版"
    newest, first = versions(path)
    assert (newest.made_by, newest.made_at, newest.why, newest.is_used) == ("王某", NOW, "县委政法委要求", True)
    assert first.definition == Definition()


def test_going_back_makes_a_new_version_and_keeps_the_old_ones(path: Path):
    kept(path, Definition(smallest_ranked_population=5_000))
    saved = kept(path, version_of(path, 1).definition, "改错了")
    assert (saved.version, saved.smallest_ranked_population) == (3, 1_000)
    assert [one.version for one in versions(path)] == [3, 2, 1]


def test_a_profile_may_be_kept_without_being_used(path: Path):
    kept(path, replace(SUPREME_COURT_RATE, name="对照用", exclude_batch_filings=True), use=False)
    assert definition_in_force(path) == Definition()
    assert profiles(path)["对照用"].version == 2
    assert versions(path)[0].is_used is False
    kept(path, profiles(path)["对照用"])
    assert definition_in_force(path).label == "对照用·第3版"


@pytest.mark.parametrize(
    ("change", "options", "code"),
    [
        ({"batch_days": 7}, {"why": " "}, "definition_reason_missing"),
        ({"batch_days": 7}, {"why": "长" * 201}, "definition_reason_missing"),
        ({"batch_days": 7}, {"based_on": 9}, "definition_moved_on"),
        ({}, {}, "definition_unchanged"),
        ({"name": " "}, {}, "definition_invalid"),
        ({"civil_types": ()}, {}, "definition_invalid"),
        ({"administrative_types": ("民初",)}, {}, "definition_invalid"),
        ({"attribution_order": ()}, {}, "definition_invalid"),
        ({"attribution_order": ("stated", "stated")}, {}, "definition_invalid"),
        ({"batch_smallest": 1}, {}, "definition_invalid"),
        ({"batch_days": 0}, {}, "definition_invalid"),
        ({"population_year": 25}, {}, "definition_invalid"),
        ({"ranked_kinds": ()}, {}, "definition_invalid"),
        ({"breaks": (SeriesBreak(date(2024, 7, 1), ("filings",), " "),)}, {}, "definition_invalid"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(path: Path, change, options, code):
    with pytest.raises(Refused) as refused:
        kept(path, replace(Definition(), **change), **options)
    assert refused.value.code == code
    assert len(versions(path)) == 1


def test_a_version_nobody_made_is_refused(path: Path):
    with pytest.raises(Refused) as refused:
        version_of(path, 7)
    assert refused.value.code == "definition_unknown"


def test_a_home_of_before_keeps_its_definition_and_the_new_switches_get_their_defaults(tmp_path: Path):
    path = tmp_path / "state.db"
    old = json.loads(replace(Definition(), version=2, batch_days=9, smallest_ranked_population=77).to_json())
    for name in ("rate_numerator", "excluded_groups", "exclude_batch_filings", "batch_smallest", "population_year"):
        del old[name]
    with sqlite3.connect(path) as db:
        for step in STEPS[:2]:
            db.executescript(step)
        row = (json.dumps(old), NOW.isoformat(), "王某", "旧版")
        db.execute("INSERT INTO definitions (version, definition, made_at, made_by, why) VALUES (2, ?, ?, ?, ?)", row)
        db.execute("PRAGMA user_version = 2")
    prepare(path)
    assert (reference_figures(path), alert_cases(path), map_in_force(path)) == ([], [], None)
    found = definition_in_force(path)
    assert found == replace(Definition(), version=2, batch_days=9, smallest_ranked_population=77)


def test_every_switch_has_words_and_says_what_it_does():
    assert set(BY_FIELD) == {one.name for one in fields(Definition)} - {"version"}
    for one in BY_FIELD.values():
        assert one.effect.endswith("。")
        assert one.say(getattr(Definition(), one.field))


def test_differences_are_told_in_words_and_of_breaks_only_the_one_that_came():
    own = SeriesBreak(date(2024, 7, 1), ("filings",), "管辖区调整")
    changed = replace(
        Definition(), breaks=(*Definition().breaks, own), exclude_batch_filings=True, population_year=2024
    )
    assert differences(Definition(), changed) == [
        ("批量案件", "计入", "剔除"),
        ("人口年份", "期末当日或之前最近一次", "固定用2024年"),
        ("口径断点", "无", "2024-07-01（立案）：管辖区调整"),
    ]
    assert own_breaks(changed) == (own,)
    assert changed_fields(Definition(), changed) == ("exclude_batch_filings", "population_year", "breaks")
    assert difference_words(changed, replace(changed, version=9)) == "各项设置相同"


def test_a_definition_survives_being_written_down():
    own = SeriesBreak(date(2024, 7, 1), ("filings", "causes"), "管辖区调整")
    full = replace(
        SUPREME_COURT_RATE,
        excluded_causes=("合同纠纷",),
        excluded_groups=("maritime",),
        population_year=2025,
        breaks=(own,),
    )
    assert Definition.from_json(full.to_json()) == full
