"""Rows that were set aside wait until an import brings what they name, or their own import is withdrawn."""

from datetime import date
from pathlib import Path

from data.desk import Desk
from metrics import counts
from tests.data.exports import a_case, cases_file, civil, townships_file
from tests.data.loading import NOW, load
from tests.pages.conftest import Open, html


def test_rows_wait_until_a_later_import_brings_them_or_theirs_is_withdrawn(tmp_path: Path, open_page: Open):
    desk = Desk(tmp_path / "home", counts())
    broken = [a_case(1, date(2025, 3, 3)), (civil(2), "", "", "", ""), (civil(3), "", "", "", "")]
    load(desk, townships_file(tmp_path), cases_file(tmp_path, broken))
    assert html(open_page(desk.home.root, "imports")).count("2 行") == 2
    load(desk, cases_file(tmp_path, [a_case(2, date(2025, 3, 4))], "补.csv"))
    shown = html(open_page(desk.home.root, "imports"))
    assert "待修正 1 行" in shown
    assert "1 行待修正" in shown
    desk.undo(2, by="甲", now=NOW)
    shown = html(open_page(desk.home.root, "imports"))
    assert shown.count("没有待修正的行") == 2
