"""What rows behind a figure say of themselves: number, subject, outcome, what placed them. No party is asked for."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from data.build.row_words import cell_text
from data.count import leaves_of
from metrics._build import Build
from metrics._metric import Metric
from metrics._rows_behind import PEOPLE, SUMMARY, BehindRow


class RowDetail(NamedTuple):
    """The columns of a row that are worth reading; None where the ledger lacks them.

    `number` is how people name the row, `subject` its cause, channel or kind of work, `outcome` how it ended,
    `placed_by` the source that placed it, `batch` the import that spoke of it last, `key` its key in that import's
    file of rows.
    """

    number: str | None
    subject: str | None = None
    procedure: str | None = None
    outcome: str | None = None
    ended_on: date | None = None
    placed_by: str | None = None
    batch: int | None = None
    key: str | None = None


LEDGER_OF = {
    "cases": "cases",
    "closings": "cases",
    "mediations": "mediations",
    "petitions": "petitions",
    "suggestions": "suggestions",
    "activities": "activities",
    PEOPLE: "population",
    SUMMARY: "monthly_totals",
}
"""The ledger whose files of rows hold what stands in a fact table."""
_OF_CASES = "case_number, case_number, cause, procedure, close_method, closed_on, placed_by, batch, case_number"
_COLUMNS = {
    "cases": ("cases", "case_number", _OF_CASES),
    "closings": ("cases", "case_number", _OF_CASES),
    "mediations": (
        "mediations",
        "record_key",
        "record_key, number, organisation, NULL, result, ended_on, placed_by, batch, record_key",
    ),
    "petitions": (
        "petitions",
        "record_key",
        "record_key, number, channel, NULL, result, ended_on, placed_by, batch, record_key",
    ),
    "suggestions": (
        "suggestions",
        "record_key",
        "record_key, number, addressee, suggestion_type, adoption, replied_on, placed_by, batch, record_key",
    ),
    "activities": (
        "activities",
        "record_key",
        "record_key, number, station, activity_raw, NULL, NULL, placed_by, batch, record_key",
    ),
}
"""Fact table, its key, and the columns of a RowDetail after the key; HEADERS says what each means."""
_OUTCOMES = {"mediations": "result", "petitions": "result", "suggestions": "adoption"}
HEADERS: dict[str, tuple[str, str, str, str, str]] = {
    "cases": ("案号", "案由", "适用程序", "结案方式", "结案日期"),
    "closings": ("案号", "案由", "适用程序", "结案方式", "结案日期"),
    "mediations": ("编号", "调解组织", "", "结果", "办结日期"),
    "petitions": ("编号", "渠道", "", "结果", "办结日期"),
    "suggestions": ("文号", "被建议单位", "类型", "采纳情况", "反馈日期"),
    "activities": ("编号", "工作站", "活动类型", "", ""),
    PEOPLE: ("人口口径与来源", "", "", "", ""),
    SUMMARY: ("汇总", "汇总来源", "", "", ""),
    "": ("名称", "", "", "", ""),
}
"""What number, subject, procedure, outcome and end are called, by table; empty where there is none."""
MIXED = ("编号", "案由（单位）", "程序（类型）", "结果", "办结日期")
"""The same where a list holds rows of several tables."""
DAYS = {
    "filed_on": "立案日期",
    "closed_on": "结案日期",
    "accepted_on": "受理日期",
    "ended_on": "办结日期",
    "registered_on": "登记日期",
    "issued_on": "发出日期",
    "held_on": "日期",
    "as_of": "人口时点",
}
"""What the day of a count is called, by the column it is counted by."""


def row_details(build: Build, metric: Metric, rows: Sequence[BehindRow]) -> list[RowDetail]:
    """One detail for each of the rows, in their order."""
    found: dict[tuple[str, str], RowDetail] = {}
    for table in sorted({row.table for row in rows} & _COLUMNS.keys()):
        found |= _facts(build, table, [row.key for row in rows if row.table == table])
    people = _people(build) if any(row.table == PEOPLE for row in rows) else {}
    sums = _summaries(build, metric) if any(row.table == SUMMARY for row in rows) else {}
    out = []
    for row in rows:
        one = found.get((row.table, row.key), RowDetail(row.key))
        if row.table == PEOPLE:
            one = people.get((row.township_code, row.day), one)
        elif row.table == SUMMARY:
            told = sums.get((row.township_code, row.day)) or sums.get(("county", row.day), one)
            one = told._replace(number=row.key)
        out.append(one)
    return out


def _facts(build: Build, table: str, keys: Iterable[str]) -> dict[tuple[str, str], RowDetail]:
    source, key, columns = _COLUMNS[table]
    sql = f"SELECT {columns} FROM {source} WHERE {key} IN (SELECT unnest(CAST($keys AS VARCHAR[])))"
    said = _OUTCOMES.get(table)
    found = {}
    for name, *values in build.cursor().execute(sql, {"keys": list(keys)}).fetchall():
        one = RowDetail(*values)
        found[table, name] = one._replace(outcome=cell_text(said, one.outcome)) if said else one
    return found


def _people(build: Build) -> dict[tuple[str, date | None], RowDetail]:
    """Basis and source of every population figure of the basis in force, by township and date."""
    sql = "SELECT township_code, as_of, basis, source, batch FROM population WHERE basis = ?"
    rows = build.cursor().execute(sql, [build.definition.population_basis]).fetchall()
    return {
        (code, as_of): RowDetail("，".join(one for one in (f"{basis}人口", source) if one), batch=batch)
        for code, as_of, basis, source, batch in rows
    }


def _summaries(build: Build, metric: Metric) -> dict[tuple[str, date | None], RowDetail]:
    """Source and import of the summary's months, by township and month; the county's own line stands under county."""
    names = [one.name for side in metric.sides for one in leaves_of(side)]
    sql = (
        "SELECT township_code, month, source, batch FROM monthly_totals "
        "WHERE count_name IN (SELECT unnest(CAST($names AS VARCHAR[])))"
    )
    rows = build.cursor().execute(sql, {"names": names}).fetchall()
    return {(code, month): RowDetail(None, subject=source, batch=batch) for code, month, source, batch in rows}
