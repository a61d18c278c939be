from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from data.brief import Band, Brief, ScoreItem, ScoreSheet, Target
from data.refusal import Refused
from data.score_bands import parse_bands
from data.store.state import prepare, state
from data.store.targets import (
    copy_targets,
    enter_score_sheet,
    enter_target,
    entered_score_sheet,
    entered_targets,
    score_sheet_in_force,
    targets_in_force,
    withdraw_score_sheet,
    withdraw_target,
)
from data.target_rules import Subject, total_weight

SAID = {"by": "测试", "at": datetime(2026, 2, 3, 9)}
RATE = Subject("litigation_rate", "万人成讼率", "lower", None)
SHARE = Subject("people_mediation_resolution_rate", "人民调解化解率", "higher", 100)
IDLE = Subject("idle_mediation_bodies", "无工作的调解组织个数", "lower", None, is_count=True)
DOCUMENT = "县平安办〔2026〕3号"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def typed(path: Path, value: str = "60.00", subject: Subject = RATE, **other) -> int:
    given = {"year": 2026, "direction": "at_most", "scope": "township", "document": DOCUMENT, **SAID, **other}
    return enter_target(path, subject, value=Decimal(value), **given)


def item(subject: Subject = RATE, weight: str = "10", bands: str = "<60:10；60-80:8；≥80:5") -> ScoreItem:
    return ScoreItem(subject.metric, Decimal(weight), parse_bands(bands), subject.label)


def sheet(*items: ScoreItem, **other) -> ScoreSheet:
    return ScoreSheet(**{"year": 2026, "name": "考核计分表", "document": DOCUMENT, "items": items, **other})


def test_a_target_is_kept_as_it_was_typed_with_document_person_and_time(path: Path):
    typed(path)
    [one] = entered_targets(path, 2026)
    assert one.target == Target(
        "litigation_rate", 2026, Decimal("60.00"), "at_most", "township", DOCUMENT, "万人成讼率"
    )
    assert (str(one.target.value), one.entered_by, one.entered_at) == ("60.00", "测试", SAID["at"])
    assert targets_in_force(path, 2025) == ()


def test_entered_again_it_takes_the_place_of_the_first_which_stays_on_record(path: Path):
    typed(path)
    typed(path, "55")
    typed(path, "70", scope="county")
    typed(path, "80", year=2025)
    typed(path, "45", replace(RATE, label="万人起诉率"))
    told = [(one.year, one.scope, str(one.value)) for one in targets_in_force(path, 2026)]
    assert told == [(2026, "township", "55"), (2026, "county", "70"), (2026, "township", "45")]
    with state(path) as db:
        first = db.execute("SELECT value, withdrawn_by, withdrawn_at FROM targets ORDER BY id").fetchone()
    assert tuple(first) == ("60.00", "测试", SAID["at"].isoformat())


def test_a_withdrawn_one_is_withdrawn_once(path: Path):
    number = typed(path)
    assert withdraw_target(path, number, **SAID)
    assert not withdraw_target(path, number, **SAID)
    assert targets_in_force(path, 2026) == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"document": " "}, "没有文件的不能作考核目标"),
        ({"document": "长" * 201}, "不超过200字"),
        ({"year": 206}, "填的是206"),
        ({"value": "-1"}, "不小于0"),
        ({"value": "NaN"}, "不小于0"),
        ({"direction": "at_least"}, "万人成讼率越低越好，目标应写“不超过”"),
        ({"subject": SHARE, "value": "100.1", "direction": "at_least"}, "应在0至100之间，填的是100.1"),
        ({"subject": SHARE, "value": "90"}, "人民调解化解率越高越好，目标应写“不低于”"),
        ({"value": "0"}, "比率不会以0为目标，应是大于0的数"),
        ({"subject": SHARE, "value": "0.00", "direction": "at_least"}, "目标写“不低于0”，总能完成"),
        ({"subject": IDLE, "value": "0", "direction": "at_least"}, "个数越低越好"),
    ],
)
def test_without_document_or_sense_nothing_is_kept(path: Path, wrong: dict, said: str):
    with pytest.raises(Refused) as caught:
        typed(path, **wrong)
    assert caught.value.code == "target_invalid"
    assert said in caught.value.sentence
    assert entered_targets(path) == []


def test_of_a_count_a_document_may_ask_for_none_at_all(path: Path):
    typed(path, "0", IDLE)
    assert [one.value for one in targets_in_force(path, 2026)] == [0]


def test_a_share_may_be_asked_up_to_a_hundred(path: Path):
    typed(path, "100", SHARE, direction="at_least")
    assert [str(one.value) for one in targets_in_force(path, 2026)] == ["100"]


def test_last_years_targets_are_copied_where_there_is_none_and_say_so(path: Path):
    typed(path, year=2025)
    typed(path, "90", SHARE, year=2025, direction="at_least")
    typed(path, "50")
    assert copy_targets(path, to=2026, **SAID) == 1
    told = [(one.metric, str(one.value), one.document) for one in targets_in_force(path, 2026)]
    assert told == [
        ("litigation_rate", "50", DOCUMENT),
        ("people_mediation_resolution_rate", "90", f"沿用2025年：{DOCUMENT}"),
    ]
    assert copy_targets(path, to=2026, **SAID) == 0
    assert copy_targets(path, to=2027, **SAID) == 2
    assert targets_in_force(path, 2027)[1].document == f"沿用2025年：{DOCUMENT}"


def test_a_score_sheet_comes_back_as_it_was_entered(path: Path):
    whole = sheet(item(), item(SHARE, "12.5", "≥90:12.5；<90:0"))
    number = enter_score_sheet(path, whole, **SAID)
    found = entered_score_sheet(path, 2026)
    assert found is not None
    assert (found.id, found.sheet, found.entered_by) == (number, whole, "测试")
    assert total_weight(whole.items) == Decimal("22.5")
    assert score_sheet_in_force(path, 2025) is None


def test_a_second_sheet_of_a_year_replaces_the_first_and_can_be_taken_back(path: Path):
    enter_score_sheet(path, sheet(item()), **SAID)
    number = enter_score_sheet(path, sheet(item(SHARE), name="第二稿"), **SAID)
    assert score_sheet_in_force(path, 2026) == sheet(item(SHARE), name="第二稿")
    assert withdraw_score_sheet(path, number, **SAID)
    assert not withdraw_score_sheet(path, number, **SAID)
    assert score_sheet_in_force(path, 2026) is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (sheet(item(), document=""), "请写明文件依据"),
        (sheet(item(), name=""), "请写明计分表的名称"),
        (sheet(item(), year=1), "填的是1"),
        (sheet(), "现有0项"),
        (sheet(item(), item()), "“万人成讼率”列了两次"),
        (sheet(item(weight="0")), "权重应大于0"),
        (sheet(item(weight="9")), "有一档给10分，应在0至权重9之间"),
        (sheet(replace(item(), bands=(Band(None, Decimal(1)),))), "分档不全"),
        (sheet(replace(item(), bands=(Band(Decimal(0), Decimal(1)), Band(Decimal(9), Decimal(2))))), "分档不全"),
        (sheet(replace(item(), bands=(*item().bands, Band(Decimal(70), Decimal(1))))), "没有从小到大"),
    ],
)
def test_a_score_sheet_that_leaves_a_value_without_points_is_refused(path: Path, wrong: ScoreSheet, said: str):
    with pytest.raises(Refused) as caught:
        enter_score_sheet(path, wrong, **SAID)
    assert caught.value.code == "score_sheet_invalid"
    assert said in caught.value.sentence
    assert score_sheet_in_force(path, wrong.year) is None


def test_a_brief_keeps_them_exactly(path: Path):
    typed(path)
    enter_score_sheet(path, sheet(item()), **SAID)
    day = datetime(2026, 11, 1).date()
    brief = Brief(
        kind="monthly",
        month=day,
        dated=day,
        targets=targets_in_force(path, 2026),
        score_sheet=score_sheet_in_force(path, 2026),
    )
    assert Brief.from_json(brief.to_json()) == brief
