"""The page of the judges' stations on a county with registers, and on counties that lack one of them."""

import re
import shutil
from datetime import date, datetime
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from data.desk import Desk, UploadedFile
from data.store.builds import current_build
from metrics import counts
from metrics._rows_behind import RowsPage
from metrics._station_rows import station_rows, work_named
from tests.pages.conftest import Open, html

REGISTER = """工作站名称,乡镇,覆盖乡镇,设立日期,法官人数,法官助理人数,书记员人数
东关法官工作站,东关街道,云台乡,2024-03-01,2,2,1
柳林法官工作站,柳林镇,,2024-05-01,1,,1
"""
WORK = """活动日期,活动类型,工作站名称,乡镇,数量,意见条数,落实条数
2026-01-06,调解,东关法官工作站,东关街道,7,,
2026-02-03,巡回审判,东关法官工作站,东关街道,1,5,2
2026-02-09,调解,,柳林镇,4,,
2026-03-11,普法宣传,石桥法官工作站,石桥镇,1,,
2026-03-20,法律咨询,,,6,,
2026-04-02,矛盾纠纷排查,柳林法官工作站,柳林镇,3,,
2026-09-28,回访,柳林法官工作站,柳林镇,2,,
2025-03-11,调解,东关法官工作站,东关街道,30,,
"""
SUGGESTIONS = """文号,发出日期,被建议单位,反馈期限,反馈日期,采纳情况
青法建〔2026〕1号,2026-01-05,青禾县某物业公司,2026-03-06,,
青法建〔2026〕2号,2026-02-05,青禾县教育局,2026-04-06,2026-03-01,采纳
青法建〔2026〕3号,2026-09-20,青禾县住建局,2026-11-20,,
"""
TEXTS = {
    "法官工作站名册.csv": REGISTER,
    "法官工作站活动台账（2025年1月—2026年9月）.csv": WORK,
    "司法建议台账（2026年1月—2026年9月）.csv": SUGGESTIONS,
}


def load(home: Path, files: list[Path]) -> Path:
    given = [UploadedFile(path.name, path) for path in files]
    receipts = Desk(home, counts()).load(given, by="试验", now=datetime(2026, 10, 8, 9))
    assert [one.error for one in receipts if one.error_code] == []
    return home


@pytest.fixture(scope="module")
def homes(exports: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The register of stations alone; with the other registers; the work alone. No cases and no population: cheap."""
    folder = tmp_path_factory.mktemp("stations")
    register, work, suggestions = (folder / name for name in TEXTS)
    for path in (register, work, suggestions):
        path.write_text(TEXTS[path.name], encoding="utf-8")
    alone = load(folder / "register", [exports[0], register])
    shutil.copytree(alone, folder / "all")
    return {
        "stations": alone,
        "all": load(folder / "all", [work, suggestions]),
        "work": load(folder / "work", [exports[0], work]),
    }


def opened(open_page: Open, home: Path, **view: str) -> AppTest:
    """The page over nine months, whatever day it is today."""
    return open_page(home, "stations", span="free", **{"from": "2026-01-01", "to": "2026-09-30"}, **view)


def table(shown: str) -> str:
    return shown[shown.index("各站工作量") : shown.index("</table>", shown.index("各站工作量"))]


def test_the_answer_names_work_staff_coverage_and_what_is_overdue(homes: dict[str, Path], open_page: Open):
    shown = html(opened(open_page, homes["all"])).replace('</span><span class="phrase">', "")
    assert "2026年1—9月，2个法官工作站共调解纠纷11件、巡回审判1次、普法宣传1场、法律咨询6次" in shown
    assert "配齐的1个，缺员的1个" in shown
    assert "4个乡镇街道中有工作站服务的3个，没有的是石桥镇" in shown
    assert "截至2026-09-30，司法建议超过期限没有反馈的1份，最久的超期208天" in shown  # 3月6日到期，台账到9月30日


def test_the_table_ends_up_with_the_figures_of_the_county(homes: dict[str, Path], open_page: Open):
    lines = table(html(opened(open_page, homes["all"]))).split("<tr")
    total = next(line for line in lines if "合计" in line)
    assert 'href="rows?metric=station_mediations&amp;area=county' in total
    assert ">11<" in total
    east = next(line for line in lines if "东关法官工作站" in line)
    assert ">7<" in east
    assert "云台乡" in east
    assert "2+2+1" in east
    assert "缺员</th>" in table(html(opened(open_page, homes["all"])))
    willow = next(line for line in lines if "柳林法官工作站" in line)
    assert ">4<" in willow
    assert "缺法官1、" in willow
    assert "法官助理2" in willow


def test_work_without_a_station_is_named_with_what_to_upload(homes: dict[str, Path], open_page: Open):
    shown = html(opened(open_page, homes["all"]))
    assert "石桥法官工作站（名册里没有）" in table(shown)
    assert "活动台账中的“石桥法官工作站”不在法官工作站名册里" in shown
    assert "只计入全县" in shown
    assert "有1行活动没有写工作站名称" in shown


def test_without_a_register_the_page_asks_for_it(homes: dict[str, Path], open_page: Open):
    shown = html(opened(open_page, homes["work"]))
    assert "还没有导入法官工作站名册" in shown
    assert "请上传法官工作站名册" in shown
    assert "当地又不是只有一个站" not in shown
    assert "缺员</th>" not in table(shown)
    assert "东关法官工作站（名册里没有）" in table(shown)
    assert "还没有导入司法建议台账" in shown


def test_a_register_alone_shows_staff_and_says_that_work_is_unknown(homes: dict[str, Path], open_page: Open):
    at = opened(open_page, homes["stations"])
    assert not at.exception
    assert "还没有导入工作站活动台账" in html(at)
    assert ">0<" not in html(at)
    assert "缺法官1、法官助理2" in html(at)


def test_a_county_without_both_is_told_what_to_upload(filled: Path, open_page: Open):
    shown = html(open_page(filled, "stations"))
    assert "还没有导入法官工作站名册、工作站活动台账" in shown
    assert 'href="imports"' in shown


CELL = re.compile(r'href="rows\?([^"]*station=[^"]*)"[^>]*>([^<]*)</a>')


@pytest.mark.parametrize("home", ["all", "work"])
def test_every_number_of_the_table_leads_to_its_rows(home: str, homes: dict[str, Path], open_page: Open):
    build = current_build(homes[home])
    assert build is not None
    days = date(2026, 1, 1), date(2026, 9, 30)
    found = CELL.findall(html(opened(open_page, homes[home])))
    assert {parse_qs(unescape(query))["work"][0] for query, _ in found} >= {"return_visit_events", "screening_events"}
    for query, label in found:
        asked = {name: values[0] for name, values in parse_qs(unescape(query)).items()}
        line, _, key = asked["station"].partition(":")
        assert f"{station_rows(build, work_named(asked['work']), days, line, key).total:,}" == label


def test_the_rows_of_a_cell_are_listed_with_their_file_and_lead_back(homes: dict[str, Path], open_page: Open):
    view = {"work": "screening_events", "station": "all:", "span": "free", "from": "2026-01-01", "to": "2026-09-30"}
    at = open_page(homes["all"], "rows", **view)
    shown = re.sub("<[^>]+>", "", html(at))
    assert "2026年1—9月各法官工作站合计排查 3 次。" in shown
    assert "合计 3 次，与这个数一致" in shown
    assert "法官工作站活动台账（2025年1月—2026年9月）.csv" in shown
    assert re.search('href="stations[?]span=free&amp;[^"]*from=2026-01-01&amp;to=2026-09-30"', html(at))
    assert len(at.get("download_button")) == 1
    own = {**view, "work": "station_mediation_events", "station": "listed:东关法官工作站"}
    assert "东关法官工作站调解 7 件" in re.sub("<[^>]+>", "", html(open_page(homes["all"], "rows", **own)))


def test_a_station_that_the_table_does_not_have_is_told(homes: dict[str, Path], open_page: Open):
    view = {"work": "screening_events", "span": "free", "from": "2026-01-01", "to": "2026-09-30"}
    shown = re.sub("<[^>]+>", "", html(open_page(homes["all"], "rows", station="listed:旧站", **view)))
    assert "法官工作站表里没有“旧站”这一行" in shown
    assert "与这个数一致" not in shown
    idle = re.sub("<[^>]+>", "", html(open_page(homes["all"], "rows", station="listed:东关法官工作站", **view)))
    assert "东关法官工作站排查 0 次" in idle


def test_rows_that_are_not_those_of_the_table_are_told(
    homes: dict[str, Path], open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    def one_too_few(*given: object, **more: object) -> RowsPage:
        found = station_rows(*given, **more)  # type: ignore[arg-type]
        return found._replace(total=found.total - 1)

    monkeypatch.setattr("ui.rows_of_station.station_rows", one_too_few)
    view = {"work": "screening_events", "station": "all:", "span": "free", "from": "2026-01-01", "to": "2026-09-30"}
    assert "相差 1 次：两者不一致" in re.sub("<[^>]+>", "", html(open_page(homes["all"], "rows", **view)))


def test_the_kind_of_work_sorts_the_stations_and_is_part_of_the_address(homes: dict[str, Path], open_page: Open):
    at = opened(open_page, homes["all"], work="return_visit_count")
    lines = table(html(at))
    assert lines.index("柳林法官工作站") < lines.index("东关法官工作站")
    at.selectbox(key="filter_work").set_value("station_mediations").run()
    assert at.query_params["work"] == "station_mediations"
    lines = table(html(at))
    assert lines.index("东关法官工作站") < lines.index("柳林法官工作站")


def test_both_lists_can_be_taken_away(homes: dict[str, Path], open_page: Open):
    assert len(opened(open_page, homes["all"]).get("download_button")) == 2
