"""Why a figure is not what was issued, in words, with the import that did it."""

from dataclasses import replace

from data.build.column_labels import LABELS
from data.build.row_words import column_label
from data.definition_words import difference_words, differences
from data.ledgers import LEDGERS
from data.store.imports import ImportRecord
from metrics._areas import COUNTY
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import dates_label
from metrics._rank_intervals import place_of
from metrics._registry import METRICS
from metrics._restatement import Restated, Restatement
from metrics._restatement_causes import RestatedCause, SpanName
from metrics._restatement_why import Why
from metrics._words import format_counts, format_value

DASH = "—"


def period_words(found: Restatement, span: SpanName) -> str:
    """2026年1—10月."""
    period = found.periods[span]
    return dates_label(period.start, period.end)


def counts_words(figure: Figure | None, metric: Metric) -> str:
    """The counts of a cell: the numerator alone where people are below the line, both where a part is of a whole."""
    if figure is None or (figure.status == "not_covered" and not figure.numerator):
        return DASH
    return f"{figure.numerator:,}" if metric.is_rate else format_counts(figure)


def label_words(found: Restatement, metric: Metric) -> str:
    """The metric; both its names where the definition counts something else under another one."""
    before = METRICS[metric.name].under(found.before).label
    return metric.label if before == metric.label else f"原{before}、现{metric.label}"


def reach_words(found: Restatement) -> str:
    """How far the present data reach where that is less than what was issued; '' otherwise."""
    said = []
    for one in found.printed:
        if one.area_code != COUNTY or one.span != "to_date" or one.old is None or one.new is None:
            continue
        if one.new.period_end < one.old.period_end:
            end = one.new.period_end
            said.append(f"{one.metric.label}的数据现在只到{dates_label(end, end)}，累计的现值只含到该日的数")
    return "；".join(said)


def value_words(figure: Figure | None, metric: Metric) -> str:
    """The value of a cell."""
    return DASH if figure is None else format_value(figure, metric)


def place_words(figure: Figure | None) -> str:
    """The place of a cell; — where it has none."""
    place = None if figure is None else place_of(figure)
    return DASH if place is None else str(place)


def difference_text(row: Restated | RestatedCause) -> str:
    """+3 or -2 of the count; — where it is the same."""
    return f"{row.difference:+,}" if row.difference else DASH


def why_words(found: Restatement, row: Restated) -> str:
    """All parts of the why, the greatest first; the parts of the numerator add up to the difference."""
    parts = sorted(row.why, key=lambda one: (one.part != "numerator", -abs(one.n), one.cause))
    return "；".join(_part_words(found, row, one) for one in parts)


def _part_words(found: Restatement, row: Restated, one: Why) -> str:
    if one.cause == "place_only":
        return "本数未变，位次因其他乡镇街道变化而变"
    if one.cause == "covered":
        return "数据覆盖的期间变化"
    if one.cause == "people":
        old, new = (side.denominator if side else None for side in (row.old, row.new))
        return f"人口由{_whole(old)}改为{_whole(new)}"
    below = "（分母）" if one.part == "denominator" else ""
    return f"{_cause_words(found, one)}{below}{_signed(one, row.metric)}"


def _cause_words(found: Restatement, one: Why) -> str:
    batch = "以后的导入" if one.batch is None else f"第{one.batch}号导入"
    match one.cause:
        case "came":
            return f"{batch}补入"
        case "withdrawn":
            return f"撤销{'几次导入' if one.batch is None else batch}，"
        case "both":
            return f"{_ledger_words(found, batch, one)}并口径修改{_switch_words(found)}，"
        case "replaced":
            return f"{batch}替换该期间，撤下"
        case "changed":
            return f"{_ledger_words(found, batch, one)}，"
        case "placed":
            return "归属认定变化，"
        case "definition":
            return f"口径修改{_switch_words(found)}，"
        case "totals":
            return "历史汇总或明细覆盖的月份变化，"
        case _:
            return "写法含义或批量案件的认定变化，"


def _ledger_words(found: Restatement, batch: str, one: Why) -> str:
    columns = "、".join(dict.fromkeys(_label(name) for name in one.columns))
    if columns:
        return f"{batch}更正{columns}"
    if one.batch in found.imports.gone:
        return f"撤销{batch}"
    if one.batch is None and found.imports.gone:
        return "撤销几次导入"
    return f"{batch}补入" if one.n > 0 else f"{batch}替换该期间"


def _switch_words(found: Restatement) -> str:
    """The switches that were changed; the name of a definition moves no figure."""
    unnamed = replace(found.before, name=found.after.name)
    return f"（{'、'.join(label for label, _, _ in differences(unnamed, found.after))}）"


def _signed(one: Why, metric: Metric) -> str:
    if not one.n:
        return "件数未变"
    unit = metric.sides[-1 if one.part == "denominator" else 0].unit
    verb = "增加" if one.n > 0 else "减少"
    return f"{'' if one.cause in ('came', 'replaced') else verb}{abs(one.n):,}{unit}"


def import_words(found: Restatement) -> list[str]:
    """The imports that moved the figures, each once, with ledger and day; a file's name may be a person's, and the
    document leaves the court."""
    told = []
    for record in _named(found):
        gone = "，已撤销" if record.batch in found.imports.gone else ""
        ledgers = "、".join(LEDGERS[one].label for one in record.ledgers)
        told.append(f"第{record.batch}号导入：{ledgers}，{record.imported_at:%Y-%m-%d}导入{gone}")
    return told


def file_words(found: Restatement) -> str:
    """The files of these imports, for those inside; '' where there are none."""
    files = "；".join(f"第{record.batch}号是{record.file_name}" for record in _named(found))
    return f"有关导入的文件（文件名不印入修订说明）：{files}。" if files else ""


def _named(found: Restatement) -> list[ImportRecord]:
    """The imports that the reasons name; where nothing but causes changed, all of cases that came or went since."""
    records = found.imports.imports
    named = {why.batch for one in found.rows for why in one.why if why.batch is not None}
    if not found.rows:
        since = found.imports.came | found.imports.gone
        named = {batch for batch in since if "cases" in records[batch].ledgers}
    return [records[batch] for batch in sorted(named)]


def _label(column: str) -> str:
    return LABELS.get(column) or column_label("cases", column)


def _whole(n: int | None) -> str:
    return "无" if n is None else f"{n:,}"


def definition_words(found: Restatement) -> str:
    """The switches that were changed since, '' when none was."""
    if not differences(found.before, found.after):
        return ""
    return difference_words(found.before, found.after)


def answer_words(found: Restatement) -> str:
    """How many figures of how many places are not what was issued, and how many lines of causes."""
    if not found.is_any:
        return "各项数与定稿时相同，不需要修订。"
    own = [one for one in found.printed if not one.is_place_only]
    said = []
    if own:
        said.append(f"{len({one.area_code for one in own}):,}个区域的{len(own):,}项数有变化")
    if moved := len(found.printed) - len(own):
        said.append(f"{'另' if own else ''}有{moved:,}项只是位次变化")
    if found.causes:
        said.append(f"全县按案由分的{len(found.causes):,}项件数有变化")
    elif found.cells_changed:
        said.append("全县按案由分的件数没有变化，乡镇街道按案由分的件数有变化")
    return f"与定稿时相比，{'；'.join(said)}。"


def cells_words(found: Restatement) -> str:
    """That counts of townships by cause changed, without one of them; '' where none did."""
    if not found.cells_changed:
        return ""
    return "部分乡镇街道按案由分的件数也有变化；两份数字对照可能推知个别情况，本说明不列，更正后的通报按规定列出。"
