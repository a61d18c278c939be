"""Acts on an alert: in order, with words, each taken back by itself, and never two at once."""

import os
import signal
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from data.refusal import Refused
from data.store.alert_case import Entry
from data.store.alerts import alert_cases, open_case, record, withdraw
from data.store.state import prepare

NOW, LATER = datetime(2026, 11, 3, 9), datetime(2026, 11, 20, 9)
SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def entry(act: str = "told", month: date = OCTOBER, **more: object) -> Entry:
    return Entry(act, month, {"value": 55.0}, **{"remark": "发函", **more})  # type: ignore[arg-type]


def opened(path: Path, act: str = "told", month: date = OCTOBER, area: str = "甲镇") -> int:
    return open_case(
        path, entry(act, month), rule="filings_high", area_code=area, area_name=area, first_month=SEPTEMBER,
        by="甲", at=NOW,
    )  # fmt: skip


def only(path: Path):
    (one,) = alert_cases(path)
    return one


def act(path: Path, what: str, month: date = OCTOBER, **more: object) -> None:
    one = alert_cases(path)[-1]
    record(path, one.id, entry(what, month, **more), seen=one.steps, by="乙", at=LATER)


def test_an_act_keeps_who_when_and_what_the_alert_looked_like(path: Path):
    opened(path)
    one = only(path)
    assert (one.state, one.rule, one.area_code, one.first_month) == ("told", "filings_high", "甲镇", SEPTEMBER)
    (event,) = one.events
    assert (event.by, event.at, event.month, event.evidence, event.remark) == (
        "甲",
        NOW,
        OCTOBER,
        {"value": 55.0},
        "发函",
    )


def test_a_case_goes_from_told_over_answered_to_closed(path: Path):
    opened(path)
    act(path, "answered")
    assert only(path).state == "answered"
    assert not only(path).is_ended
    act(path, "closed", NOVEMBER)
    assert (only(path).state, only(path).is_ended, only(path).ended_month) == ("closed", True, NOVEMBER)


@pytest.mark.parametrize(
    ("before", "wrong"),
    [((), "closed"), ((), "told"), (("answered",), "dismissed"), (("answered", "closed"), "answered")],
)
def test_an_act_out_of_order_is_refused_and_nothing_is_kept(path: Path, before: tuple[str, ...], wrong: str):
    opened(path)
    for what in before:
        act(path, what)
    steps = only(path).steps
    with pytest.raises(Refused, match="不能") as refused:
        act(path, wrong)
    assert refused.value.code == "alert_out_of_order"
    assert only(path).steps == steps


def test_what_needs_words_is_refused_without_them(path: Path):
    with pytest.raises(Refused, match="不予提示要写明"):
        open_case(
            path, Entry("dismissed", OCTOBER, {}, remark="  "), rule="r", area_code="甲镇", area_name="甲镇",
            first_month=OCTOBER, by="甲", at=NOW,
        )  # fmt: skip
    assert alert_cases(path) == []


def test_a_person_and_a_day_stand_until_others_are_named(path: Path):
    opened(path)
    act(path, "assigned", remark="", person="张庭长", until=date(2026, 11, 30))
    act(path, "assigned", remark="", until=date(2026, 12, 15))
    assert (only(path).person, only(path).until, only(path).state) == ("张庭长", date(2026, 12, 15), "told")


def test_the_latest_act_is_taken_back_and_the_state_goes_back_with_it(path: Path):
    number = opened(path)
    act(path, "answered")
    assert withdraw(path, number, seen=only(path).steps, by="丙", at=LATER).act == "answered"
    one = only(path)
    assert one.state == "told"
    assert [(e.act, e.withdrawn_by) for e in one.events] == [("told", None), ("answered", "丙")]
    withdraw(path, number, seen=one.steps, by="丙", at=LATER)
    assert (only(path).state, only(path).standing, len(only(path).events)) == ("open", (), 2)
    with pytest.raises(Refused, match="刚有别人办理"):
        withdraw(path, number, seen=only(path).steps, by="丙", at=LATER)
    act(path, "dismissed")
    assert only(path).state == "dismissed"


def test_two_people_who_saw_the_same_do_not_both_act(path: Path):
    number = opened(path)
    seen = only(path).steps
    record(path, number, entry("answered"), seen=seen, by="甲", at=NOW)
    with pytest.raises(Refused, match="刚有别人办理"):
        record(path, number, entry("answered"), seen=seen, by="乙", at=NOW)
    with pytest.raises(Refused, match="刚有别人办理"):
        withdraw(path, number, seen=seen, by="乙", at=NOW)
    with pytest.raises(Refused, match="刚有别人办理"):
        opened(path)


def test_after_closing_a_later_month_opens_another_case_and_the_same_month_none(path: Path):
    number = opened(path)
    act(path, "answered")
    act(path, "closed")
    with pytest.raises(Refused, match="刚有别人办理"):
        opened(path, month=OCTOBER)
    second = opened(path, month=NOVEMBER)
    assert [(one.id, one.state) for one in alert_cases(path)] == [(number, "closed"), (second, "told")]
    closed = alert_cases(path)[0]
    with pytest.raises(Refused, match="又有新的一条"):
        withdraw(path, number, seen=closed.steps, by="甲", at=LATER)


def test_another_township_has_a_case_of_its_own(path: Path):
    opened(path)
    opened(path, area="乙镇")
    assert [one.area_code for one in alert_cases(path)] == ["甲镇", "乙镇"]


KILL = """
import os, signal, sys
from datetime import date, datetime
from pathlib import Path
import data.store.alerts as store
from data.store.alert_case import Entry
add = store._add
def die(*given):
    add(*given)
    os.kill(os.getpid(), signal.SIGKILL)
store._add = die
store.open_case(Path(sys.argv[1]), Entry("told", date(2026, 10, 1), {}), rule="filings_high", area_code="甲镇",
    area_name="甲镇", first_month=date(2026, 9, 1), by="x", at=datetime(2026, 11, 3))
"""


def test_a_kill_before_the_end_of_the_transaction_leaves_neither_case_nor_act(path: Path):
    command = [sys.executable, "-c", KILL, str(path)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert alert_cases(path) == []
    opened(path)
    assert only(path).state == "told"
