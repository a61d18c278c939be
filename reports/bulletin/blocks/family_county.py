"""总体情况 of 婚姻家事案件通报: the county by group, and what mediation settled before filing."""

from metrics._family_mediation import mediation_words
from metrics._family_rows import NO_BASE, FamilyLine, county_lines, has_base, is_covered, overall_words
from metrics._review import Review
from metrics._review_words import has_year_part
from reports.bulletin import cells
from reports.bulletin.content import Cell, Paragraph, Section, Table

_MONTH, _TO_DATE = ("当月", "上年当月"), ("累计", "上年同期")


def family_county(told: Review) -> Section | None:
    """None where no day of the year is covered; no table where summaries alone tell of it."""
    said = tuple(map(Paragraph, overall_words(told)))
    return Section("overall", "总体情况", said, (_table(told),) if is_covered(told) else ()) if said else None


def _table(told: Review) -> Table:
    """In the first month of a year the month is the whole."""
    has_both = has_year_part(told)
    titles = (*_MONTH, *_TO_DATE) if has_both else _MONTH
    columns = (cells.text_column("类别", 11), *(cells.number_column(title) for title in titles))
    rows = tuple(_row(one, len(titles)) for one in county_lines(told))
    whole_base = has_base(told, told.month) and has_base(told, told.to_date)
    notes = ("单位为件。",) if whole_base else (f"单位为件。{NO_BASE}",)
    return Table("分类情况", "婚姻家庭、继承纠纷新收分类情况", columns, rows, notes, 1)


def _row(one: FamilyLine, columns: int) -> tuple[Cell, ...]:
    numbers = (one.month, one.base_month, one.to_date, one.base_to_date)
    return (Cell(one.name), *map(cells.whole, numbers[:columns]))


def family_mediation(told: Review) -> Section | None:
    """None where the ledger of court mediation names no such disputes."""
    words = mediation_words(told)
    return Section("family_mediation", "诉前调解情况", (Paragraph(words),)) if words else None
