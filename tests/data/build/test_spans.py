"""What an export covers, where its name says it and where only its rows do."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.build.spans import exported_on, rows_beyond, sheet_spans
from data.store.imports import Span

TODAY = date(2026, 11, 22)


@pytest.fixture
def span(tmp_path: Path):
    con = duckdb.connect()

    def of(days, stated=None, ledger="cases", today=TODAY):
        path = tmp_path / "rows.parquet"
        column = "filed_on" if ledger == "cases" else "accepted_on"
        pq.write_table(pa.table({column: pa.array(days, pa.date32()), "kind": ["people"] * len(days)}), path)
        return [(s.kind, s.start, s.end, s.is_stated) for s in sheet_spans(con, ledger, path, stated, today)]

    yield of
    con.close()


def test_a_stated_span_stands(span):
    stated = (date(2026, 1, 1), date(2026, 9, 30))
    assert span([date(2026, 2, 3)], stated) == [(None, "2026-01-01", "2026-09-30", True)]


def test_rows_cover_whole_months_to_the_end_when_the_last_row_lies_in_the_last_week(span):
    assert span([date(2026, 1, 9), date(2026, 3, 26)]) == [(None, "2026-01-01", "2026-03-31", False)]


def test_rows_that_stop_earlier_cover_up_to_the_last_row(span):
    assert span([date(2026, 1, 9), date(2026, 3, 24)]) == [(None, "2026-01-01", "2026-03-24", False)]


def test_a_stray_old_row_covers_nothing(span):
    assert span([date(2019, 5, 5), date(2026, 1, 9), date(2026, 1, 30)])[0][1] == "2026-01-01"


def test_two_quiet_months_do_not_break_what_is_covered(span):
    assert span([date(2025, 10, 5), date(2026, 1, 30)])[0][1] == "2025-10-01"


def test_a_year_that_has_not_ended_is_covered_as_far_as_its_rows(span):
    stated = (date(2026, 1, 1), date(2026, 12, 31))
    assert span([date(2026, 1, 9), date(2026, 10, 30)], stated) == [(None, "2026-01-01", "2026-10-31", True)]


def busy(*months: int) -> list[date]:
    return [date(2026, month, day) for month in months for day in range(1, 29, 3)]


def test_months_nobody_exported_are_not_months_without_cases(span):
    """A year in the title, or the day of export in the name, does not make a silent month one with 0 cases."""
    days = [*busy(7, 8, 9), date(2026, 9, 30)]
    assert span(days, (date(2026, 1, 1), date(2026, 10, 31))) == [(None, "2026-01-01", "2026-09-30", False)]
    assert span(days, (None, date(2026, 11, 5)))[0][1:3] == ("2026-07-01", "2026-09-30")


def test_a_quiet_week_or_a_quiet_ledger_is_believed(span):
    stated = (date(2026, 1, 1), date(2026, 10, 5))
    assert span([*busy(8, 9), date(2026, 9, 30)], stated)[0][2] == "2026-10-05"
    assert span([date(2026, 2, 3), date(2026, 5, 6)], stated)[0][2] == "2026-10-05"


def test_nothing_covers_a_day_that_has_not_come(span):
    assert span([date(2026, 1, 9), date(2026, 11, 25)], today=date(2026, 11, 27))[0][2] == "2026-11-27"


def test_mediations_are_covered_by_kind(span):
    assert span([date(2026, 1, 30)], ledger="mediations") == [("people", "2026-01-01", "2026-01-31", False)]


def test_an_end_alone_takes_its_start_from_the_rows(span):
    assert span([date(2026, 2, 9)], (None, date(2026, 3, 31)))[0][1:3] == ("2026-02-01", "2026-03-31")


def test_many_rows_outside_of_a_stated_span_are_counted_and_a_few_are_not(tmp_path: Path):
    con, path = duckdb.connect(), tmp_path / "rows.parquet"
    span = [Span("cases", None, "2026-10-01", "2026-10-31", True)]

    def beyond(inside: int, outside: int) -> int:
        days = [date(2026, 10, 9)] * inside + [date(2026, 9, 30)] * outside + [date(2026, 11, 25)]
        pq.write_table(pa.table({"filed_on": pa.array(days, pa.date32())}), path)
        return rows_beyond(con, "cases", path, span, TODAY)

    assert (beyond(9, 1), beyond(8, 2), beyond(9, 0)) == (0, 2, 0)
    con.close()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("导出时间：2026-11-03 10:20", "2026-11-03"),
        ("导出日期 2026年1月5日", "2026-01-05"),
        ("导出时间：2026-13-40", None),
    ],
)
def test_the_day_of_export_is_read_where_it_is_written(text, day):
    assert exported_on(["别的", text], "案件.xlsx", TODAY) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("九月重导2026-11-06.xlsx", "2026-11-06"),
        ("案件导出20260831.xls", "2026-08-31"),
        ("案件2026-01-01至2026-09-30.xlsx", None),
        ("案件（截至2026年9月30日）.xlsx", None),
        ("案件2026年9月.xlsx", None),
        ("案件2099-01-01.xlsx", None),
    ],
)
def test_the_one_day_in_a_files_name_is_the_day_of_its_export(name, day):
    assert exported_on([], name, TODAY) == day
