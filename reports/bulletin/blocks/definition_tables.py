"""口径: the card of every metric and every switch of the definition. For the workbook alone."""

from data.definition_words import SWITCHES, said
from metrics._card import exclusion_lines, full_lines
from metrics._metric import Metric
from metrics._review import Review
from reports.bulletin.content import Cell, Column, Section, Table

_COLUMNS = (
    Column("对象", 10, "left"),
    Column("项目", 9, "left"),
    Column("内容", 34, "left"),
    Column("作用", 22, "left"),
)


def definitions(told: Review) -> Section:
    """The table as a block; always there, for no figure travels without its definition."""
    return Section("definitions", "口径", tables=(definition_table(told),))


def definition_table(told: Review) -> Table:
    """First the metrics of the notice, then the definition, switch by switch."""
    cards = [(metric.label, *line, "") for metric in told.metrics for line in _card(told, metric)]
    switches = [("口径", one.label, said(told.definition, one.field), one.effect) for one in SWITCHES]
    version = ("口径", "口径版本", told.definition.label, "")
    rows = tuple(tuple(map(Cell, row)) for row in (*cards, version, *switches))
    note = "“口径”各行是计算时采用的全部开关；口径改变的，不同期的数不能直接相比。"
    return Table("口径", "指标与口径", _COLUMNS, rows, (note,))


def _card(told: Review, metric: Metric) -> list[tuple[str, str]]:
    county = told.figure(metric.name)
    lines = full_lines(metric, told.definition, county.phi)
    return [*(line for line in lines if line[0] != "指标"), *exclusion_lines(told.build, metric, county)]
