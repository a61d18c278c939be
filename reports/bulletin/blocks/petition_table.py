"""附表：各乡镇街道信访事项: registered, resolved, open, backlog. Every area, so that the rows add up."""

from metrics._petition_rows import LONG_OPEN_DAYS, PetitionRow, is_covered, petition_rows
from metrics._review import Review
from metrics._review_words import to_date_words
from reports.bulletin import cells
from reports.bulletin.content import Cell, Section, Table

_COLUMNS = (
    cells.text_column("乡镇街道", 8),
    *(
        cells.number_column(title, width=3.5)
        for title in ("登记", "上年同期", "已化解", "未办结", f"满{LONG_OPEN_DAYS}日", "积案", "积案化解")
    ),
)
_NOTE = (
    "单位为件；按登记日期计入期间，结果为截至目前的状态。已化解与未办结之外的，为已办结而未化解；"
    f"“满{LONG_OPEN_DAYS}日”指未办结的事项中，至期末登记满{LONG_OPEN_DAYS}日的。"
)
_TOTALS = 3


def petition_table(told: Review) -> Section | None:
    """None where the ledger covers no day of the year."""
    if not is_covered(told):
        return None
    title = f"各乡镇街道信访事项办理情况（{to_date_words(told)}）"
    rows = tuple(_row(one) for one in petition_rows(told))
    return Section("petition_table", title, tables=(Table("信访事项", title, _COLUMNS, rows, (_NOTE,), _TOTALS),))


def _row(one: PetitionRow) -> tuple[Cell, ...]:
    numbers = (one.registered, one.base_registered, one.resolved, one.still_open, one.long_open)
    return (Cell(one.area_name), *map(cells.whole, (*numbers, one.backlog, one.backlog_resolved)))
