"""附表：案由表: the county's causes over the year to date, the total last."""

from metrics._cause_words import cause_lines, table_notes
from metrics._review import Review
from reports.bulletin import cells
from reports.bulletin.content import Cell, Section, Table

_HEADING = "主要案由情况"


def cause_table(told: Review) -> Section | None:
    """Nothing where no cause is known."""
    lines = cause_lines(told)
    if not lines:
        return None
    columns = (
        cells.text_column("案由", 16),
        cells.number_column("本期新收（件）", width=6),
        cells.number_column("占比（%）", "0.0"),
        cells.number_column("上年同期（件）", width=6),
        cells.number_column("增幅", "0.0", 6),
    )
    rows = tuple(
        (
            Cell(one.cause),
            cells.whole(one.n),
            Cell(one.share_text, float(one.share)),
            cells.whole(one.base_n),
            Cell(one.growth_text, None if one.growth is None else float(one.growth)),
        )
        for one in lines
    )
    table = Table("案由", _HEADING, columns, rows, table_notes(told), totals=1)
    return Section("cause_table", _HEADING, tables=(table,))
