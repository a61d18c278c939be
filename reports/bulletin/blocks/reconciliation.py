"""对账: each count's parts, its rows counted again, and the number that the notice prints. For the workbook alone."""

from metrics._period import dates_label
from metrics._reconciliation import Account, accounts
from metrics._review import Review
from reports.bulletin.content import Cell, Column, Section, Table

_COLUMNS = (
    Column("期间", 9, "left"),
    Column("计数", 20, "left"),
    Column("单位", 3, "center"),
    *(Column(title, 5, "right", "#,##0") for title in ("各乡镇（街道）", "辖区外", "未归属", "三项合计")),
    Column("由明细重新清点", 6, "right", "#,##0"),
    Column("通报所用的全县数", 6, "right", "#,##0"),
    Column("核对", 12, "center"),
)
_NOTES = (
    "前三项取自各指标所用的日汇总，“由明细重新清点”由案件、调解等明细逐行另行清点。",
    "“通报所用的全县数”空着的，是本通报没有用到，或数据截至日不同、含历史汇总，不能与明细相比。",
)


def reconciliation(told: Review) -> Section | None:
    """The table as a block; None where no ledger was ever imported."""
    table = reconciliation_table(told)
    return Section("reconciliation", "对账", tables=(table,)) if table.rows else None


def reconciliation_table(told: Review) -> Table:
    """A row for each count over the month and over the year to date."""
    found = accounts(told)
    wrong = sum(not one.adds_up for one in found)
    result = f"共核对{len(found)}项，全部相符。" if not wrong else f"共核对{len(found)}项，{wrong}项不符，请先查明。"
    rows = tuple(_row(told, one) for one in found)
    return Table("对账", "件数对账", _COLUMNS, rows, (result, *_NOTES))


def _row(told: Review, one: Account) -> tuple[Cell, ...]:
    period = told.month if one.is_month else told.to_date
    numbers = (one.townships, one.outside, one.unassigned, one.parts, one.total, one.printed)
    return (
        Cell(dates_label(period.start, period.end)),
        Cell(one.label),
        Cell(one.unit),
        *(Cell("", None) if n is None else Cell(f"{n:,}", n) for n in numbers),
        Cell(verdict(one)),
    )


def verdict(one: Account) -> str:
    """相符, or each difference in words."""
    told = (
        ("三项合计比明细", one.off_rows),
        ("通报的全县数比三项合计", one.off_printed),
        ("通报的各乡镇数相加比全县数", one.off_areas),
    )
    wrong = [f"{what}{'多' if n > 0 else '少'}{abs(n):,}{one.unit}" for what, n in told if n]
    return "；".join(wrong) or "相符"
