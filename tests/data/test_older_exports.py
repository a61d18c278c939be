"""An export made earlier never overrides one made later, whichever was loaded last; and it says so."""

from datetime import date

from data.store.builds import current_build
from tests.data.exports import a_case, cases_file, civil, mediations_file, townships_file
from tests.data.loading import filings, load

NEW = [(civil(1), "2025-03-03", "", "2025-05-01", "安和县石坪乡"), a_case(2, date(2025, 3, 10))]
OLD = [a_case(1, date(2025, 3, 3)), a_case(2, date(2025, 3, 10)), a_case(7, date(2025, 2, 3))]


def older(receipt):
    return [(p.severity, p.count) for p in receipt.problems if p.code == "older_export"]


def test_an_older_export_adds_what_is_missing_and_overrides_nothing(desk, files):
    load(desk, townships_file(files))
    load(desk, cases_file(files, NEW, "新.csv"), exported_on="2026-02-01")
    receipt = load(desk, cases_file(files, OLD, "旧.csv"), exported_on="2026-01-01")[0]
    assert filings(desk) == {"石坪乡": 1, "柳河镇": 2}
    assert (receipt.rows_added, receipt.rows_changed, receipt.rows_unchanged) == (1, 1, 1)
    assert older(receipt) == [("warning", 1)]


def test_an_older_export_still_fills_cells_that_the_newer_one_leaves_empty(desk, files):
    load(desk, cases_file(files, NEW, "新.csv"), exported_on="2026-02-01")
    load(desk, cases_file(files, OLD, "旧.csv"), exported_on="2026-01-01")
    from data.store.builds import current_build

    rows = current_build(desk.home.root).cursor().execute("SELECT cause, closed_on FROM cases ORDER BY case_number")
    assert rows.fetchall()[0] == ("民间借贷纠纷", date(2025, 5, 1))


def test_the_date_in_the_file_name_counts_as_declared(desk, files):
    load(desk, cases_file(files, NEW, "案件 导出时间：2026-02-01.csv"))
    receipt = load(desk, cases_file(files, OLD, "案件 导出时间：2026-01-01.csv"))[0]
    assert older(receipt) == [("warning", 1)]
    assert "2026-01-01" in next(p.sentence for p in receipt.problems if p.code == "older_export")


def test_what_is_declared_outranks_the_file_name(desk, files):
    load(desk, cases_file(files, NEW, "案件 导出时间：2026-02-01.csv"))
    receipt = load(desk, cases_file(files, OLD, "案件 导出时间：2026-01-01.csv"), exported_on="2026-02-02")[0]
    assert older(receipt) == []
    assert filings(desk) == {"unassigned": 3}


def test_an_export_date_that_lies_ahead_in_the_file_name_is_taken_for_none(desk, files):
    load(desk, cases_file(files, NEW, "案件 导出时间：2062-02-01.csv"))
    assert desk.imports()[0].exported_on is None


def test_an_older_export_that_agrees_is_not_remarked_on(desk, files):
    load(desk, cases_file(files, OLD, "新.csv"), exported_on="2026-02-01")
    receipt = load(desk, cases_file(files, OLD[:2], "旧.csv"), exported_on="2026-01-01")[0]
    assert (older(receipt), receipt.rows_unchanged) == ([], 2)


def test_the_same_bytes_with_another_export_date_are_another_import(desk, files):
    path = cases_file(files, OLD)
    load(desk, path, exported_on="2026-01-01")
    receipt = load(desk, path, exported_on="2026-02-01")[0]
    assert (receipt.batch, receipt.first_imported_at) == (2, None)
    assert load(desk, path)[0].first_imported_at is not None


def test_an_empty_result_in_a_later_export_does_not_undo_a_settled_dispute(desk, files):
    """An empty cell never erases; where nobody ever said anything the dispute is open."""
    settled = ("人调字第1号", "2025-03-04", "邻里", "调解成功", "柳河镇")
    first = [settled, ("人调字第2号", "2025-03-05", "邻里", "", "柳河镇")]
    later = [(*row[:3], "", row[4]) for row in first]
    load(desk, townships_file(files), mediations_file(files, first, "人民调解台账1.csv"))
    load(desk, mediations_file(files, later, "人民调解台账2.csv"))
    build = current_build(desk.home.root)
    assert sorted(build.cursor().execute("SELECT result FROM mediations").fetchall()) == [("open",), ("success",)]


def test_numbers_that_start_anew_each_year_are_disputes_of_their_own(desk, files):
    last_year = [("柳人调1号", "2024-03-04", "邻里", "调解成功", "柳河镇")]
    this_year = [("柳人调1号", "2025-03-04", "邻里", "调解失败", "柳河镇")]
    load(desk, townships_file(files), mediations_file(files, last_year, "人民调解台账2024年.csv"))
    load(desk, mediations_file(files, this_year, "人民调解台账2025年.csv"))
    build = current_build(desk.home.root)
    assert sorted(build.cursor().execute("SELECT result FROM mediations").fetchall()) == [("failure",), ("success",)]
