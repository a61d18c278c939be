import os
import signal
import sqlite3
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from data.brief import Brief, Target
from data.definition import Definition
from data.refusal import Refused
from data.store.bulletins import (
    ToIssue,
    builds_kept,
    digest_of,
    issue,
    issue_together,
    issued,
    last_before,
    latest,
)
from data.store.schema import STEPS
from data.store.state import prepare

OCTOBER = date(2026, 10, 1)
AT = datetime(2026, 11, 22, 9, 30)
BRIEF = Brief(
    kind="monthly", month=OCTOBER, dated=date(2026, 11, 22), office="云泽县人民法院", reasons=("收案偏高", "排查不细"),
    targets=(Target("litigation_rate", 2026, Decimal("98.60"), "at_most", "county", "云政法〔2026〕3号"),),
)  # fmt: skip
NOTICE = ToIssue(BRIEF, 9, Definition(version=3), '{"万": 1.5}', ("未归属占3.1%",), program="abc")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    prepare(tmp_path / "state.db")
    return tmp_path / "state.db"


def give(path: Path, notice: ToIssue = NOTICE, seen: int = 0):
    return issue(path, notice, seen=seen, by="张三", at=AT)


def test_everything_that_was_frozen_comes_back_as_it_was(path: Path):
    give(path)
    one = latest(path, "monthly", OCTOBER)
    assert (one.brief, one.definition, one.figures, one.build) == (BRIEF, Definition(version=3), '{"万": 1.5}', 9)
    assert (one.confirmed, one.issued_by, one.issued_at, one.program) == (("未归属占3.1%",), "张三", AT, "abc")
    assert one.sha256 == digest_of(one.figures) == sha256(one.figures.encode()).hexdigest()


def test_a_month_issued_again_is_a_correction_and_the_first_stays(path: Path):
    first = give(path)
    second = give(path, replace(NOTICE, build=12), seen=1)
    assert (first.revision, second.revision, second.is_correction) == (1, 2, True)
    assert issued(path) == [second, first]
    assert latest(path, "monthly", OCTOBER) == second


def test_the_second_of_two_who_issue_at_once_is_told_who_was_first(path: Path):
    give(path)
    with pytest.raises(Refused, match="刚由张三于2026-11-22 09:30定稿（第1次）"):
        give(path)
    assert len(issued(path)) == 1


def test_a_correction_of_what_was_never_issued_is_refused(path: Path):
    with pytest.raises(Refused, match="还没有定稿"):
        give(path, seen=1)


FAMILY = replace(NOTICE, brief=replace(BRIEF, kind="family"))


def test_of_notices_issued_together_a_refusal_of_the_last_leaves_none(path: Path):
    give(path, FAMILY)
    with pytest.raises(Refused, match="刚由张三"):
        issue_together(path, [(NOTICE, 0), (FAMILY, 0)], by="张三", at=AT)
    assert [one.kind for one in issued(path)] == ["family"]
    assert [one.revision for one in issue_together(path, [(NOTICE, 0), (FAMILY, 1)], by="张三", at=AT)] == [1, 2]


def test_a_process_killed_between_two_notices_leaves_neither(path: Path):
    def one_and_death():
        yield NOTICE, 0
        os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if not child:
        try:
            issue_together(path, one_and_death(), by="张三", at=AT)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert issued(path) == []
    assert [one.revision for one in issue_together(path, [(NOTICE, 0), (FAMILY, 0)], by="张三", at=AT)] == [1, 1]


def test_kinds_and_months_have_revisions_of_their_own(path: Path):
    give(path)
    other = give(path, replace(NOTICE, brief=replace(BRIEF, kind="petitions")))
    next_month = give(path, replace(NOTICE, brief=replace(BRIEF, month=date(2026, 11, 1))))
    assert (other.revision, next_month.revision) == (1, 1)
    assert [one.kind for one in issued(path, "petitions")] == ["petitions"]
    assert latest(path, "petitions", date(2026, 11, 1)) is None


def test_notices_are_asked_for_from_a_month_on_and_the_last_one_before_a_month_by_itself(path: Path):
    later = give(path, replace(NOTICE, brief=replace(BRIEF, month=date(2026, 11, 1))))
    give(path)
    corrected = give(path, seen=1)
    assert issued(path, since=date(2026, 11, 1)) == [later]
    assert last_before(path, "monthly", date(2026, 12, 1)) == later
    assert last_before(path, "monthly", date(2026, 11, 1)) == corrected
    assert last_before(path, "monthly", OCTOBER) is None
    assert last_before(path, "petitions", date(2026, 12, 1)) is None


def test_the_builds_of_all_issued_notices_are_kept(path: Path):
    assert builds_kept(path) == frozenset()
    give(path)
    give(path, replace(NOTICE, build=12), seen=1)
    assert builds_kept(path) == {9, 12}


def test_a_notice_of_an_older_program_keeps_the_template_of_its_own(tmp_path: Path):
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as db:
        for step in STEPS[:10]:
            db.executescript(step)
        db.execute("PRAGMA user_version = 10")
        names = "kind, month, revision, build, definition, brief, figures, sha256, template, program"
        for kind, template in (("monthly", 7), ("petitions", None)):
            values = (
                kind,
                "2026-10-01",
                1,
                9,
                Definition().to_json(),
                "{}",
                "{}",
                "",
                template,
                "",
                AT.isoformat(),
                "张三",
            )
            db.execute(
                f"INSERT INTO issued_notices ({names}, issued_at, issued_by) VALUES ({', '.join('?' * len(values))})",
                values,
            )
    prepare(path)
    assert [one.templates for one in issued(path)] == [{"petitions": None}, {"monthly": 7}]
    assert give(path, replace(NOTICE, templates={"monthly": None, "letter": 2}), seen=1).templates == {
        "monthly": None,
        "letter": 2,
    }
