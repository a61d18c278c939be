"""附表：同类分组: the leading metric with 街道, 镇 and 乡 each among themselves."""

from metrics._peer_rows import PeerRow, peer_rows
from metrics._rank_words import why_no_interval
from metrics._review import Review
from metrics._standing_words import WITHOUT_BATCHES, View, view_of
from metrics._table_words import count_titles
from reports.bulletin import cells
from reports.bulletin.content import Cell, Section, Table

_NOTE = "与同类比：该乡镇街道与同类中其他各乡镇街道合计比较，▲显著高、●无显著差异、▽显著低，按95%判断。"


def peers_table(told: Review) -> Section | None:
    """Nothing where no kind has two townships that are ranked."""
    metric = told.metrics[0]
    rows = peer_rows(told, metric)
    if not rows:
        return None
    view = view_of(told, metric)
    suffix = f"（{WITHOUT_BATCHES}）" if view.is_without_batches else ""
    title = f"同类分组{metric.label}情况{suffix}"
    columns = (
        cells.middle_column("类别", 4),
        cells.text_column("乡镇街道"),
        *(cells.number_column(one, width=6) for one in count_titles(told, metric)),
        cells.number_column(f"{metric.label}（{metric.unit}）", cells.decimals_format(metric), 6),
        *((cells.middle_column("同类位次", 4),) if view.has_places else ()),
        cells.middle_column("与同类比", 8),
    )
    weak = why_no_interval(metric, view.figures)
    notes = (_NOTE, weak) if weak else (_NOTE,)
    table = Table("同类分组", title, columns, tuple(_row(one, view) for one in rows), notes)
    return Section("peers", title, tables=(table,))


def _row(row: PeerRow, view: View) -> tuple[Cell, ...]:
    one, stands = row.figure, row.stands
    return (
        Cell(row.kind),
        Cell(one.area_name),
        cells.whole(one.denominator),
        cells.whole(one.numerator),
        cells.value(one, view.metric),
        *((cells.whole(row.place),) if view.has_places else ()),
        cells.NOTHING if stands is None else Cell(f"{stands.symbol} {stands.word}"),
    )
