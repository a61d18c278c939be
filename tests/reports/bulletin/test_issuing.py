"""定稿: what is checked, what is frozen, and that it comes back byte by byte whatever came after it."""

import json
import math
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data.brief import Typed
from data.definition import Definition
from data.desk import Desk, UploadedFile
from data.refusal import Refused
from data.store.builds import build_path, connect, forget, open_build
from data.store.bulletins import issued, latest
from data.store.definitions import save
from data.store.notice_templates import put, withdraw
from data.store.typed import save_typed
from metrics._check import Check
from reports.bulletin.issuing import again, is_as_issued, issue_month
from reports.bulletin.kinds import review_of
from reports.bulletin.own_templates import contents, own_templates, templates_then
from reports.bulletin.prepare import brief_for, issued_this_year
from reports.bulletin.ready import on_record
from tests.data.exports import a_case, cases_file
from tests.reports.bulletin.small_home import FEBRUARY, MARCH, NOW, TODAY, build_of, made

ROOT = Path(__file__).resolve().parents[3]
FINE = Check("月份", "ok", "已经结束。")
WARNED = Check("待修正的行", "warn", "有 2 行待修正。")
STOPPED = Check("数据齐全", "stop", "案件台账在2025年3月有 3 天没有导入。")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return made(tmp_path)


def preview(desk: Desk, month: date = MARCH):
    build = build_of(desk)
    return review_of(build, brief_for(desk.home.root, build, "monthly", month, TODAY))


def give(desk: Desk, checks=(FINE,), confirmed=(), seen=0, told=None, month=MARCH, own=None):
    told = told or preview(desk, month)
    own = own_templates(desk.home, "monthly") if own is None else own
    return issue_month(desk.home, told, checks, confirmed, own, seen=seen, by="张三", at=NOW)


def later_case(tmp_path: Path, desk: Desk) -> None:
    path = cases_file(tmp_path / "files", [a_case(200, date(2025, 3, 15))], "补录.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)


def test_a_stop_blocks_and_its_sentence_is_told(desk):
    with pytest.raises(Refused, match="不能定稿：案件台账在2025年3月有 3 天没有导入。"):
        give(desk, checks=(FINE, WARNED, STOPPED), confirmed=(WARNED.sentence,))
    assert issued(desk.home.state) == []


def test_every_warning_is_confirmed_and_stays_with_the_notice(desk):
    with pytest.raises(Refused, match="还有 1 项提醒没有确认，没有定稿：有 2 行待修正。"):
        give(desk, checks=(FINE, WARNED), confirmed=("另一句。",))
    notice = give(desk, checks=(FINE, WARNED), confirmed=(WARNED.sentence,))
    assert notice.confirmed == (WARNED.sentence,)


def test_an_issued_month_comes_back_byte_by_byte_whatever_came_after_it(desk, tmp_path):
    save_typed(
        desk.home.state, "monthly", MARCH, Typed(office="安和县人民法院", reasons=("借贷增多",)), by="甲", at=NOW
    )
    notice = give(desk)
    save(
        desk.home.state, replace(Definition(), excluded_causes=("民间借贷纠纷",)), by="甲", at=NOW, why="试", based_on=1
    )
    later_case(tmp_path, desk)
    assert preview(desk).figures_json() != notice.figures
    once = again(desk.home, notice)
    assert (once.differs, once.review.brief.office, once.review.brief.reasons) == ("", "安和县人民法院", ("借贷增多",))
    assert once.review.figures_json().encode() == notice.figures.encode()
    assert _in_a_fresh_process(desk) == notice.sha256


def test_a_case_that_only_changes_its_cause_makes_the_month_another_than_was_issued(desk, tmp_path):
    notice = give(desk)
    path = cases_file(tmp_path / "files", [a_case(99, date(2025, 3, 31), cause="离婚纠纷")], "更正案由.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=datetime(2030, 1, 1))
    now = preview(desk)
    assert [one.numerator for one in now.figures_to_date] == [
        one.numerator for one in again(desk.home, notice).review.figures_to_date
    ]
    assert not is_as_issued(desk.home, notice, now)


def preview_of_families(desk):
    build = build_of(desk)
    return review_of(build, brief_for(desk.home.root, build, "family", MARCH, TODAY))


def test_a_family_notice_is_corrected_only_when_something_that_it_prints_is_another(desk, tmp_path):
    """What another branch's cases are called or where they lie is in no family notice; that a case is of the branch is.
    Later months, which move how far the data reach, are no correction either."""
    notice = give(desk, told=preview_of_families(desk), own={})
    elsewhere = "安和县石坪乡南街3号"
    others = [
        a_case(99, date(2025, 3, 31), elsewhere, "买卖合同纠纷"),
        a_case(400, date(2025, 4, 20), cause="离婚纠纷"),
    ]
    families = [a_case(99, date(2025, 3, 31), elsewhere, "离婚纠纷")]
    for rows, day, is_same in ((others, 1, True), (families, 2, False)):
        path = cases_file(tmp_path / "files", rows, f"{day}.csv")
        desk.load([UploadedFile(path.name, path)], by="甲", now=datetime(2030, 1, day))
        told = preview_of_families(desk)
        assert told.figures_json() != notice.figures
        assert is_as_issued(desk.home, notice, told) is is_same


_AGAIN = """
import sys
from pathlib import Path
from data.store.bulletins import digest_of, issued
from data.store.home import Home
from reports.bulletin.issuing import again
home = Home(Path(sys.argv[1]))
print(digest_of(again(home, issued(home.state)[0]).review.figures_json()))
"""


def _in_a_fresh_process(desk: Desk) -> str:
    command = [sys.executable, "-c", _AGAIN, str(desk.home.root)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_a_newer_program_that_counts_otherwise_is_told_with_what_differs(desk):
    notice = give(desk)
    plain = json.loads(notice.figures)
    row = next(one for one in plain["to_date"] if one["area_code"] == "柳河镇" and one["metric"] == "civil_filings")
    row["numerator"] -= 1
    [alone] = [one for one in plain["month"] if (one["area_code"], one["metric"]) == ("石坪乡", "litigation_rate")]
    plain["month"].remove(alone)
    plain["month"].append({**alone, "area_code": "旧乡", "area_name": "旧乡", "metric": "before"})
    figures = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    once = again(desk.home, replace(notice, figures=figures, sha256="another"))
    assert once.differs == (
        f"重新生成的数与定稿时不同（程序已经更新）：柳河镇累计一审民商事新收原为{row['numerator']}，"
        f"现为{row['numerator'] + 1}；旧乡当月before原为{alone['numerator']}/3000，现为无；"
        f"石坪乡当月万人成讼率原为无，现为{alone['numerator']}/3000。定稿时的数以定稿记录为准。"
    )


def test_a_last_digit_that_another_processor_makes_is_no_difference(desk):
    notice = give(desk)
    plain = json.loads(notice.figures)
    row = next(one for one in plain["to_date"] if one["value"] and one["metric"] == "litigation_rate")
    for value, is_same in ((math.nextafter(row["value"], 0), True), (row["value"] * (1 + 1e-9), False)):
        row["value"] = value
        figures = json.dumps(plain, ensure_ascii=False, sort_keys=True)
        assert (again(desk.home, replace(notice, figures=figures, sha256="another")).differs == "") == is_same


def test_a_build_that_is_gone_or_unreadable_is_told_in_a_sentence(desk):
    notice = give(desk)
    desk.rebuild(why="words", now=NOW)
    path = build_path(desk.home, notice.build)
    forget(open_build(desk.home, notice.build))
    path.unlink()
    with pytest.raises(Refused, match="第1号数据版本的文件不在，请从备份恢复"):
        again(desk.home, notice)
    path.write_bytes(b"no build")
    with pytest.raises(Refused, match="现在的程序不能重新计算"):
        again(desk.home, notice)


def test_a_build_that_a_page_still_reads_can_be_opened_once_more_and_is_as_locked(desk):
    """Newer builds took its place among those remembered; who looks at an issued month holds it all the same."""
    held = build_of(desk)
    second = connect(held.path)
    asked = "SELECT count(*) FROM cases"
    assert second.execute(asked).fetchall() == held.cursor().execute(asked).fetchall()
    with pytest.raises(duckdb.Error, match="locked"):
        second.execute("SET threads = 1")
    second.close()


def test_the_month_before_gives_its_places_and_its_definition(desk):
    assert preview(desk).brief.before is None
    give(desk, month=FEBRUARY)
    before = preview(desk).brief.before
    assert (before.month, before.definition) == (FEBRUARY, Definition().to_json())
    ranks = {one.area_code: one.rank for one in before.places if one.metric == "litigation_rate"}
    assert sorted(ranks.values()) == [1, 2, 3]
    assert preview(desk, date(2025, 1, 1)).brief.before is None


def test_the_check_looks_back_to_the_month_before_whatever_was_issued_last(desk):
    january = date(2025, 1, 1)
    for month, seen in ((MARCH, 0), (january, 0), (FEBRUARY, 0), (january, 1)):
        give(desk, month=month, seen=seen)
    build = build_of(desk)
    looked = [on_record(desk.home, build, "monthly", month, TODAY) for month in (january, FEBRUARY, MARCH)]
    assert [one.issued_last for one in looked] == [None, january, FEBRUARY]
    assert [one.definition_then for one in looked] == [None, build.definition, build.definition]
    assert [one.revisions for one in looked] == [2, 1, 1]


def test_a_correction_takes_the_place_of_the_first_and_only_a_change_is_one(desk, tmp_path):
    first = give(desk)
    assert is_as_issued(desk.home, first, preview(desk))
    later_case(tmp_path, desk)
    assert not is_as_issued(desk.home, first, preview(desk))
    second = give(desk, seen=1)
    assert latest(desk.home.state, "monthly", MARCH) == second
    build = build_of(desk)
    assert [one.revision for one in issued_this_year(desk.home.root, build, "monthly", MARCH)] == [2]
    assert issued_this_year(desk.home.root, build, "monthly", FEBRUARY) == []


def test_what_was_printed_of_protected_causes_binds_the_next_notice_of_the_year(desk, tmp_path):
    rows = [a_case(300 + n, date(2025, 2, 3), "安和县柳河镇", "离婚纠纷") for n in range(3)]
    path = cases_file(tmp_path / "files", rows, "离婚.csv")
    desk.load([UploadedFile(path.name, path)], by="甲", now=NOW)
    notice = give(desk, month=FEBRUARY)
    held = {(one.area_code, one.start, one.end) for one in notice.printed if one.n is None}
    assert ("柳河镇", date(2025, 1, 1), date(2025, 2, 28)) in held
    assert issued(desk.home.state)[0].printed == notice.printed
    assert preview(desk).brief.printed == notice.printed
    assert again(desk.home, notice).review.brief.printed == ()


def names_then(desk, notice):
    return {one: found.file_name if found else None for one, found in templates_then(desk.home, notice).items()}


def test_an_issued_notice_its_sheets_and_letters_keep_the_templates_they_were_issued_with(desk):
    path, said = desk.home.state, {"by": "甲", "at": NOW}
    put(path, "monthly", "旧.docx", b"PK old", **said)
    put(path, "sheets", "旧单.docx", b"PK old sheet", **said)
    notice = give(desk)
    put(path, "monthly", "新.docx", b"PK new", **said)
    withdraw(path, "sheets", **said)
    put(path, "letter", "函.docx", b"PK letter", **said)
    assert contents(own_templates(desk.home, "monthly")) == {"monthly": b"PK new", "letter": b"PK letter"}
    assert contents(templates_then(desk.home, notice)) == {"monthly": b"PK old", "sheets": b"PK old sheet"}
    assert issued(path)[0].templates == notice.templates


def test_a_template_withdrawn_between_preview_and_issue_is_frozen_as_it_was_previewed(desk):
    path, said = desk.home.state, {"by": "甲", "at": NOW}
    put(path, "letter", "函.docx", b"PK letter", **said)
    previewed = own_templates(desk.home, "monthly")
    withdraw(path, "letter", **said)
    assert names_then(desk, give(desk, own=previewed)) == {"monthly": None, "sheets": None, "letter": "函.docx"}


def test_of_a_notice_of_an_older_program_its_own_template_stands_and_the_others_are_those_in_force(desk):
    path, said = desk.home.state, {"by": "甲", "at": NOW}
    put(path, "monthly", "旧.docx", b"PK old", **said)
    old = replace(give(desk), templates={"monthly": 1})
    put(path, "monthly", "新.docx", b"PK new", **said)
    put(path, "sheets", "单.docx", b"PK sheet", **said)
    assert names_then(desk, old) == {"monthly": "旧.docx", "sheets": "单.docx", "letter": None}
