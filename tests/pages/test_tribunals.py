"""人民法庭: townships added up, divided once, named, and never ranked."""

from datetime import datetime
from pathlib import Path

import pytest

from data.desk import Desk, UploadedFile
from metrics import METRICS, compute, counts, parse_period
from tests.pages.conftest import Open, html
from ui import rights

LIST = """乡镇名称,类别,所属法庭
东关街道,街道,
柳林镇,镇,柳林人民法庭
石桥镇,镇,柳林人民法庭、石桥人民法庭
云台乡,乡,石桥人民法庭
"""


@pytest.fixture(scope="module")
def home(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """柳林 serves two townships, one of them together with 石桥; 东关街道 names none."""
    root = tmp_path_factory.mktemp("tribunals")
    listed = root / "青禾县乡镇街道名册.csv"
    listed.write_text(LIST, "utf-8")
    files = [UploadedFile(path.name, path) for path in (listed, *exports[1:])]
    receipts = Desk(root / "home", counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
    assert not [one.error for one in receipts if one.error_code]
    return root / "home"


def line_of(shown: str, name: str) -> str:
    return next(row for row in shown.split("<tr") if f"{name}</a><small" in row)


def test_a_tribunals_figure_is_that_of_its_townships_together(home: Path, open_page: Open):
    from data.store.builds import current_build

    shown = html(open_page(home, "tribunals"))
    period = parse_period("2026-09", "ytd", False)
    rows = {one.area_name: one for one in compute(current_build(home), [METRICS["litigation_rate"]], period).rows()}
    own = [rows["柳林镇"], rows["石桥镇"]]
    together = sum(one.numerator for one in own) / sum(one.denominator or 0 for one in own) * 10_000
    line = line_of(shown, "柳林人民法庭")
    assert f"<span>{together:.2f}</span>" in line
    assert "2 个：柳林镇、石桥镇" in line
    assert "rows?metric=litigation_rate&amp;area=%E6%9F%B3%E6%9E%97" in line
    assert "–" in line.split("95%区间 ")[1][:12]


def test_opened_a_tribunal_is_followed_by_its_townships(home: Path, open_page: Open):
    closed = html(open_page(home, "tribunals"))
    assert 'class="inside"' not in closed
    at = open_page(home, "tribunals", tribunal="柳林人民法庭")
    shown = html(at)
    assert shown.count('class="inside"') == 2
    assert 'aria-expanded="true"' in line_of(shown, "－ 柳林人民法庭")
    assert 'aria-expanded="false"' in line_of(shown, "＋ 石桥人民法庭")


def test_who_names_no_tribunal_or_several_is_told(home: Path, open_page: Open):
    shown = html(open_page(home, "tribunals"))
    assert "没有填所属法庭的乡镇街道 1 个：东关街道" in shown
    assert "石桥镇填有几个法庭，在每个法庭各计一次" in shown
    assert '<span class="phrase">2 个人民法庭、</span>' in shown
    assert "不属于任何法庭，只计入全县" in shown


def test_changes_are_told_in_words_and_nobody_is_ranked(home: Path, open_page: Open):
    shown = html(open_page(home, "tribunals"))
    assert "正常波动" in shown
    assert "位次" not in shown


def test_a_list_without_tribunals_says_what_to_fill_in(filled: Path, open_page: Open):
    at = open_page(filled, "tribunals")
    shown = html(at)
    assert not at.exception
    assert "补填“所属法庭”一列" in shown
    assert "2026年1—9月" in shown
    assert not at.get("download_button")


def test_the_table_can_be_taken_away(home: Path, open_page: Open):
    assert [one.label for one in open_page(home, "tribunals").get("download_button")] == ["下载表格（xlsx）"]


def test_a_tribunal_gives_no_handful_of_its_townships_away(
    home: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    view = {"metric": "civil_filings", "area": "石桥人民法庭", "span": "month", "month": "2026-01"}
    monkeypatch.setattr(rights, "may", lambda what: what != "see_protected_rows")
    shown = html(open_page(home, "rows", cause="离婚纠纷", **view))
    assert "石桥人民法庭的离婚纠纷件数少" in shown
    assert "案号" not in shown
