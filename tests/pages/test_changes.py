"""案由与变化 on the small county: from the county to a cause or township to the cases, each number the one counted."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.store.builds import current_build
from tests.pages.conftest import Open, html

VIEW = {"span": "ytd", "month": "2026-09"}
NOW, BASE = ("2026-01-01", "2026-09-30"), ("2025-01-01", "2025-09-30")


def answers(at: AppTest) -> list[str]:
    return [re.sub("<[^>]+>", "", one) for one in re.findall(r'<p class="answer">(.*?)</p>', html(at))]


def bars(at: AppTest) -> dict:
    return json.loads(at.get("plotly_chart")[0].proto.spec)


def counted(home: Path, column: str, days: tuple[str, str], where: str = "TRUE") -> dict[str, int]:
    """Straight from the cases of the build, without any of our functions."""
    only = f"type_code = '民初' AND filed_on BETWEEN ? AND ? AND {where}"
    sql = f"SELECT {column}, count(*) FROM cases WHERE {only} GROUP BY 1"
    return dict(current_build(home).cursor().execute(sql, list(days)).fetchall())


def table(at: AppTest) -> dict[str, list[str]]:
    """The last table of the page: first cell → the others."""
    body = html(at).rpartition("<tbody>")[2].partition("</tbody>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body)]
    plain = [[re.sub("<[^>]+>", "", cell) for cell in row] for row in rows]
    return {row[0]: row[1:] for row in plain}


def test_the_table_of_causes_is_what_the_cases_say(filled: Path, open_page: Open):
    at = open_page(filled, "changes", **VIEW)
    shown = table(at)
    now, base = counted(filled, "cause", NOW), counted(filled, "cause", BASE)
    assert shown.pop("合计")[:3] == [str(sum(now.values())), str(sum(base.values())), _by(now, base)]
    assert {name: cells[:2] for name, cells in shown.items()} == {
        name or "未填案由": [str(now.get(name, 0)), str(base.get(name, 0))] for name in {*now, *base}
    }


def _by(now: dict[str, int], base: dict[str, int]) -> str:
    by = sum(now.values()) - sum(base.values())
    return f"{by:+d}" if by else "0"


def test_the_sums_lead_to_all_rows_of_both_years(filled: Path, open_page: Open):
    last = html(open_page(filled, "changes", **VIEW)).rpartition("<tbody>")[2].rpartition("<tr")[2]
    assert len(re.findall(r'href="rows\?metric=civil_filings&amp;area=county', last)) == 2


def test_townships_can_be_chosen_and_the_choice_is_in_the_address(filled: Path, open_page: Open):
    at = open_page(filled, "changes", **VIEW)
    control = next(one for one in at.get("button_group") if one.key == "filter_by")
    control.set_value("area").run()
    assert at.query_params["by"] in ("area", ["area"])
    shown = table(at)
    now = counted(filled, "township_code", NOW)
    assert sum(int(cells[0]) for name, cells in shown.items() if name != "合计") == sum(now.values())
    assert {"辖区外", "未归属"} <= set(shown) or not {"outside", "unassigned"} <= set(now)


def test_the_bars_end_with_the_countys_change(filled: Path, open_page: Open):
    drawn = bars(open_page(filled, "changes", **VIEW))
    values = drawn["data"][0]["x"]
    now, base = sum(counted(filled, "cause", NOW).values()), sum(counted(filled, "cause", BASE).values())
    assert values[-1] == pytest.approx(100 * (now - base) / base)
    assert sum(values[:-1]) == pytest.approx(values[-1])


def test_a_cause_leads_to_its_townships_and_they_to_their_cases(filled: Path, open_page: Open):
    now = counted(filled, "cause", NOW)
    cause = max((name for name in now if name), key=lambda name: now[name])
    at = open_page(filled, "changes", cause=cause, **VIEW)
    assert answers(at)[0].startswith(f"2026年1—9月新收一审民商事：{cause}{now[cause]}件")
    assert table(at)["合计"][0] == str(now[cause])
    assert re.search(r'href="township\?area=[^"]+&amp;cause=', html(at))
    if "outside" in counted(filled, "township_code", NOW, f"cause = '{cause}'"):
        assert re.search(r'href="rows\?metric=civil_filings&amp;area=outside', html(at))
    assert not [one for one in at.get("button_group") if one.key == "filter_by"]


def test_a_township_leads_to_its_causes(filled: Path, open_page: Open):
    area = max(set(counted(filled, "township_code", NOW)) - {"outside", "unassigned"})
    at = open_page(filled, "changes", area=area, **VIEW)
    where = f"township_code = '{area}'"
    assert table(at)["合计"][:2] == [str(sum(counted(filled, "cause", days, where).values())) for days in (NOW, BASE)]


def test_a_cause_that_is_not_there_any_more_is_told(filled: Path, open_page: Open):
    at = open_page(filled, "changes", cause="没有的纠纷", **VIEW)
    assert "链接中的案由“没有的纠纷”不存在或已变更" in html(at)
    assert not at.exception


def test_without_a_year_before_there_are_counts_and_no_split(filled: Path, open_page: Open):
    at = open_page(filled, "changes", span="month", month="2025-06")
    assert answers(at)[1] == "本期或上年同期的案件台账未覆盖全，不拆分增减。"
    assert not at.get("plotly_chart")
    june = counted(filled, "cause", ("2025-06-01", "2025-06-30"))
    assert table(at)["合计"] == [str(sum(june.values()))]


def test_the_overview_says_the_same_sentences(filled: Path, open_page: Open):
    said = answers(open_page(filled, "changes", **VIEW))
    assert len(said) in (2, 4)
    shown = re.sub("<[^>]+>", "", html(open_page(filled, "overview", **VIEW)))
    assert not [words for words in said if words not in shown]
