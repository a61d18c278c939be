"""The whole path from export files to a published build, and back."""

import json
import os
from datetime import date

import pytest

from data.refusal import Refused
from data.store.builds import current_build, current_number
from metrics._facts import population_not_listed
from tests.data.exports import a_case, cases_file, civil, mediations_file, population_file, townships_file, write_csv
from tests.data.loading import MARCH, NOW, begin, filings, load


def case(desk, number):
    build = current_build(desk.home.root)
    cursor = build.cursor().execute("SELECT * FROM cases WHERE case_number = ?", [number])
    names = [column[0] for column in cursor.description]
    return dict(zip(names, cursor.fetchone(), strict=True))


def test_exports_become_counts_by_township_outside_and_unassigned(desk, files):
    receipts = load(desk, townships_file(files), population_file(files), cases_file(files, MARCH))
    assert [r.error for r in receipts] == [None, None, None]
    assert all(r.adds_up for r in receipts)
    assert filings(desk) == {"柳河镇": 1, "东门街道": 1, "outside": 1, "unassigned": 1}
    assert (receipts[2].rows_read, receipts[2].rows_added) == (5, 5)
    assert (receipts[2].outside, receipts[2].unassigned) == (1, 1)


def test_a_population_table_alone_gives_the_list_of_townships(desk, files):
    load(desk, population_file(files))
    rows = current_build(desk.home.root).cursor().execute("SELECT township_code FROM townships").fetchall()
    assert [code for (code,) in rows] == ["东门街道", "柳河镇", "石坪乡", "种羊场管理处"]


def test_cases_may_come_before_any_township_list_and_are_placed_once_it_is_there(desk, files):
    load(desk, cases_file(files, MARCH))
    assert "柳河镇" not in filings(desk)
    load(desk, townships_file(files))
    assert filings(desk)["柳河镇"] == 1


def test_the_same_bytes_again_change_nothing_and_say_when_they_came_first(desk, files):
    path = cases_file(files, MARCH)
    first = load(desk, townships_file(files), path)[1]
    number = current_number(desk.home)
    again = load(desk, path)[0]
    assert current_number(desk.home) == number
    assert again.first_imported_at == NOW.isoformat(timespec="seconds")
    assert (again.rows_added, again.rows_unchanged, again.batch) == (0, first.rows_added, first.batch)
    assert again.adds_up


def test_a_file_given_twice_in_one_call_enters_once(desk, files):
    path = cases_file(files, MARCH)
    first, second = load(desk, path, path)
    assert (first.rows_added, second.rows_unchanged) == (5, 5)
    assert len(desk.imports()) == 1


def test_overlapping_exports_count_a_case_once_and_the_later_one_corrects_it_column_by_column(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    later = [
        (civil(1), "2025-03-03", "", "2025-05-01", "安和县石坪乡"),
        a_case(6, date(2025, 4, 2)),
    ]
    receipt = load(desk, cases_file(files, later, "四月.csv"))[0]
    assert (receipt.rows_added, receipt.rows_changed) == (1, 1)
    corrected = case(desk, civil(1))
    assert corrected["closed_on"] == date(2025, 5, 1)
    assert corrected["township_code"] == "石坪乡"
    assert corrected["cause"] == "民间借贷纠纷"


def test_of_two_names_for_one_township_the_later_export_stands_whichever_was_loaded_last(desk, files):
    header = ("地区", "2024年末常住人口")
    newer = [("柳河镇", 18_000), ("石坪乡", 3_000)]
    older = [("柳河乡", 17_000), ("石坪乡", 2_000)]
    load(desk, townships_file(files))
    load(desk, write_csv(files / "安和县2024年末常住人口（导出时间2026-02-01）.csv", header, newer))
    load(desk, write_csv(files / "安和县2024年末常住人口（导出时间2026-01-01）.csv", header, older))
    rows = current_build(desk.home.root).cursor().execute("SELECT township_code, people FROM residents").fetchall()
    assert dict(rows) == dict(newer)


def test_undo_makes_the_figures_what_they_were(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    before = everything(desk)
    later = load(
        desk, cases_file(files, [a_case(1, date(2025, 3, 3), "安和县石坪乡"), a_case(9, date(2025, 4, 2))], "b.csv")
    )
    assert everything(desk) != before
    record = desk.undo(later[0].batch, by="测试", now=NOW)
    assert record.state == "withdrawn"
    assert everything(desk) == before


def everything(desk):
    cursor = current_build(desk.home.root).cursor()
    return [
        cursor.execute(f"SELECT * EXCLUDE (batch) FROM {table} ORDER BY ALL").fetchall()
        for table in ("cases", "population", "coverage")
    ] + [cursor.execute("SELECT * FROM daily_counts ORDER BY ALL").fetchall()]


def test_an_undone_import_can_be_loaded_again(desk, files):
    path = cases_file(files, MARCH)
    first = load(desk, path)[0]
    desk.undo(first.batch, by="测试", now=NOW)
    again = load(desk, path)[0]
    assert (again.rows_added, again.first_imported_at) == (5, None)


def test_an_import_that_is_not_in_force_cannot_be_undone(desk):
    with pytest.raises(Refused, match="7号"):
        desk.undo(7, by="测试", now=NOW)


def test_a_damaged_file_is_refused_and_the_good_one_beside_it_enters(desk, files):
    broken = files / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04" + os.urandom(200))
    refused, taken = load(desk, broken, cases_file(files, MARCH))
    assert refused.error_code
    assert refused.error
    assert (refused.rows_read, taken.rows_added) == (0, 5)


def test_a_refused_file_alone_makes_no_build(desk, files):
    empty = files / "空.xlsx"
    empty.write_bytes(b"")
    assert load(desk, empty)[0].error_code == "empty_file"
    assert current_number(desk.home) is None


def test_another_courts_file_is_refused(desk, files):
    load(desk, cases_file(files, MARCH))
    other = [(f"（2025）甘0702民初{n}号", "2025-03-01", "", "", "") for n in range(1, 9)]
    receipt = load(desk, cases_file(files, other, "别院.csv"))[0]
    assert receipt.error_code == "other_court"
    assert "甘0702" in receipt.error
    assert filings(desk) == {"unassigned": 3, "outside": 1}


def test_rows_set_aside_are_in_the_receipt_and_in_no_count(desk, files):
    rows = [a_case(1, date(2025, 3, 3)), (civil(2), "", "", "", ""), ("看不懂", "2025-03-03", "", "", "")]
    receipt = load(desk, cases_file(files, rows))[0]
    assert (receipt.rows_read, receipt.rows_added, receipt.rows_set_aside) == (3, 1, 2)
    assert [p.row for p in receipt.problems if p.severity == "error"] == [3, 4]
    assert sum(filings(desk).values()) == 1


def test_the_log_keeps_the_same_receipt_as_the_call_returned(desk, files):
    receipts = load(desk, townships_file(files), cases_file(files, MARCH))
    kept = [r for one in desk.imports() for r in one.receipts]
    assert [r.to_json() for r in kept] == [r.to_json() for r in receipts]


def test_mediation_counts_follow_kind_and_result(desk, files):
    rows = [
        ("（2025）安调字第1号", "2025-03-01", "邻里", "调解成功", "柳河镇"),
        ("（2025）安调字第2号", "2025-03-02", "邻里", "调解不成功", "柳河镇"),
        ("（2025）安调字第3号", "2025-03-02", "物业", "", "石坪乡"),
    ]
    receipt = load(desk, townships_file(files), mediations_file(files, rows))[1]
    assert receipt.error is None
    assert filings(desk, "people_mediations_accepted") == {"柳河镇": 2, "石坪乡": 1}
    assert filings(desk, "people_mediations_resolved") == {"柳河镇": 1}


def test_a_build_that_fails_its_checks_is_thrown_away_and_the_old_one_stays(desk, files, monkeypatch):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    before = current_number(desk.home)
    from data.build import build, checks

    def fail(*_):
        raise checks.BuildBroken("planted")

    monkeypatch.setattr(build, "check_build", fail)
    receipt = load(desk, cases_file(files, [a_case(9, date(2025, 4, 2))], "b.csv"))[0]
    assert receipt.error_code == "build_check_failed"
    assert current_number(desk.home) == before
    assert [one.file_name for one in desk.imports()] == ["安和县乡镇街道名册.csv", "安和县人民法院案件查询结果.csv"]
    monkeypatch.undo()
    assert load(desk, cases_file(files, [a_case(9, date(2025, 4, 2))], "b.csv"))[0].rows_added == 1


def test_a_reader_keeps_its_build_while_others_are_published(desk, files):
    load(desk, cases_file(files, MARCH))
    old = current_build(desk.home.root)
    for serial in range(10, 15):
        load(desk, cases_file(files, [a_case(serial, date(2025, 4, 2))], f"{serial}.csv"))
    assert old.cursor().execute("SELECT count(*) FROM cases").fetchone() == (5,)
    assert current_build(desk.home.root).cursor().execute("SELECT count(*) FROM cases").fetchone() == (10,)


def test_a_build_cannot_reach_files(desk, files):
    path = cases_file(files, MARCH)
    load(desk, path)
    import duckdb

    with pytest.raises(duckdb.Error):
        current_build(desk.home.root).cursor().execute(f"SELECT * FROM read_csv('{path}')")


def test_nothing_personal_is_stored(desk, files):
    header = ("案号", "立案日期", "原告", "被告", "被告住所地", "身份证号", "联系电话")
    row = (
        civil(1),
        "2025-03-03",
        "赵无忧",
        "钱多多",
        "安和县柳河镇槐树巷77号钱家院",
        "620733199001011234",
        "13900001111",
    )
    load(desk, townships_file(files), write_csv(files / "案件.csv", header, [row]))
    stored = b"".join(path.read_bytes() for path in desk.home.root.rglob("*") if path.is_file())
    for secret in ("赵无忧", "钱多多", "槐树巷", "钱家院", "620733199001011234", "13900001111"):
        assert secret.encode() not in stored


def test_the_spool_is_empty_when_the_work_is_done(desk, files):
    load(desk, cases_file(files, MARCH))
    assert list(desk.home.spool.iterdir()) == []


def test_a_receipt_survives_the_way_to_json_and_back(desk, files):
    from data.receipt import Receipt

    receipt = load(desk, cases_file(files, [*MARCH, ("看不懂", "2025-03-03", "", "", "")]))[0]
    assert Receipt.from_json(json.loads(json.dumps(receipt.to_json()))) == receipt


def test_people_of_a_unit_that_no_list_names_are_in_no_denominator_and_the_unit_is_named(desk, files):
    people = write_csv(files / "人口.csv", ("地区", "2024年末常住人口"), [("柳河镇", 18000), ("青石林场", 300)])
    load(desk, townships_file(files), people)
    build = current_build(desk.home.root)
    assert build.cursor().execute("SELECT sum(people)::INT FROM residents").fetchone() == (18000,)
    assert population_not_listed(build) == ("青石林场",)
