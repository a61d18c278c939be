from datetime import date

import pyarrow
import pyarrow.parquet
import pytest

from data.clean import Cleaned
from data.intake import sheets
from data.read.table import Table
from data.receipt import Problem
from data.recognise import Layout
from data.refusal import Refused

SECRET = b"k" * 32


def layout(title: str = "标题") -> Layout:
    return Layout("cases", None, 2, 2, (), ("案号",), ("序号",), title, 9.0, "abc")


def fake_recognise(table: Table, file_name: str, forced=None, taught=None) -> Layout | None:
    """Sheet names say what the sheet is."""
    if table.name == "封面":
        return None
    if table.name in ("party_list", "layout_unknown"):
        raise Refused(table.name, f"工作表“{table.name}”不是台账。")
    return layout()


def fake_clean(table: Table, found: Layout, *, file_name: str, secret: bytes, **more) -> Cleaned:
    rows = pyarrow.table({"sheet_row": pyarrow.array([3], pyarrow.int32())})
    return Cleaned(
        rows=rows, problems=[Problem("date", "error", "错。", row=4)], rows_read=2, rows_set_aside=1, rows_left_out=5
    )


@pytest.fixture(autouse=True)
def fakes(monkeypatch):
    monkeypatch.setattr(sheets, "recognise", fake_recognise)
    monkeypatch.setattr(sheets, "clean", fake_clean)
    monkeypatch.setattr(sheets, "covers", lambda name, title: (date(2025, 1, 1), date(2025, 6, 30)))


def parse(tmp_path, *names: str, **more):
    tables = [Table(name, [["x"]], **more) for name in names]
    return sheets.parse_tables(tables, "案件.xlsx", out_dir=tmp_path, secret=SECRET)


def test_a_ledger_comes_back_with_its_accounts_and_its_rows_in_a_file(tmp_path):
    (sheet,) = parse(tmp_path, "案件").sheets
    assert (sheet.ledger, sheet.header_row, sheet.layout) == ("cases", 2, "abc")
    assert (sheet.rows_read, sheet.rows_set_aside, sheet.rows_left_out) == (2, 1, 5)
    assert (sheet.covers_start, sheet.covers_end) == ("2025-01-01", "2025-06-30")
    assert sheet.hints == {"title": "标题", "unknown": ["序号"], "taught": ""}
    assert pyarrow.parquet.read_table(sheet.rows_path).to_pydict() == {"sheet_row": [3]}


def test_every_ledger_sheet_has_rows_of_its_own_and_covers_yield_nothing(tmp_path):
    found = parse(tmp_path, "封面", "甲", "乙").sheets
    assert [sheet.sheet for sheet in found] == ["甲", "乙"]
    assert found[0].rows_path != found[1].rows_path


def test_a_file_of_covers_and_blank_sheets_is_no_table(tmp_path):
    blank = Table("空", [])
    parsed = sheets.parse_tables([Table("封面", [["说明"]]), blank], "x", out_dir=tmp_path, secret=SECRET)
    assert (parsed.error_code, parsed.sheets) == ("no_table", [])
    assert "封面、空" in parsed.error


def test_a_refused_sheet_does_not_refuse_its_neighbour(tmp_path):
    good, bad = parse(tmp_path, "案件", "layout_unknown").sheets
    assert (good.error_code, bad.error_code, bad.rows_path) == (None, "layout_unknown", None)


def test_a_list_of_parties_beside_a_ledger_is_a_remark_and_alone_a_refusal(tmp_path):
    (good,) = parse(tmp_path, "案件", "party_list").sheets
    assert [(p.code, p.severity) for p in good.problems] == [("date", "error"), ("party_list", "warning")]
    (alone,) = parse(tmp_path, "party_list").sheets
    assert alone.error_code == "party_list"


def test_a_hidden_ledger_is_not_read_and_said_and_a_hidden_list_of_choices_is_not_mentioned(tmp_path):
    (hidden,) = parse(tmp_path, "案件", hidden=True).sheets
    assert (hidden.error_code, hidden.rows_path) == ("hidden_sheet", None)
    assert parse(tmp_path, "layout_unknown", hidden=True).error_code == "no_table"


def test_cells_that_arrive_blank_against_what_the_screen_shows_are_warned_of(tmp_path):
    more = {"error_count": 7, "error_cells": ("C5",), "uncomputed_count": 2, "uncomputed_cells": ("D6",)}
    (sheet,) = parse(tmp_path, "案件", **more).sheets
    assert [(p.code, p.severity, p.count) for p in sheet.problems[1:]] == [
        ("error_cells", "warning", 7),
        ("uncomputed_formulas", "warning", 2),
    ]
    assert "C5" in sheet.problems[1].sentence
