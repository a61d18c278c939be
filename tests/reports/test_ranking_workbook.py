"""The ranking as a workbook: what the page shows, unrounded, and who is apart with the reason."""

from dataclasses import replace

from metrics import METRICS
from metrics._places_before import NOTHING_BEFORE
from metrics._rank_intervals import Standing
from metrics._ranking_table import RankingRow, RankingTable, UnrankedRow
from reports.ranking_workbook import ranking_workbook
from tests.metrics.one_figure import figure
from tests.reports.test_workbooks import rows

RATE = METRICS["litigation_rate"]
OWN = figure(RATE, 100, 10_000, 90, 10_000, rank=1, rank_low=1, rank_high=3)
SURE = Standing(1, 1, 3, 1.4, 0.001, False, 0.9123, True, 2, 99.0, 90.0, 110.0)


def test_every_cell_stands_under_its_header_and_the_unranked_have_their_reason():
    apart = UnrankedRow(replace(OWN, area_name="=农场", rank=None), "人口不足1,000人")
    table = RankingTable(RATE, "ok", (RankingRow(OWN, "镇", 1, 4, SURE, 3),), (apart,), OWN, NOTHING_BEFORE)
    raw = ranking_workbook("排名", table, [("用途", "供平安建设工作参考，不作为立案限制依据。")])
    _, header, line = rows(raw, "排名")
    told = dict(zip(header, line, strict=True))
    assert [told[name] for name in ("乡镇街道", "位次", "位次区间下限", "位次区间上限")] == ["甲镇", 1, 1, 3]
    assert [told[name] for name in ("梯队", "上月位次", "升降")] == ["第二梯队", 3, "升2"]
    assert (told["列入前三位的概率"], told["列入后三位的概率"], told["可以点名"]) == (0.9123, 0.001, "前三位（91%）")
    assert (told["类别"], told["同类位次"], told["同类个数"]) == ("镇", 1, 4)
    assert rows(raw, "只列示不排名")[2][:3] == ["=农场", "人口不足1,000人", 100]
    assert dict(rows(raw, "口径"))["用途"] == "供平安建设工作参考，不作为立案限制依据。"


def test_where_places_have_no_interval_its_cells_are_empty():
    bare = replace(OWN, rank_low=None, rank_high=None)
    table = RankingTable(RATE, "too_few", (RankingRow(bare, "镇", 1, 1, None, None),), (), OWN, NOTHING_BEFORE)
    raw = ranking_workbook("排名", table, [])
    _, header, line = rows(raw, "排名")
    told = dict(zip(header, line, strict=True))
    assert {told[one] for one in ("位次区间下限", "梯队", "列入后三位的概率", "可以点名", "上月位次", "升降")} == {""}
