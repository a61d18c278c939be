"""附表：各乡镇街道主要指标: one table for every metric that has places, and one without batch filings where told."""

from metrics._review import Review
from metrics._review_rows import PlacesRow, ranked_rows, sum_rows
from metrics._standing_words import WITHOUT_BATCHES, View, as_counted, view_of
from metrics._table_words import about_places, count_titles, last_place_note, place_notes
from reports.bulletin import cells
from reports.bulletin.content import Cell, Column, Section, Table

_PLACES = (
    cells.middle_column("位次", 4.5),
    cells.middle_column("位次区间", 4.5),
    cells.middle_column("梯队", 3),
    cells.number_column("上月位次", width=3.5),
)


def places_tables(told: Review) -> Section | None:
    """The leading metric first, as counted and, where places hold only so, without batches."""
    tables: list[Table] = []
    for metric in told.ranked:
        views = (as_counted(told, metric), view_of(told, metric))
        tables += [_table(told, one) for one in views[: 2 if views[1].is_without_batches else 1]]
    return Section("places", "各乡镇街道主要指标", tables=tuple(tables)) if tables else None


def _table(told: Review, view: View) -> Table:
    metric = view.metric
    rows, sums = ranked_rows(told, view), sum_rows(view)
    suffix = f"（{WITHOUT_BATCHES}）" if view.is_without_batches else ""
    return Table(
        name=f"{metric.label}{'剔除批量' if view.is_without_batches else ''}",
        title=f"各乡镇街道{metric.label}{suffix}",
        columns=_columns(told, view),
        rows=tuple(_row(one, view) for one in (*rows, *sums)),
        notes=_notes(told, view),
        totals=len(sums),
    )


def _columns(told: Review, view: View) -> tuple[Column, ...]:
    metric = view.metric
    shown, unit = cells.decimals_format(metric), metric.unit
    before = ("上年同期（件）", cells.WHOLE) if metric.is_rate else (f"上年同期（{unit}）", shown)
    return (
        cells.text_column("乡镇街道"),
        *(cells.number_column(one, width=5.5) for one in count_titles(told, metric)),
        cells.number_column(f"{metric.label}（{unit}）", shown, 6),
        cells.middle_column("95%区间", 8),
        *(_PLACES if view.has_places else ()),
        cells.number_column(*before),
        cells.number_column("同比", "0.0", 7),
    )


def _row(row: PlacesRow, view: View) -> tuple[Cell, ...]:
    one, metric = row.figure, view.metric
    places = (cells.place(row), cells.place_interval(row), cells.tier(row), cells.whole(row.last_place))
    return (
        Cell(one.area_name),
        cells.whole(one.denominator),
        cells.whole(one.numerator),
        cells.value(one, metric),
        cells.interval(one, metric),
        *(places if view.has_places else ()),
        cells.base_count(one) if metric.is_rate else cells.base_value(one, metric),
        cells.change(one, metric),
    )


def _notes(told: Review, view: View) -> tuple[str, ...]:
    found = (about_places(view), last_place_note(told, view), *place_notes(told, view))
    return tuple(one for one in found if one)
