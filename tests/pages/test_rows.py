"""明细: from every printed number to its rows, and from a row back to the spreadsheet."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pyarrow.parquet import read_table

from data.definition import Definition
from data.store.builds import current_build
from metrics import METRICS, compute, parse_period
from metrics._disclosure import MERGED, NOT_LISTED, hidden_pairs
from metrics._facts import top_causes
from metrics._rows_behind import causes_behind, rows_page
from reports.rows_workbook import rows_workbook
from tests.browser.county import TOWNSHIPS, civil_filings_of
from tests.pages.conftest import Open, html
from ui import rights, rows_list

PERIOD = {"span": "ytd", "month": "2026-09"}
NATURAL_PERSONS = ("张某", "李某", "王某")


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({}, f"新收一审民商事案件） {civil_filings_of(2026):,} 件。"),
        ({"part": "denominator"}, f"分母（人口数） {sum(people for *_, people in TOWNSHIPS):,} 人。"),
        ({"metric": "civil_filings", "area": "unassigned"}, "以下逐行列出"),
        ({"metric": "court_mediation_days"}, "各行合计"),
        ({"metric": "township_screening_coverage"}, "未覆盖"),
    ],
)
def test_the_page_tells_the_figure_and_that_its_rows_add_up_to_it(view, said, filled: Path, open_page: Open):
    at = open_page(filled, "rows", **{"metric": "litigation_rate", "area": "county", **PERIOD, **view})
    assert not at.exception
    shown = plain(html(at))
    assert said in shown
    assert "未覆盖" in said or "与这个数一致" in shown
    assert "不一致" not in shown


def test_a_row_names_the_file_and_the_row_of_the_spreadsheet_it_came_from(filled: Path, open_page: Open):
    at = open_page(filled, "rows", metric="civil_filings", area="county", page="2", **PERIOD)
    number, row = re.search(r"（2026）甘0799民初(\d+)号.*?第([\d,]+)行", plain(html(at))).groups()
    # The export writes a title, a header, and then its cases in order: number n stands in row n + 2.
    assert int(row.replace(",", "")) == int(number) + 2
    assert "案件查询结果.xlsx" in html(at)


def test_a_page_that_another_period_does_not_have_is_its_last_one(filled: Path, open_page: Open):
    at = open_page(filled, "rows", metric="civil_filings", area="county", page="900", **PERIOD)
    shown = plain(html(at))
    first, last, rows = re.search(r"共 ([\d,]+) 行，列出第 ([\d,]+)—([\d,]+) 行", shown).group(2, 3, 1)
    assert last == rows
    assert int(first.replace(",", "")) % 50 == 1
    assert at.button(key="page_on").disabled


def test_rows_that_do_not_add_up_are_told_in_red_letters_and_not_passed_over(
    filled: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    def one_too_few(*given, **more):
        found = rows_page(*given, **more)
        return found._replace(total=found.total - 1)

    monkeypatch.setattr("pages.rows.rows_page", one_too_few)
    at = open_page(filled, "rows", metric="civil_filings", area="county", **PERIOD)
    assert "相差 1 件：两者不一致" in plain(html(at))


def test_numbers_on_other_pages_lead_here(filled: Path, open_page: Open):
    link = r'href="rows\?metric={}&amp;area={}[^"]*"[^>]*>{}<'
    overview = html(open_page(filled, **PERIOD))
    assert re.search(link.format("litigation_rate", "county", civil_filings_of(2026)), overview)
    assert re.search(r'href="rows\?metric=litigation_rate&amp;area=county&amp;part=denominator', overview)
    metric = html(open_page(filled, "metric", metric="litigation_rate", **PERIOD))
    assert len(re.findall(r'href="rows\?metric=litigation_rate', metric)) >= 2 * len(TOWNSHIPS)
    township = html(open_page(filled, "township", area="东关街道", **PERIOD))
    assert re.search(r'href="rows\?metric=civil_filings[^"]*cause=', township)


def test_every_cause_of_every_area_leads_to_as_many_rows_as_its_table_says(filled: Path):
    build, metric, period = current_build(filled), METRICS["civil_filings"], parse_period("2026-09", "ytd")
    assert build is not None
    for figure in compute(build, [metric], period, by="all").rows():
        area = None if figure.area_code == "county" else figure.area_code
        days = (figure.period_start, figure.period_end)
        counted = top_causes(build, area, days, days)
        for one in counted:
            assert rows_page(build, metric, period, figure.area_code, cause=one.cause, limit=1).total == one.n
        assert sum(one.n for one in counted) == figure.numerator


def test_who_may_not_see_them_finds_no_handful_of_divorces_among_the_rows(
    filled: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
):
    build, metric, period = current_build(filled), METRICS["civil_filings"], parse_period("2026-01", "month")
    assert build is not None
    hidden = hidden_pairs(causes_behind(build, metric, period, "石桥镇"), build.definition)
    assert ("石桥镇", "离婚纠纷") in hidden
    view = {"metric": "civil_filings", "area": "石桥镇", "span": "month", "month": "2026-01"}
    assert "离婚纠纷" in html(open_page(filled, "rows", **view))
    monkeypatch.setattr(rights, "may", lambda what: what != "see_protected_rows")
    shown = html(open_page(filled, "rows", **view))
    assert "离婚纠纷" not in shown
    assert MERGED in shown
    assert NOT_LISTED in plain(shown)
    assert "按口径不单独列出" in html(open_page(filled, "rows", cause="离婚纠纷", **view))
    month = {"area": "石桥镇", "span": "month", "month": "2026-01"}
    assert "离婚纠纷" not in html(open_page(filled, "township", **month))
    asked = html(open_page(filled, "township", cause="离婚纠纷", **month))
    assert "离婚纠纷在本乡镇街道件数少" in plain(asked)
    assert "点击案由" in asked


def test_the_workbook_holds_every_row_with_its_place_in_the_spreadsheet(filled: Path, open_page: Open):
    open_page(filled, "rows")
    build, metric, period = current_build(filled), METRICS["civil_filings"], parse_period("2026-09", "ytd")
    assert build is not None
    found = rows_page(build, metric, period, "柳林镇", limit=None)
    listed = rows_list.rows_list(build, metric, "柳林镇", "numerator", found.page, (), is_of_cause=False)
    made = rows_workbook("柳林镇明细", listed.headers, listed.cells, listed.origins, [("指标", metric.label)])
    sheet = openpyxl.load_workbook(BytesIO(made))["数据"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    head, body = rows[0], rows[1:]
    assert len(body) == found.total
    assert {row[head.index("原文件")] for row in body} == {"案件查询结果.xlsx"}
    assert all(isinstance(row[head.index("行号")], int) for row in body)


def test_neither_rows_nor_build_hold_a_natural_person_s_name_so_no_page_or_workbook_can(filled: Path):
    build = current_build(filled)
    assert build is not None
    cursor = build.cursor()
    tables = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
    held = {name: str(cursor.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables}
    held |= {str(path): str(read_table(path).to_pylist()) for path in (filled / "rows").rglob("*.parquet")}
    assert len(held) > 20
    for source, said in held.items():
        assert not [name for name in NATURAL_PERSONS if name in said], source


def test_the_default_definition_protects_families():
    assert Definition().protected_causes[0] == "婚姻家庭、继承纠纷"
    assert Definition().smallest_shown_count == 5
