import os
import stat

import pyarrow.parquet
import pytest

import settings
from data import limited_child
from data.intake import spawn
from data.intake.spawn import parse_file
from tests.data.read import odd_files as odd

SECRET = b"k" * 32


@pytest.fixture(autouse=True)
def started_anew(monkeypatch, real_start):
    monkeypatch.setattr(spawn, "run_child", real_start)


@pytest.fixture
def parse(tmp_path):
    """Parses these bytes under that name, as an upload would be."""

    def run(raw: bytes, name: str = "案件.xlsx", **more):
        path = tmp_path / "upload"
        path.write_bytes(raw)
        return parse_file(path, name, out_dir=tmp_path / "out", secret=SECRET, **more)

    return run


@pytest.mark.parametrize(("raw", "name"), [(odd.xlsx(), "案件.xls"), (odd.xls(), "案件.et")])
def test_a_ledger_comes_through_the_child_whatever_its_name(parse, raw, name):
    parsed = parse(raw, name)
    assert (parsed.error_code, parsed.error) == (None, None)
    (sheet,) = parsed.sheets
    assert (sheet.ledger, sheet.rows_read, sheet.rows_set_aside) == ("cases", 2, 0)
    numbers = pyarrow.parquet.read_table(sheet.rows_path, columns=["case_number"])["case_number"].to_pylist()
    assert numbers == [row[0] for row in odd.ROWS]


def test_what_the_child_writes_is_for_the_owner_alone_and_its_result_file_is_gone(parse, tmp_path):
    (sheet,) = parse(odd.xlsx()).sheets
    assert stat.S_IMODE(sheet.rows_path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sheet-1.parquet"]


def test_it_works_from_any_folder(parse, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert parse(odd.xlsx()).error_code is None


def test_a_refused_file_is_one_coded_sentence(parse):
    parsed = parse(b"")
    assert (parsed.error_code, parsed.sheets) == ("empty_file", [])
    assert parsed.error.endswith("。")


def test_a_file_that_aborts_the_reader_costs_one_child_and_one_sentence(parse):
    # References the scan does not look for, because honest writers never write them: the reader asks for 512 GB.
    killer = '<row  r = "1"><c  r = "A1"><v>1</v></c></row><row  r = "5"><c  r = "XFD1048576"><v>1</v></c></row>'
    before = os.getpid()
    parsed = parse(odd.package(odd.sheet_xml(killer)))
    assert (parsed.error_code, os.getpid()) == ("reader_died", before)
    assert "另存为" in parsed.error


def test_a_child_that_runs_out_of_memory_is_one_sentence(parse, monkeypatch):
    monkeypatch.setenv("SUYUAN_CHILD_MEMORY_MB", "300")
    wide = odd.sheet_xml(odd.row(1, odd.cell("A1")) + odd.row(900_000, odd.cell("T900000")))
    assert parse(odd.package(wide)).error_code in ("reader_died", "reader_memory")


def test_a_child_that_takes_too_long_is_stopped(parse, monkeypatch):
    monkeypatch.setattr(settings, "CHILD_WALL_SECONDS", 0.05)
    assert parse(odd.xlsx()).error_code == "reader_timeout"


def test_a_child_that_cannot_start_is_one_sentence(parse, monkeypatch):
    monkeypatch.setattr(limited_child.sys, "executable", "/nowhere/python")
    assert parse(odd.xlsx()).error_code == "reader_unavailable"


def test_a_missing_upload_is_one_sentence(tmp_path):
    parsed = parse_file(tmp_path / "gone", "案件.xlsx", out_dir=tmp_path / "out", secret=SECRET)
    assert parsed.error_code == "reader_failed"
    assert "gone" not in parsed.error


def test_an_upload_over_the_limit_is_refused_before_it_is_read(parse):
    assert parse(bytes((settings.MAX_UPLOAD_MB << 20) + 1)).error_code == "file_too_large"


def test_the_secret_and_the_file_name_are_in_no_argument_list(parse, monkeypatch):
    seen = []
    real = limited_child.subprocess.Popen
    monkeypatch.setattr(
        limited_child.subprocess, "Popen", lambda command, **more: seen.append((command, more)) or real(command, **more)
    )
    parse(odd.xlsx(), "张三.xlsx")
    (command, more) = seen[0]
    assert SECRET.hex() not in str(seen)
    assert "张三" not in str(seen)
    assert command[1:] == ["-m", "data.intake.child"]
    assert "HOME" not in more["env"]
