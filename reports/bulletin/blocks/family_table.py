"""附表 of 婚姻家事案件通报: townships by group; what could point at somebody is left out."""

from metrics._family_rows import NO_BASE, NOT_NAMED, FamilyRow, groups_shown, has_base, is_covered, township_rows
from metrics._review import Review
from metrics._review_words import to_date_words
from reports.bulletin import cells
from reports.bulletin.content import Cell, Section, Table

HELD_BACK = "※"
_TOTALS = 2
_HELD = f"{HELD_BACK}为件数过少或者可由其他数字推得，不列，逐列计入“{NOT_NAMED}”一行，该行各类之和可能不等于合计。"


def family_table(told: Review) -> Section | None:
    """None where no day of the year is covered or no township is listed."""
    if not is_covered(told) or not told.townships:
        return None
    compares = has_base(told, told.to_date)
    columns = (
        cells.text_column("乡镇街道", 8),
        *(cells.number_column(title, width=3.5) for title in ("合计", *(("上年同期", "增减") if compares else ()))),
        *(cells.number_column(name, width=4) for name in groups_shown(told)),
    )
    rows = tuple(_row(one, compares=compares) for one in township_rows(told))
    title = f"各乡镇街道婚姻家庭、继承纠纷新收情况（{to_date_words(told)}）"
    is_held = any(cell.text == HELD_BACK for row in rows for cell in row)
    notes = (f"单位为件。{_HELD if is_held else ''}{'' if compares else NO_BASE}",)
    return Section("family_table", title, tables=(Table("乡镇分类", title, columns, rows, notes, _TOTALS),))


def _row(one: FamilyRow, *, compares: bool) -> tuple[Cell, ...]:
    by = one.difference
    moved = Cell(HELD_BACK) if by is None else Cell(f"{by:+,}" if by else "0", by)
    before = (_count(one.base_to_date), moved) if compares else ()
    return Cell(one.name), _count(one.to_date), *before, *map(_count, one.groups)


def _count(n: int | None) -> Cell:
    return Cell(HELD_BACK) if n is None else cells.whole(n)
