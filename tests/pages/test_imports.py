import shutil
from pathlib import Path

from data.receipt import Problem, Receipt
from tests.pages.conftest import Open, html
from ui.receipts import by_severity


def test_uploaded_files_become_a_receipt_and_figures(exports: list[Path], tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, "imports")
    for path in exports[:2]:
        at.file_uploader[0].upload(path.name, path.read_bytes())
    at.run()
    at.button(key="load").click().run()
    assert not at.exception
    shown = html(at)
    assert shown.count("相符") == 2
    assert "乡镇街道名册.xlsx" in shown
    assert "共 2 次导入" in shown


def test_a_file_that_is_no_table_is_refused_in_one_sentence(tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, "imports")
    at.file_uploader[0].upload("坏<b>文件.xlsx", b"PK\x03\x04" + b"\x00" * 500).run()
    at.button(key="load").click().run()
    assert not at.exception
    assert "未入库" in html(at)
    assert "<b>文件" not in html(at)


def test_an_import_is_taken_back_only_after_asking(filled: Path, tmp_path: Path, open_page: Open):
    home = tmp_path / "home"
    shutil.copytree(filled, home)
    at = open_page(home, "imports")
    at.selectbox(key="undo_batch").set_value(3).run()
    at.button(key="undo").click().run()
    assert "共 6 次导入" in html(at)
    assert "已撤销" not in html(at)
    assert "将撤销：第3号" in html(at)
    at.button(key="undo_confirmed").click().run()
    assert not at.exception
    assert "已撤销：第3号" in html(at)


def test_nothing_of_an_upload_stays_in_the_spool(exports: list[Path], tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, "imports")
    at.file_uploader[0].upload(exports[0].name, exports[0].read_bytes()).run()
    at.button(key="load").click().run()
    assert list((tmp_path / "spool").glob("*upload*")) == []


def test_problems_come_errors_first_and_repairs_last():
    problems = [Problem("a", "repair", "一"), Problem("b", "warning", "二", row=3), Problem("c", "error", "三", row=9)]
    assert [one.code for one in by_severity(problems)] == ["c", "b", "a"]
    assert Receipt("f", "0", rows_read=3, rows_added=1, rows_set_aside=2).adds_up
