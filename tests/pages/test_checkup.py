"""乡镇体检表: numbers with symbols for every township, against the county or its own kind, without a rank."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

import pages.checkup
from data.desk import Desk, UploadedFile
from metrics import CORE, METRICS, Figure, counts
from tests.pages.conftest import Open, html
from ui.figures import figures as real_figures

APART = ("outside", "unassigned", "county")
LONG = "查干湖滩蒙古族哈萨克族乡第二片区"


def home_of(files: Sequence[Path], root: Path) -> Path:
    Desk(root, counts()).load([UploadedFile(one.name, one) for one in files], by="试验", now=datetime(2026, 10, 8, 9))
    return root


def township_rows(shown: str) -> list[str]:
    """The names that head a line, in order; the county's is no link."""
    return re.findall(r'<th class="name" scope="row"><a href="township[^>]*>([^<]*)</a>', shown)


def answer(shown: str) -> str:
    """The sentence under the title, without its markup."""
    return re.sub("<[^>]*>", "", re.findall(r'<p class="answer">(.*?)</p>', shown)[0])


@pytest.fixture
def with_townships(monkeypatch: pytest.MonkeyPatch):
    """Have the page show so many townships, copies of the county's own under long names."""

    def set_to(many: int) -> None:
        def copied(*given: object) -> list[Figure]:
            out: list[Figure] = []
            rows = real_figures(*given)
            for metric in dict.fromkeys(row.metric for row in rows):
                own = [row for row in rows if row.metric == metric and row.area_code not in APART]
                named = [(own[n % len(own)], f"{LONG}{n}") for n in range(many)]
                out += [replace(row, area_code=name, area_name=name) for row, name in named]
                out += [row for row in rows if row.metric == metric and row.area_code in APART]
            return out

        monkeypatch.setattr(pages.checkup, "figures", copied)

    return set_to


def test_townships_stand_in_the_order_of_the_list_without_a_rank(filled: Path, open_page: Open):
    at = open_page(filled, "checkup")
    assert not at.exception
    shown = html(at)
    assert township_rows(shown) == ["东关街道", "柳林镇", "石桥镇", "云台乡"]
    assert "位次" not in shown.replace("不编位次", "")
    assert answer(shown).startswith("2026年1—9月，4 个乡镇街道、7 项可比指标")


def test_a_cell_leads_to_its_township_with_that_metric(filled: Path, open_page: Open):
    shown = html(open_page(filled, "checkup", span="month", month="2026-03"))
    where = "township?area=%E6%9F%B3%E6%9E%97%E9%95%87&amp;metric=people_mediation_resolution_rate&amp;span=month"
    assert where in shown
    assert "metric?metric=people_mediation_resolution_rate&amp;span=month&amp;month=2026-03" in shown


def test_a_column_may_order_the_lines_and_the_page_says_that_it_is_no_ranking(filled: Path, open_page: Open):
    at = open_page(filled, "checkup", order="litigation_rate")
    shown = html(at)
    assert "体检不是排名" in shown
    assert township_rows(shown) != ["东关街道", "柳林镇", "石桥镇", "云台乡"]
    assert township_rows(shown)[-1] == "云台乡"
    at.selectbox(key="filter_order").set_value("list").run()
    assert "体检不是排名" not in html(at)
    assert township_rows(html(at)) == ["东关街道", "柳林镇", "石桥镇", "云台乡"]


def test_against_its_own_kind_a_township_without_another_has_nobody_to_stand_beside(filled: Path, open_page: Open):
    at = open_page(filled, "checkup", against="peers")
    shown = html(at)
    assert "各街道合计" in shown
    assert "各镇合计" in shown
    street = next(row for row in shown.split("<tr>") if ">东关街道</a>" in row)
    assert "没有同类可比" in street
    town = next(row for row in shown.split("<tr>") if ">柳林镇</a>" in row)
    assert "没有同类可比" not in town


@pytest.mark.parametrize("name", ["诉源", "调解", "案源"])
def test_a_family_shows_its_own_metrics(name: str, filled: Path, open_page: Open):
    at = open_page(filled, "checkup", set=name)
    assert not at.exception
    heads = set(re.findall(r"metric=(\w+)", html(at).partition("<thead>")[2].partition("</thead>")[0]))
    assert heads
    assert {METRICS[one].family for one in heads} == {name}


def test_a_family_without_a_ledger_says_what_to_upload(filled: Path, open_page: Open):
    at = open_page(filled, "checkup", set="访源")
    shown = html(at)
    assert "还没有导入" in shown
    assert "信访" in shown
    assert "所选指标都没有数据" in answer(shown)


def test_three_townships_and_fifteen_hundred_both_have_their_table(filled: Path, open_page: Open, with_townships):
    with_townships(3)
    shown = html(open_page(filled, "checkup"))
    assert township_rows(shown) == [f"{LONG}{n}" for n in range(3)]
    with_townships(1_500)
    at = open_page(filled, "checkup", page="15")
    assert not at.exception
    assert township_rows(html(at)) == [f"{LONG}{n}" for n in range(1_400, 1_500)]
    assert "1,500 个乡镇街道，按名单顺序，每页 100 个" in html(at)
    assert "1,500 个乡镇街道、7 项可比指标" in answer(html(at))


def test_without_population_the_rates_say_so_and_the_rest_is_there(
    exports: list[Path], tmp_path: Path, open_page: Open
):
    shown = html(open_page(home_of((exports[0], exports[2]), tmp_path / "home"), "checkup"))
    assert "— <small>缺人口</small>" in shown
    assert "一审民商事新收" in shown
    assert "没有可以与全县比较的数" in shown


def test_population_and_cases_alone_give_three_columns_and_name_the_missing_ledgers(
    exports: list[Path], tmp_path: Path, open_page: Open
):
    shown = html(open_page(home_of((exports[1], exports[2]), tmp_path / "home"), "checkup"))
    table = next(part for part in shown.split("<table>") if "万人成讼率" in part and "<thead>" in part)
    assert table.count('scope="col"') == 4
    assert "未列出的指标：" in shown
    assert "还没有导入人民调解台账" in shown
    assert sum(metric.label in shown for metric in CORE) == len(CORE)


def test_the_table_can_be_taken_away_with_its_card(filled: Path, open_page: Open):
    labels = [one.label for one in open_page(filled, "checkup").get("download_button")]
    assert labels == ["下载表格（xlsx）"]
