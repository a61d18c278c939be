import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import app
from tests.pages.conftest import ROOT, Open, html

STEMS = sorted(app.PAGES)
WITH_PERIOD = sorted(set(STEMS) - {"imports", "mapping", "names", "definitions", "targets", "bulletin"})


def figures(at: AppTest) -> list[dict]:
    return [json.loads(one.proto.spec) for one in at.get("plotly_chart")]


def test_every_page_of_the_folder_is_in_the_menu():
    assert sorted(path.stem for path in (ROOT / "pages").glob("[!_]*.py")) == sorted([*app.PAGES, *app.HIDDEN])


@pytest.mark.parametrize("stem", STEMS)
def test_a_page_shows_its_figures_without_an_error(stem: str, filled: Path, open_page: Open):
    at = open_page(filled, stem)
    assert not at.exception
    assert len(at.title) == 1
    assert "sheet" in html(at)


@pytest.mark.parametrize("stem", STEMS)
def test_a_home_without_data_says_what_to_do_first(stem: str, tmp_path: Path, open_page: Open):
    at = open_page(tmp_path, stem)
    assert not at.exception
    assert "乡镇街道名册" in html(at)
    assert not at.get("plotly_chart")


@pytest.mark.parametrize("stem", WITH_PERIOD)
def test_a_link_with_filters_opens_that_view(stem: str, filled: Path, open_page: Open):
    at = open_page(filled, stem, span="month", month="2026-03")
    assert "2026年3月" in html(at)
    assert at.query_params["span"] == "month"
    assert at.query_params["month"] == "2026-03"


@pytest.mark.parametrize("stem", WITH_PERIOD)
def test_filters_that_mean_nothing_fall_back_to_the_latest_year_to_date(stem: str, filled: Path, open_page: Open):
    at = open_page(filled, stem, span="never", month="1999-13", metric="nothing", area="无此镇", page="x", cause="?")
    assert not at.exception
    assert "2026年1—9月" in html(at)


def test_the_first_view_ends_with_the_latest_wholly_covered_month(filled: Path, open_page: Open):
    at = open_page(filled)
    assert at.query_params["month"] == "2026-09"
    assert at.query_params["span"] == "ytd"


def test_choosing_a_period_changes_the_answer_and_the_address(filled: Path, open_page: Open):
    at = open_page(filled)
    at.get("button_group")[0].set_value("quarter").run()
    assert at.query_params["span"] == "quarter"
    assert "2026年第三季度" in html(at) or "2026年7—9月" in html(at)


def test_free_dates_are_part_of_the_address(filled: Path, open_page: Open):
    at = open_page(filled, "overview", span="free", **{"from": "2026-02-10", "to": "2026-03-05"})
    assert "2026年2月10日—3月5日" in html(at)
    assert "2025-02-10 至 2025-03-05" in html(at)


def test_the_overview_has_five_cards_with_counts_and_a_line_each(filled: Path, open_page: Open):
    shown = html(open_page(filled))
    assert shown.count('class="card"') == 5
    assert shown.count("data:image/svg+xml;base64,") == 5
    for name in ("万人成讼率", "一审民商事新收", "诉前（先行）调解化解率", "人民调解化解率", "未归属率"):
        assert name in shown


def test_the_overview_ranks_from_high_to_low(filled: Path, open_page: Open):
    (figure,) = figures(open_page(filled))
    assert [name[:4] for name in figure["layout"]["yaxis"]["ticktext"]]
    codes = [point[0] for point in figure["data"][0]["customdata"]]
    assert "云台乡" not in codes


def test_the_overview_lists_what_needs_a_person(filled: Path, open_page: Open):
    shown = html(open_page(filled))
    assert "未归属到乡镇街道" in shown
    assert 'href="quality?' in shown


def test_a_metric_page_ranks_in_排名模式_lists_the_small_apart_and_links_down(filled: Path, open_page: Open):
    at = open_page(filled, "metric", metric="litigation_rate", span="ytd", month="2026-09", mode="ranking")
    shown = html(at)
    ranked, _, apart = shown.partition("不排名的乡镇街道")
    assert "东关街道" in ranked
    assert "云台乡" in apart
    assert "参加排名的不足8个，不计位次区间。" in shown
    assert "供平安建设工作参考，不作为立案限制依据。" in shown
    assert 'href="township?area=%E4%B8%9C%E5%85%B3%E8%A1%97%E9%81%93' in shown
    assert "month=2026-09" in shown


def test_a_metric_page_prints_dates_cutoff_and_definition(filled: Path, open_page: Open):
    shown = html(open_page(filled, "metric"))
    for words in (
        "2026-01-01 至 2026-09-30",
        "2025-01-01 至 2025-09-30",
        "数据截至 2026-09-30",
        "口径",
        "计入",
        "不计入",
    ):
        assert words in shown


@pytest.mark.parametrize("name", ["civil_filings", "court_mediation_success_rate", "dispute_resolution_rate"])
def test_every_kind_of_metric_has_a_page(name: str, filled: Path, open_page: Open):
    at = open_page(filled, "metric", metric=name)
    assert not at.exception
    assert len(figures(at)) == 2


def test_choosing_a_metric_changes_the_page_and_the_address(filled: Path, open_page: Open):
    at = open_page(filled, "metric")
    at.selectbox(key="filter_metric").set_value("people_mediation_resolution_rate").run()
    assert at.query_params["metric"] == "people_mediation_resolution_rate"
    assert "人民调解化解率" in html(at)


def test_a_township_page_goes_down_to_causes_and_cases(filled: Path, open_page: Open):
    at = open_page(filled, "township", area="柳林镇")
    shown = html(at)
    assert "柳林镇" in shown
    assert "离婚纠纷" in shown
    assert "民初" in shown


def test_a_cause_narrows_the_cases_to_its_count(filled: Path, open_page: Open):
    at = open_page(filled, "township", area="柳林镇", cause="离婚纠纷")
    body = next(one.proto.body for one in at.get("html") if "不含当事人信息" in one.proto.body)
    assert "离婚纠纷" in body
    assert "民间借贷纠纷" not in body


def test_a_township_without_cases_has_a_page_too(filled: Path, open_page: Open):
    at = open_page(filled, "township", area="云台乡")
    assert not at.exception
    assert "本期没有案件" in html(at)


@pytest.mark.parametrize("stem", STEMS)
def test_no_page_names_a_person(stem: str, filled: Path, open_page: Open):
    shown = html(open_page(filled, stem))
    assert not [name for name in ("张某", "李某", "王某") if name in shown]


def test_the_quality_page_adds_up_in_sight(filled: Path, open_page: Open):
    shown = html(open_page(filled, "quality"))
    assert "全部相符" in shown
    assert "不符，" not in shown
    assert "西安市" in shown
    assert "案件查询结果.xlsx" in shown


def test_a_demo_home_says_so_on_every_page(filled: Path, tmp_path: Path, open_page: Open):
    from data.desk import Desk
    from metrics import counts
    from ui.frame import DEMO

    assert DEMO not in html(open_page(filled))
    root = tmp_path / "demo"
    Desk(root, counts()).mark_as_demo()
    assert DEMO in html(open_page(root, "imports"))


def test_a_stale_link_says_what_is_gone_and_shows_the_default(filled: Path, open_page: Open):
    at = open_page(filled, "township", area="*已撤*<b>镇", metric="nothing", month="2031-01")
    shown = html(at)
    assert not at.exception
    assert "链接中的乡镇街道“*已撤*&lt;b&gt;镇”不存在或已变更" in shown
    assert "链接中的指标“nothing”" in shown
    assert "链接中的月份“2031-01”" in shown
    assert at.query_params["area"] == "东关街道"
    assert "不存在或已变更" not in html(at.run())


def test_the_menu_names_the_county_and_how_far_its_figures_reach(filled: Path, open_page: Open):
    shown = html(open_page(filled))
    assert "青禾县" in shown
    assert "数据截至 2026-09-30" in shown


def test_the_overview_answers_at_the_name_of_its_file_too(filled: Path, open_page: Open):
    at = open_page(filled, "overview", span="month", month="2026-03")
    at.switch_page("pages/overview.py").run()
    assert not at.exception
    assert len(at.title) == 1


def test_lists_can_be_taken_away(filled: Path, open_page: Open):
    labels = {one.label for one in open_page(filled, "township", area="柳林镇").get("download_button")}
    assert len(labels) == 3
    assert len(open_page(filled, "quality").get("download_button")) >= 3
