"""What the definition leaves out, in numbers: of one figure, of every cause and group, and in batches of one filer."""

from datetime import date
from typing import NamedTuple

from data.count import Count, leaves_of
from data.reference.causes import below, groups, path_of
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._metric import Metric

RULES = {"cause": "剔除案由", "group": "剔除集中管辖案由", "batch": "剔除批量案件"}
SWITCH = "NOT is_excluded"
"""How a count says that it heeds what the definition leaves out."""


class LeftOut(NamedTuple):
    """Cases left out of one figure by each rule; a case that several rules meet is told under the first."""

    cause: int
    group: int
    batch: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.cause + self.group + self.batch


class CauseUse(NamedTuple):
    """A cause as exports write it, what stands above it, and its first-instance cases in all and left out."""

    cause: str
    above: str
    n: int
    excluded: int


class GroupUse(NamedTuple):
    """A group of causes that one court may hear alone, with its first-instance cases."""

    group: str
    label: str
    causes: tuple[str, ...]
    n: int


class BatchRun(NamedTuple):
    """One organisation's run of filings."""

    number: int
    organisation: str
    first: date
    last: date
    n: int
    causes: str
    places: str


def can_leave_out(metric: Metric) -> bool:
    """True for metrics whose numerator heeds what the definition leaves out."""
    return any(isinstance(one, Count) and SWITCH in one.where for one in leaves_of(metric.numerator))


def left_out(build: Build, metric: Metric, start: date, end: date, area: str) -> LeftOut:
    """Cases that the metric's numerator would hold but for the definition's exclusions, over days of one area."""
    found = LeftOut(0, 0, 0)
    for one in leaves_of(metric.numerator):
        if not (isinstance(one, Count) and SWITCH in one.where) or not build.definition.excludes:
            continue
        sql = (
            "SELECT excluded_by, count(*) FROM {table} WHERE ({where}) AND CAST({day} AS DATE) BETWEEN $start AND $end "
            "AND ($area = '{county}' OR township_code = $area) GROUP BY excluded_by"
        ).format(table=one.table, day=one.day, county=COUNTY, where=one.where.replace(SWITCH, "is_excluded"))
        counted = dict(build.cursor().execute(sql, {"start": start, "end": end, "area": area}).fetchall())
        found = LeftOut(*(had + int(counted.get(rule, 0)) for had, rule in zip(found, RULES, strict=True)))
    return found


_FIRST_INSTANCE = "(is_civil_first_instance OR is_administrative_first_instance)"


def causes_in_use(build: Build, start: date, end: date) -> list[CauseUse]:
    """Causes of first-instance cases filed in a span, the most frequent first."""
    sql = (
        "SELECT cause, count(*) AS n, count(*) FILTER (WHERE is_excluded) FROM cases "
        f"WHERE {_FIRST_INSTANCE} AND cause IS NOT NULL AND filed_on BETWEEN ? AND ? "
        "GROUP BY cause ORDER BY n DESC, cause"
    )
    rows = build.cursor().execute(sql, [start, end]).fetchall()
    return [CauseUse(cause, " › ".join(reversed(path_of(cause)[1:])), int(n), int(out)) for cause, n, out in rows]


def groups_in_use(causes: list[CauseUse]) -> list[GroupUse]:
    """Every group with how many of these causes' cases it holds."""
    found = []
    for name, (label, members) in groups().items():
        held = set(below([one.cause for one in causes], members))
        found.append(GroupUse(name, label, members, sum(one.n for one in causes if one.cause in held)))
    return found


def batch_runs(build: Build, start: date, end: date) -> list[BatchRun]:
    """Batches with filings in the span, those with the most first; what lies before or after it is not told."""
    sql = """
    WITH listed AS (
        SELECT b.batch_number, b.organisation, b.filed_on, cases.cause, areas.township_name
        FROM batch_filings AS b
        JOIN cases ON cases.case_number = b.case_number
        JOIN areas ON areas.township_code = cases.township_code
        WHERE b.filed_on BETWEEN $start AND $end
    ),
    causes AS (
        SELECT batch_number, string_agg(cause || ' ' || n, '、' ORDER BY n DESC, cause) AS words
        FROM (SELECT batch_number, coalesce(cause, '未填案由') AS cause, count(*) AS n FROM listed GROUP BY ALL)
        GROUP BY batch_number
    ),
    places AS (
        SELECT batch_number, string_agg(township_name || ' ' || n, '、' ORDER BY n DESC, township_name) AS words
        FROM (SELECT batch_number, township_name, count(*) AS n FROM listed GROUP BY ALL)
        GROUP BY batch_number
    )
    SELECT l.batch_number, min(l.organisation), min(l.filed_on), max(l.filed_on), count(*) AS n,
        min(causes.words), min(places.words)
    FROM listed AS l JOIN causes USING (batch_number) JOIN places USING (batch_number)
    GROUP BY l.batch_number
    ORDER BY n DESC, min(l.filed_on), l.batch_number
    """
    return [BatchRun(*row) for row in build.cursor().execute(sql, {"start": start, "end": end}).fetchall()]
