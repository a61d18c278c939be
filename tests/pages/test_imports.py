import shutil
from pathlib import Path

import pytest

from data.desk import Desk
from data.receipt import Problem, Receipt
from metrics import counts
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
    assert 'href="imports?undo=3"' in html(at)
    at.query_params["undo"] = "3"
    at.run()
    assert "共 6 次导入" in html(at)
    assert "已撤销" not in html(at)
    assert "将撤销：第3号" in html(at)
    at.button(key="undo_confirmed").click().run()
    assert not at.exception
    assert "已撤销：第3号" in html(at)
    assert "undo" not in at.query_params
    assert 'href="imports?undo=3"' not in html(at)


@pytest.mark.parametrize("undo", ["99", "x", "-1"])
def test_a_stale_link_to_an_undo_asks_nothing(undo: str, filled: Path, open_page: Open):
    at = open_page(filled, "imports", undo=undo)
    assert not at.exception
    assert "将撤销" not in html(at)


def test_an_undo_can_be_left(filled: Path, open_page: Open):
    at = open_page(filled, "imports", undo="3")
    at.button(key="undo_cancelled").click().run()
    assert "将撤销" not in html(at)
    assert "共 6 次导入" in html(at)


def test_the_receipt_of_an_earlier_import_is_a_link_away_and_comes_first(filled: Path, open_page: Open):
    at = open_page(filled, "imports", receipt="2")
    assert at.subheader[0].value == "第2号导入的回执"
    assert "常住人口.xlsx" in html(at).partition("次导入，新的在前")[0]


def test_the_demo_files_are_listed_with_size_and_content(tmp_path: Path, open_page: Open):
    desk = Desk(tmp_path, counts())
    desk.mark_as_demo()
    desk.home.demo_files.mkdir(exist_ok=True)
    (desk.home.demo_files / "云<泽>县.xlsx").write_bytes(b"x" * 3000)
    at = open_page(tmp_path, "imports")
    assert not at.exception
    assert "云&lt;泽&gt;县.xlsx" in html(at)
    assert "3 KB" in html(at)
    assert sum(one.key.startswith("demo_") for one in at.get("download_button")) == 2


def test_nothing_of_an_upload_stays_in_the_spool(exports: list[Path], tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, "imports")
    at.file_uploader[0].upload(exports[0].name, exports[0].read_bytes()).run()
    at.button(key="load").click().run()
    assert list((tmp_path / "spool").glob("*upload*")) == []


def test_problems_come_errors_first_and_repairs_last():
    problems = [Problem("a", "repair", "一"), Problem("b", "warning", "二", row=3), Problem("c", "error", "三", row=9)]
    assert [one.code for one in by_severity(problems)] == ["c", "b", "a"]
    assert Receipt("f", "0", rows_read=3, rows_added=1, rows_set_aside=2).adds_up
