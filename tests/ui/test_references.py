from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

from data.store.references import ReferenceFigure
from metrics import METRICS
from ui.references import card_lines, ranking_lines, table_cells, trend_lines

RATE = METRICS["litigation_rate"]
COUNTY = SimpleNamespace(period_start=date(2026, 9, 1), period_end=date(2026, 9, 30))


def typed(value: str, start: date, end: date, place: str = "全市平均") -> ReferenceFigure:
    return ReferenceFigure(
        1, RATE.name, place, start, end, Decimal(value), "第9期通报", datetime(2026, 10, 8, 9), "张三"
    )


SEPTEMBER = typed("11.20", date(2026, 9, 1), date(2026, 9, 30))
YEAR = typed("1088.1", date(2025, 1, 1), date(2025, 12, 31), "全省<平均>")


def test_only_the_same_days_are_put_beside_a_figure():
    assert [(one.value, one.words) for one in ranking_lines([SEPTEMBER, YEAR], COUNTY)] == [(11.2, "全市平均 11.20")]
    assert [row["乡镇街道"] for row in table_cells([SEPTEMBER, YEAR], COUNTY)] == ["全市平均"]


def test_a_trend_takes_values_of_one_of_its_whole_months_only():
    months = [date(2026, 8, 1), date(2026, 9, 1)]
    [line] = trend_lines([SEPTEMBER, YEAR], months)
    assert (line.at, line.words) == (1, "2026年9月全市平均 11.20")


def test_the_card_of_a_workbook_names_period_source_and_who_typed_it_in():
    same, other = card_lines([SEPTEMBER, YEAR], COUNTY, RATE)
    assert same == (
        "参照值 全市平均",
        "11.20 件/万人；2026-09-01 至 2026-09-30（与本期相同）；来源：第9期通报；张三 2026-10-08 登记",
    )
    assert "1,088.1 件/万人；2025-01-01 至 2025-12-31（期间与本期不同，不作比较）" in other[1]


def test_a_name_with_markup_is_written_literally_into_charts():
    [line] = ranking_lines([YEAR], SimpleNamespace(period_start=YEAR.period_start, period_end=YEAR.period_end))
    assert line.words == "全省&lt;平均&gt; 1,088.1"
