"""Homes that hold only part of what the pages speak of: every one of these is somebody's first upload."""

from datetime import datetime
from pathlib import Path

import pytest

import app
from data.desk import Desk, UploadedFile
from metrics import counts
from tests.pages.conftest import Open, html

PARTS = {"名册": (0,), "案件": (2,), "人民调解": (3,), "名册和案件": (0, 2), "人口和案件": (1, 2)}


@pytest.fixture(scope="module")
def homes(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One home for each part."""
    found = {}
    for name, chosen in PARTS.items():
        root = tmp_path_factory.mktemp("sparse")
        files = [UploadedFile(exports[at].name, exports[at]) for at in chosen]
        receipts = Desk(root, counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
        assert not [one.error for one in receipts if one.error_code]
        found[name] = root
    return found


@pytest.mark.parametrize("stem", sorted(app.PAGES))
@pytest.mark.parametrize("part", PARTS)
def test_a_page_says_what_is_missing_instead_of_failing(part: str, stem: str, homes: dict[str, Path], open_page: Open):
    at = open_page(homes[part], stem)
    assert not at.exception
    assert len(at.title) == 1


@pytest.mark.parametrize("stem", sorted({*app.PAGES, *app.HIDDEN}))
def test_a_page_of_an_empty_home_says_what_to_do_first(stem: str, tmp_path: Path, open_page: Open):
    at = open_page(tmp_path / "home", stem)
    assert not at.exception
    assert len(at.title) == 1
    assert "导入" in html(at)


def test_cases_without_a_township_list_are_all_counted_and_none_is_placed(homes: dict[str, Path], open_page: Open):
    shown = html(open_page(homes["案件"], "quality"))
    assert "全部相符" in shown


def test_a_county_without_population_has_counts_and_says_why_it_has_no_rate(homes: dict[str, Path], open_page: Open):
    shown = html(open_page(homes["名册和案件"]))
    assert "缺常住人口" in shown
    assert "新收一审民商事128件" in shown


def test_days_that_nobody_exported_are_not_zero(filled: Path, open_page: Open):
    shown = html(open_page(filled, "metric", span="free", **{"from": "2020-01-01", "to": "2020-03-31"}))
    assert "未覆盖" in shown
    assert "0件" not in shown.partition("</p>")[0]


def test_without_a_year_before_there_is_no_change(filled: Path, open_page: Open):
    shown = html(open_page(filled, "metric", span="ytd", month="2025-06", metric="civil_filings"))
    assert "不作同比" in shown


def test_people_of_a_unit_that_no_list_names_are_spoken_of(exports: list[Path], tmp_path: Path, open_page: Open):
    people = tmp_path / "人口.csv"
    people.write_text("地区,2024年末常住人口\n青石林场,300\n", encoding="utf-8")
    files = [UploadedFile(path.name, path) for path in (exports[0], exports[2], people)]
    Desk(tmp_path / "home", counts()).load(files, by="试验", now=datetime(2026, 10, 8, 9))
    shown = html(open_page(tmp_path / "home", "quality"))
    assert "1 个单位不在乡镇街道名册里" in shown
    assert "青石林场" in shown
