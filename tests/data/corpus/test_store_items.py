"""Items 87 to 96: what must become of files that meet what is already there, and of names that attack."""

from datetime import date

import pytest

from data.desk import UploadedFile
from data.store.builds import current_number
from tests.data.exports import a_case, cases_file, civil, townships_file, write_csv
from tests.data.loading import MARCH, NOW, begin, filings, load
from tests.data.read import odd_files as odd

_RLO = "\u202e"


@pytest.fixture
def loaded(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    return desk


def upload(desk, path, name):
    return desk.load([UploadedFile(name, path)], by="测试", now=NOW)[0]


def test_87_the_same_file_again_is_no_new_import(loaded, files):
    number, log = current_number(loaded.home), len(loaded.imports())
    receipt = load(loaded, cases_file(files, MARCH))[0]
    assert receipt.first_imported_at
    assert (current_number(loaded.home), len(loaded.imports())) == (number, log)


def test_88_the_same_rows_under_another_name_and_other_bytes_change_no_figure(loaded, files):
    before = filings(loaded)
    receipt = load(loaded, cases_file(files, [*MARCH[::-1]], "重新导出.csv"))[0]
    assert (receipt.rows_unchanged, receipt.rows_added, receipt.rows_changed) == (5, 0, 0)
    assert filings(loaded) == before


def test_89_of_overlapping_exports_the_later_one_stands(loaded, files):
    later = [a_case(1, date(2025, 3, 3), "甘肃省安和县石坪乡北村"), a_case(8, date(2025, 3, 31))]
    receipt = load(loaded, cases_file(files, later, "四月导出.csv"))[0]
    assert (receipt.rows_changed, receipt.rows_added) == (1, 1)
    assert filings(loaded)["石坪乡"] == 1


def test_90_a_case_that_a_newer_export_lacks_is_kept(loaded, files):
    before = sum(filings(loaded).values())
    load(loaded, cases_file(files, MARCH[:2], "较少.csv"))
    assert sum(filings(loaded).values()) == before


def test_92_another_courts_file_is_refused(loaded, files):
    rows = [("（2025）甘0799民初1号", "2025-03-04", "离婚纠纷", "", "")] * 3
    assert load(loaded, cases_file(files, rows, "外院.csv"))[0].error_code == "other_court"


def test_93_a_case_twice_is_one_when_equal_and_none_when_its_filing_dates_differ(desk, files):
    equal, other = a_case(1, date(2025, 3, 3)), (civil(2), "2025-03-04", "离婚纠纷", "", "")
    rows = [equal, equal, other, (civil(2), "2025-04-04", "离婚纠纷", "", "")]
    receipt = load(desk, townships_file(files), cases_file(files, rows))[1]
    assert (receipt.rows_added, receipt.rows_repeated, receipt.rows_set_aside) == (1, 1, 2)
    assert sum(filings(desk).values()) == 1


@pytest.mark.parametrize(
    "name", ["../../etc/案件.csv", "案" * 5_000 + ".csv", "案件\n.csv", f"案件{_RLO}vsc.exe.csv", "/abs/案件.csv", ""]
)
def test_95_a_name_that_attacks_is_only_a_name(desk, files, tmp_path, name):
    before = {path for path in tmp_path.rglob("*") if desk.home.root not in path.parents}
    path = cases_file(files, MARCH)
    receipt = upload(desk, path, name)
    assert (receipt.error_code, receipt.file, receipt.rows_added) == (None, name, 5)
    outside = {path for path in tmp_path.rglob("*") if desk.home.root not in path.parents}
    assert outside - before == {path}


@pytest.mark.parametrize(
    "name", ["案件.xlsx.exe", "案件.xlsx.EXE ", f"案件{_RLO}xslx.scr", "案件.csv.js.", "a.BAT\u200b"]
)
def test_95_a_name_that_ends_like_a_programs_is_refused_whatever_it_holds(desk, files, name):
    receipt = upload(desk, cases_file(files, MARCH), name)
    assert receipt.error_code == "program_file"
    assert desk.imports() == []


def test_96_half_an_upload_leaves_nothing(loaded, files):
    before, number = filings(loaded), current_number(loaded.home)
    whole = odd.xlsx([("案号", "立案日期"), *((civil(n), "2025-04-04") for n in range(10, 200))])
    half = files / "一半.xlsx"
    half.write_bytes(whole[: len(whole) // 2])
    assert load(loaded, half)[0].error_code == "truncated"
    assert (filings(loaded), current_number(loaded.home)) == (before, number)


def test_a_text_that_is_too_large_is_refused_at_the_desk_with_the_code_of_the_child(desk, files, monkeypatch):
    monkeypatch.setattr("settings.MAX_UPLOAD_MB", 0)
    path = write_csv(files / "大.csv", ("案号", "立案日期"), [(civil(1), "2025-03-04")])
    assert load(desk, path)[0].error_code == "file_too_large"
