"""排名: only by choice, with intervals or the reason why there are none; and 体检模式 prints no place anywhere."""

import re
from datetime import date
from pathlib import Path

import pytest

import ui.mode
import ui.rights
from data.brief import Before, Place
from metrics import METRICS
from tests.metrics.one_figure import figure
from tests.pages.conftest import Open, html

NO_LIMIT = "供平安建设工作参考，不作为立案限制依据。"
PAGES = ("overview", "checkup", "metric", "township", "map", "changes", "tribunals")


def answer(shown: str) -> str:
    """The sentences under the title, without their markup."""
    return re.sub("<[^>]*>", "", "".join(re.findall(r'<p class="answer">(.*?)</p>', shown)))


def lines(shown: str) -> list[list[str]]:
    """The cells of every line of the tables."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", shown)
    return [[re.sub("<[^>]*>", "", one) for one in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def named(shown: str) -> list[str]:
    """The townships that head a line, in order."""
    return re.findall(r'<th class="name" scope="row"><a href="township[^>]*>([^<]*)</a>', shown)


@pytest.mark.parametrize("stem", PAGES)
def test_体检模式_prints_no_place_on_the_pages_of_townships(stem: str, filled: Path, open_page: Open):
    shown = html(open_page(filled, stem))
    assert "位次" not in shown.replace("不编位次", "")


@pytest.mark.parametrize("stem", ["overview", "metric", "map"])
def test_an_order_by_value_is_said_to_be_no_ranking_until_ranking_is_chosen(stem: str, filled: Path, open_page: Open):
    at = open_page(filled, stem)
    assert "按数值排列，不是排名" in html(at)
    at.query_params["mode"] = "ranking"
    assert "不是排名" not in html(at.run())


def test_the_page_offers_the_step_and_the_step_stays_in_the_address(filled: Path, open_page: Open):
    at = open_page(filled, "ranking")
    assert "体检模式" in answer(html(at))
    assert "mode" not in at.query_params
    assert not lines(html(at))
    at.button[0].click().run()
    assert at.query_params["mode"] == "ranking"
    assert named(html(at)) == ["东关街道", "柳林镇", "石桥镇", "云台乡"]
    ranked = [row for row in lines(html(at)) if row[0] in ("东关街道", "柳林镇", "石桥镇")]
    values = [float(row[-5]) for row in ranked]
    assert [row[1] for row in ranked] == ["1", "2", "3"]
    assert values == sorted(values)
    assert NO_LIMIT in html(at)
    assert "mode=ranking" in html(at)


def test_the_choice_goes_along_to_other_pages_and_back_to_体检模式(filled: Path, open_page: Open):
    at = open_page(filled, "ranking", mode="ranking")
    at.switch_page("pages/metric.py").run()
    assert "位次" in html(at)
    assert at.query_params["mode"] == "ranking"
    at.switch_page("pages/checkup.py").run()
    at.get("button_group")[-1].set_value("checkup").run()
    assert "mode" not in at.query_params
    at.switch_page("pages/metric.py").run()
    assert "位次" not in html(at)


def test_who_may_not_rank_sees_no_place_even_by_a_link(monkeypatch, filled: Path, open_page: Open):
    monkeypatch.setattr("ui.mode.may", lambda what: what != "rank_townships")
    assert ui.rights.may("rank_townships")
    for stem in ("ranking", "metric"):
        at = open_page(filled, stem, mode="ranking")
        assert not at.exception
        assert "位次" not in html(at).replace("不编位次", "")
    assert not [one for one in at.button if one.label == "进入排名模式"]


def test_few_townships_have_places_without_intervals_and_nobody_is_named(filled: Path, open_page: Open):
    shown = html(open_page(filled, "ranking", mode="ranking"))
    assert answer(shown) == (
        "2026年1—9月万人成讼率，3 个乡镇街道由低到高排名，不点名。参加排名的不足8个，不计位次区间。"
    )
    apart = [row for row in lines(shown) if row[:1] == ["云台乡"]]
    assert apart[0][1] == "人口不足1,000人"


def test_a_kind_is_ranked_among_itself_and_the_funnel_stands_in_the_address(filled: Path, open_page: Open):
    at = open_page(filled, "ranking", mode="ranking", among="镇", view="funnel")
    shown = html(at)
    assert "2 个镇由低到高排名" in answer(shown)
    assert "漏斗" not in answer(shown)
    assert "99.8%" in shown
    assert named(shown) == ["柳林镇", "石桥镇"]


def test_metrics_without_a_direction_are_not_offered(filled: Path, open_page: Open):
    at = open_page(filled, "ranking", mode="ranking", metric="civil_filings")
    assert at.query_params["metric"] == "litigation_rate"
    assert "一审民商事新收" not in "".join(at.selectbox(key="filter_metric").options)


def test_places_that_last_month_s_notice_printed_stand_beside_those_of_this_month(
    monkeypatch, filled: Path, open_page: Open
):
    def printed(path: Path, build, kind: str, month: date) -> Before:
        assert (kind, month) == ("monthly", date(2026, 9, 1))
        return Before(date(2026, 8, 1), build.definition.to_json(), (Place("litigation_rate", "柳林镇", 3),))

    monkeypatch.setattr("ui.ranking.before_of", printed)
    shown = html(open_page(filled, "ranking", mode="ranking"))
    assert "已印发通报的位次（2026年1—8月，口径相同）" in shown
    [willow] = [row for row in lines(shown) if row[0] == "柳林镇"]
    assert willow[1] == "2"
    assert willow[willow.index("升1") - 1 : willow.index("升1") + 1] == ["3", "升1"]


def test_what_is_taken_away_in_体检模式_has_no_place(monkeypatch):
    placed = figure(METRICS["litigation_rate"], 100, 10_000, 90, 10_000, rank=5, rank_low=3, rank_high=9)
    for is_ranking, places in ((True, (5, 3, 9)), (False, (None, None, None))):
        monkeypatch.setattr(ui.mode, "is_ranking", lambda told=is_ranking: told)
        [one] = ui.mode.printed([placed])
        assert (one.rank, one.rank_low, one.rank_high, one.value) == (*places, placed.value)
