"""The list of alerts: one row for each township and rule."""

from collections.abc import Sequence
from datetime import date

from data.store.alert_case import STATE_WORDS
from metrics._alert_list import Followed
from metrics._alert_rules import BY_NAME
from metrics._alert_words import (
    evidence_sentence,
    expected_words,
    limit_number,
    month_words,
    reason_words,
    run_words,
    since_words,
    size_words,
    unit_of,
    value_words,
)
from metrics._alerts import Alert
from metrics._rows_behind import Part
from metrics._words import DASH
from ui import drill_down, route, sheet
from ui.markup import Markup, join, tag

_COLUMNS = (
    sheet.Column("乡镇街道", "wrap"),
    sheet.Column("规则"),
    sheet.Column("状态"),
    sheet.Column("本期", "number"),
    sheet.Column("预计或合计", "number"),
    sheet.Column("界限", "number"),
    sheet.Column("件数（n）", "number"),
    sheet.Column("为何预警"),
    sheet.Column("连续", "number"),
    sheet.Column("首次"),
    sheet.Column("责任人、期限", optional=True),
)


def show(rows: Sequence[Followed], view_filters: dict[str, str], today: date, *, caption: str) -> None:
    """Draw the list; a row opens its alert."""
    sheet.show(_COLUMNS, [sheet.Row(_cells(one, view_filters, today)) for one in rows], caption=caption)


def _cells(row: Followed, view_filters: dict[str, str], today: date) -> list[object]:
    where = route.address("alerts", alert=row.key, **view_filters)
    name = sheet.anchor(row.area_name, where)
    return [name, BY_NAME[row.rule].label, STATE_WORDS[row.state], *_numbers(row), *_following(row, today)]


def _numbers(row: Followed) -> list[object]:
    alert = row.alert
    if alert is None:
        first = month_words(row.case.first_month) if row.case else ""
        return [DASH, DASH, DASH, DASH, "本月没有触发", DASH, first]
    value = join([value_words(alert), " ", tag("small", unit_of(BY_NAME[alert.rule]))])
    return [
        value,
        expected_words(alert),
        limit_number(alert),
        _size(row, alert),
        why(row),
        run_words(alert),
        since_words(alert),
    ]


def _size(row: Followed, alert: Alert) -> Markup | str:
    """n; of a township each of its numbers is a link to the rows of the days that were judged."""
    rule = BY_NAME[alert.rule]
    if alert.numerator is None or not (rule.is_of_townships and row.is_listed):
        return size_words(alert)
    days = drill_down.period_filters(alert.start, alert.end)
    sides: list[tuple[Part, int | None]] = [("numerator", alert.numerator), ("denominator", alert.denominator)]
    linked = [
        drill_down.linked(f"{n:,}", rule.metric, alert.area_code, days, part) for part, n in sides if n is not None
    ]
    return join(linked, " / ")


def why(row: Followed) -> str:
    """Why the row is here; an alert that is over says so."""
    if row.alert is None:
        return "本月没有触发"
    return f"{row.alert.month.month}月触发，已回落" if row.alert.is_over else reason_words(row.alert)


def _following(row: Followed, today: date) -> list[object]:
    case = row.case
    if case is None or not (case.person or case.until):
        return [""]
    lines = [case.until.isoformat() if case.until else "", "已过期限" if row.is_late(today) else ""]
    return [join([case.person or "", *(tag("small", line, class_="why") for line in lines if line)])]


def plain(row: Followed) -> list[str | int | float | date | None]:
    """The row for a workbook, numbers unrounded: in the order of its columns."""
    alert, case = row.alert, row.case
    numbers: list[int | float | None] = [None] * 5
    if alert is not None:
        numbers = [alert.value, alert.expected, alert.limit, alert.numerator, alert.denominator]
    return [
        row.area_name,
        BY_NAME[row.rule].label,
        *numbers,
        unit_of(BY_NAME[row.rule]),
        why(row),
        evidence_sentence(alert) if alert else "",
        alert.run if alert else None,
        _first(alert, row),
        STATE_WORDS[row.state],
        (case.person if case else "") or "",
        case.until if case else None,
    ]


def _first(alert: Alert | None, row: Followed) -> str:
    return since_words(alert) if alert else month_words(row.case.first_month) if row.case else ""
